/** What the finders of periods share: a hit, what it stands for in a context, and the year that is printed with it. */
import type { DocumentContext } from '../model';
import { fullYear, parseQuarter, yearOf } from './period-names';

export const YEAR = '(?:19|20)\\d{2}';

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

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly kind: PeriodKind;
  readonly explicit: boolean;
  readonly rule: string;
  readonly resolve: PeriodMention['resolve'];
}

export function defaultYear(context: PeriodContext): number | null {
  return yearOf(context.period) ?? yearOf(context.asOf);
}

export function baseQuarter(context: PeriodContext) {
  return parseQuarter(context.period);
}

export function printedYear(...texts: (string | undefined)[]): number | null {
  const found = texts.find((text) => text !== undefined && text !== '');
  return found === undefined ? null : fullYear(found);
}

export function spanOf(match: RegExpMatchArray): { start: number; end: number } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** A year, as it stands behind a quarter or a half. */
export const YEAR_TAIL = `(?:\\s?(?:of\\s)?(?:the\\s)?(?:fiscal\\s(?:year\\s)?|FY\\s?|CY\\s?|calendar\\s)?(${YEAR})|\\s?(?:FY\\s?|CY\\s?)?['’](\\d{2})|\\s?(?:FY|CY)\\s?(\\d{2}))?`;
