/** Heads of columns: which cells of a line head what stands below, and over which columns each of a stack stands. */
import { MONTH_NAMES, MONTH_OPENING } from '../../base/months';
import { spanIn, type Time, timesIn, withoutTimes } from './times';

/** Cells that hold dates, years or words and no amount: what heads the columns below. */
const DATE_CELL = new RegExp(
  `^(?:(?:for the |as of |at )?[a-z ]*)?(?:(?:${MONTH_OPENING})[a-z]*\\.? \\d{1,2},? ?)?(?:(?:19|20)\\d\\d)?,?(?: ?\\(\\d\\))*$|^\\d{1,2}-[a-z]{3}-\\d\\d$`,
  'i',
);
/** "Programs (1)(2)". */
const NOTE_MARKS = /(?<=[\p{L}\d%)] ?)\(\d{1,2}\)/gu;
/** "Less than 1 year", "1–3 years", "90 days or more": what ages and maturities stand under. */
const LENGTH = /\b\d{1,3}(?: ?(?:-|–|to|and) ?\d{1,3})? (?:years?|months?|days?)\b/gi;

/** Whether a cell may head a column: words, or a time with whatever words, but no other number. */
export function isHeadCell(cell: string): boolean {
  if (!/\d/.test(cell) || DATE_CELL.test(cell) || /^[^\d]*(?:19|20)\d\d$/.test(cell)) return true;
  // "Q1 2024 Actual", "FY19A", "2023 vs. 2022", "From March 16, 2022 through December 31, 2022": times and words.
  const times = timesIn(cell);
  const words = withoutTimes(cell, times).replaceAll(NOTE_MARKS, ' ').replaceAll(LENGTH, ' ');
  return !/\d/.test(words) && (times.length > 0 || /\p{L}{2}/u.test(cell));
}

/** A first head over the labels, "(in millions)" before the years, has no column of its own. */
function overValues(heads: readonly string[], count: number): readonly string[] {
  if (heads.length === count + 1) return heads.slice(1);
  const [first, ...rest] = heads;
  const isLabel =
    first !== undefined &&
    rest.length > 1 &&
    timesIn(first).length === 0 &&
    rest.every((one) => timesIn(one).length > 0 || CHANGE.test(one));
  return isLabel && (count % rest.length === 0 || doubled(rest).length === count) ? rest : heads;
}

/** "2024 | 2023 | Change" over four numbers: a change is printed as amount and percentage. */
const CHANGE = /^(?:% |\$ )?(?:change|variance|increase|decrease|inc\b|增减|变动|同比)/i;
const doubled = (heads: readonly string[]): readonly string[] =>
  heads.flatMap((head) => (CHANGE.test(head) ? [head, head] : [head]));

/** Heads that divide the columns evenly span them; a few that do not stand over the last ones. */
function headOver(heads: readonly string[], below: number | null, n: number, count: number): string | undefined {
  if (heads.length < count) {
    // The last spans those of the line below: "2024 | 2023 | Change" over "$ | %".
    if (below !== null && heads.length - 1 + below === count) return heads[Math.min(n, heads.length - 1)];
    const wide = doubled(heads);
    if (wide.length === count) return wide[n];
    if (count % heads.length !== 0) return heads[n - (count - heads.length)];
  }
  return heads[Math.min(heads.length - 1, Math.floor((n * heads.length) / count))];
}

/** Of each line of a stack of heads the cell above a column, the nearest last. */
export function headsOver(
  stack: readonly (readonly string[])[],
  n: number,
  count: number,
): readonly (string | undefined)[] {
  const lines = stack.map((heads) => overValues(heads, count));
  return lines.map((heads, i) => {
    const above = lines[i - 1];
    // Heads that part the last one above them stand under it alone.
    if (heads.length < count && above && above.length - 1 + heads.length === count)
      return heads[n - (count - heads.length)];
    return headOver(heads, lines[i + 1]?.length ?? null, n, count);
  });
}

const MONTH_ALONE = new RegExp(`(${MONTH_NAMES.join('|')})\\s+\\d{1,2}`, 'i');
function monthIn(text: string): number | null {
  const word = MONTH_ALONE.exec(text)?.[1];
  return word ? (timesIn(`${word} 2000`)[0]?.month ?? null) : null;
}

/** The nearest head gives the year; those above it month and span, where it has none; else what stands around says it. */
export function timesOfCell(heads: readonly string[], label: string, around: readonly string[]): readonly Time[] {
  const all = heads.join(' ');
  const year = heads.map(timesIn).findLast((times) => times.length > 0);
  if (year) {
    const month = year[0]?.month ?? monthIn(all);
    const span = spanIn(all);
    return year.map((time) => ({ ...time, month: time.month ?? month, span: time.span ?? span }));
  }
  const inLabel = timesIn(label);
  // "Balance at December 31, 2024" in the corner or the one date of a caption dates the whole table.
  return inLabel.length > 0 ? inLabel : (around.map(timesIn).find((times) => times.length === 1) ?? []);
}
