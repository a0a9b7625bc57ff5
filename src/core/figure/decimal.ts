/**
 * Exact decimals as plain strings. Readings are shifted as text, so that no digit a person printed is ever lost;
 * arithmetic goes through big.js. This module has no notion of a figure.
 */
import { Big } from 'big.js';
import type { DecimalString } from './model';

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether `text` is `-?\d+(\.\d+)?`. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text);
}

function assemble(negative: boolean, whole: string, fraction: string): DecimalString {
  const left = whole.replace(/^0+(?=\d)/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  const magnitude = right ? `${left}.${right}` : left;
  return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** Plain notation without leading or trailing zeros; `-0` becomes `0`. Throws a RangeError on anything but a decimal. */
export function normalise(text: string): DecimalString {
  return shift(text, 0);
}

/** `value × 10^power`, as text. Throws a RangeError on anything but a decimal. */
export function shift(value: string, power: number): DecimalString {
  const match = PLAIN.exec(value);
  if (!match) throw new RangeError(`Not a decimal: ${value}`);
  const negative = match[1] === '-';
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? '';
  if (power >= 0) {
    const padded = fraction.padEnd(power, '0');
    return assemble(negative, whole + padded.slice(0, power), padded.slice(power));
  }
  const padded = whole.padStart(1 - power, '0');
  const cut = padded.length + power;
  return assemble(negative, padded.slice(0, cut), padded.slice(cut) + fraction);
}

/** `-value`. Takes a normalised decimal; zero keeps no sign. */
export function negate(value: DecimalString): DecimalString {
  if (value === '0') return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** The size of a normalised decimal. */
export function absolute(value: DecimalString): DecimalString {
  return value.startsWith('-') ? value.slice(1) : value;
}

/** Below zero. A normalised zero has no sign. */
export function isNegative(value: DecimalString): boolean {
  return value.startsWith('-');
}

/** -1, 0 or 1. */
export function compare(a: DecimalString, b: DecimalString): -1 | 0 | 1 {
  return new Big(a).cmp(new Big(b));
}

/** Exact sum. Throws where an operand is no number. */
export function add(a: DecimalString, b: DecimalString): DecimalString {
  return new Big(a).plus(new Big(b)).toFixed();
}

/** Exact `a − b`. Throws where an operand is no number. */
export function subtract(a: DecimalString, b: DecimalString): DecimalString {
  return new Big(a).minus(new Big(b)).toFixed();
}

/** Exact product, without trailing zeros. Throws where an operand is no number. */
export function multiply(a: DecimalString, b: DecimalString): DecimalString {
  return normalise(new Big(a).times(new Big(b)).toFixed());
}

/** `a ÷ b` rounded half up to `digits` places after the point; null where b is zero. */
export function divide(a: DecimalString, b: DecimalString, digits = 20): DecimalString | null {
  const divisor = new Big(b);
  if (divisor.eq(0)) return null;
  // Scaled first, because big.js keeps its division precision in a setting shared by the whole program.
  const whole = new Big(a).times(new Big(10).pow(digits)).div(divisor).round(0, Big.roundHalfUp);
  return shift(whole.toFixed(), -digits);
}
