/**
 * A value as a person reads it in a grid cell (`~43.2`, `60–70`, `(2.5)`), and the scale that suits it. Formatting and then
 * parsing (`typed-value.ts`) gives the same reading back. The whole figure is written by `figure/display/text.ts`.
 */
import { absolute, compare, isNegative, shift } from '../../decimal';
import type { DecimalString, Reading } from '../../model';
import type { Unit } from '../../../base/unit';

/** What a value needs of a reading to be written. */
export type ValueReading = Pick<
  Reading,
  'low' | 'high' | 'qualifier' | 'approximate' | 'strict' | 'lowExponent' | 'highExponent'
> & {
  readonly direction?: Reading['direction'];
};

/** The number as printed: grouped, with as many places as were printed. */
function printed(value: DecimalString, exponent: number, scale: number): string {
  const [whole = '0', fraction = ''] = absolute(shift(value, -scale)).split('.');
  const places = Math.max(0, scale - exponent);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const tail = fraction.padEnd(Math.min(places, 30), '0');
  return `${isNegative(value) ? '-' : ''}${grouped}${tail ? `.${tail}` : ''}`;
}

function lead(reading: ValueReading): string {
  const blur = reading.approximate ? '~' : '';
  if (reading.qualifier === 'at-least') return blur + (reading.strict ? '>' : '≥');
  if (reading.qualifier === 'at-most') return blur + (reading.strict ? '<' : '≤');
  if (reading.qualifier === 'up-to') return `${blur}up to `;
  return blur;
}

function ends(reading: ValueReading): readonly [DecimalString, DecimalString] | null {
  const low = reading.low ?? reading.high;
  const high = reading.high ?? reading.low;
  return low === null || high === null ? null : [low, high];
}

/** The value alone, in units of ten to the `scale`, as `parseTypedValue` reads it back; empty where there is none. */
export function formatValue(reading: ValueReading, scale: number): string {
  const pair = ends(reading);
  if (!pair) return '';
  const [low, high] = pair;
  const sign = reading.direction === 'up' && !isNegative(low) ? '+' : '';
  const first = sign + printed(low, reading.low === null ? reading.highExponent : reading.lowExponent, scale);
  if (compare(low, high) === 0) return lead(reading) + first;
  const second = sign + printed(high, reading.highExponent, scale);
  const negative = isNegative(low) || isNegative(high);
  return `${lead(reading)}${first}${negative ? ' to ' : '–'}${second}`;
}

const SCALED: ReadonlySet<Unit> = new Set(['money', 'count', 'other', 'volume', 'mass', 'area', 'length', 'energy']);

/** The power of ten (0, 3, 6, 9, 12) a person would write the value in. Thousands stay plain below a million. */
export function bestScale(reading: Pick<Reading, 'low' | 'high' | 'unit'>): number {
  if (!SCALED.has(reading.unit)) return 0;
  const value = reading.low !== null && reading.low !== '0' ? reading.low : (reading.high ?? '0');
  const digits = absolute(value).split('.')[0]?.length ?? 1;
  if (digits > 12) return 12;
  if (digits > 9) return 9;
  return digits > 6 ? 6 : 0;
}
