/**
 * Tables that lead from one balance to the next: `At 1 January 2025`, what happened, `At 31 December 2025`. A row between
 * two balances is of the time between them, and a balance is of its own day, whatever day stands over the columns.
 */
import type { Layout, Table } from '../../../document/model';
import { MONTHS } from '../../../base/months';
import type { DocumentContext } from '../../model';
import { balanceDay } from './cell-period';
import { cleanText } from './cell-words';
import { closingMonth, endedPeriod } from '../../period/period';
import { cellOfLabel } from './label-column';

/** What a row of such a table is; `day` is the one that its label names (`YYYY-MM-DD`), null where it names none. */
interface Balance {
  readonly row: number;
  readonly label: string;
  readonly opens: boolean | null;
}

const OPENS = /\b(?:opening|beginning|start|brought forward|b\/f(?:wd)?)\b|\bbalances?,? open\b|期初|年初/iu;
const CLOSES = /\b(?:closing|ending|end|carried forward|c\/f(?:wd)?)\b|\bbalances?,? clos(?:e|ed)\b|期末|年末/iu;
const DAY = /\b(?:at|as (?:at|of)|balances?,?(?: on)?|on) (?:(\d{1,2})\.? (\p{L}{3,9})|(\p{L}{3,9})\.? (\d{1,2}))\b/iu;
const LONGEST = 100;

/** Costs, depreciation and net values stand below each other: a balance's name says a stock, or a day. */
const STOCK =
  /\b(?:balances?|at|as (?:at|of)|(?:brought|carried) forward|[bc]\/f(?:wd)?|(?:opening|closing|beginning|ending)\b.{0,40}\b(?:cost|value|amount|position|cash))\b|期初|期末|年初|年末/iu;

function balanceOf(label: string, row: number): Balance | null {
  if (label === '' || label.length > LONGEST) return null;
  const dated = DAY.test(label);
  const opens = OPENS.test(label) ? true : CLOSES.test(label) ? false : null;
  return STOCK.test(label) && (dated || opens !== null) ? { row, label, opens } : null;
}

const known = new WeakMap<Table, readonly Balance[]>();

function balancesOf({ text }: Layout, table: Table): readonly Balance[] {
  const found = known.get(table);
  if (found !== undefined) return found;
  const made = table.rows.flatMap(({ cells }, row) => {
    const label = cells.length > 1 ? cellOfLabel(text, table, cells) : undefined;
    const balance = label === undefined ? null : balanceOf(cleanText(text, label), row);
    return balance === null ? [] : [balance];
  });
  known.set(table, made);
  return made;
}

/** Whether the table leads from a balance to another one. */
export const isMovement = (layout: Layout, table: Table): boolean => balancesOf(layout, table).length >= 2;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;
const DAYS_A_MONTH = 30.44;

/**
 * The period of the row where the table is such a one; null where its labels do not say. `told` is what heads, corner and
 * captions say: a day there is the one on which the movement ends.
 */
export function movementPeriod(
  layout: Layout,
  table: Table,
  row: number,
  told: string | null,
  context: DocumentContext,
): string | null {
  const balances = balancesOf(layout, table);
  if (balances.length < 2) return null;
  const own = balances.find((one) => one.row === row);
  if (own !== undefined) return openingDay(own, told, context);
  const above = balances.findLast((one) => one.row < row);
  const below = balances.find((one) => one.row > row);
  if (above === undefined || below === undefined) return null;
  if (above.opens === false || below.opens === true) return null;
  return between(balanceDay(above.label, context), balanceDay(below.label, context), context) ?? lasting(told, context);
}

/** The name of the time between two days, where it is one that has a name. */
function between(from: string | null, to: string | null, context: DocumentContext): string | null {
  const [start, end] = [ISO.exec(from ?? ''), ISO.exec(to ?? '')];
  if (!start || !end) return null;
  const days = (Date.parse(end[0]) - Date.parse(start[0])) / MS_A_DAY;
  const months = Math.round(days / DAYS_A_MONTH);
  return [3, 6, 9, 12].includes(months) ? endedPeriod(dateOf(end), months, context) : null;
}

const dateOf = ([, year, month, day]: RegExpExecArray) => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

/** What moved up to the last day of a fiscal year moved in that year. */
function lasting(told: string | null, context: DocumentContext): string | null {
  const end = ISO.exec(told ?? '');
  if (!end) return null;
  const date = dateOf(end);
  return closingMonth(date) === (context.fiscalYearEndMonth ?? 12) ? endedPeriod(date, 12, context) : null;
}

/** `At 1 January` in a table of the year: that day, in the year that ends as the table says. */
function openingDay({ label }: Balance, told: string | null, context: DocumentContext): string | null {
  if (/\d{4}/.test(label)) return null;
  const day = DAY.exec(label);
  const month = MONTHS.get((day?.[2] ?? day?.[3] ?? '').toLowerCase());
  const ends = lastDay(told, context);
  if (day === null || month === undefined || ends === null) return null;
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(Number(day[1] ?? day[4])).padStart(2, '0')}`;
  const year = Number(ends.slice(0, 4)) - (monthAndDay > ends.slice(5) ? 1 : 0);
  return `${year}-${monthAndDay}`;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDay(told: string | null, { fiscalYearEndMonth }: DocumentContext): string | null {
  if (told === null || ISO.test(told)) return told;
  const year = /^FY(\d{4})$/.exec(told)?.[1];
  const month = fiscalYearEndMonth ?? 12;
  return year === undefined ? null : `${year}-${String(month).padStart(2, '0')}-${MONTH_DAYS[month - 1] ?? 31}`;
}
