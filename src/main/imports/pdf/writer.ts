/** Writes blocks as text, with marks and the box of each run: the one place that knows offsets. */
import type { Mark, MarkRow, Span } from '../../../core/document/model';
import type { Citing } from './internal-links';
import type { Block, Box, PageContent, Row, Run, Segment } from './printed/model';
import { spaceBetween } from './printed/rows';
import { seam, type Vocabulary } from './printed/words';

export interface Written {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Runs by page number, as in `Page.runs`. */
  readonly runs: ReadonlyMap<number, number[]>;
  readonly pageSpans: ReadonlyMap<number, Span>;
  /** Raised letters beside words and figures that name no note: left out, or `37.6 billionD` could not be read. */
  readonly setAside: number;
}

/** Longest end of a line that decides how the next one joins it: matching against the whole text would be quadratic. */
const LOOK_BACK = 100;

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|o|a|º|ª|TM|SM|®|™|©)$/i;

export class Writer {
  readonly #vocabulary: Vocabulary;
  readonly #notes: ReadonlySet<string>;
  /** Of the block being written: adding to and looking into one long text would be quadratic. */
  #text = '';
  readonly #done: string[] = [];
  #base = 0;
  #setAside = 0;
  readonly #marks: Mark[] = [];
  readonly #runs = new Map<number, number[]>();
  readonly #pages = new Map<number, { start: number; end: number }>();
  readonly #links: ReadonlyMap<number, PageContent['links']>;
  readonly #citing: Citing;
  /** Key of the citing link that is being written. */
  #cited: string | null = null;
  /** Where the last citation ended. */
  #closed = -1;

  constructor(
    vocabulary: Vocabulary,
    notes: ReadonlySet<string>,
    links: ReadonlyMap<number, PageContent['links']>,
    citing: Citing,
  ) {
    this.#vocabulary = vocabulary;
    this.#notes = notes;
    this.#links = links;
    this.#citing = citing;
  }

  write(blocks: readonly Block[]): Written {
    for (const block of blocks) {
      this.#block(block);
      this.#done.push(this.#text);
      this.#base += this.#text.length;
      this.#text = '';
    }
    return {
      text: this.#done.join(''),
      marks: this.#marks,
      runs: this.#runs,
      pageSpans: this.#pages,
      setAside: this.#setAside,
    };
  }

