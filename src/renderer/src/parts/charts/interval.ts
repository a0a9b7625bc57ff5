/**
 * The numbers in a short text of the thesis ("25–30%", "≥ 20%", "~$271", "100 bps"), for drawing only: a mark on a bar
 * needs no exact decimals. What is compared and stored is read by core.
 */

export interface Interval {
  /** Null where the text leaves the end open. */
  readonly low: number | null;
  readonly high: number | null;
}

const NUMBER = /(?<![\p{L}\d.])([-−(]?)[^\S\n]*[$€£¥]?[^\S\n]*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/gu;
const AT_LEAST = /(?:[≥>]|at least|more than|over|above|north of|不低于|超过|以上|\d\s*[%\p{L}]*\+)/iu;
const AT_MOST = /(?:[≤<]|at most|up to|under|below|less than|不超过|低于|以下)/iu;

/** The one or two numbers of a text as an interval; null where there is none. */
export function readInterval(text: string | null | undefined): Interval | null {
  if (!text) return null;
  const numbers = [...text.matchAll(NUMBER)].map((match) => signed(match[1] ?? '', match[2] ?? ''));
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second !== undefined) return { low: Math.min(first, second), high: Math.max(first, second) };
  if (AT_LEAST.test(text)) return { low: first, high: null };
  if (AT_MOST.test(text)) return { low: null, high: first };
  return { low: first, high: first };
}

function signed(sign: string, digits: string): number {
  const value = Number(digits.replaceAll(',', ''));
  return sign === '-' || sign === '−' || sign === '(' ? -value : value;
}

/** The middle of what is known of an interval: where its mark stands. */
export function middleOf({ low, high }: Interval): number {
  return ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
}
