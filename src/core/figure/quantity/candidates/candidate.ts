/**
 * What the scan has in hand before it is decided whether it is a figure: one reading whose unit, scale or right to be
 * counted may still come from its neighbours.
 */
import type { Span } from '../../../base/span';
import { compare, negate, shift } from '../../decimal';
import type { DecimalString, Qualifier, Quantity, Direction } from '../../model';
import type { Unit } from '../../../base/unit';
import { qualifiersBefore } from '../lexicon/lexicon';
import type { Part } from '../number/part';
import type { Verbal } from '../number/verbal-number';

export interface Candidate {
  start: number;
  end: number;
  /** Digits and what stands against them, without qualifier words: for lists and gaps. */
  readonly coreStart: number;
  coreEnd: number;
  low: End | null;
  high: End | null;
  unit: Unit | null;
  currency: string | null;
  /** A scale word or unit is printed with this number itself. */
  scaled: boolean;
  qualifier: Qualifier;
  cue: { start: number; end: number; text: string } | null;
  approximate: boolean;
  strict: boolean;
  direction: Direction | null;
  per: string | null;
  expression: Quantity['expression'];
  rule: string;
  /** A bare small number: dropped unless a neighbour or a noun vouches for it. */
  weak: boolean;
  readonly places: number;
  readonly grouped: boolean;
}

/** One end: value in base units and the power of ten of its last printed digit. */
export interface End {
  readonly value: DecimalString;
  readonly exponent: number;
}

/** The end a printed number stands for, `extra` powers of ten up. */
export function endOf(part: Part, extra: number): End {
  const shifted = shift(part.value, extra);
  return { value: part.negative ? negate(shifted) : shifted, exponent: extra - part.number.places };
}

/** Moves both ends by a power of ten: a scale that a neighbour or a table gives. */
export function rescale(candidate: Candidate, power: number): void {
  const move = (end: End | null) => end && { value: shift(end.value, power), exponent: end.exponent + power };
  candidate.low = move(candidate.low);
  candidate.high = move(candidate.high);
}

/** Opens one end as the qualifier says; ranges keep both. */
export function applyBounds(candidate: Candidate): void {
  const range =
    candidate.low !== null && candidate.high !== null && compare(candidate.low.value, candidate.high.value) !== 0;
  if (range || candidate.rule.startsWith('verbal.mass') || candidate.rule === 'verbal.dollars') return;
  if (candidate.qualifier === 'at-least') candidate.high = null;
  if (candidate.qualifier === 'at-most' || candidate.qualifier === 'up-to') candidate.low = null;
}

/** The candidate as a figure's quantity. An end that is open is null; a unit that nothing gave is `other`. */
export function toQuantity(text: string, candidate: Candidate): Quantity {
  const { low, high } = candidate;
  const exponent = low?.exponent ?? high?.exponent ?? 0;
  return {
    start: candidate.start,
    end: candidate.end,
    quote: text.slice(candidate.start, candidate.end),
    low: low?.value ?? null,
    high: high?.value ?? null,
    unit: candidate.unit ?? 'other',
    currency: candidate.currency,
    qualifier: candidate.qualifier,
    qualifierCue: candidate.cue,
    approximate: candidate.approximate,
    strict: candidate.strict,
    direction: candidate.direction,
    lowExponent: low?.exponent ?? exponent,
    highExponent: high?.exponent ?? exponent,
    per: candidate.per,
    expression: candidate.expression,
    rule: candidate.rule,
  };
}

/** An exact value without currency or qualifier that is sure to be a figure, such as a score or a ratio. */
export function exactCandidate(span: Span, value: End, unit: Unit, rule: string): Candidate {
  const { start, end } = span;
  return {
    start,
    end,
    coreStart: start,
    coreEnd: end,
    low: value,
    high: value,
    unit,
    currency: null,
    scaled: true,
    qualifier: 'none',
    cue: null,
    approximate: false,
    strict: false,
    direction: null,
    per: null,
    expression: 'numeric',
    rule,
    weak: false,
    places: Math.max(0, -value.exponent),
    grouped: false,
  };
}

/** The candidate of one printed number; `fallback` is the currency of cents that name none. */
export function single(part: Part, fallback: string | null): Candidate {
  const extra = (part.scale ?? 0) + (part.unit?.exponent ?? 0) - (part.minor ? 2 : 0);
  const end = endOf(part, extra);
  const mark = part.mark ? qualifiersBefore.before(part.mark, 1, 0)?.value : undefined;
  return {
    start: part.start,
    end: part.end,
    coreStart: part.start,
    coreEnd: part.end,
    low: end,
    high: end,
    unit: unitOf(part),
    currency: part.currency ?? (part.minor ? (fallback ?? 'USD') : null),
    scaled: part.scale !== null,
    qualifier: part.plus ? 'at-least' : (mark?.qualifier ?? 'none'),
    cue: null,
    approximate: part.sign === '±' || mark?.qualifier === 'approx',
    strict: mark?.strict ?? false,
    direction: part.sign === '+' ? 'up' : part.sign === '-' && part.currency === null ? 'down' : null,
    per: part.per,
    expression: 'numeric',
    rule: ruleOf(part),
    weak: isBare(part),
    places: part.number.places,
    grouped: part.number.grouped,
  };
}

function unitOf(part: Part): Unit | null {
  if (part.currency !== null || part.minor)
    return part.per !== null && /share|ads|adr/.test(part.per) ? 'per_share' : 'money';
  return part.unit?.unit ?? null;
}

function ruleOf(part: Part): string {
  if (part.currency !== null || part.minor) return 'money';
  return part.unit ? part.unit.unit : 'number';
}

/** Digits with nothing that says what they measure. */
export function isBare(part: Part): boolean {
  return part.currency === null && part.unit === null && part.scale === null && !part.minor;
}

/** The candidate of a figure said in words; its words settle all but the qualifier around them. */
export function wordedCandidate(verbal: Verbal): Candidate {
  return {
    start: verbal.start,
    end: verbal.end,
    coreStart: verbal.start,
    coreEnd: verbal.end,
    low: { value: verbal.low, exponent: verbal.exponent },
    high: verbal.high === null ? null : { value: verbal.high, exponent: verbal.exponent },
    unit: verbal.unit,
    currency: verbal.currency,
    scaled: true,
    qualifier: verbal.high === null ? 'at-least' : verbal.band ? 'range' : 'none',
    cue: null,
    approximate: verbal.approximate,
    strict: false,
    direction: verbal.direction,
    per: null,
    expression: 'verbal',
    rule: verbal.rule,
    weak: false,
    places: 0,
    grouped: false,
  };
}