  get #length(): number {
    return this.#base + this.#text.length;
  }

  #block(block: Block): void {
    const start = this.#length;
    if (block.kind === 'table') {
      this.#table(block.rows);
      return;
    }
    this.#lines(block.rows, block.kind === 'note' ? 1 : 0);
    const span = { start, end: this.#length };
    if (span.end > start) this.#mark(block, span);
    this.#text += '\n\n';
  }

  #mark(block: Exclude<Block, { kind: 'table' }>, span: Span): void {
    if (block.kind === 'heading') this.#marks.push({ kind: 'heading', level: block.level, ...span });
    else if (block.kind === 'paragraph') this.#marks.push({ kind: 'paragraph', ...span });
    else if (block.kind === 'note') {
      const lead = /^\S+\s*/.exec(this.#text.slice(span.start - this.#base, span.end - this.#base))?.[0].length ?? 0;
      const contentStart = span.start + Math.min(lead, block.label.length + 1);
      this.#marks.push({ kind: 'note', note: block.label, contentStart, ...span });
    } else {
      const lead = /^\S+\s+/.exec(this.#text.slice(span.start - this.#base, span.end - this.#base))?.[0].length ?? 0;
      const contentStart = span.start + (block.bare ? 0 : block.ordered || lead <= 3 ? lead : 1);
      this.#marks.push({ kind: 'list-item', ordered: block.ordered, depth: block.depth, contentStart, ...span });
    }
  }

  #table(rows: Extract<Block, { kind: 'table' }>['rows']): void {
    const start = this.#length;
    const written: MarkRow[] = [];
    for (const { header, cells } of rows) {
      const rowStart = this.#length;
      const spans = cells.map((cell, at) => {
        if (at > 0) this.#text += '\t';
        const from = this.#length;
        this.#lines(cell);
        return { start: from, end: this.#length };
      });
      written.push({ header, start: rowStart, end: this.#length, cells: spans });
      this.#text += '\n';
    }
    const end = this.#length - 1;
    this.#marks.push({ kind: 'table', caption: null, rows: written, start, end });
    this.#text += '\n';
  }

  #lines(lines: readonly (Row | Segment)[], plainRuns = 0): void {
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      this.#closeCitation(line.runs[0]);
      if (before) {
        const { drop, put } = seam(this.#text.slice(-LOOK_BACK), line.text, this.#vocabulary);
        if (this.#text.endsWith(' ')) this.#text = this.#text.slice(0, -1);
        if (drop > 0) this.#text = this.#text.slice(0, -drop);
        this.#text += put;
        if (drop > 0) this.#clip();
      }
      line.runs.forEach((run, index) => {
        const earlier = line.runs[index - 1];
        this.#closeCitation(run);
        // What a chip's padding sets apart from the comma behind it belongs together.
        const isClosed = this.#closed === this.#base + this.#text.trimEnd().length && /^\s*[,.;:)]/.test(run.text);
        if (isClosed) this.#text = this.#text.trimEnd();
        if (earlier && !isClosed && spaceBetween(earlier, run)) this.#text += ' ';
        this.#openCitation(run);
        this.#run(isClosed ? { ...run, text: run.text.trimStart() } : run, at === 0 && index < plainRuns);
      });
    });
    this.#closeCitation(undefined);
  }

  /** Words that lead to an entry of the list of sources are set in brackets, or they could not be told from the sentence. */
  #openCitation(run: Run): void {
    if (this.#cited !== null || run.raised || !/\p{L}/u.test(run.text) || /[[(]\s*$/.test(this.#text)) return;
    const key = this.#citeKey(run);
    if (key === null) return;
    const isApart = this.#text === '' || /\s$/.test(this.#text);
    this.#text += isApart ? '[' : ' [';
    this.#cited = key;
  }

  /** Closes the brackets unless `next` stands in them too. */
  #closeCitation(next: Run | undefined): void {
    if (this.#cited === null || (next && this.#citeKey(next) === this.#cited)) return;
    this.#cited = null;
    const behind = next ? (/\s*$/.exec(this.#text)?.[0] ?? '') : '';
    this.#text = this.#text.trimEnd();
    this.#clip();
    this.#text += ']';
    this.#closed = this.#length;
    this.#text += behind;
  }

  #citeKey(run: Run): string | null {
    return (this.#citing.get(run.page) ?? []).find((box) => holds(box, run))?.key ?? null;
  }

  /** After a hyphen is dropped the run that held it is one shorter. */
  #clip(): void {
    for (const runs of this.#runs.values()) {
      for (let at = runs.length - 6; at >= 0; at -= 6) {
        if ((runs[at + 1] ?? 0) <= this.#length) break;
        runs[at + 1] = this.#length;
      }
    }
    for (const page of this.#pages.values()) page.end = Math.min(page.end, this.#length);
  }

  #run(run: Run, plain: boolean): void {
    const printed = run.text.replace(/[\s\u00a0]+/g, ' ');
    const lead = this.#text === '' || /[\s[]/.test(this.#text.slice(-1)) ? printed.trimStart() : printed;
    const written = run.raised && !plain ? this.#raised(lead) : lead;
    if (written === '') return;
    const start = this.#length;
    this.#text += written;
    const end = this.#length;
    const runs = this.#runs.get(run.page) ?? [];
    this.#runs.set(run.page, runs);
    const { x, y, w, h } = run.box;
    runs.push(start, end, round(x), round(y), round(w), round(h));
    const page = this.#pages.get(run.page);
    if (page) page.end = end;
    else this.#pages.set(run.page, { start, end });
    if (run.raised && !plain) this.#raisedMark(lead.trim(), start, end);
    this.#link(run, start, end);
  }

  /** Digits become raised digits, so that they are never read on with a number before them. */
  #raised(text: string): string {
    const label = text.trim();
    if (/^[\d,\s]+$/.test(label)) return label.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
    if (!/^[\p{L}?]/u.test(label) || ORDINAL.test(label) || this.#notes.has(label)) return text;
    if (label.length > 3) return text;
    this.#setAside += 1;
    return '';
  }

  #raisedMark(label: string, start: number, end: number): void {
    if (this.#notes.has(label)) this.#marks.push({ kind: 'note-reference', note: label, start, end });
    else if (!ORDINAL.test(label)) this.#marks.push({ kind: 'superscript', start, end });
  }

  #link(run: Run, start: number, end: number): void {
    const link = this.#links.get(run.page)?.find((one) => holds(one, run));
    if (!link) return;
    const last = this.#marks.at(-1);
    if (last?.kind === 'link' && last.href === link.href && start - last.end <= 1) {
      this.#marks[this.#marks.length - 1] = { ...last, end, label: { start: last.start, end } };
    } else this.#marks.push({ kind: 'link', href: link.href, label: { start, end }, start, end });
  }
}

/** The middle of the run lies in the box. */
function holds(box: Box, run: Run): boolean {
  const x = run.box.x + run.box.w / 2;
  const y = run.box.y + run.box.h / 2;
  return x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h;
}

const round = (value: number): number => Math.round(value * 100) / 100;
