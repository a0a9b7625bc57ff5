/** Whether the period of a figure had ended when its document was written: results look back, guidance looks ahead. */
import type { DocumentContext } from '../../figure/model';

const QUARTER_MONTH = [3, 6, 9, 12] as const;

const month = (year: number, inYear: number): string => `${year}-${String(inYear).padStart(2, '0')}`;

/** Month (`YYYY-MM`) in which a period ends, null where the notation says nothing. Fiscal years end in `yearEnd`. */
function endOfPeriod(period: string, yearEnd: number): string | null {
  const last = period.split('/').at(-1) ?? period;
  const shift = (year: number, calendarMonth: number): string => {
    const fiscal = calendarMonth + yearEnd - 12;
    return fiscal > 0 ? month(year, fiscal) : month(year - 1, fiscal + 12);
  };
  const quarter = /^(?:TTM-)?(\d{4})Q([1-4])$/.exec(last);
  if (quarter) return shift(Number(quarter[1]), QUARTER_MONTH[Number(quarter[2]) - 1] ?? 12);
  const half = /^(\d{4})H([12])$/.exec(last);
  if (half) return shift(Number(half[1]), half[2] === '1' ? 6 : 12);
  const year = /^FY(\d{4})$/.exec(last) ?? /^(\d{4})$/.exec(last);
  if (year) return shift(Number(year[1]), 12);
  return /^(?:as-of-)?(\d{4}-\d{2})/.exec(last)?.[1] ?? null;
}

/** A date, month or year as its last month. */
const monthOf = (date: string): string => (date.length >= 7 ? date.slice(0, 7) : `${date}-12`);

/**
 * `closed` before the document's date, `open` on or after it, null where either is unknown. Without a date the reporting
 * period stands in for it, and a period that ends with that one stays undecided.
 */
export function periodState(period: string | null, context: DocumentContext): 'closed' | 'open' | null {
  if (period === null) return null;
  if (context.period === period) return 'closed';
  const end = endOfPeriod(period, context.fiscalYearEndMonth);
  if (end === null) return null;
  if (context.asOf !== null) return end <= monthOf(context.asOf) ? 'closed' : 'open';
  const reported = context.period === null ? null : endOfPeriod(context.period, context.fiscalYearEndMonth);
  if (reported === null || end === reported) return null;
  return end < reported ? 'closed' : 'open';
}
