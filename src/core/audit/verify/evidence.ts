/**
 * The numbers of an evidence text with the words that say what they are: rows of tables by their labels, headings and
 * column heads, prose by its clauses. Tables come as cells between bars or tabs, as every importer writes them.
 */
import { analyse } from '../../analyse';
import { plainDocument } from '../../document/plain';
import type { Figure } from '../../figure/model';
import type { Datum } from './model';
import { contentOf, latestTime, yearsIn } from './words';

const NUMBER =
  /(\(\s*[$€£]?\s*)?(-\s?)?(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(\s*\|?\s*\))?(\s*\|?\s*\)?%)?/g;
const isRow = (line: string): boolean => (line.match(/\|/g)?.length ?? 0) >= 2 || line.includes('\t');
const cellsOf = (line: string): readonly string[] =>
  line
    .split(/[|\t]/)
    .map((cell) => cell.replaceAll('\u200b', '').trim())
    .filter((cell) => cell !== '' && !/^[-:\s]+$/.test(cell));

/** Cells that hold dates, years or words and no amount: what heads the columns below. */
const DATE_CELL =
  /^(?:(?:for the |as of |at )?[a-z ]*)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? ?)?(?:(?:19|20)\d\d)?,?$|^\d{1,2}-[a-z]{3}-\d\d$/i;
const isHeadCell = (cell: string): boolean =>
  !/\d/.test(cell) || DATE_CELL.test(cell) || /^[^\d]*(?:19|20)\d\d$/.test(cell);

const BARE_YEAR = /^(?:19|20)\d\d$/;
/** A year in a cell of its own says when, not how much. */
const isYearCell = (line: string, at: number, digits: string): boolean =>
  BARE_YEAR.test(digits.trim()) &&
  /(?:^|[|\t])\s*$/.test(line.slice(0, at)) &&
  /^\s*(?:[|\t]|$)/.test(line.slice(at + digits.length));

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

const SCALE =
  /\b(?:in|\() ?(thousands|millions|billions)\b|\$ amounts in (thousands|millions)|\((thousands|millions)\)|(?:dollars|amounts|u\.s\. dollars)[^.\n]{0,20} in (thousands|millions)/i;
const POWER: Readonly<Record<string, number>> = { thousands: 3, millions: 6, billions: 9 };

function scalesOf(text: string): readonly number[] {
  const match = SCALE.exec(text);
  const word = match?.slice(1).find(Boolean)?.toLowerCase() ?? '';
  const power = POWER[word];
  return power === undefined ? [0] : [0, power];
}

class Reader {
  readonly data: Datum[] = [];
  #heads: string[][] = [];
  #section: string[] = [];
  /** The last row's label: a row that begins with a year goes on about it. */
  #label = '';
  #table = 0;
  #row = 0;
  #afterRow = false;

  constructor(
    readonly text: string,
    readonly evidence: number,
    readonly scales: readonly number[],
    readonly firstRow: number,
  ) {}

  line({ text, start }: Line): void {
    if (!isRow(text)) {
      if (text.trim() !== '') this.#afterRow = false;
      return;
    }
    if (!this.#afterRow) this.#open();
    this.#afterRow = true;
    const cells = cellsOf(text);
    if (cells.length === 0) return;
    if (cells.every(isHeadCell)) this.#head(cells);
    else this.#data(text, start, cells);
  }

  #open(): void {
    this.#table += 1;
    this.#heads = [];
    this.#section = [];
  }

  /** One cell of words is a heading of the rows below; several, or dates, head the columns. */
  #head(cells: readonly string[]): void {
    const [only] = cells;
    if (cells.length === 1 && only && yearsIn(only).length === 0) {
      this.#section = [...this.#section.slice(-1), only];
      if (only.endsWith(':')) this.#section = [only];
      return;
    }
    this.#heads = [...this.#heads.slice(-1), [...cells]];
  }

  #headOf(n: number, count: number): string {
    return this.#heads
      .map((cells) => {
        // A first head over the labels has no column of its own.
        const own = cells.length === count + 1 ? cells.slice(1) : cells;
        return own[Math.min(own.length - 1, Math.floor((n * own.length) / count))] ?? '';
      })
      .join(' ');
  }

  #data(text: string, start: number, cells: readonly string[]): void {
    this.#row += 1;
    const first = cells[0] ?? '';
    const isLabelled = /\p{L}/u.test(first);
    if (isLabelled) this.#label = first;
    const from = isLabelled ? text.indexOf(first) + first.length : 0;
    const own = cells.filter((cell) => BARE_YEAR.test(cell)).join(' ');
    const found = [...text.slice(from).matchAll(NUMBER)].filter(
      (match) => !isYearCell(text, from + match.index, match[0]),
    );
    const label = contentOf(isLabelled || own !== '' ? this.#label : '');
    const section = contentOf(this.#section.join(' '));
    for (const [n, match] of found.entries()) {
      const head = this.#headOf(n, found.length);
      const digits = match[3] ?? '';
      const at = start + from + match.index + match[0].indexOf(digits);
      const isNegative =
        (match[1] !== undefined && match[4] !== undefined) || match[2] !== undefined || match[1] !== undefined;
      this.data.push({
        evidence: this.evidence,
        quote: digits,
        start: at,
        end: at + digits.length,
        value: Number(digits.replaceAll(',', '')) * (isNegative ? -1 : 1),
        unit: match[5] === undefined ? 'amount' : 'percent',
        scales: match[5] === undefined ? this.scales : [0],
        words: new Set([...label, ...section, ...contentOf(head)]),
        label,
        years: new Set(yearsIn(own === '' ? `${head} ${first}` : own)),
        time: latestTime(own === '' ? `${head} ${first}` : own),
        row: this.firstRow + this.#row,
        column: n,
        table: this.#table,
      });
    }
  }
}

