/** Stretches named by their end: "nine months ended September 30, 2026", "TTM through June 30". */
import { ANY_MONTH, MONTHS } from '../../base/months';
import { dateGroups, type ReadDate } from './dates';
import { baseQuarter, DATE, type Hit, type PeriodContext, spanOf, YEAR } from './hit';
import { type Matches, matchesOf, opened } from './openings';
import { fiscalQuarter, fiscalYear, quarterName, shiftQuarter, yearOf } from './period-names';

export const TTM = opened(
  `\\b(?:TTM|LTM|trailing[- ](?:twelve|12)[- ]months?|trailing(?= (?:free |operating )?(?:cash flow|revenue|sales|earnings|EPS|EBITDA|FCF)\\b)|(?:last|past) (?:twelve|12) months)(?:\\s(?:through|to|ended|ending)\\s${DATE})?`,
  'i',
  'ttm|ltm|trailing|last|past',
);
export const ENDED = opened(
  `\\b(?:(three|six|nine|twelve|3|6|9|12)[- ]months?|((?:1[234]|2[4678]|39|40|5[23])|thirteen|fourteen|twenty-six|twenty-seven|thirty-nine|fifty-two|fifty-three|twelve|sixteen)[- ]weeks?|(quarter)s?|(?:fiscal )?(year)s?|(half[- ]year)s?) (?:\\(?(?:fiscal )?(?:period|quarter|year|half)\\)? )?(?:ended|ending|to) (?:on )?(?:${DATE}|(${ANY_MONTH})\\.?,?\\s(${YEAR})(?![\\d%]))`,
  'i',
  'three|six|nine|twelve|3 |3-|6 |6-|9 |9-|12|13|14|24|26|27|28|39|40|52|53|thirteen|fourteen|twenty|thirty|fifty|sixteen|quarter|fiscal|year|half',
);

/**
 * Adds trailing twelve months to `hits`, named `TTM-2026Q1` by the quarter they end in; without a date of their own
 * that is the quarter the document reports.
 */
export function trailing(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, TTM)) {
    const date = dateGroups(m, 1);
    hits.push({
      ...spanOf(m),
      kind: 'ttm',
      explicit: date !== null,
      rule: 'ttm',
      resolve: (context) => {
        const year = date ? (date.year ?? yearOf(context.asOf)) : null;
        const quarter =
          date && year !== null ? fiscalQuarter(year, date.month, context.fiscalYearEndMonth) : baseQuarter(context);
        return quarter ? `TTM-${quarterName(quarter)}` : null;
      },
    });
  }
}

const SPAN_MONTHS: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  '3': 3,
  '6': 6,
  '9': 9,
  '12': 12,
};
const WEEK_MONTHS: Readonly<Record<string, number>> = {
  '24': 6,
  '26': 6,
  '27': 6,
  '28': 6,
  'twenty-six': 6,
  'twenty-seven': 6,
  '39': 9,
  '40': 9,
  'thirty-nine': 9,
  '52': 12,
  '53': 12,
  'fifty-two': 12,
  'fifty-three': 12,
};

/** Months of `nine` months or `39` weeks; a quarter of a year may have twelve to sixteen weeks. */
export function spanMonths(months: string, weeks: string): number {
  return (weeks === '' ? SPAN_MONTHS[months.toLowerCase()] : WEEK_MONTHS[weeks.toLowerCase()]) ?? 3;
}

/** "quarter ended March 2026": the day is its last. */
function monthOf(month: string | undefined, year: string | undefined): ReadDate | null {
  const at = MONTHS.get(month?.toLowerCase() ?? '');
  return at === undefined || year === undefined ? null : { year: Number(year), month: at, day: null };
}

/**
 * Adds "three months ended June 30, 2026" and its kin to `hits`: a quarter, half or year where the length is one, else
 * the range of quarters it covers.
 */
export function ended(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, ENDED)) {
    const date = dateGroups(m, 6) ?? monthOf(m[18], m[19]);
    if (!date) continue;
    const months = m[3] ? 3 : m[4] ? 12 : m[5] ? 6 : spanMonths(m[1] ?? '', m[2] ?? '');
    hits.push({
      ...spanOf(m),
      kind: months === 12 ? 'year' : months === 3 ? 'quarter' : 'half',
      explicit: date.year !== null,
      rule: 'ended',
      resolve: (context) => endedPeriod(date, months, context),
    });
  }
}

/** Years of 52 weeks end a few days off the month's end: what ended on November 2 is October's. */
const DAYS_OVER = 7;

/**
 * The calendar month (1–12) that a period ending on this date closes: a day up to the seventh belongs to the month
 * before, because years of 52 weeks end a few days off.
 */
export function closingMonth({ month, day }: Pick<ReadDate, 'month' | 'day'>): number {
  return day === null || day > DAYS_OVER ? month : month === 1 ? 12 : month - 1;
}

/**
 * The name of the period of `months` months that ends on `date`, by the company's fiscal year: `FY2026`, `TTM-2026Q3`,
 * `2026Q3`, `2026H1`, `9M-2026`, else a range of quarters. A year that is not printed is the as-of date's; null where
 * that is unknown.
 */
export function endedPeriod(date: ReadDate, months: number, context: PeriodContext): string | null {
  const printed = date.year ?? yearOf(context.asOf);
  if (printed === null) return null;
  const month = closingMonth(date);
  const year = month > date.month ? printed - 1 : printed;
  const end = fiscalQuarter(year, month, context.fiscalYearEndMonth);
  if (months === 12)
    return end.quarter === 4 ? `FY${fiscalYear(year, month, context.fiscalYearEndMonth)}` : `TTM-${quarterName(end)}`;
  if (months === 3) return quarterName(end);
  if (months === 6 && end.quarter % 2 === 0) return `${end.year}H${end.quarter / 2}`;
  if (months === 9 && end.quarter === 3) return `9M-${end.year}`;
  return `${quarterName(shiftQuarter(end, 1 - months / 3))}/${quarterName(end)}`;
}
