/** Which earlier period a change is counted from, as far as its words and the periods of its operands say. */
import type { Pair } from './change';

/** The same period a year earlier: `2026Q1` → `2025Q1`, `FY2026` → `FY2025`; null for what has no year. */
export function yearBefore(period: string | null): string | null {
  const match = period && /^(FY|TTM-)?(\d{4})(Q[1-4]|H[12]|-\d{2})?$/.exec(period);
  return match ? `${match[1] ?? ''}${Number(match[2]) - 1}${match[3] ?? ''}` : null;
}

const OF_A_YEAR =
  /^\W{0,3}(?:yoy|y\/y|y-o-y|year[- ](?:over|on)[- ]year|from (?:a|one) year (?:ago|earlier)|同比|较上年同期|較去年同期)/i;
const OF_THE_LAST =
  /^\W{0,3}(?:qoq|q\/q|q-o-q|quarter[- ](?:over|on)[- ]quarter|sequential(?:ly)?|环比|環比|较上季|季增)/i;
const PART_OF_YEAR = /^\d{4}(?:Q[1-4]|H[12]|-\d{2})$/;

/**
 * Whether the words behind a change ("24% YoY", "10% sequentially") count it from another period than the pair's base is
 * of. False wherever the words or either period do not say.
 */
export function isOtherSpan(tail: string, { value, base }: Pair): boolean {
  const earlier = yearBefore(value.period);
  if (earlier === null || !base.period || !PART_OF_YEAR.test(earlier) || !PART_OF_YEAR.test(base.period)) return false;
  return OF_A_YEAR.test(tail) ? base.period !== earlier : OF_THE_LAST.test(tail) && base.period === earlier;
}
