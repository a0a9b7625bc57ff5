/** Lengths of time that name a period, an instrument or an age instead of measuring something. */
import { skipSpaces, wordEnd } from '../lexicon/characters';
import { durationStops, periodAfter } from '../lexicon/lexicon';
import type { Unit } from '../../../base/unit';

/** Words ahead of a hyphenated length that make a window of it: "the trailing 12-month figure". */
export const HYPHEN_LEADS: ReadonlySet<string> = new Set([
  'last',
  'past',
  'next',
  'trailing',
  'rolling',
  'forward',
  'the',
]);

/** "three months ended", "10-year Treasury", "12-month target": the length names a period or instrument. */
export function excludedDuration(text: string, end: number, to: number, hyphenated: boolean): boolean {
  // "11-year-old": an age said as a name.
  if (hyphenated && /^-olds?\b/.test(text.slice(end, end + 6))) return true;
  const gap = skipSpaces(text, end, Math.min(to, end + 2));
  if (gap === end) return false;
  const next = text.slice(gap, wordEnd(text, gap, Math.min(to, gap + 16))).toLowerCase();
  if (next === 'ended' || next === 'ending') return true;
  // "twelve months to 31 March"
  if (
    next === 'to' &&
    /^to (?:\d|[A-Z][a-z]{2,8}\.? \d)/.test(text.slice(gap, gap + 16)) &&
    !/^to \d+[ -](?:year|month|quarter|week|day)/.test(text.slice(gap, gap + 20))
  )
    return true;
  if (!hyphenated) return false;
  return durationStops.has(next) || periodAfter.has(next);
}

/** Whether a unit counts time, from hours to years. */
export function isDuration(unit: Unit): boolean {
  return (
    unit === 'years' ||
    unit === 'quarters' ||
    unit === 'months' ||
    unit === 'weeks' ||
    unit === 'days' ||
    unit === 'hours'
  );
}
