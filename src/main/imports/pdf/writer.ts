/** Writes blocks as text, with marks and the box of each run: the one place that knows offsets. */
import type { Mark, MarkRow, Span } from '../../../core/document/model';
import type { Block, PageContent, Row, Run, Segment } from './model';
import { spaceBetween } from './rows';
import { seam, type Vocabulary } from './words';

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

  constructor(vocabulary: Vocabulary, notes: ReadonlySet<string>, links: ReadonlyMap<number, PageContent['links']>) {
    this.#vocabulary = vocabulary;
    this.#notes = notes;
    this.#links = links;
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
      if (before) {
        const { drop, put } = seam(this.#text.slice(-LOOK_BACK), line.text, this.#vocabulary);
        if (this.#text.endsWith(' ')) this.#text = this.#text.slice(0, -1);
        if (drop > 0) this.#text = this.#text.slice(0, -drop);
        this.#text += put;
        if (drop > 0) this.#clip();
      }
      line.runs.forEach((run, index) => {
        const earlier = line.runs[index - 1];
        if (earlier && spaceBetween(earlier, run)) this.#text += ' ';
        this.#run(run, at === 0 && index < plainRuns);
      });
    });
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
    const lead = this.#text === '' || /\s/.test(this.#text.slice(-1)) ? printed.trimStart() : printed;
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
    const { x, y, w, h } = run.box;
    const link = this.#links
      .get(run.page)
      ?.find((one) => x + w / 2 > one.x && x + w / 2 < one.x + one.w && y + h / 2 > one.y && y + h / 2 < one.y + one.h);
    if (!link) return;
    const last = this.#marks.at(-1);
    if (last?.kind === 'link' && last.href === link.href && start - last.end <= 1) {
      this.#marks[this.#marks.length - 1] = { ...last, end, label: { start: last.start, end } };
    } else this.#marks.push({ kind: 'link', href: link.href, label: { start, end }, start, end });
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
