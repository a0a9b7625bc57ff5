/**
 * Values with two ends, each an interval by its own rounding: how a claim that may be a range is held against operands
 * that may be ranges. Search is in binary numbers with a guard far below any printed digit; what is said is exact again.
 */
import Big from 'big.js';
import type { Interval } from './interval';
import type { AuditFigure, Verdict } from '../model/model';

/** Everything that rounds to one printed end. */
export interface End {
  readonly low: number;
  readonly high: number;
  readonly point: number;
}

/** A point has two equal ends; an open figure is none of these. */
export interface Ends {
  readonly low: End;
  readonly high: End;
  /** "~" on either: its last digit is not meant to the half. */
  readonly approximate: boolean;
}

const GUARD = 1e-9;
const HALF = 0.5;

/** The end of a printed point that may be off by `slack` each way. */
export const end = (point: number, slack = 0): End => ({ low: point - slack, high: point + slack, point });

/** A value without rounding. */
export const exact = (point: number): Ends => ({ low: end(point), high: end(point), approximate: false });

/** "Over 5" counts as 5 in arithmetic: the printed end is what is meant. */
export function endsOf(figure: AuditFigure): Ends | null {
  const [low, high] = [figure.low ?? figure.high, figure.high ?? figure.low];
  if (low === null || high === null) return null;
  const slack = figure.approximate ? 1 : HALF;
  const a = end(Number(low), 10 ** figure.lowExponent * slack);
  const isPoint = low === high && figure.lowExponent === figure.highExponent;
  const b = isPoint ? a : end(Number(high), 10 ** figure.highExponent * slack);
  return a.point <= b.point
    ? { low: a, high: b, approximate: figure.approximate }
    : { low: b, high: a, approximate: figure.approximate };
}

/** Whether the two ends differ. */
export const isRange = ({ low, high }: Ends): boolean => low.point !== high.point;

type Operation = (a: number, b: number) => number;

/** Each end of the one with each end of the other, roundings included. */
function corner(a: End, b: End, operation: Operation): End {
  const all = [operation(a.low, b.low), operation(a.low, b.high), operation(a.high, b.low), operation(a.high, b.high)];
  return { low: Math.min(...all), high: Math.max(...all), point: operation(a.point, b.point) };
}

/** Monotone in both operands where they are of one sign, which the caller sees to. Null where a divisor may be zero. */
export function combine(a: Ends, b: Ends, operation: Operation): Ends | null {
  if (a.low === a.high && b.low === b.high) {
    const only = corner(a.low, b.low, operation);
    if (!Number.isFinite(only.low + only.high + only.point)) return null;
    return { low: only, high: only, approximate: a.approximate || b.approximate };
  }
  const all = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => corner(x, y, operation)));
  if (all.some(({ low, high, point }) => !Number.isFinite(low + high + point))) return null;
  const sorted = all.toSorted((x, y) => x.point - y.point);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? { low, high, approximate: a.approximate || b.approximate } : null;
}

/** Like with like: low with low and high with high, as a scenario's columns go. */
export function pairwise(a: Ends, b: Ends, operation: Operation): Ends | null {
  const [x, y] = [corner(a.low, b.low, operation), corner(a.high, b.high, operation)];
  if (!Number.isFinite(x.low + x.high + y.low + y.high)) return null;
  return {
    low: x.point <= y.point ? x : y,
    high: x.point <= y.point ? y : x,
    approximate: a.approximate || b.approximate,
  };
}

/** All of them added up; null where the sum is out of numbers. `join` says how ends meet: `combine` or `pairwise`. */
export const sumEnds = (parts: readonly Ends[], join = combine): Ends | null =>
  parts.reduce<Ends | null>((sum, one) => sum && join(sum, one, (a, b) => a + b), exact(0));

/** Both ends through an operation that must be monotone; the ends change places where it falls. */
export const mapEnds = (a: Ends, operation: (value: number) => number): Ends => {
  const map = ({ low, high, point }: End): End => {
    const [x, y] = [operation(low), operation(high)];
    return { low: Math.min(x, y), high: Math.max(x, y), point: operation(point) };
  };
  const [x, y] = [map(a.low), map(a.high)];
  return { low: x.point <= y.point ? x : y, high: x.point <= y.point ? y : x, approximate: a.approximate };
};

const guard = (value: number): number => Math.abs(value) * GUARD;

/** Whether two ends have a value in common, with a guard far below any printed digit for the binary arithmetic. */
export const touch = (a: End, b: End): boolean => a.low <= b.high + guard(b.high) && b.low <= a.high + guard(a.high);
const inside = (point: number, of: End): boolean =>
  of.low - guard(of.low) <= point && point <= of.high + guard(of.high);

/** A range is met at both its ends; a point lies within what a range of operands gives; a range holds a computed point. */
export function compareEnds(computed: Ends, claimed: Ends): Verdict {
  const [wide, narrow] = [isRange(claimed), isRange(computed)];
  if (wide && narrow) {
    if (inside(computed.low.point, claimed.low) && inside(computed.high.point, claimed.high)) return 'tied';
    return touch(computed.low, claimed.low) && touch(computed.high, claimed.high) ? 'tied_within_rounding' : 'conflict';
  }
  const hull: End = { low: claimed.low.low, high: claimed.high.high, point: claimed.low.point };
  const span: End = { low: computed.low.low, high: computed.high.high, point: computed.low.point };
  if (!narrow && inside(computed.low.point, hull)) return 'tied';
  if (narrow && inside(claimed.low.point, { ...span, low: computed.low.point, high: computed.high.point }))
    return 'tied';
  return touch(span, hull) ? 'tied_within_rounding' : 'conflict';
}

/** A fall is printed as a size where a word or an arrow gives its direction. */
export function signedEnds(figure: AuditFigure): Ends | null {
  const ends = endsOf(figure);
  return ends && figure.direction === 'down' && ends.low.point > 0 ? mapEnds(ends, (value) => -value) : ends;
}

/** A figure with what it says. */
export interface Cell {
  readonly figure: AuditFigure;
  readonly ends: Ends;
}

const decimal = (value: number): Big => new Big(Number(value.toPrecision(12)));

/**
 * One interval for both ends, to 12 significant digits: a point with its rounding, or the two printed ends of a range
 * without rounding and with a null `point`.
 */
export const intervalOf = (ends: Ends): Interval => ({
  low: decimal(isRange(ends) ? ends.low.point : ends.low.low),
  high: decimal(isRange(ends) ? ends.high.point : ends.high.high),
  point: isRange(ends) ? null : decimal(ends.low.point),
});

/** The larger distance of the two ends, as a share of the claimed end (0.05 is 5%); 0 where the roundings touch. */
export function miss(computed: Ends, claimed: Ends): number {
  const off = (a: End, b: End): number =>
    touch(a, b) ? 0 : Math.abs(a.point - b.point) / Math.max(Math.abs(b.point), 1e-12);
  return Math.max(off(computed.low, claimed.low), off(computed.high, claimed.high));
}
