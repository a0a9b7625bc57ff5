/** Writes what was read of a Word document as text and marks: the one place that knows offsets. */
import type { Comment, Mark, MarkRow, Span } from '../../../core/document/model';
import { safeHref } from '../links';
import { isRaisedRemark, raised } from '../raised';
import { makeWriter, type Writer } from '../html/writer';
import { carrying } from '../sources/carried';
import type { DocxBlock, DocxTable, Paragraph, Piece } from './model';
import type { ListFinder } from './numbering';
import type { StyleFinder } from './styles';
import { withTabTables } from './tab-tables';

export interface Look {
  readonly styles: StyleFinder;
  readonly lists: ListFinder;
  /** The label of a note by its key, in the order of the references. */
  readonly labels: Map<string, string>;
  /** CSL-JSON that the file carries, by the name of the place of its entry. */
  readonly sources: ReadonlyMap<string, string>;
  readonly problem: (code: 'W_RAISED_LETTERS') => void;
}

export interface Note {
  readonly key: string;
  readonly paragraphs: readonly Paragraph[];
}

type InlineMark = Extract<Mark, { kind: 'strong' | 'emphasis' | 'superscript' | 'link' | 'jump' | 'note-reference' }>;

export class Composer {
  readonly #out: Writer = makeWriter();
  readonly #marks: Mark[] = [];
  readonly #begun = new Map<string, number>();
  readonly #spans = new Map<string, Span>();

  constructor(private readonly look: Look) {}

  /** A caption right above a table is the table's own. */
  blocks(given: readonly DocxBlock[]): void {
    const blocks = withTabTables(given);
    blocks.forEach((block, at) => {
      if (block.kind === 'table') {
        const before = blocks[at - 1];
        this.#table(block, before?.kind === 'paragraph' && this.#isCaption(before) ? before : null);
      } else if (!(blocks[at + 1]?.kind === 'table' && this.#isCaption(block))) this.#paragraph(block);
    });
  }

  /** Notes that are referred to, in that order, below the text. */
  notes(notes: readonly Note[]): void {
    for (const { key, paragraphs } of notes) {
      const label = this.look.labels.get(key);
      if (label === undefined) continue;
      const start = this.#out.length();
      this.#out.verbatim(`${label} `);
      const contentStart = this.#out.length();
      paragraphs.forEach((paragraph, at) => {
        if (at > 0) this.#out.space();
        this.#pieces(paragraph.pieces);
      });
      const end = this.#out.length();
      this.#out.endLine();
      if (end > contentStart) this.#marks.push({ kind: 'note', note: label, contentStart, start, end });
    }
  }

  /** The words a comment is about; null where it is anchored nowhere in the text. */
  spanOf(comment: string): Span | null {
    return this.#spans.get(comment) ?? null;
  }

  done(): { readonly text: string; readonly marks: readonly Mark[] } {
    const marks = this.#marks.filter((mark) => mark.end > mark.start);
    return { text: this.#out.text(), marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
  }

  #isCaption(paragraph: Paragraph): boolean {
    return (
      this.look.styles(paragraph.style).role === 'caption' && paragraph.pieces.some(({ text }) => text.trim() !== '')
    );
  }

  #paragraph(paragraph: Paragraph): void {
    const { role } = this.look.styles(paragraph.style);
    if (role === 'contents') return;
    const start = this.#out.length();
    this.#pieces(paragraph.pieces, true);
    const end = this.#out.length();
    this.#out.endLine();
    if (end <= start) return;
    this.#marks.push(this.#leaf(paragraph, { start, end }));
    for (const name of paragraph.places)
      this.#marks.push({ kind: 'place', name, ...carrying(this.look.sources.get(name)), start, end });
  }

  #leaf(paragraph: Paragraph, span: Span): Mark {
    const style = this.look.styles(paragraph.style);
    const level = paragraph.outline !== null && paragraph.outline <= 9 ? paragraph.outline : style.level;
    if (level !== null) return { kind: 'heading', level: Math.min(level, 6), ...span };
    const place = paragraph.list === 'none' ? null : (paragraph.list ?? style.list);
    const form = place === null ? null : this.look.lists(place.list, place.depth);
    if (place !== null && form !== null) {
      return { kind: 'list-item', ordered: form === 'ordered', depth: place.depth, contentStart: span.start, ...span };
    }
    if (style.role === 'quote' || style.role === 'code') return { kind: style.role, ...span };
    return { kind: 'paragraph', ...span };
  }

