/** Which earlier period a change is counted from, as far as its basis and the periods of its operands say. */
import type { AuditFigure } from '../model/model';
import type { Pair } from './change';

/** The same period a year earlier: `2026Q1` → `2025Q1`, `FY2026` → `FY2025`; null for what has no year. */
export function yearBefore(period: string | null): string | null {
  const match = period && /^(FY|TTM-)?(\d{4})(Q[1-4]|H[12]|-\d{2})?$/.exec(period);
  return match ? `${match[1] ?? ''}${Number(match[2]) - 1}${match[3] ?? ''}` : null;
}

const PART_OF_YEAR = /^\d{4}(?:Q[1-4]|H[12]|-\d{2})$/;

/**
 * Whether a change counts from another period than the pair's base is of, by its basis (`YoY`, `QoQ`). False wherever the
 * basis or either period does not say.
 */
export function isOtherSpan({ basis }: AuditFigure, { value, base }: Pair): boolean {
  const earlier = yearBefore(value.period);
  if (earlier === null || !base.period || !PART_OF_YEAR.test(earlier) || !PART_OF_YEAR.test(base.period)) return false;
  return basis === 'YoY' ? base.period !== earlier : basis === 'QoQ' && base.period === earlier;
}
