/**
 * The numbers of an evidence text with the words that say what they are: rows of tables by their labels, headings and
 * column heads, prose by its clauses. Tables come as cells between bars, tabs or wide gaps, as every importer writes them.
 */
import { scaleNamed } from '../../figure/quantity/lexicon/scale';
import { derivationWords } from './lexicon';
import { isEmptyRow, isTableLine, readLine, type TableLine } from './cells';
import type { Datum } from './model';
import { proseData } from './prose';
import { headsOver, isHeadCell, timesOfCell } from './heads';
import { spanIn, timesIn } from './times';
import { contentOf } from './words';

interface Line {
  readonly text: string;
  readonly start: number;
}

/** All lines, blank ones too, with their offsets in the text. */
function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

const SCALE =
  /\b(?:in|\() ?(thousands|millions|billions)\b|\$ amounts in (thousands|millions)|\((thousands|millions)\)|(?:dollars|amounts|u\.s\. dollars)[^.\n]{0,20} in (thousands|millions)|\$ ?(?:in )?(mm|bn|million|m|k|'?000s?)\b|单位[:：]\s*(?:人民币|美元|港币)?\s*(千|万|百万|千万|亿)/i;
function scaleOf(text: string): number | null {
  const word = SCALE.exec(text)?.slice(1).find(Boolean) ?? '';
  return scaleNamed(word);
}

const HALF = 0.5;
const NONE: ReadonlySet<string> = new Set();

/** Values of a share, whatever the table's scale. */
const UNSCALED = /per (?:common |diluted |basic )?(?:share|unit)|\beps\b/i;

class Reader {
  readonly data: Datum[] = [];
  #heads: TableLine[] = [];
  #section: string[] = [];
  /** The last row's label: a row that begins with a year goes on about it. */
  #label = '';
  #caption = '';
  #table = 0;
  #row = 0;
  #afterRow = false;
  #scale: number | null = null;

  constructor(
    readonly evidence: number,
    readonly firstRow: number,
    readonly textScale: number | null,
  ) {}

  line({ text, start }: Line): void {
    if (!isTableLine(text)) {
      // A note set in a table does not end it.
      if (text.trim() !== '' && !(this.#afterRow && /^\s*\|.*\|\s*$/.test(text))) {
        this.#afterRow = false;
        this.#caption = text.slice(-200);
      }
      return;
    }
    if (!this.#afterRow) this.#open();
    this.#afterRow = true;
    const line = readLine(text);
    if (line.texts.length === 0) return;
    this.#scale = scaleOf(line.texts.join(' ')) ?? this.#scale;
    if (isEmptyRow(line)) this.#label = line.label;
    else if (line.texts.every(isHeadCell)) this.#head(line);
    else this.#data(line, start);
  }

  #open(): void {
    this.#table += 1;
    this.#heads = [];
    this.#section = [];
    this.#label = '';
    this.#scale = scaleOf(this.#caption) ?? this.textScale;
  }

  /** One cell of words is a heading of the rows below; several, or dates, head the columns. */
  #head(line: TableLine): void {
    const [only] = line.texts;
    if (line.texts.length === 1 && only && timesIn(only).length === 0) {
      if (this.#row === 0 && spanIn(only) !== null) this.#heads = [...this.#heads.slice(-2), line];
      else this.#section = only.endsWith(':') ? [only] : [...this.#section.slice(-1), only];
      return;
    }
    this.#heads = [...this.#heads.slice(-2), line];
  }

  /** The cells above a value, the nearest last: by their place where the table keeps its empty cells, else by order. */
  #headsOf(n: number, count: number, raw: number, rawCount: number): readonly string[] {
    const ordered = headsOver(
      this.#heads.map(({ texts }) => texts),
      n,
      count,
    );
    return this.#heads.flatMap((head, i) => {
      const placed = head.rawCount === rawCount && head.texts.length >= count ? head.raws[raw] : undefined;
      return (placed || ordered[i]) ?? [];
    });
  }

  /** What may date a column that has no date over it: the corner of its heads, the heading of its rows, the caption. */
  #around(count: number): readonly string[] {
    const corners = this.#heads.flatMap(({ texts }) => (texts.length === count + 1 ? (texts[0] ?? []) : []));
    return [...corners.toReversed(), ...this.#section.toReversed(), this.#caption];
  }

  #data(line: TableLine, start: number): void {
    this.#row += 1;
    const isLabelled = /\p{L}/u.test(line.label);
    if (isLabelled) this.#label = line.label;
    const own = line.texts.filter((cell) => isHeadCell(cell) && timesIn(cell).length > 0).join(' ');
    const labelText = isLabelled || own !== '' ? this.#label : '';
    const label = contentOf(labelText);
    const above = [...contentOf(this.#section.join(' ')), ...contentOf(this.#caption)];
    for (const [n, cell] of line.cells.entries()) {
      if (cell.digits === null) continue;
      const heads = this.#headsOf(n, line.cells.length, cell.raw, line.rawCount);
      const head = heads.join(' ');
      const headWords = contentOf(head);
      const times = own === '' ? timesOfCell(heads, labelText, this.#around(line.cells.length)) : timesIn(own);
      const isPercent =
        cell.isPercent || /%|\bpercent\b/i.test(heads.at(-1) ?? '') || /%|percentage of|\bpercent\b/i.test(labelText);
      const scale = isPercent || UNSCALED.test(labelText) || UNSCALED.test(head) ? 0 : this.#scale;
      this.data.push({
        evidence: this.evidence,
        quote: cell.digits,
        start: start + cell.start,
        end: start + cell.end,
        value: cell.value,
        slack: HALF * 10 ** -(cell.digits.split('.')[1]?.length ?? 0),
        unit: isPercent ? 'percent' : 'amount',
        scales: scale === null || scale === 0 ? [0] : [0, scale],
        isScaled: scale !== null,
        label,
        heads: headWords,
        near: NONE,
        around: new Set([...above, ...headWords]),
        title: [labelText || head, ...(labelText ? heads.slice(-1) : [])].filter(Boolean).join(', '),
        times,
        isChange:
          derivationWords.change.test(head.toLowerCase()) || derivationWords.change.test(labelText.toLowerCase()),
        direction: cell.value < 0 ? 'down' : 'up',
        bound: null,
        row: this.firstRow + this.#row,
        column: n,
        table: this.#table,
      });
    }
  }
}

/** Rows of one text never share a number with those of another. */
const ROWS_A_TEXT = 100_000;

/**
 * The numbers of all texts; `evidence` of each is the index of its text, offsets count in that text. A text that occurs
 * twice is read once.
 */
export function readEvidence(texts: readonly string[]): readonly Datum[] {
  return texts.flatMap((text, evidence) => {
    // The same passage twice is one passage.
    if (texts.indexOf(text) !== evidence) return [];
    const reader = new Reader(evidence, evidence * 2 * ROWS_A_TEXT, scaleOf(text));
    const lines = linesOf(text);
    for (const line of lines) reader.line(line);
    // Table lines are blanked, so that offsets stay true and no sentence runs into them.
    const plain = lines.map(({ text: line }) => (isTableLine(line) ? ' '.repeat(line.length) : line)).join('\n');
    return [...reader.data, ...proseData(plain, evidence, (evidence * 2 + 1) * ROWS_A_TEXT)];
  });
}
