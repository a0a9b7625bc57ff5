/** Turns an imported document, as the Reader shows it, into the note model: same text, figures marked, chips numbered. */
import type { FigureRecord, ReaderBlock, ReaderDocument, SourceRecord } from '../../../contract/records';
import { type Inline, type Note, type NoteBlock, type TableCell, textOf } from './note';
import { SourceNumbers } from './numbering';

interface Range {
  readonly start: number;
  readonly end: number;
}
type Piece =
  | (Range & { readonly of: 'figure'; readonly figure: FigureRecord })
  | (Range & { readonly of: 'cite'; readonly source: string | null; readonly label: string })
  | (Range & { readonly of: 'syntax' });

interface Style extends Range {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly href?: string;
}

/** Only links a reader can follow safely survive; anything else stays as text. */
const SAFE_LINK = /^(https?:|mailto:)/i;

class DocumentText {
  readonly #pieces: readonly Piece[];
  readonly #styles: readonly Style[];

  constructor(
    readonly document: ReaderDocument,
    readonly numbers: SourceNumbers,
  ) {
    const figures = document.figures.flatMap((figure): Piece[] =>
      figure.place ? [{ of: 'figure', figure, start: figure.place.start, end: figure.place.end }] : [],
    );
    const cites = document.citations.map(
      (c): Piece => ({ of: 'cite', source: c.source, label: c.marker, start: c.start, end: c.end }),
    );
    const syntax = document.marks.flatMap((m): Piece[] =>
      m.kind === 'syntax' ? [{ of: 'syntax', start: m.start, end: m.end }] : [],
    );
    this.#pieces = [...figures, ...cites, ...syntax].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#styles = document.marks.flatMap((m): Style[] => {
      if (m.kind === 'strong') return [{ start: m.start, end: m.end, bold: true }];
      if (m.kind === 'emphasis') return [{ start: m.start, end: m.end, italic: true }];
      return m.kind === 'link' && m.href && SAFE_LINK.test(m.href)
        ? [{ start: m.start, end: m.end, href: m.href }]
        : [];
    });
  }

  /** The first piece that starts at or after `start`. */
  #firstPiece(start: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #plain(start: number, end: number): Inline[] {
    const styles = this.#styles.filter((s) => s.start < end && s.end > start);
    const cuts = [...new Set([start, end, ...styles.flatMap((s) => [s.start, s.end])])]
      .filter((cut) => cut >= start && cut <= end)
      .sort((a, b) => a - b);
    return cuts.slice(1).flatMap((cut, i): Inline[] => {
      const from = cuts[i] ?? start;
      const text = this.document.text.slice(from, cut);
      if (!text) return [];
      const over = styles.filter((s) => s.start <= from && s.end >= cut);
      const href = over.find((s) => s.href)?.href;
      return [
        {
          kind: 'text',
          text,
          ...(over.some((s) => s.bold) && { bold: true }),
          ...(over.some((s) => s.italic) && { italic: true }),
          ...(href && { href }),
        },
      ];
    });
  }

  #piece(piece: Piece): Inline[] {
    if (piece.of === 'syntax') return [];
    if (piece.of === 'cite')
      return [{ kind: 'cite', label: piece.label, number: this.numbers.numberOf(piece.source), locator: null }];
    const { figure } = piece;
    return [
      {
        kind: 'figure',
        text: this.document.text.slice(piece.start, piece.end),
        id: figure.id,
        provenance: figure.provenance,
        inherited: figure.inheritedClass,
      },
    ];
  }

  /** The inline run between two offsets. */
  inlines(start: number, end: number): Inline[] {
    const out: Inline[] = [];
    let at = start;
    for (let i = this.#firstPiece(start); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i];
      if (!piece || piece.start >= end) break;
      // Pieces that overlap one already drawn (a figure inside a link's syntax) give way to it.
      if (piece.start < at || piece.end > end) continue;
      out.push(...this.#plain(at, piece.start), ...this.#piece(piece));
      at = piece.end;
    }
    return [...out, ...this.#plain(at, end)];
  }
}

function tableBlock(text: DocumentText, block: ReaderBlock): NoteBlock {
  const rows = block.rows.map((row) =>
    row.cells.map(
      (cell): TableCell => ({ inlines: text.inlines(cell.start, cell.end), header: row.header, columns: 1, rows: 1 }),
    ),
  );
  return { kind: 'table', caption: null, rows };
}

const listItem = (text: DocumentText, block: ReaderBlock): readonly NoteBlock[] => [
  { kind: 'paragraph', inlines: text.inlines(block.contentStart, block.end) },
];

/** The number an ordered item is written with, so that a list that starts at 3 still does. */
function writtenNumber(text: string, block: ReaderBlock): number {
  const number = Number.parseInt(text.slice(block.start, block.contentStart).replace(/\D+/g, ''), 10);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** Letters of a line that may head the list of sources. */
const LONGEST_HEAD = 40;

/** A short line right before the list of sources is its heading, whether or not the document marks it as one. */
function headsSources(text: DocumentText, block: ReaderBlock, next: ReaderBlock | undefined): boolean {
  const words = text.document.text.slice(block.contentStart, block.end).trim();
  return next?.kind === 'reference' && words.length <= LONGEST_HEAD && !/[.;,。]$/.test(words);
}

function blocksOf(text: DocumentText): NoteBlock[] {
  const out: NoteBlock[] = [];
  const { blocks } = text.document;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const inlines = () => text.inlines(block.contentStart, block.end);
    switch (block.kind) {
      case 'heading':
        // With its number as written; a heading's markup is a syntax mark and goes by itself.
        out.push({ kind: 'heading', level: Math.max(1, block.level), inlines: text.inlines(block.start, block.end) });
        break;
      case 'list-item': {
        const items: (readonly NoteBlock[])[] = [];
        let next = i;
        for (let b = blocks[next]; b?.kind === 'list-item' && b.ordered === block.ordered; b = blocks[++next])
          items.push(listItem(text, b));
        out.push({
          kind: 'list',
          ordered: block.ordered,
          start: block.ordered ? writtenNumber(text.document.text, block) : 1,
          items,
        });
        i = next - 1;
        break;
      }
      case 'table':
        out.push(tableBlock(text, block));
        break;
      case 'quote':
        out.push({ kind: 'quote', blocks: [{ kind: 'paragraph', inlines: inlines() }] });
        break;
      case 'code':
        out.push({ kind: 'code', text: text.document.text.slice(block.contentStart, block.end) });
        break;
      case 'paragraph':
        out.push(
          headsSources(text, block, blocks[i + 1])
            ? { kind: 'heading', level: 2, inlines: inlines() }
            : { kind: 'paragraph', inlines: inlines() },
        );
        break;
      case 'caption':
      case 'lead-in':
      case 'note':
        out.push({ kind: 'paragraph', inlines: inlines() });
        break;
      case 'reference':
        // With its label: what `[1]` in the text leads to.
        out.push({ kind: 'paragraph', inlines: text.inlines(block.start, block.end) });
        break;
    }
  }
  return out;
}

/** A title that stands in the text as a plain line is its heading: printed above the text it would stand there twice. */
function titled(blocks: readonly NoteBlock[], title: string): readonly NoteBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || textOf(first.inlines).trim() !== title.trim()) return blocks;
  return [{ kind: 'heading', level: 1, inlines: first.inlines }, ...rest];
}

/** An imported document as a note; `sources` are all of the notebook's. */
export function noteFromDocument(document: ReaderDocument, sources: readonly SourceRecord[]): Note {
  const numbers = new SourceNumbers(sources);
  const blocks = titled(blocksOf(new DocumentText(document, numbers)), document.summary.title);
  // Sources that only a link made by hand leads to belong to the bibliography too.
  for (const figure of document.figures) for (const citation of figure.citations) numbers.numberOf(citation.source);
  return {
    title: document.summary.title,
    language: document.sections[0]?.language ?? 'en',
    asOf: document.summary.asOf,
    author: null,
    about: null,
    blocks,
    sources: numbers.list(),
    footnotes: [],
    figures: document.figures,
    typed: [],
  };
}
