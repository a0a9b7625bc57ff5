/**
 * The numbers in a short text of the thesis ("25–30%", "≥ 20%", "~$271", "100 bps"), for drawing only: a mark on a bar
 * needs no exact decimals. What is compared and stored is read by core.
 */

export type IntervalUnit = 'percent' | 'bps' | 'multiple' | 'money' | 'plain';

export interface Interval {
  /** Null where the text leaves the end open. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface ReadInterval extends Interval {
  readonly unit: IntervalUnit;
}

const NUMBER =
  /(?<![\p{Script=Latin}\d.])([-−]?)\s?([$€£¥]?)\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(%|bps?\b|x\b|×|bn\b|billion\b|b\b|mn?\b|million\b|k\b|tn\b|trillion\b|t\b|p\b)?/giu;
const AT_LEAST = /(?:[≥>]|at least|more than|over|above|north of|不低于|超过|以上|\d\s?[%\p{L}]*\+)/iu;
const AT_MOST = /(?:[≤<]|at most|up to|under|below|less than|不超过|低于|以下)/iu;
const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

interface Printed {
  readonly value: number;
  readonly scale: number;
  readonly unit: IntervalUnit;
  readonly bare: boolean;
}

/** The one or two numbers of a text as an interval; null where there is none. A bare year is a date, not a value. */
export function readInterval(text: string | null | undefined): ReadInterval | null {
  if (!text) return null;
  const loss = text.match(/^\s*\(([^()]+)\)\s*$/)?.[1];
  if (loss !== undefined) return negated(readInterval(loss));
  const all = [...text.matchAll(NUMBER)].map(readPrinted);
  const numbers = all.filter(({ value, bare }) => !(bare && Number.isInteger(value) && value >= 1900 && value <= 2100));
  const [first, second] = numbers;
  if (!first) return null;
  // "$180–200B", "25–30%": what stands after the last number belongs to both.
  const last = second ?? first;
  const unit = last.unit === 'plain' ? first.unit : last.unit;
  const scaled = (one: Printed) => one.value * (one.scale === 1 ? last.scale : one.scale);
  if (second) {
    return { low: Math.min(scaled(first), scaled(second)), high: Math.max(scaled(first), scaled(second)), unit };
  }
  if (AT_LEAST.test(text)) return { low: scaled(first), high: null, unit };
  if (AT_MOST.test(text)) return { low: null, high: scaled(first), unit };
  return { low: scaled(first), high: scaled(first), unit };
}

/** `(2,519)` is how accounts write a loss. */
function negated(interval: ReadInterval | null): ReadInterval | null {
  if (!interval) return null;
  const flip = (value: number | null) => (value === null ? null : -value);
  return { low: flip(interval.high), high: flip(interval.low), unit: interval.unit };
}

function readPrinted([, sign = '', currency = '', digits = '', tail = '']: RegExpMatchArray): Printed {
  const after = tail.toLowerCase();
  const scale = SCALE[after] ?? 1;
  const value = Number(digits.replaceAll(',', '')) * (sign === '-' || sign === '−' ? -1 : 1);
  return { value, scale, unit: unitOf(currency, after, scale), bare: currency === '' && after === '' };
}

function unitOf(currency: string, after: string, scale: number): IntervalUnit {
  if (after === '%') return 'percent';
  if (after === 'bps' || after === 'bp') return 'bps';
  if (after === 'x' || after === '×') return 'multiple';
  return currency !== '' || scale !== 1 || after === 'p' ? 'money' : 'plain';
}

/** The middle of what is known of an interval: where its mark stands. */
export function middleOf({ low, high }: Interval): number {
  return ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
}
