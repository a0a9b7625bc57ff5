/** Which character stands between the fields of a text, and how much the text is a table at all. */
import Papa from 'papaparse';
import { lookOf } from '../../../core/table/head';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What is looked at: enough to know, little enough to ask of every text. */
const SAMPLE = 64 * 1024;
const ROWS = 200;

export interface Fit {
  readonly delimiter: Delimiter;
  /** Fields of most rows. */
  readonly columns: number;
  readonly rows: number;
  /** Share of the rows that have as many fields as most. */
  readonly even: number;
  /** Share of the rows of several fields that have as many as most: lines of one field are captions. */
  readonly evenWide: number;
  /** Share of the filled cells that are numbers. */
  readonly numbers: number;
  /** Mean length of a filled cell. */
  readonly length: number;
  /** Share of the delimiters that a space follows, as in prose. */
  readonly spaced: number;
}

/** Excel writes `sep=;` before the table. */
const SEP = /^sep=(.)\r?\n/i;

export function declaredDelimiter(text: string): { readonly delimiter: string; readonly length: number } | null {
  const match = SEP.exec(text.slice(0, 10));
  return match?.[1] === undefined ? null : { delimiter: match[1], length: match[0].length };
}

/** The delimiter under which the text is most evenly a table; null where it has one column under all of them. */
export function bestFit(text: string): Fit | null {
  const sample = wholeLines(text);
  const fits = DELIMITERS.map((delimiter) => fitOf(sample, delimiter)).filter((fit) => fit.columns > 1);
  return fits.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}

/** Evenness first; among even ones the delimiter that gives numbers and does not stand in running text. */
const weight = ({ even, columns, numbers, spaced }: Fit): number =>
  even + numbers / 2 + Math.min(columns, 12) / 40 - spaced / 2;

function wholeLines(text: string): string {
  if (text.length <= SAMPLE) return text;
  const sample = text.slice(0, SAMPLE);
  const end = sample.lastIndexOf('\n');
  return end > 0 ? sample.slice(0, end) : sample;
}

function fitOf(sample: string, delimiter: Delimiter): Fit {
  const rows = Papa.parse<string[]>(sample, { delimiter, preview: ROWS }).data.filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  );
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const byCount = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  // Captions above a short table and sources below it are lines of one field: they may outnumber its rows.
  const wide = byCount.find(([width, times]) => width > 1 && times >= 2);
  const [columns = 1, count = 0] = wide ?? byCount[0] ?? [];
  const cells = rows.flatMap((row) => row.slice(0, 50)).filter((cell) => cell.trim() !== '');
  const numbers = cells.filter((cell) => lookOf(cell) === 'number').length;
  const marks = sample.split(delimiter).length - 1;
  const spaced = delimiter === '\t' ? 0 : sample.split(`${delimiter} `).length - 1;
  return {
    delimiter,
    columns,
    rows: rows.length,
    even: rows.length === 0 ? 0 : count / rows.length,
    evenWide: evenWide(widths, columns),
    numbers: cells.length === 0 ? 0 : numbers / cells.length,
    length: cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
    spaced: marks === 0 ? 0 : spaced / marks,
  };
}

function evenWide(widths: ReadonlyMap<number, number>, columns: number): number {
  const wide = [...widths].reduce((sum, [width, times]) => (width > 1 ? sum + times : sum), 0);
  return columns > 1 && wide > 0 ? (widths.get(columns) ?? 0) / wide : 0;
}

const NAMED = /\.(?:csv|tsv|tab|psv)$/i;
const OTHER_NAME = /\.(?:md|markdown|mdown|mkd|x?html?|json|xml|bib|ris|enw|nbib)$/i;
/** A table of Markdown is a document's. */
const MARKDOWN_TABLE = /^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t|:-]*$/m;

/** Prose has commas too: without a name that says so, a table is even, short of words and holds numbers. */
export function tableScore(text: string, fileName: string | null): number {
  if (OTHER_NAME.test(fileName ?? '')) return 0;
  const head = text.slice(0, SAMPLE);
  if (/^\s*[[{<]/.test(head) || MARKDOWN_TABLE.test(head)) return 0;
  if (declaredDelimiter(text) !== null) return 0.75;
  const fit = bestFit(text);
  if (fit === null) return 0;
  if (NAMED.test(fileName ?? '')) {
    const isTable = fit.even >= 0.5 || fit.numbers > 0.3 || (fit.evenWide >= 0.75 && fit.numbers > 0.1);
    return isTable ? 0.75 : 0.3;
  }
  const isTable = fit.rows >= 3 && fit.even >= 0.9 && fit.length <= 40 && fit.spaced <= 0.3;
  if (!isTable) return 0;
  const some = fit.delimiter === '\t' ? 0.1 : 0.15;
  return fit.numbers >= some ? 0.6 : 0;
}
