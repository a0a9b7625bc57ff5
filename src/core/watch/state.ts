/** Where a value lies against the band of an indicator, exactly: bands in numbers, and bands in words against the value before. */
import data from '../../../resources/audit/watch.json';
import { compare } from '../figure/decimal';
import type { DecimalString, Direction } from '../figure/model';
import type { Unit } from '../base/unit';
import { readQuantities } from '../figure/quantity/quantity';
import { searchForm } from '../base/fold';
import type { WatchState } from './states';

export interface Measured {
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly direction: Direction | null;
}

interface Ends {
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
}

/** A fall is below nothing: its sign stands in its direction. */
function signed({ low, high, direction }: Measured): Ends {
  const minus = (value: DecimalString | null): DecimalString | null =>
    value === null || value.startsWith('-') || value === '0' ? value : `-${value}`;
  return direction === 'down' ? { low: minus(high), high: minus(low) } : { low, high };
}

/** Null where the band says nothing that this value can be held against. `before` is the value of the period before it. */
export function stateOf(band: string, value: Measured, before: Measured | null): WatchState | null {
  const worded = searchForm(band).trim();
  const [range] = readQuantities(band, { cell: true });
  if (range !== undefined) return stateWithin(range, value);
  if (before === null || !comparable(before, value)) return null;
  return inWords(worded, signed(value), signed(before));
}

/** Where a value lies against a range that was read; null where the two are not of one unit and currency. */
export const stateWithin = (range: Measured, value: Measured): WatchState | null =>
  comparable(range, value) ? against(range, signed(value)) : null;

/**
 * Where a value in words (`28%`, `$1.2B`) lies against a band in words. A bare number has the unit of the band. Null where
 * one of them has no number, or they are of two units.
 */
export function stateOfText(band: string | null | undefined, text: string | null | undefined): WatchState | null {
  const [range] = band ? readQuantities(band, { cell: true }) : [];
  const [value] = text ? readQuantities(text, { cell: true }) : [];
  if (range === undefined || value === undefined) return null;
  return stateWithin(range, isBare(value) ? { ...value, unit: range.unit } : value);
}

type OfUnit = Pick<Measured, 'unit' | 'currency'>;

const isBare = ({ unit }: OfUnit): boolean => unit === 'count' || unit === 'other';

/** An amount a share is an amount of money. */
const measureOf = ({ unit }: OfUnit): Unit => (unit === 'per_share' ? 'money' : unit);

const comparable = (band: OfUnit, value: OfUnit): boolean =>
  measureOf(band) === measureOf(value)
    ? band.currency === null || value.currency === null || band.currency === value.currency
    : isBare(band);

function against(band: Ends, value: Ends): WatchState {
  const least = value.low ?? value.high;
  const most = value.high ?? value.low;
  if (band.low !== null && most !== null && compare(most, band.low) < 0) return 'below';
  if (band.high !== null && least !== null && compare(least, band.high) > 0) return 'above';
  return 'inside';
}

function inWords(band: string, value: Ends, before: Ends): WatchState | null {
  const [now, then] = [value.low ?? value.high, before.low ?? before.high];
  if (now === null || then === null) return null;
  const way = compare(now, then);
  if (data.notLower.includes(band)) return way < 0 ? 'below' : 'inside';
  if (data.notHigher.includes(band)) return way > 0 ? 'above' : 'inside';
  if (data.higher.includes(band)) return way > 0 ? 'inside' : 'below';
  if (data.lower.includes(band)) return way < 0 ? 'inside' : 'above';
  return null;
}
