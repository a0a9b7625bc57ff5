/** In which order a column writes day and month: one order for all its dates, since no table changes it between two rows. */

import type { TableRow } from './model';
import { cellText } from '../figure/cell/cell';

const NUMERIC_DAY = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T ])/;

export type DayOrder = 'day-first' | 'month-first';

export interface OrderFinding {
  /** Null where the column has no such dates, where none of them settles it, or where they contradict each other. */
  readonly order: DayOrder | null;
  /** Some of its dates could be read either way. */
  readonly open: boolean;
}

const NO_ORDER: OrderFinding = { order: null, open: false };

/**
 * The order that the dates of a column share. A number over 12 settles it; where none does, or two dates settle it
 * differently, the order is null and `open` says whether any date could be read both ways.
 */
export function dayOrderOf(texts: Iterable<string>): OrderFinding {
  let dayFirst = false;
  let monthFirst = false;
  let either = false;
  for (const text of texts) {
    const match = NUMERIC_DAY.exec(text.trim());
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) dayFirst = true;
    else if (second > 12 && first <= 12) monthFirst = true;
    else if (first !== second) either = true;
  }
  if (dayFirst === monthFirst) return { order: null, open: either };
  return { order: dayFirst ? 'day-first' : 'month-first', open: false };
}

/** `28/02/2026` as the column's order says, in the one form that cannot be read otherwise; any other text as it is. */
export function plainDay(text: string, order: DayOrder | null): string {
  const match = order === null ? null : NUMERIC_DAY.exec(text.trim());
  if (match === null) return text;
  const [, first = '', , second = '', year = ''] = match;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return text;
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`;
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether a date could be read with day or month first: `3/5/2026`, not `13/5/2026` or `5/5/2026`. */
export const isOpenDay = (text: string): boolean => dayOrderOf([text]).open;

export const EITHER_ORDER = 'Nothing in the column says whether day or month comes first: look at the date.';

/** The order of day and month in one column of `body`; neither order nor open dates where `column` is undefined. */
export const daysIn = (body: readonly TableRow[], column: number | undefined): OrderFinding =>
  column === undefined ? NO_ORDER : dayOrderOf(body.map((row) => cellText(row.cells[column])));

/** How many rows have a date that could be read either way. */
export const openDays = (body: readonly TableRow[], column: number | undefined, { open }: OrderFinding): number =>
  open && column !== undefined ? body.filter((row) => isOpenDay(cellText(row.cells[column]))).length : 0;
