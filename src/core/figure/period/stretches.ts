/** Stretches that are counted in months or weeks: trailing ones, those that end on a date, the year to date. */
import { DATE, dateGroups, type ReadDate } from './dates';
import { baseQuarter, defaultYear, type Hit, type PeriodContext, printedYear, spanOf, YEAR, YEAR_TAIL } from './hit';
import { fiscalQuarter, fiscalYear, quarterName, shiftQuarter, yearOf } from './period-names';

const TTM = new RegExp(
  `\\b(?:TTM|LTM|trailing[- ](?:twelve|12)[- ]months?|trailing(?= (?:free |operating )?(?:cash flow|revenue|sales|earnings|EPS|EBITDA|FCF)\\b)|(?:last|past) (?:twelve|12) months)(?:\\s(?:through|to|ended|ending)\\s${DATE})?`,
  'gi',
);
const ENDED = new RegExp(
  `\\b(?:(three|six|nine|twelve|3|6|9|12)[- ]months?|((?:1[234]|2[4678]|39|40|5[23])|thirteen|fourteen|twenty-six|twenty-seven|thirty-nine|fifty-two|fifty-three|twelve|sixteen)[- ]weeks?|(quarter)|(?:fiscal )?(year)|(half[- ]year)) (?:period )?(?:ended|ending|to) (?:on )?${DATE}`,
  'gi',
);
const TO_DATE = new RegExp(
  `\\b(?:(?:the )?first (nine|six|9|6) months|(nine|six)[- ]months? (?:period|of)|([96])M)(?:\\s?(\\d{4}|\\d{2})(?!\\d|%|[.,]\\d))?${YEAR_TAIL}(?![\\w-])`,
  'gi',
);
const TO_DATE_HAN = new RegExp(
  `(?:(${YEAR})\\s?年?)?(?:度)?(?:(前三季度|前三季|1\\s?[-–~至]\\s?9\\s?月|前九个?月)|(1\\s?[-–~至]\\s?6\\s?月))`,
  'g',
);

/** "the first nine months of 2026", "9M25", "前三季度": the year so far. */
export function cumulative(text: string, hits: Hit[]): void {
  const push = (m: RegExpMatchArray, nine: boolean, year: number | null) =>
    hits.push({
      ...spanOf(m),
      kind: 'half',
      explicit: year !== null,
      rule: 'to-date',
      resolve: (context) => {
        const at = year ?? defaultYear(context);
        return at === null ? null : nine ? `9M-${at}` : `${at}H1`;
      },
    });
  for (const m of text.matchAll(TO_DATE)) {
    const year = printedYear(m[4], m[5], m[6], m[7]);
    // "6M" alone is a number in millions.
    if (m[3] !== undefined && year === null) continue;
    push(m, /nine|9/i.test(m[1] ?? m[2] ?? m[3] ?? ''), year);
  }
  for (const m of text.matchAll(TO_DATE_HAN)) push(m, m[2] !== undefined, printedYear(m[1]));
}

export function trailing(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(TTM)) {
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

export function ended(text: string, hits: Hit[]): void {
  for (const m of text.matchAll(ENDED)) {
    const date = dateGroups(m, 6);
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

export function endedPeriod(date: ReadDate, months: number, context: PeriodContext): string | null {
  const year = date.year ?? yearOf(context.asOf);
  if (year === null) return null;
  const end = fiscalQuarter(year, date.month, context.fiscalYearEndMonth);
  if (months === 12)
    return end.quarter === 4
      ? `FY${fiscalYear(year, date.month, context.fiscalYearEndMonth)}`
      : `TTM-${quarterName(end)}`;
  if (months === 3) return quarterName(end);
  if (months === 6 && end.quarter % 2 === 0) return `${end.year}H${end.quarter / 2}`;
  if (months === 9 && end.quarter === 3) return `9M-${end.year}`;
  return `${quarterName(shiftQuarter(end, 1 - months / 3))}/${quarterName(end)}`;
}