  /** Rows of one cell only arrange the page: they are read as paragraphs. */
  #table({ rows }: DocxTable, caption: Paragraph | null): void {
    if (rows.every(({ cells }) => cells.length <= 1)) {
      if (caption) this.#paragraph(caption);
      for (const { cells } of rows) for (const cell of cells) for (const one of cell.paragraphs) this.#paragraph(one);
      return;
    }
    const captionSpan = caption && this.#captionSpan(caption);
    const start = this.#out.length();
    const written = rows.map((row, at) => this.#row(row, at === 0 && isBold(row)));
    const end = this.#out.length();
    if (end > start)
      this.#marks.push({
        kind: 'table',
        caption: captionSpan,
        rows: written.filter((row) => row.end > row.start),
        start,
        end: end - 1,
      });
  }

  #captionSpan(caption: Paragraph): Span | null {
    const start = this.#out.length();
    this.#pieces(caption.pieces);
    const end = this.#out.length();
    this.#out.endLine();
    return end > start ? { start, end } : null;
  }

  #row({ header, cells }: DocxTable['rows'][number], looksLikeHead: boolean): MarkRow {
    const start = this.#out.length();
    const spans: Span[] = [];
    cells.forEach((cell, index) => {
      if (index > 0) this.#out.tab();
      const from = this.#out.length();
      if (!cell.continued) {
        cell.paragraphs.forEach((paragraph, at) => {
          if (at > 0) this.#out.space();
          this.#pieces(paragraph.pieces);
        });
      }
      const to = this.#out.length();
      for (let column = 0; column < cell.columns; column += 1)
        spans.push(column === 0 ? { start: from, end: to } : { start: to, end: to });
    });
    const end = this.#out.length();
    // A row of empty cells ends in a tab, after which the writer still owes the line's end.
    this.#out.endLine();
    return { header: header || looksLikeHead, start, end, cells: spans };
  }

  #pieces(pieces: readonly Piece[], breaks = false): void {
    for (const piece of pieces) this.#piece(piece, breaks);
  }

  #piece(piece: Piece, breaks: boolean): void {
    const start = this.#out.length();
    if (piece.raised && isRaisedRemark(piece.text, this.#out.last())) this.look.problem('W_RAISED_LETTERS');
    else if (piece.note !== null) this.#reference(piece.note);
    else this.#words(piece.raised ? raised(piece.text) : piece.text, breaks);
    const end = this.#out.length();
    for (const id of piece.begins) this.#begun.set(id, start);
    for (const id of piece.ends) this.#endComment(id, start);
    if (end === start) return;
    const span = this.#drawnIn({ start, end }, piece);
    if (piece.note !== null) return;
    for (const mark of inlineMarks(piece, span)) this.#inline(mark);
  }

  #words(text: string, breaks: boolean): void {
    text.split('\n').forEach((line, at) => {
      if (at > 0 && breaks) this.#out.endLine();
      else if (at > 0) this.#out.space();
      this.#out.words(line);
    });
  }

  #reference(key: string): void {
    const label = this.look.labels.get(key) ?? String(this.look.labels.size + 1);
    this.look.labels.set(key, label);
    const start = this.#out.length();
    this.#out.verbatim(raised(label));
    this.#marks.push({ kind: 'note-reference', note: label, start, end: this.#out.length() });
  }

  /** The space before a word is written with the word: it is not part of the link. */
  #drawnIn(span: Span, { text }: Piece): Span {
    return /^\s/.test(text) && span.end > span.start + 1 ? { start: span.start + 1, end: span.end } : span;
  }

  /** Runs that only differ in form the reader does not see are one link, one stretch of bold. */
  #inline(mark: InlineMark): void {
    const last = this.#marks.at(-1);
    const isSame =
      last?.kind === mark.kind &&
      mark.start - last.end <= 1 &&
      (mark.kind !== 'link' || (last.kind === 'link' && last.href === mark.href)) &&
      (mark.kind !== 'jump' || (last.kind === 'jump' && last.to === mark.to));
    if (!isSame || !last) this.#marks.push(mark);
    else if (last.kind === 'link')
      this.#marks[this.#marks.length - 1] = { ...last, end: mark.end, label: { start: last.start, end: mark.end } };
    else this.#marks[this.#marks.length - 1] = { ...last, end: mark.end };
  }

  #endComment(id: string, at: number): void {
    if (this.#spans.has(id)) return;
    const start = this.#begun.get(id) ?? at;
    this.#spans.set(id, { start: Math.min(start, at), end: at });
  }
}

const isBold = ({ cells }: DocxTable['rows'][number]): boolean => {
  const pieces = cells
    .flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.pieces))
    .filter(({ text }) => text.trim() !== '');
  return pieces.length > 1 && pieces.every(({ strong }) => strong);
};

function inlineMarks(piece: Piece, span: Span): readonly InlineMark[] {
  const href = piece.href === null ? null : safeHref(piece.href, null);
  return [
    ...(href === null ? [] : [{ kind: 'link' as const, href, label: span, ...span }]),
    ...(piece.jump === null ? [] : [{ kind: 'jump' as const, to: piece.jump, ...span }]),
    ...(piece.raised ? [{ kind: 'superscript' as const, ...span }] : []),
    ...(piece.strong ? [{ kind: 'strong' as const, ...span }] : []),
    ...(piece.emphasis ? [{ kind: 'emphasis' as const, ...span }] : []),
  ];
}

/** A comment with its words, where both are there. */
export function commentAt(span: Span | null, text: string, comment: Omit<Comment, 'start' | 'end'>): Comment | null {
  if (span === null || comment.body === '') return null;
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) return { ...comment, start, end };
  // A comment on a place is shown on the word before it.
  const word = /\S+\s*$/.exec(text.slice(Math.max(0, end - 60), end));
  return word ? commentAt({ start: end - word[0].length, end }, text, comment) : null;
}
