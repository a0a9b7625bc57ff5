/** Cells as they come out of a file: signs in cells of their own go to their number, and each cell is told by its look. */
import { isValueText } from './atoms';
import { isPeriodHead } from './period-head';
import { remembered } from '../../base/remembered';
import type { Span } from '../model';

/** A cell and where it stands in its row: a column's index, or how far right in the line. */
export interface Placed extends Span {
  readonly column: number;
}

export interface GridRow extends Span {
  readonly cells: readonly Placed[];
  /** The file or a rule below says that it is a head. */
  readonly header: boolean;
  /** Its one cell stands over the values, where a line of a head that is set over several lines stands. */
  readonly over?: boolean;
}

/** `$`, `US$ (`, `(`: what stands before a number, in a cell of its own. */
const OPENS = /^(?:[A-Z]{0,3}[$€£¥₹₩]|USD|EUR|GBP|CHF|RMB|CNY|JPY|HKD|Rs\.?|~|≈)?\s*\(?$/u;
/** `)`, `)%`, `%`, `x`: what stands behind it. */
const CLOSES = /^\)?\s*(?:%|％|x|×|bps?|pp|ppts?|pts?)?\s*\)?$/u;
const NUMBER = /^[^\p{L}\d]{0,8}(?:[A-Z]{0,3}[$€£¥₹₩]|[A-Z]{3})?[^\p{L}\d]{0,6}\d[\d.,'’\s\u00a0\u202f]*[^\d]{0,8}$/u;
const DASH = /^[-–—−]{1,3}$/u;
const LONGEST_VALUE = 60;

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);
/** Without the white space that parted its pieces. */
export const compact = (quote: string): string =>
  quote.replaceAll(/\s+/gu, '').replace(/^([A-Z]{0,3}[$€£¥₹₩])\(/u, '($1');

const isNumber = (quote: string): boolean => quote.length <= LONGEST_VALUE && NUMBER.test(quote);

/** The cells that hold something, each number with its sign, currency and percent. */
export function mergeSigns(text: string, cells: readonly Placed[]): { cells: Placed[]; merged: boolean } {
  const out: Placed[] = [];
  let opened: Placed | null = null;
  let merged = false;
  for (const cell of cells) {
    if (cell.end <= cell.start) continue;
    const quote = textOf(text, cell);
    const last = out.at(-1);
    if (opened !== null) {
      if (isNumber(quote) || DASH.test(quote)) {
        out.push({ start: opened.start, end: cell.end, column: cell.column });
        merged = true;
        opened = null;
        continue;
      }
      out.push(opened);
      opened = null;
    }
    if (quote.length <= 6 && OPENS.test(quote)) opened = cell;
    else if (quote.length <= 5 && CLOSES.test(quote) && last && isNumber(textOf(text, last))) {
      out[out.length - 1] = { ...last, end: cell.end };
      merged = true;
    } else out.push(cell);
  }
  if (opened !== null) out.push(opened);
  return { cells: out, merged };
}

/** One printed value, or a dash in its place. */
export function isValueCell(text: string, cell: Span): boolean {
  if (cell.end - cell.start > LONGEST_VALUE) return false;
  return isValueQuote(textOf(text, cell));
}

/** Remembered, because the readers of rows, columns and tables ask it of the same cells. */
const isValueQuote = remembered((quote: string): boolean => {
  if (isPeriodHead(quote)) return false;
  return isValueText(quote) || isValueText(compact(quote));
});

/** Whether the cell names a stretch or point of time and nothing else. */
export const isPeriodCell = (text: string, cell: Span): boolean =>
  cell.end - cell.start <= 80 && isPeriodHead(textOf(text, cell));

/** Whether a row has a value outside its first cell; in a row of one cell, in it. */
export const hasValues = (text: string, cells: readonly Span[]): boolean =>
  cells.some((cell, at) => (at > 0 || cells.length === 1) && isValueCell(text, cell));

/** A period, or what a paste left of one: `Three Months` on one line, `Ended` on the next. */
export const isParent = (text: string, cell: Span): boolean =>
  isPeriodCell(text, cell) || /^end(?:ed|ing)$/i.test(textOf(text, cell));

const UNIT_CELL =
  /^(?:[A-Z]{0,3}[$€£¥₹]\s?['’]?(?:000s?|m|mn|million|bn)|[A-Z]{3}\s?['’]?(?:000s?|m|mn|million)|['’]000s?|notes?)$/iu;

/** `Notes | $’000 | $’000`, alone or beside `As at 30 June`: what the numbers below are printed in. */
export function isUnitRow(text: string, cells: readonly Span[]): boolean {
  const quotes = cells.map(({ start, end }) => text.slice(start, end));
  const from = UNIT_CELL.test(quotes[0] ?? '') ? 0 : 1;
  const units = quotes.slice(from);
  return (
    units.length >= 1 &&
    units.every((quote) => UNIT_CELL.test(quote)) &&
    units.some((quote) => /\d|\p{Sc}/u.test(quote))
  );
}

/** How well a cell's place says which column it is of. */
export type Places = 'columns' | 'fields' | 'offsets';
