/** A period as an analyst types it: the notebook's own form, or the words a note would use ("Q1 2026", "FY26"). */
import { findPeriods, type PeriodContext } from './period';

const SINGLE = String.raw`(?:FY\d{4}|9M-\d{4}|(?:TTM-)?\d{4}Q[1-4]|\d{4}H[12]|\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)`;
const CANONICAL = new RegExp(`^${SINGLE}(?:/${SINGLE})?$`);

export type TypedPeriod = { readonly period: string } | { readonly error: string };

/** The period in canonical form, or a sentence that says what can be typed. Words without a year take the context's. */
export function readTypedPeriod(typed: string, context: PeriodContext): TypedPeriod {
  const text = typed.trim();
  const upper = text
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/\b(TTM|9M)(?=\d)/g, '$1-');
  if (CANONICAL.test(upper)) return { period: upper };
  const year = /^(\d{4})$/.exec(text)?.[1];
  if (year) return { period: `FY${year}` };
  const [mention] = findPeriods(text);
  const period = mention?.start === 0 && mention.end === text.length ? mention.resolve(context) : null;
  if (period) return { period };
  return {
    error: `“${text}” is not a period: type 2026Q1, FY2026, 2026H2, 9M-2026, TTM-2026Q1, 2026-03 or a range such as 2026Q2/2026Q4.`,
  };
}

/** A period as a person reads it, which typed back is the same: `2026 Q1 – 2026 Q3`. */
export const periodWords = (period: string): string =>
  period
    .replace('/', ' – ')
    .replaceAll(/(\d{4})([QH]\d)/g, '$1 $2')
    .replace(/^TTM-/, 'TTM ');
