/** Periods as tables write them: heads such as `1Q24`, `FY25E`, `Dec-23`, `2024-03-31`, and dates of a spreadsheet. */
import { MONTHS } from '../../base/months';
import { fullYear, dateName, fiscalQuarter, quarterName } from '../period/period-names';
import { findPeriods } from '../period/period';
import { readTypedPeriod } from '../period/typed-period';
import type { DateMeaning } from './cell';

export interface PeriodReading {
  readonly period: string;
  /** `A` and `E` behind a year: reported, or an estimate. */
  readonly suffix: 'A' | 'E' | null;
  /** What else stands there: `Revenue` of `Revenue 2024`. */
  readonly rest: string;
}

/** For words that are read without a document around them: their years are calendar years. */
export const NO_CONTEXT = { asOf: null, fiscalYearEndMonth: 12, period: null } as const;
const LONGEST = 80;
const SUFFIX = /(?<=\d)\s?([AEFP])\s*$/;

type Rewrite = readonly [RegExp, (...groups: string[]) => string];

/** Forms that only tables use, as the period grammar knows them. */
const REWRITES: readonly Rewrite[] = [
  [/^(\d{4})\s?[-_/ ]?\s?Q([1-4])$/i, (year, quarter) => `${year}Q${quarter}`],
  [/^Q([1-4])\s?[-_/' ’]?\s?(?:FY|CY)?\s?[-'’]?(\d{2}|\d{4})$/i, (quarter, year) => `${full(year)}Q${quarter}`],
  [/^([1-4])Q\s?[-_/' ’]?\s?(?:FY|CY)?\s?[-'’]?(\d{2}|\d{4})$/i, (quarter, year) => `${full(year)}Q${quarter}`],
  [/^(?:FY|CY)\s?[-'’]?(\d{2}|\d{4})\s?[-_/ ]?Q([1-4])$/i, (year, quarter) => `${full(year)}Q${quarter}`],
  [/^(?:FY|CY|FYE)\s?[-_'’]?\s?(\d{2}|\d{4})$/i, (year) => `FY${full(year)}`],
  [/^([123]\d)\s?Q([1-4])$/i, (year, quarter) => `${full(year)}Q${quarter}`],
  [/^([123]\d)\s?H([12])$/i, (year, half) => `${full(year)}H${half}`],
  [/^(\d{4})\s?[-_/ ]?\s?H([12])$/i, (year, half) => `${year}H${half}`],
  [
    /^(?:H([12])|([12])H)\s?[-_/' ’]?\s?(?:FY|CY)?\s?[-'’]?([1-9]\d|\d{4})$/i,
    (a, b, year) => `${full(year)}H${a || b}`,
  ],
  [/^(?:LTM|TTM)[-_ ]?(\d{4})Q([1-4])$/i, (year, quarter) => `TTM-${year}Q${quarter}`],
  // `1200.5` is a number, and so is `2012.5`: behind a point a month has two digits.
  [
    /^((?:19|20)\d\d)(?:[-/年]\s?(?=\d)|\.(?=\d\d))(0?[1-9]|1[0-2])月?$/,
    (year, month) => dateName(Number(year), Number(month), null),
  ],
  [/^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, (y, m, d) => dateName(Number(y), Number(m), Number(d))],
  [
    /^(\d{4})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?:[T ].*)?$/,
    (y, m, d) => dateName(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/, (d, m, y) => day(full(y), Number(m), Number(d))],
  [/^(\d{4})年\s?Q([1-4])$/i, (year, quarter) => `${year}Q${quarter}`],
  [/^(\d{4})年\s?H([12])$/i, (year, half) => `${year}H${half}`],
  [/^(\d{4})年$/, (year) => `FY${year}`],
  [/^9M\s?[-'’]?(?:FY)?(\d{2}|\d{4})$/i, (year) => `9M-${full(year)}`],
  [/^6M\s?[-'’]?(?:FY)?(\d{2}|\d{4})$/i, (year) => `${full(year)}H1`],
  [/^3M\s?[-'’]?(?:FY)?(\d{2}|\d{4})$/i, (year) => `${full(year)}Q1`],
  [/^12M\s?[-'’]?(?:FY)?(\d{2}|\d{4})$/i, (year) => `FY${full(year)}`],
];

const full = (year = ''): number => fullYear(year);

function day(year: number, month: number, date: number): string {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? dateName(year, month, date) : '';
}

/** `Mar-24`, `Mar 2024`, `31-Dec-2023`. */
function monthDate(text: string): string | null {
  const match = /^(?:(\d{1,2})[-\s./])?([\p{L}]{3,9})\.?[-\s'’/,]*(\d{4}|\d{2})$/u.exec(text);
  const month = MONTHS.get(match?.[2]?.toLowerCase() ?? '');
  if (match === null || month === undefined) return null;
  return dateName(full(match[3]), month, match[1] === undefined ? null : Number(match[1]));
}

/** Four digits alone are a year only of our times. */
const isNoYear = (text: string): boolean => /^\d{4}$/.test(text) && !/^(?:19|20)\d\d$/.test(text);

function exact(text: string): string | null {
  if (isNoYear(text)) return null;
  for (const [pattern, make] of REWRITES) {
    const match = pattern.exec(text);
    if (match !== null) return make(...match.slice(1).map((group) => group ?? '')) || null;
  }
  const named = monthDate(text);
  if (named !== null) return named;
  const read = readTypedPeriod(text, NO_CONTEXT);
  return 'period' in read ? read.period : null;
}

const known = new Map<string, PeriodReading | null>();
const REMEMBERED = 20_000;

/** The period that the whole text names, with an `A` or `E` behind it; null where it names none. */
export function readPeriod(raw: string): PeriodReading | null {
  const found = known.get(raw);
  if (found !== undefined) return found;
  if (known.size > REMEMBERED) known.clear();
  const text = raw.trim();
  const made = text === '' || text.length > LONGEST || !/\d/.test(text) ? null : wholePeriod(text);
  known.set(raw, made);
  return made;
}

function wholePeriod(text: string): PeriodReading | null {
  const whole = exact(text);
  const suffix = SUFFIX.exec(text);
  if (whole !== null) return { period: whole, suffix: suffixOf(suffix?.[1]), rest: '' };
  if (suffix === null) return null;
  const period = exact(text.slice(0, suffix.index).trim());
  return period === null ? null : { period, suffix: suffixOf(suffix[1]), rest: '' };
}

const suffixOf = (letter: string | undefined): 'A' | 'E' | null =>
  letter === undefined ? null : letter === 'A' ? 'A' : 'E';

/** A year and a quarter that stand in cells of their own, in either order: `2026` and `Q1`, or `1`. */
export function joinPeriod(parts: readonly string[]): PeriodReading | null {
  if (parts.length < 2) return readPeriod(parts[0] ?? '');
  const [a = '', b = ''] = parts.map((part) => part.trim().replace(/^([1-4])$/, 'Q$1'));
  return readPeriod(`${b} ${a}`) ?? readPeriod(`${a} ${b}`) ?? readPeriod(a) ?? readPeriod(b);
}

/** A part of a year that needs its year beside it. */
export const isPartOfYear = (text: string): boolean => /^(?:Q?[1-4]|[1-4]Q|H[12]|[12]H)$/i.test(text.trim());

/** A period anywhere in a head, as in `Revenue 2024` or `Q1 2026 actual`, with the words around it. */
export function findPeriod(raw: string): PeriodReading | null {
  const text = raw.trim();
  const whole = readPeriod(text);
  if (whole !== null || text.length > LONGEST || !/\d/.test(text)) return whole;
  const [mention] = findPeriods(text);
  if (mention === undefined || !mention.explicit) return null;
  const period = mention.resolve(NO_CONTEXT);
  if (period === null) return null;
  const rest = `${text.slice(0, mention.start)} ${text.slice(mention.end)}`;
  return {
    period,
    suffix: suffixOf(SUFFIX.exec(mention.text)?.[1]),
    rest: rest.replaceAll(/^[\s,:;|·()–—-]+|[\s,:;|·()–—-]+$/g, '').replaceAll(/\s+/g, ' '),
  };
}

/** A day, or the month that a cell shows of it. */
const ISO_DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** What a day stands for; anything but a day is left as it is. */
export function meant(period: string, dates: DateMeaning): string {
  const match = ISO_DAY.exec(period);
  if (match === null || dates === 'day') return period;
  const [, year = '', month = ''] = match;
  if (dates === 'month') return `${year}-${month}`;
  return dates === 'year' ? `FY${year}` : quarterName(fiscalQuarter(Number(year), Number(month), 12));
}

/** What the days of a table most likely stand for: ends or starts of months three or twelve apart are quarters and years. */
export function meaningOf(periods: readonly string[]): DateMeaning {
  const days = [...new Set(periods)].filter((one) => ISO_DAY.test(one)).sort();
  if (days.length < 2 || days.length < new Set(periods).size / 2) return 'day';
  if (!days.every(isMonthEnd) && !days.every((one) => one.endsWith('-01'))) return 'day';
  const months = days.map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)));
  const gaps = months.slice(1).map((month, index) => month - (months[index] ?? 0));
  if (gaps.every((gap) => gap % 12 === 0)) return 'year';
  if (gaps.every((gap) => gap % 3 === 0)) return 'quarter';
  return 'month';
}

function isMonthEnd(date: string): boolean {
  const [year, month, at] = date.split('-').map(Number);
  if (at === undefined) return true;
  return at === new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
}
