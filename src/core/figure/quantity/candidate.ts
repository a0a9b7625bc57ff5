/**
 * What the scan has in hand before it is decided whether it is a figure: one reading whose unit, scale or right to be
 * counted may still come from its neighbours.
 */
import { compare, negate, shift } from './decimal';
import type { DecimalString, Qualifier, Quantity, Unit } from '../model';
import type { Part } from './part';

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
  direction: 'up' | 'down' | null;
  per: string | null;
  expression: 'numeric' | 'verbal';
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
