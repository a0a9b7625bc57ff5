/**
 * Finds every mention of a period in a text and says which period it is: fiscal and calendar quarters, halves, years,
 * trailing months, dates, and the relative ones ("the prior-year period"), resolved against the document's context.
 */
import { dates, DOTTED_DATE, FULL_DATE, MONTH, SHORT_DATE } from './dates';
import { european } from './european';
import { chinese } from './han';
import { isFounding } from './founding';
import type { Hit, PeriodMention } from './hit';
import {
  BARE_YEAR,
  FISCAL,
  FULL_YEAR,
  GLUED,
  HALF,
  halves,
  LED_BY_YEAR,
  ledByYear,
  QUARTER,
  quarters,
  years,
} from './named';
import { PatternScan } from './openings';
import { RELATIVE, relatives } from './relative';
import { ENDED, ended, trailing, TTM } from './spans';
import { cumulative, TO_DATE } from './to-date';

export type { PeriodContext, PeriodMention } from './hit';
export { closingMonth, endedPeriod, spanMonths } from './spans';

const scan = new PatternScan([
  ENDED,
  TTM,
  TO_DATE,
  GLUED,
  LED_BY_YEAR,
  QUARTER,
  HALF,
  FISCAL,
  FULL_YEAR,
  BARE_YEAR,
  FULL_DATE,
  DOTTED_DATE,
  SHORT_DATE,
  MONTH,
  RELATIVE,
]);

/** All mentions of periods in `text`, in order, none overlapping: the longer, earlier one wins. */
export function findPeriods(text: string): PeriodMention[] {
  const hits: Hit[] = [];
  const found = scan.matches(text);
  const hasHan = /[一-鿿]/.test(text);
  ended(found, hits);
  trailing(found, hits);
  cumulative(text, hasHan, found, hits);
  ledByYear(found, hits);
  quarters(found, hits);
  halves(found, hits);
  years(text, found, hits);
  dates(text, found, hits);
  relatives(found, hits);
  european(text, hits);
  if (hasHan) chinese(text, hits);
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PeriodMention[] = [];
  let last = -1;
  for (const hit of hits) {
    if (hit.start < last) continue;
    last = hit.end;
    if (isFounding(text, hit)) continue;
    kept.push({ ...hit, text: text.slice(hit.start, hit.end) });
  }
  return kept;
}

const known = new WeakMap<object, readonly PeriodMention[]>();

/** The mentions of a laid-out text, found once however many readers ask. */
export function periodsOf(layout: { readonly text: string }): readonly PeriodMention[] {
  const cached = known.get(layout);
  if (cached) return cached;
  const found = findPeriods(layout.text);
  known.set(layout, found);
  return found;
}
