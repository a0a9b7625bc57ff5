/** A claim and the figures it should follow from, recomputed. */
import Big from 'big.js';
import type { Unit } from '../../base/unit';
import { absolute, compare, gap, type Interval, printedInterval } from './interval';
import type { AuditFigure, Verdict } from '../model/model';
import { compareEnds, type Ends, intervalOf, signedEnds } from './ends';

export interface Relation {
  /** `change`: beside each other in text or table; `step`: "from A to B"; the others as named. */
  readonly form:
    | 'change'
    | 'step'
    | 'variant'
    | 'sum'
    | 'share'
    | 'formula'
    | 'duration'
    | 'elapsed'
    | 'annualised'
    | 'upside'
    | 'written'
    | 'identity'
    | 'column';
  readonly claim: AuditFigure;
  readonly operands: readonly AuditFigure[];
  /** With operands as printed: `181.5 ÷ 177.3 − 1`. */
  readonly expression: string;
  /** In the claim's terms: a fall claimed as "down 5%" is 5. */
  readonly computed: Interval;
  /** As the expression gives it, a fall negative. */
  readonly outcome: Interval;
  readonly claimed: Interval;
  readonly verdict: Verdict;
  /** What is said of a conflict where the claim and the result alone do not explain it. */
  readonly says?: string;
}

/**
 * A change is printed as a magnitude with its direction in words: the computed one must have both. Where the words give
 * no direction, the size alone is compared.
 */
export function relate(
  form: Relation['form'],
  claim: AuditFigure,
  operands: readonly AuditFigure[],
  computed: Interval,
  expression: string,
): Relation {
  const claimed = printedInterval(isLooselySaid(claim) ? { ...claim, approximate: true, ...tens } : claim);
  const isMagnitude = form === 'change' || form === 'step' || form === 'variant';
  const signed =
    isMagnitude && claim.direction === 'down'
      ? flip(computed)
      : isMagnitude && claim.direction === null
        ? absolute(computed)
        : computed;
  return {
    form,
    claim,
    operands,
    expression,
    computed: signed,
    outcome: computed,
    claimed,
    verdict: compare(signed, claimed),
  };
}

/** "Halved", "by a third": a rate in words is meant to the nearest ten or so. */
const isLooselySaid = (claim: AuditFigure): boolean => claim.expression === 'verbal' && claim.unit === 'percent';
const tens = { lowExponent: 1, highExponent: 1 };

const flip = (i: Interval): Interval => ({
  low: i.high && i.high.times(-1),
  high: i.low && i.low.times(-1),
  point: i.point && i.point.times(-1),
});

/** A relation of values with two ends, where a range is met at both of them. */
/** Whether a computed value meets a claim: the verdict alone, where most of many are to be thrown away. */
export function verdictOn(claim: AuditFigure, computed: Ends): Verdict | null {
  const claimed = signedEnds(claim);
  return claimed && compareEnds(computed, claimed);
}

/** "Below 1%" holds of 0.1%, "over $5B" of $6B; how far within the bound is not said. */
const isWithinBound = ({ low, high }: AuditFigure, computed: Ends, claimed: Ends): boolean =>
  (low === null && computed.high.point <= claimed.high.high) ||
  (high === null && computed.low.point >= claimed.low.low);

/**
 * The relation of a claim that may be a range to a computed value that may be one. Null where the claim is open on both
 * sides.
 */
export function relateEnds(
  form: Relation['form'],
  claim: AuditFigure,
  operands: readonly AuditFigure[],
  computed: Ends,
  expression: string,
): Relation | null {
  const claimed = signedEnds(claim);
  if (!claimed) return null;
  const verdict = isWithinBound(claim, computed, claimed) ? 'tied' : compareEnds(computed, claimed);
  const interval = intervalOf(computed);
  return {
    form,
    claim,
    operands,
    expression,
    computed: interval,
    outcome: interval,
    claimed: intervalOf(claimed),
    verdict,
  };
}

/** Whether the claim ties, within rounding or exactly. */
export const holds = (relation: Relation): boolean => relation.verdict !== 'conflict';

const UNIT_SUFFIX: Readonly<Partial<Record<Unit, string>>> = {
  percent: '%',
  percentage_points: ' pp',
  bps: ' bps',
  multiple: 'x',
  years: ' years',
  quarters: ' quarters',
  months: ' months',
  days: ' days',
};

/** Money in the scale a person reads it in; other units as they are. One digit more than the claim prints. */
export function shown(value: Big, like: AuditFigure): string {
  const money = like.unit === 'money' || like.unit === 'count';
  const power = money ? ([12, 9, 6, 3].find((p) => value.abs().gte(new Big(`1e${p}`))) ?? 0) : 0;
  const digits = Math.max(0, Math.min(6, power - like.lowExponent + 1, power === 0 ? 1 - like.lowExponent : 3));
  const number = value
    .div(new Big(`1e${power}`))
    .toFixed(digits)
    .replace('-', '−')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  const scale = { 0: '', 3: 'K', 6: 'M', 9: 'B', 12: 'T' }[power] ?? '';
  return `${number}${scale}${UNIT_SUFFIX[like.unit] ?? ''}`;
}

/** The computed value in words: its point, else its range. */
export function computedText({ outcome, claim }: Relation): string {
  if (outcome.point) return shown(outcome.point, claim);
  const [low, high] = [outcome.low, outcome.high].map((end) => end && shown(end, claim));
  return low && high ? `${low} to ${high}` : low ? `at least ${low}` : high ? `at most ${high}` : 'nothing definite';
}

/** How far computed and claimed value lie apart, in the claim's unit, as a plain decimal of at most six places. */
export const gapText = (relation: Relation): string =>
  gap(relation.computed, relation.claimed)
    .toFixed(6)
    .replace(/\.?0+$/, '');

/** "Up to" and "over" bind one end: where an amount is reckoned with, the printed end is what is meant. */
export const asPrinted = (figure: AuditFigure): AuditFigure => ({
  ...figure,
  low: figure.low ?? figure.high,
  high: figure.high ?? figure.low,
});

/** The digits of an operand as they stand in the expression. */
export const digits = (figure: AuditFigure): string => figure.quote.trim();
