/** `Oct-Dec 2025`, `2025-26 Apr-Dec`: months of a year by their first and last, as Indian and many Asian statements head their columns. */
import { ANY_MONTH, MONTHS } from '../../base/months';
import type { PeriodContext } from './hit';
import { fullYear } from './period-names';
import { endedPeriod } from './spans';

const SPAN = new RegExp(`^(${ANY_MONTH})\\.?\\s?(?:[-–—]|to)\\s?(${ANY_MONTH})\\.?$`, 'i');
const YEARS = /^(?:FY\s?)?(?:((?:19|20)\d{2})[-–/](\d{2}|(?:19|20)\d{2})|['’]?((?:19|20)\d{2}|\d{2}))$/i;

/** Null where the words are anything else, or the months are no quarter, half, nine months or year. */
export function monthSpan(words: string, context: PeriodContext): string | null {
  const parts = words.trim().split(/[\s,]+/u);
  if (parts.length < 2 || parts.length > 5) return null;
  for (const cut of parts.keys()) {
    if (cut === 0) continue;
    const [head, tail] = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
    const read = spanIn(head, tail, context) ?? spanIn(tail, head, context);
    if (read !== null) return read;
  }
  return null;
}

function spanIn(span: string, year: string, context: PeriodContext): string | null {
  const [, from = '', to = ''] = SPAN.exec(span) ?? [];
  const years = YEARS.exec(year);
  const [first, last] = [MONTHS.get(from.toLowerCase()), MONTHS.get(to.toLowerCase())];
  if (first === undefined || last === undefined || years === null) return null;
  const months = ((last - first + 12) % 12) + 1;
  if (months % 3 !== 0) return null;
  const date = { year: yearOfLast(years, last, context), month: last, day: null };
  return endedPeriod(date, months, context);
}

/** The calendar year of the last month: of `2025-26` the later one up to the month that the fiscal year ends in. */
function yearOfLast([, opening, , single]: RegExpExecArray, last: number, context: PeriodContext): number {
  if (opening !== undefined) return Number(opening) + (last <= context.fiscalYearEndMonth ? 1 : 0);
  return fullYear(single ?? '');
}
