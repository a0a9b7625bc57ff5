/** Between a figure's record and the value cell of the grid: what is shown for a reading, and what a typed value means. */
import { absolute, isNegative } from '../../core/figure/quantity/decimal';
import { bestScale, formatValue, parseTypedValue } from '../../core/figure/quantity/format';
import type { FigureKind, Reading, Unit } from '../../core/figure/model';
import { TieoutError } from '../../contract/errors';
import type { FigureRow } from '../storage/rows';

export interface ShownValue {
  readonly value: string;
  readonly scale: number;
}

/** `37.6` at scale 9 for $37.6B. A change's sign stands in its direction, not in its value. */
export function showReading(reading: Reading): ShownValue {
  const scale = bestScale(reading);
  return { value: formatValue({ ...reading, direction: null }, scale), scale };
}

export interface TypedCell {
  readonly value: string;
  readonly scale: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly kind: FigureKind;
}

type ReadCells = Pick<
  FigureRow,
  'value' | 'scale' | 'low' | 'high' | 'low_exponent' | 'high_exponent' | 'qualifier' | 'approximate' | 'strict'
> & { readonly direction?: 'up' | 'down' };

/** The cells that a typed value gives, written as the grid writes values. Throws E_INPUT with what can be typed. */
export function readTyped(cell: TypedCell): ReadCells {
  const typed = parseTypedValue(cell.value, cell);
  if ('error' in typed) throw new TieoutError('E_INPUT', typed.error.message, { value: cell.value });
  const isChange = cell.kind === 'growth' || cell.kind === 'delta';
  const falls = isChange && typed.high !== null && isNegative(typed.high);
  const reading = falls
    ? { ...typed, low: typed.high && absolute(typed.high), high: typed.low && absolute(typed.low) }
    : typed;
  const direction = falls ? 'down' : typed.direction;
  return {
    value: formatValue({ ...reading, direction: null }, cell.scale),
    scale: cell.scale,
    low: reading.low,
    high: reading.high,
    low_exponent: typed.lowExponent,
    high_exponent: typed.highExponent,
    qualifier: typed.qualifier,
    approximate: typed.approximate ? 1 : 0,
    strict: typed.strict ? 1 : 0,
    ...(direction === null ? {} : { direction }),
  };
}
