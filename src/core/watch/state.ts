/** Where a value lies against the band of an indicator, exactly: bands in numbers, and bands in words against the value before. */
import data from '../../../resources/audit/watch.json';
import { compare } from '../figure/decimal';
import type { DecimalString, Direction } from '../figure/model';
import type { Unit } from '../base/unit';
import { readQuantities } from '../figure/quantity/quantity';
import { searchForm } from '../base/fold';

export const WATCH_STATES = ['inside', 'below', 'above'] as const;
export type WatchState = (typeof WATCH_STATES)[number];

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
  if (range !== undefined) return comparable(range, value) ? against(range, signed(value)) : null;
  if (before === null || !comparable(before, value)) return null;
  return inWords(worded, signed(value), signed(before));
}

const comparable = (one: Pick<Measured, 'unit' | 'currency'>, other: Pick<Measured, 'unit' | 'currency'>): boolean =>
  one.unit === other.unit
    ? one.currency === null || other.currency === null || one.currency === other.currency
    : one.unit === 'count' || one.unit === 'other';

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
