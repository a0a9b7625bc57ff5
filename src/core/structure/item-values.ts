/** What the words in a thesis item's fields say as a number or a date: its score, how far its horizon is, when it falls. */
import { findDate } from '../citation/dates';
import { MONTHS } from '../base/months';
import type { Quantity } from '../figure/model';
import type { Unit } from '../base/unit';
import { readQuantities } from '../figure/quantity/quantity';

/** A score as a share of its scale in percent (`3.5 / 5` → 70), null where it has none. */
export function scoreShare(value: string | null | undefined): number | null {
  const match = (value ?? '').match(/(\d+(?:\.\d+)?)\s*(?:\/|out of|of)\s*(\d+(?:\.\d+)?)/i);
  const [got, of] = [Number(match?.[1]), Number(match?.[2])];
  return match && of > 0 ? Math.max(0, Math.min(100, (got / of) * 100)) : null;
}

const MONTHS_OF: Readonly<Partial<Record<Unit, number>>> = {
  years: 12,
  quarters: 3,
  months: 1,
  weeks: 12 / 52,
  days: 12 / 365,
  hours: 12 / 8760,
};

/** How far away a horizon is in months, by the first number of its words; infinite where they have none. */
export function horizonMonths(words: string): number {
  const [first] = readQuantities(words, { cell: true });
  if (!first) return Number.POSITIVE_INFINITY;
  const value = Number(first.low ?? first.high ?? 0);
  return value * (MONTHS_OF[first.unit] ?? (sayYears(words, first) ? 12 : 1));
}

/** "24 (in years)": the unit stands apart from the number. */
const sayYears = (words: string, { unit }: Quantity): boolean => unit === 'count' && /year|jahr|年/i.test(words);

/** The key of a date that says nothing: after all others. */
export const NO_DATE = '9999';

/** The first year of our time that the words name; null where they name none. */
export const yearIn = (date: string): string | null => /\b(?:19|20)\d\d\b/.exec(date)?.[0] ?? null;

const two = (value: number | string): string => String(value).padStart(2, '0');

/**
 * `2026-05-13`, `May 13`, `13 May 2026`, `2/4`, `Q2 2026`, `Early in 2026` as text that sorts in time. A date without a
 * year is of `year`; `NO_DATE` where the words name no time.
 */
export function sortableDate(date: string, year: string): string {
  const [ofYear, month, day] = findDate(date)?.date['date-parts']?.[0] ?? [];
  if (ofYear !== undefined && month !== undefined) return `${ofYear}-${two(month)}-${two(day ?? 0)}`;
  const ownYear = yearIn(date);
  const rest = ownYear ? date.replace(ownYear, ' ') : date;
  const named = [...rest.matchAll(/\p{L}+/gu)]
    .map(([word]) => MONTHS.get(word.toLowerCase()))
    .find((found) => found !== undefined);
  if (named !== undefined) return `${ownYear ?? year}-${two(named)}-${two(rest.match(/\b\d{1,2}\b/)?.[0] ?? 0)}`;
  const slashed = date.match(/\b(\d{1,2})\/(\d{1,2})\b/);
  if (slashed) return `${ownYear ?? year}-${two(slashed[1] ?? 0)}-${two(slashed[2] ?? 0)}`;
  const quarter = rest.match(/\bQ([1-4])\b/i)?.[1];
  if (quarter) return `${ownYear ?? year}-${two(Number(quarter) * 3)}-99`;
  return ownYear ? `${ownYear}-${/late|end/i.test(date) ? '99' : '00'}` : NO_DATE;
}
