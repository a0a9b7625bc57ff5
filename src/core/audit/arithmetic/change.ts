/** How a claimed change follows from a value and its base, whatever their units. */
import type { AuditFigure } from '../model/model';
import { divide, growth, type Interval, printedInterval, scale, subtract } from './interval';
import { digits, type Relation, relate } from './relation';
import { sameUnit } from './one-kind';

const AMOUNTS = new Set([
  'money',
  'per_share',
  'count',
  'multiple',
  'power_gw',
  'energy',
  'mass',
  'volume',
  'area',
  'other',
]);

/**
 * Whether a figure's unit is one that a growth rate can be of: money, counts and physical quantities, not rates or
 * times.
 */
export const isAmount = (figure: AuditFigure): boolean => AMOUNTS.has(figure.unit);

/** Whether two different figures have one unit, no contrary currencies, and a value each. */
export const comparable = (a: AuditFigure, b: AuditFigure): boolean =>
  a !== b &&
  sameUnit(a, b) &&
  (a.currency === b.currency || a.currency === null || b.currency === null) &&
  (a.low ?? a.high) !== null &&
  (b.low ?? b.high) !== null;

export interface Pair {
  readonly value: AuditFigure;
  readonly base: AuditFigure;
}

export interface Computation {
  readonly computed: Interval;
  readonly expression: string;
}

/** Null where the units do not go together or the base may be zero. */
export function changeOf(claim: AuditFigure, { value, base }: Pair): Computation | null {
  const [v, b] = [printedInterval(value), printedInterval(base)];
  const difference = `${digits(value)} − ${digits(base)}`;
  if (claim.unit === 'percent' && isAmount(value)) {
    const computed = growth(v, b);
    return computed && { computed, expression: `${digits(value)} ÷ ${digits(base)} − 1` };
  }
  if (claim.unit === 'multiple' && isAmount(value) && value.unit !== 'multiple') {
    const computed = claim.kind === 'growth' ? divide(v, b) : null;
    return computed && { computed, expression: `${digits(value)} ÷ ${digits(base)}` };
  }
  if (value.unit === 'percent' && (claim.unit === 'bps' || claim.unit === 'percentage_points'))
    return { computed: scale(subtract(v, b), claim.unit === 'bps' ? 100 : 1), expression: difference };
  if (claim.unit === 'percent' && value.unit === 'percent') return null;
  if (sameUnit(claim, value) && isAmount(claim)) return { computed: subtract(v, b), expression: difference };
  return null;
}

/**
 * A claimed change against the one that `pair` gives: relative for a percentage, the quotient for a multiple, the
 * difference in points, basis points or the amounts' unit. Null where the units do not go together or the base may be
 * zero.
 */
export function relateChange(form: Relation['form'], claim: AuditFigure, pair: Pair): Relation | null {
  const change = changeOf(claim, pair);
  return change && relate(form, claim, [pair.value, pair.base], change.computed, change.expression);
}

/** Amounts a hundredfold apart were printed in different scales or do not belong together. */
export function plausible({ value, base }: Pair): boolean {
  const [v, b] = [value, base].map((figure) => Math.abs(Number(figure.low ?? figure.high)));
  return v !== undefined && b !== undefined && b > 0 && v / b < 100 && v / b > 0.01;
}
