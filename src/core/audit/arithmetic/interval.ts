/**
 * Interval arithmetic over printed values, as XBRL Calculations 1.1 does it: a printed value stands for everything that
 * rounds to it. Exact decimals [N5] throughout; `null` bounds are open. Only operations that the relations need exist.
 */
import Big from 'big.js';
import type { Reading } from '../../figure/model';
import type { Verdict } from '../model/model';

/** Digits kept by a division: far beyond what any note prints. */
const DIGITS = 30;
const Decimal = Big();
Decimal.DP = DIGITS;

export interface Interval {
  readonly low: Big | null;
  readonly high: Big | null;
  /** The value as printed or computed from printed values; null for a range or an open end. */
  readonly point: Big | null;
}

const HALF = new Decimal('0.5');
const unitOfLastDigit = (exponent: number): Big => new Decimal(`1e${exponent}`);

/**
 * What a reading stands for [N1]: half a unit of the last printed digit each way, a whole unit where it is approximate.
 */
export function printedInterval(
  reading: Pick<Reading, 'low' | 'high' | 'lowExponent' | 'highExponent' | 'approximate'>,
): Interval {
  const slack = (exponent: number) =>
    reading.approximate ? unitOfLastDigit(exponent) : unitOfLastDigit(exponent).times(HALF);
  const low = reading.low === null ? null : new Decimal(reading.low);
  const high = reading.high === null ? null : new Decimal(reading.high);
  // An open end starts at the printed bound itself: "over $5B" is not below 5.
  const isOpen = low === null || high === null;
  return {
    low: low && (isOpen ? low : low.minus(slack(reading.lowExponent))),
    high: high && (isOpen ? high : high.plus(slack(reading.highExponent))),
    point: low && high && low.eq(high) ? low : null,
  };
}

/** The interval of one exact value. Throws where the value is no number. */
export const exactly = (value: Big | number | string): Interval => {
  const point = new Decimal(value);
  return { low: point, high: point, point };
};

const both = (a: Big | null, b: Big | null, combine: (a: Big, b: Big) => Big): Big | null =>
  a && b ? combine(a, b) : null;

/** Sum of the bounds and of the points; a bound or point is null where one of the two is. */
export const add = (a: Interval, b: Interval): Interval => ({
  low: both(a.low, b.low, (x, y) => x.plus(y)),
  high: both(a.high, b.high, (x, y) => x.plus(y)),
  point: both(a.point, b.point, (x, y) => x.plus(y)),
});

/** The interval mirrored at zero: the bounds change places. */
const negate = (a: Interval): Interval => ({
  low: a.high && a.high.times(-1),
  high: a.low && a.low.times(-1),
  point: a.point && a.point.times(-1),
});

/** Every difference of a value of `a` and one of `b`. */
export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

const order = (values: readonly Big[]): { low: Big; high: Big } =>
  values.reduce(
    (range, value) => ({
      low: value.lt(range.low) ? value : range.low,
      high: value.gt(range.high) ? value : range.high,
    }),
    { low: values[0] ?? new Decimal(0), high: values[0] ?? new Decimal(0) },
  );

/** True where the interval certainly holds no zero and nothing below it. */
const isPositive = (a: Interval): boolean => a.low !== null && a.low.gt(0);

/** Products of closed intervals; of open ones only where both are positive, which is all that notes need. */
export function multiply(a: Interval, b: Interval): Interval {
  const point = both(a.point, b.point, (x, y) => x.times(y));
  if (a.low && a.high && b.low && b.high) {
    return { ...order([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]), point };
  }
  return {
    low: isPositive(a) && isPositive(b) ? both(a.low, b.low, (x, y) => x.times(y)) : null,
    high: isPositive(a) && isPositive(b) ? both(a.high, b.high, (x, y) => x.times(y)) : null,
    point,
  };
}

/** 1 ÷ b for an interval that does not hold zero; null otherwise. A positive interval open above reaches down to zero. */
function reciprocal(b: Interval): Interval | null {
  const one = new Decimal(1);
  const point = b.point && !b.point.eq(0) ? one.div(b.point) : null;
  if (isPositive(b) && b.low) return { low: b.high ? one.div(b.high) : new Decimal(0), high: one.div(b.low), point };
  if (b.high?.lt(0)) return { low: one.div(b.high), high: b.low ? one.div(b.low) : new Decimal(0), point };
  return null;
}

/** a ÷ b, null where b may be zero. */
export function divide(a: Interval, b: Interval): Interval | null {
  const inverse = reciprocal(b);
  if (!inverse) return null;
  const { low, high } = multiply(a, inverse);
  // The quotient of the points, not the product with a rounded reciprocal.
  return { low, high, point: both(a.point, b.point, (x, y) => x.div(y)) };
}

/** The interval times an exact factor; a negative one mirrors it. */
export const scale = (a: Interval, by: number): Interval => multiply(a, exactly(by));

/** Change from `base` to `value` in percent of the base's size; null where the base may be zero. */
export function growth(value: Interval, base: Interval): Interval | null {
  // (value − base) ÷ base counts the base twice; value ÷ base − 1 counts it once and keeps the interval tight.
  if (isPositive(base)) {
    const ratio = divide(value, base);
    return ratio && scale(subtract(ratio, exactly(1)), 100);
  }
  if (!base.high?.lt(0)) return null;
  // From a loss: the change over the loss's size.
  const ratio = divide(value, negate(base));
  return ratio && scale(add(ratio, exactly(1)), 100);
}

const atMost = (a: Big | null, b: Big | null): boolean => a === null || b === null || a.lte(b);

/** Whether the value lies within the bounds, which belong to the interval; an open bound holds everything. */
export const contains = (outer: Interval, value: Big): boolean => atMost(outer.low, value) && atMost(value, outer.high);
const within = (inner: Interval, outer: Interval): boolean =>
  (outer.low === null || (inner.low !== null && inner.low.gte(outer.low))) &&
  (outer.high === null || (inner.high !== null && inner.high.lte(outer.high)));

/** Whether the two have a value in common, a shared bound included. */
export const touches = (a: Interval, b: Interval): boolean => atMost(a.low, b.high) && atMost(b.low, a.high);

/**
 * `tied` [N2]: the computed point, or all of it where there is none, lies inside the claim; then touching; then
 * conflict.
 */
export function compare(computed: Interval, claimed: Interval): Verdict {
  if (computed.point ? contains(claimed, computed.point) : within(computed, claimed)) return 'tied';
  return touches(computed, claimed) ? 'tied_within_rounding' : 'conflict';
}

/** The absolute value, of an interval that does not straddle zero or of one that does. */
export function absolute(a: Interval): Interval {
  if (a.low?.gte(0)) return a;
  if (a.high?.lte(0)) return negate(a);
  const ends = [a.low, a.high].map((end) => end?.abs() ?? null);
  const [low = null, high = null] = ends;
  return {
    low: new Decimal(0),
    high: low && high ? (low.gt(high) ? low : high) : null,
    point: a.point && a.point.abs(),
  };
}

/** How far outside the claim the computed value lies, in the claim's unit; zero where they touch. */
export function gap(computed: Interval, claimed: Interval): Big {
  const at = computed.point ?? computed.low ?? computed.high ?? new Decimal(0);
  const to = claimed.point ?? (claimed.low && at.lt(claimed.low) ? claimed.low : (claimed.high ?? claimed.low ?? at));
  return at.minus(to);
}
