/**
 * Values of a plain text that only one space sets apart, from each other or from the label before them, where the
 * other cells of the line stand wide apart: a column was too narrow for its largest number.
 */
import { isValueCell } from './grid-cells';
import { isPeriodHead } from './period-head';
import type { Span } from '../model';

/** A number that can be nothing but a printed amount: grouped, with decimals, in brackets, or behind its currency. */
const AMOUNT = String.raw`(?:[A-Z]{0,3}[$€£¥₹]\s?\(?\s?\d[\d,.]*\)?%?|\(\s?\d[\d,.]*\s?\)%?|\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\d+\.\d+%?|--|—)`;
const SEVERAL = new RegExp(`^${AMOUNT}(?: ${AMOUNT})+$`, 'u');
const BEHIND_LABEL = new RegExp(`^(\\D*\\p{L}[^\\d]*?) ((?:${AMOUNT})(?: ${AMOUNT})*)$`, 'u');
const EACH = new RegExp(AMOUNT, 'gu');
/** Words before an amount that is part of what the label says. */
const OF_LABEL =
  /(?:^|\s)(?:of|and|or|to|at|than|net|value|exceeding|under|over|from|by|outstanding|issued|authori[sz]ed|shares|par|up|with|in|for|rate|note|page|no\.?|[,;:–-])$/iu;
const LONGEST = 160;

/** The cells of a wide line, those that hold several amounts cut into one each; the label loses the amounts behind it. */
export function tightCells(text: string, cells: readonly Span[]): readonly Span[] {
  const [first, ...rest] = cells;
  if (first === undefined || rest.length === 0) return cells;
  const split = rest.flatMap((cell) => amountsOf(text, cell));
  // A line of words and one number says nothing of columns.
  const valued = split.some((cell) => isValueCell(text, cell));
  return valued ? [...labelAndAmounts(text, first), ...split] : cells;
}

function amountsOf(text: string, cell: Span): readonly Span[] {
  const quote = text.slice(cell.start, cell.end);
  if (quote.length > LONGEST || !SEVERAL.test(quote)) return [cell];
  return pieces(quote, cell.start);
}

function labelAndAmounts(text: string, cell: Span): readonly Span[] {
  const quote = text.slice(cell.start, cell.end);
  const match = quote.length > LONGEST || isPeriodHead(quote) ? null : BEHIND_LABEL.exec(quote);
  const [, label = '', amounts = ''] = match ?? [];
  if (match === null || OF_LABEL.test(label)) return [cell];
  const from = cell.start + quote.length - amounts.length;
  return [{ start: cell.start, end: cell.start + label.length }, ...pieces(amounts, from)];
}

const pieces = (quote: string, from: number): readonly Span[] =>
  [...quote.matchAll(EACH)].map((found) => ({ start: from + found.index, end: from + found.index + found[0].length }));

/** Rows with fewer cells than this say nothing of how many columns there are. */
const FEWEST_CELLS = 4;
const SMALL_BEHIND_LABEL = /^(.*\p{L}.*) (\d{1,3})$/u;

/**
 * The rows of one table, each with its cells; a row that lacks one cell of those that most rows have, and whose label
 * ends in a small number, has that number for its first value.
 */
export function smallBehindLabels(text: string, rows: readonly (readonly Span[])[]): readonly (readonly Span[])[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length >= FEWEST_CELLS) counts.set(length, (counts.get(length) ?? 0) + 1);
  const usual = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (usual === undefined) return rows;
  return rows.map((cells) => {
    const [label, ...values] = cells;
    if (label === undefined || cells.length !== usual - 1 || !values.every((cell) => isValueCell(text, cell)))
      return cells;
    const match = SMALL_BEHIND_LABEL.exec(text.slice(label.start, Math.min(label.end, label.start + LONGEST)));
    if (match?.[1] === undefined || OF_LABEL.test(match[1])) return cells;
    const end = label.start + match[1].length;
    return [{ start: label.start, end }, { start: end + 1, end: label.end }, ...values];
  });
}
