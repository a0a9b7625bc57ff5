/** How a figure's value is shown and typed in the grid: digits in a written scale, with the sign of its qualifier. */
import type { Qualifier, Reading } from '../../core/figure/model';
import { shift } from '../../core/figure/decimal';
import type { Flag } from '../storage/rows';

const SCALES = [12, 9, 6, 3] as const;
const SCALED_UNITS = new Set(['money', 'count', 'per_share', 'energy', 'mass', 'volume', 'area', 'length', 'other']);

export interface ShownValue {
  readonly value: string;
  readonly scale: number;
}

/** `37.6` at scale 9 for $37.6B: the printed digits of both ends, and what opens or softens them. */
export function showReading(reading: Reading): ShownValue {
  const scale = SCALED_UNITS.has(reading.unit) ? scaleOf(reading) : 0;
  const low = reading.low === null ? null : printed(reading.low, reading.lowExponent, scale);
  const high = reading.high === null ? null : printed(reading.high, reading.highExponent, scale);
  return { value: withQualifier(reading, low, high), scale };
}

function scaleOf(reading: Reading): number {
  const digits = (reading.high ?? reading.low ?? '0').replace(/^-/, '').split('.')[0] ?? '';
  return SCALES.find((scale) => digits.length > scale && digits !== '0') ?? 0;
}

/** The digits as printed: a final zero that the text shows is shown again. */
function printed(value: string, exponent: number, scale: number): string {
  const scaled = shift(value, -scale);
  const decimals = Math.max(0, scale - exponent);
  const [whole = '0', fraction = ''] = scaled.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

function withQualifier(reading: Reading, low: string | null, high: string | null): string {
  const soft = reading.approximate ? '~' : '';
  if (low !== null && high !== null) return low === high ? `${soft}${low}` : `${soft}${low}–${high}`;
  if (low !== null) return reading.strict ? `>${low}` : `≥${low}`;
  if (high !== null) return reading.strict ? `<${high}` : `≤${high}`;
  return '';
}

/** A typed value read at a scale, in base units. */
export interface TypedValue {
  readonly low: string | null;
  readonly high: string | null;
  readonly low_exponent: number;
  readonly high_exponent: number;
  readonly qualifier: Qualifier;
  readonly approximate: Flag;
  readonly strict: Flag;
}

const NUMBER = String.raw`[-−+]?\d[\d,]*(?:\.\d+)?`;
const TYPED = new RegExp(
  String.raw`^(~|≈|c\.|>=|≥|at least|>|over|<=|≤|up to|<|under)?\s*(${NUMBER})\s*(?:(?:–|—|-|to|\.\.)\s*(${NUMBER}))?\s*(\+)?$`,
  'i',
);

const SIGNS: Readonly<Record<string, { readonly qualifier: Qualifier; readonly strict: boolean }>> = {
  '~': { qualifier: 'approx', strict: false },
  '≈': { qualifier: 'approx', strict: false },
  'c.': { qualifier: 'approx', strict: false },
  '>=': { qualifier: 'at-least', strict: false },
  '≥': { qualifier: 'at-least', strict: false },
  'at least': { qualifier: 'at-least', strict: false },
  '>': { qualifier: 'at-least', strict: true },
  over: { qualifier: 'at-least', strict: true },
  '<=': { qualifier: 'at-most', strict: false },
  '≤': { qualifier: 'at-most', strict: false },
  'up to': { qualifier: 'up-to', strict: false },
  '<': { qualifier: 'at-most', strict: true },
  under: { qualifier: 'at-most', strict: true },
};

/** Reads what a person typed into a value cell: `37.6`, `~43.2`, `60–70`, `>15`, `20+`; null when it is no value. */
export function readTyped(typed: string, scale: number): TypedValue | null {
  const match = TYPED.exec(typed.trim());
  const lowDigits = match?.[2];
  if (match === null || lowDigits === undefined) return null;
  const sign = match[1] === undefined ? undefined : SIGNS[match[1].toLowerCase()];
  const highDigits = match[3] ?? lowDigits;
  const low = decimalOf(lowDigits, scale);
  const high = decimalOf(highDigits, scale);
  const isRange = match[3] !== undefined;
  const open = openEnds(sign?.qualifier ?? (match[4] === undefined ? 'none' : 'at-least'), isRange);
  if (open === null) return null;
  return {
    low: open.low ? null : low,
    high: open.high ? null : high,
    low_exponent: exponentOf(lowDigits, scale),
    high_exponent: exponentOf(highDigits, scale),
    qualifier: open.qualifier,
    approximate: sign?.qualifier === 'approx' ? 1 : 0,
    strict: sign?.strict === true ? 1 : 0,
  };
}

function openEnds(
  qualifier: Qualifier,
  isRange: boolean,
): { readonly low: boolean; readonly high: boolean; readonly qualifier: Qualifier } | null {
  const opens = qualifier === 'at-least' || qualifier === 'at-most' || qualifier === 'up-to';
  if (isRange) return opens ? null : { low: false, high: false, qualifier: 'range' };
  return { low: qualifier === 'at-most' || qualifier === 'up-to', high: qualifier === 'at-least', qualifier };
}

const decimalOf = (digits: string, scale: number): string =>
  shift(digits.replaceAll(',', '').replace('−', '-').replace(/^\+/, ''), scale);

const exponentOf = (digits: string, scale: number): number => scale - (digits.split('.')[1]?.length ?? 0);
