/**
 * Converts between a figure's record and the value cell of the grid: the text shown for a reading, and the meaning of a
 * typed value.
 */
import { absolute, isNegative } from '../../../core/figure/decimal';
import { bestScale, formatValue } from '../../../core/figure/quantity/typed/format';
import { parseTypedValue, type TypedUnit } from '../../../core/figure/quantity/typed/typed-value';
import type { FigureKind, Reading, Direction } from '../../../core/figure/model';
import type { Unit } from '../../../core/base/unit';
import { TieoutError } from '../../../contract/errors';
import type { FigureRow } from '../../storage/db/rows';

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
  /** Nobody has said a unit yet: the text may say it. */
  readonly open?: boolean;
}

type ReadCells = Pick<
  FigureRow,
  'value' | 'scale' | 'low' | 'high' | 'low_exponent' | 'high_exponent' | 'qualifier' | 'approximate' | 'strict'
> & { readonly direction: Direction | null };

/**
 * The cells that a typed value gives, written as the grid writes values, and what its text says of unit and currency that
 * the row does not say. Throws E_INPUT with what can be typed.
 */
export function readTyped(cell: TypedCell): { readonly cells: ReadCells; readonly said: TypedUnit } {
  const typed = parseTypedValue(cell.value, cell);
  if ('error' in typed) throw new TieoutError('E_INPUT', typed.error.message, { value: cell.value });
  const isChange = cell.kind === 'growth' || cell.kind === 'delta';
  const falls = isChange && typed.high !== null && isNegative(typed.high);
  const reading = falls
    ? { ...typed, low: typed.high && absolute(typed.high), high: typed.low && absolute(typed.low) }
    : typed;
  const direction = falls ? 'down' : typed.direction;
  const scale = typed.said.scale ?? cell.scale;
  const cells: ReadCells = {
    value: formatValue({ ...reading, direction: null }, scale),
    scale,
    low: reading.low,
    high: reading.high,
    low_exponent: typed.lowExponent,
    high_exponent: typed.highExponent,
    qualifier: typed.qualifier,
    approximate: typed.approximate ? 1 : 0,
    strict: typed.strict ? 1 : 0,
    direction,
  };
  return { cells, said: typed.said };
}
