/** First and last day of a period by its name, and how far a horizon reaches. */
import type { Span } from '../../document/model';

/** Days since 1970. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const MS_A_DAY = 86_400_000;
const day = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / MS_A_DAY;
const months = (year: number, from: number, to: number): Days => ({
  first: day(year, from, 1),
  last: day(year, to + 1, 0),
});

const NAME = /^(?:FY)?((?:19|20)\d\d)(?:(?:Q([1-4]))|(?:H([12]))|(?:-(\d\d)(?:-(\d\d))?))?$/;

/** `2026Q1`, `2026H2`, `FY2026`, `2026`, `2026-05`, `2026-05-13`, a span by its ends; null for others. */
export function daysOf(period: string | null): Days | null {
  const [from, to] = (period ?? '').split('/');
  if (from !== undefined && to !== undefined) {
    const [a, b] = [daysOf(from), daysOf(to)];
    return a && b && { first: a.first, last: b.last };
  }
  const match = NAME.exec(period ?? '');
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return months(year, Number(match[2]) * 3 - 3, Number(match[2]) * 3 - 1);
  if (match[3]) return months(year, Number(match[3]) * 6 - 6, Number(match[3]) * 6 - 1);
  if (match[4] && match[5]) {
    const at = day(year, Number(match[4]) - 1, Number(match[5]));
    return { first: at, last: at };
  }
  return match[4] ? months(year, Number(match[4]) - 1, Number(match[4]) - 1) : months(year, 0, 11);
}

const UNIT = '(trading days|business days|days|weeks|months|quarters|years|个交易日|天|周|个月|个季度|年)';
const HORIZON = new RegExp(
  `(?:next|coming|within|over the next|未来)\\s?(?:\\d+\\s?(?:[-–]|to)\\s?)?(\\d+)\\s?${UNIT}|[(（]\\d+\\s?(?:[-–]|to)\\s?(\\d+)\\s?${UNIT}[)）]`,
  'iu',
);
const DAYS_OF: Readonly<Record<string, number>> = {
  'trading days': 7 / 5,
  'business days': 7 / 5,
  个交易日: 7 / 5,
  days: 1,
  天: 1,
  weeks: 7,
  周: 7,
  months: 30.5,
  个月: 30.5,
  quarters: 91.3,
  个季度: 91.3,
  years: 365.25,
  年: 365.25,
};
/** A horizon is told roundly; days are counted over a weekend. */
const ROUNDLY = 1.15;
const WEEKEND = 2;

export interface Horizon extends Span {
  readonly days: number;
  readonly text: string;
}

/**
 * The first horizon in the text ("next 5 trading days"), offsets in `text`; null where there is none. `days` is the
 * farther end with room for weekends and rounding (15% and two days).
 */
export function horizonIn(text: string): Horizon | null {
  const match = HORIZON.exec(text);
  const [count, unit] = match ? [match[1] ?? match[3], (match[2] ?? match[4] ?? '').toLowerCase()] : [];
  const each = unit === undefined ? undefined : DAYS_OF[unit];
  if (!match || count === undefined || each === undefined) return null;
  const days = Number(count) * each * ROUNDLY + WEEKEND;
  return { start: match.index, end: match.index + match[0].length, text: match[0], days };
}
