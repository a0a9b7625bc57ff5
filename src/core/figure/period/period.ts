/**
 * Finds every mention of a period in a text and says which period it is: fiscal and calendar quarters, halves, years,
 * trailing months, dates, and the relative ones ("the prior-year period"), resolved against the document's context.
 */
import { dates } from './dates';
import { european } from './european';
import { chinese } from './han';
import type { Hit, PeriodMention } from './hit';
import { halves, ledByYear, quarters, years } from './named';
import { relatives } from './relative';
import { ended, trailing } from './spans';
import { cumulative } from './to-date';

export type { PeriodContext, PeriodMention } from './hit';
export { closingMonth, endedPeriod, spanMonths } from './spans';

/** All mentions of periods in `text`, in order, none overlapping: the longer, earlier one wins. */
export function findPeriods(text: string): PeriodMention[] {
  const hits: Hit[] = [];
  ended(text, hits);
  trailing(text, hits);
  cumulative(text, hits);
  ledByYear(text, hits);
  quarters(text, hits);
  halves(text, hits);
  years(text, hits);
  dates(text, hits);
  relatives(text, hits);
  european(text, hits);
  if (/[一-鿿]/.test(text)) chinese(text, hits);
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PeriodMention[] = [];
  let last = -1;
  for (const hit of hits) {
    if (hit.start < last) continue;
    kept.push({ ...hit, text: text.slice(hit.start, hit.end) });
    last = hit.end;
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