const PERCENT = new Set(['percent', 'percentage_points']);
const AMOUNT = new Set([
  'money',
  'per_share',
  'count',
  'other',
  'multiple',
  'power_gw',
  'area',
  'mass',
  'volume',
  'score',
]);

/** Years named beside a figure of prose; with "respectively", the one in its place. */
function proseYears(sentence: string, n: number, count: number, at: number): readonly string[] {
  const years = yearsIn(sentence);
  if (/respectively/.test(sentence) && years.length > 1) {
    const list = years.slice(-Math.min(years.length, count));
    const own = list[n % list.length];
    return own ? [own] : [];
  }
  const after = yearsIn(sentence.slice(at, at + 90))[0];
  return after ? [after] : years;
}

function prose(text: string, evidence: number, firstRow: number): readonly Datum[] {
  // Table lines are blanked, so that offsets stay true and no sentence runs into them.
  const plain = linesOf(text)
    .map(({ text: line }) => (isRow(line) ? ' '.repeat(line.length) : line))
    .join('\n');
  const { layout, figures } = analyse(plainDocument(plain));
  const bySentence = new Map<number, Figure[]>();
  for (const figure of figures) bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure]);
  return [...bySentence].flatMap(([at, found]) => {
    const sentence = layout.sentences[at];
    const own = sentence ? plain.slice(sentence.start, sentence.end) : '';
    return found.flatMap((figure, n): readonly Datum[] => {
      const end = figure.low ?? figure.high;
      if (end === null || !sentence) return [];
      const near = plain.slice(Math.max(sentence.start, figure.start - 140), Math.min(sentence.end, figure.end + 100));
      const alike = found.filter((one) => PERCENT.has(one.unit) === PERCENT.has(figure.unit));
      const years = proseYears(own, alike.indexOf(figure), alike.length, figure.end - sentence.start);
      return [
        {
          evidence,
          quote: figure.quote.trim(),
          start: figure.start,
          end: figure.end,
          value: Number(end),
          unit: PERCENT.has(figure.unit) ? 'percent' : AMOUNT.has(figure.unit) ? 'amount' : 'other',
          scales: [0],
          words: contentOf(own),
          label: contentOf(near),
          years: new Set(years),
          time: latestTime(years.join(' ')),
          row: firstRow + at,
          column: n,
          table: null,
        },
      ];
    });
  });
}

/** Rows of one text never share a number with those of another. */
const ROWS_A_TEXT = 100_000;

export function readEvidence(texts: readonly string[]): readonly Datum[] {
  return texts.flatMap((text, evidence) => {
    // The same passage twice is one passage.
    if (texts.indexOf(text) !== evidence) return [];
    const reader = new Reader(text, evidence, scalesOf(text), evidence * 2 * ROWS_A_TEXT);
    for (const line of linesOf(text)) reader.line(line);
    return [...reader.data, ...prose(text, evidence, (evidence * 2 + 1) * ROWS_A_TEXT)];
  });
}
