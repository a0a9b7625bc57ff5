/** Periods named by another one: "the prior-year period", "last quarter", "the rest of the year". */
import { baseQuarter, defaultYear, type Hit, type PeriodContext, spanOf } from './hit';
import { type Matches, matchesOf, opened } from './openings';
import { quarterName, shiftQuarter, shiftYears, yearOf } from './period-names';

export const RELATIVE = opened(
  String.raw`\b(?:(?:the |a )?(?:same|comparable|comparative|prior comparative|corresponding|equivalent|year[- ]ago|prior[- ]year|previous[- ]year|year[- ]earlier|corresponding prior[- ]year|comparable prior[- ]year|same prior[- ]year|prior fiscal year) (?:fiscal )?(?:period|quarter|half|months)(?: (?:of |in |from )?(?:last|the prior|the previous|the preceding|a) (?:fiscal )?year(?: ago| earlier)?| (?:of |in )(?:fiscal (?:year )?|FY ?)?(?:19|20)\d{2})?|prior[- ]year(?:'s|’s)?|previous year|a year (?:ago|earlier|before)|year[- ]ago|the year before|last year(?:'s|’s)?|this year(?:'s|’s)?|current year|next year(?:'s|’s)?|(?:the )?(?:prior|previous|preceding|last) quarter|this quarter|the quarter(?! end)|next quarter|(?:the )?(?:remainder|rest|balance) of the year|next decade|next (?:fiscal )?year)\b`,
  'i',
  'the|a |same|comparable|prior|corresponding|equivalent|year|last|this|current|next|remainder|rest|balance',
);

/**
 * Adds phrases that name a period by another one to `hits`; each is resolved by the document's context and the period
 * mentioned before it.
 */
export function relatives(found: Matches, hits: Hit[]): void {
  for (const m of matchesOf(found, RELATIVE)) {
    const words = m[0].toLowerCase();
    hits.push({
      ...spanOf(m),
      kind: 'relative',
      explicit: false,
      rule: 'relative',
      resolve: (context, base) => relative(words, context, base ?? null),
    });
  }
}

/**
 * The name of the period that `words` (lower case) mean. `base` is the period mentioned before them, null where there
 * is none: then they count from the one the document reports. "The prior-year period" is one year before that; null
 * where nothing is known to count from.
 */
export function relative(words: string, context: PeriodContext, base: string | null): string | null {
  const from = base ?? context.period;
  const named = /(?:19|20)\d{2}$/.exec(words)?.[0];
  // "the same period in 2020": that of the period spoken of, in the year named.
  if (named !== undefined) return from === null ? `FY${named}` : shiftYears(from, Number(named) - (yearOf(from) ?? 0));
  const year = yearOf(context.asOf) ?? defaultYear(context);
  if (/remainder|rest|balance/.test(words)) return remainder(context);
  if (words.includes('decade')) return null;
  if (/next (?:fiscal )?year/.test(words)) return year === null ? null : `FY${year + 1}`;
  if (/this year|current year/.test(words)) return year === null ? null : `FY${year}`;
  if (
    words.startsWith('last year') ||
    (/^(?:prior|previous)[- ]year(?:'s|’s)?$/.test(words) && (base === null || base.startsWith('FY')))
  ) {
    return base?.startsWith('FY') ? shiftYears(base, -1) : year === null ? null : `FY${year - 1}`;
  }
  const quarter = baseQuarter(context);
  if (/(?:prior|previous|preceding|last) quarter/.test(words)) return quarter && quarterName(shiftQuarter(quarter, -1));
  if (words === 'next quarter') return quarter && quarterName(shiftQuarter(quarter, 1));
  if (words === 'this quarter' || words === 'the quarter') return quarter && quarterName(quarter);
  return from === null ? null : shiftYears(from, -1);
}

function remainder(context: PeriodContext): string | null {
  const quarter = baseQuarter(context);
  if (!quarter || quarter.quarter === 4) return null;
  const next = shiftQuarter(quarter, 1);
  const name = quarterName(next);
  return next.quarter === 4 ? name : `${name}/${quarterName({ year: quarter.year, quarter: 4 })}`;
}
