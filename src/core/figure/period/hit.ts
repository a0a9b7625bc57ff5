/** A mention of a period, and what every reader of periods needs of its words and of the document. */
import { ANY_MONTH } from '../../base/months';
import type { DocumentContext } from '../model';
import { fullYear, parseQuarter, quarterName, yearOf } from './period-names';

export type PeriodKind = 'quarter' | 'half' | 'year' | 'ttm' | 'date' | 'month' | 'relative';

export interface PeriodMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PeriodKind;
  /** The year is printed with it. */
  readonly explicit: boolean;
  readonly rule: string;
  /** What it stands for; `base` is the period of the figure it is compared with, for relative ones. */
  readonly resolve: (context: PeriodContext, base?: string | null) => string | null;
}

export type PeriodContext = Pick<DocumentContext, 'asOf' | 'fiscalYearEndMonth' | 'period'>;

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['1st', 1],
  ['2nd', 2],
  ['3rd', 3],
  ['4th', 4],
  ['一', 1],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['final', 4],
]);

export const YEAR = '(?:19|20)\\d{2}';
/** A year behind a quarter or half: "Q3 of fiscal 2026", "H1 ’26", "Q3 FY26". Three groups. */
export const YEAR_TAIL = `(?:\\s?(?:of\\s)?(?:the\\s)?(?:fiscal\\s(?:year\\s)?|FY\\s?|CY\\s?|calendar\\s)?(${YEAR})|\\s?(?:FY\\s?|CY\\s?)?['’](\\d{2})|\\s?(?:FY|CY)\\s?(\\d{2}))?`;
/** A date in four styles; twelve groups, read by `dateGroups`. */
export const DATE = `(?:(${ANY_MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(${YEAR}))?|(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s(?:of\\s|de\\s)?(${ANY_MONTH})\\.?(?:,?\\s(?:de\\s|del\\s)?(${YEAR}))?|(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})|(${YEAR})(?:-|\\.\\s)(\\d{1,2})(?:-|\\.\\s)(\\d{1,2}))(?![\\d%])`;

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly kind: PeriodKind;
  readonly explicit: boolean;
  readonly rule: string;
  readonly resolve: PeriodMention['resolve'];
}

/**
 * The year of a period that prints none: that of the period the document reports, else of its as-of date; null where
 * both are unknown.
 */
export function defaultYear(context: PeriodContext): number | null {
  return yearOf(context.period) ?? yearOf(context.asOf);
}

/**
 * The quarter that "last quarter" and "this quarter" are counted from: the one the document reports; null where it
 * reports none or another length of time.
 */
export function baseQuarter(context: PeriodContext) {
  return parseQuarter(context.period);
}

/**
 * The first of the captured texts that is there, as a year of four digits ("26" is 2026, "98" is 1998); null where none
 * is.
 */
export function printedYear(...texts: (string | undefined)[]): number | null {
  const found = texts.find((text) => text !== undefined && text !== '');
  return found === undefined ? null : fullYear(found);
}

/** Year of a bare quarter: the document's, unless that quarter of it still lies a year away from what it reports. */
export function quarterPeriod(year: number | null, first: number, last: number | null) {
  return (context: PeriodContext): string | null => {
    const at = year ?? defaultYear(context);
    if (at === null) return null;
    const name = quarterName({ year: at, quarter: first });
    return last === null ? name : `${name}/${quarterName({ year: at, quarter: last })}`;
  };
}

/** A half, or the year so far: of the printed year, else of the document's. */
export const partOfYear = (
  match: RegExpMatchArray,
  rule: 'half' | 'to-date',
  year: number | null,
  name: (year: number) => string,
): Hit => ({
  ...spanOf(match),
  kind: 'half',
  explicit: year !== null,
  rule,
  resolve: (context) => named(year ?? defaultYear(context), name),
});

/** Offsets of a match in the text it was found in. */
export function spanOf(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** `name(year)`; null where the year is unknown. */
export function named(year: number | null, name: (year: number) => string): string | null {
  return year === null ? null : name(year);
}
