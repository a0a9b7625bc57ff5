/** Figures of one metric and period that cannot both be true: the same kind of statement, and values that no rounding brings together. */
import Big from 'big.js';
import { groupBy } from '../../base/group';
import type { FigureValues } from '../fields';

export type Compared = Pick<
  FigureValues,
  'unit' | 'currency' | 'basis' | 'assertion' | 'provenance' | 'value' | 'scale'
> & {
  readonly id: string;
  readonly approximate: boolean;
  /** Ends as exact decimals in whole units; null where open. */
  readonly low: string | null;
  readonly high: string | null;
};

/** The ids of the figures that contradict another of the list; what others expect is held against its like only. */
export function conflicting(figures: readonly Compared[]): ReadonlySet<string> {
  const alike = groupBy(figures, (one) =>
    [one.unit, one.currency, one.basis, one.assertion, one.provenance === 'consensus'].join('|'),
  );
  const found = new Set<string>();
  for (const group of alike.values()) {
    for (const one of group) if (group.some((other) => apart(one, other))) found.add(one.id);
  }
  return found;
}

/** Whether no value rounds to both; an open end leaves room. */
function apart(left: Compared, right: Compared): boolean {
  const room = slack(left).plus(slack(right));
  return isAbove(left.low, right.high, room) || isAbove(right.low, left.high, room);
}

const isAbove = (low: string | null, high: string | null, room: Big): boolean =>
  low !== null && high !== null && new Big(low).minus(high).gt(room);

/** Half a unit of the last printed digit, in whole units; twice that where the value is approximate. */
function slack({ value, scale, approximate }: Compared): Big {
  const decimals = Math.min(
    ...(value.match(/\d+(?:\.\d+)?/g) ?? ['0']).map((digits) => digits.split('.')[1]?.length ?? 0),
  );
  return new Big(`1e${scale - decimals}`).times(approximate ? 1 : '0.5');
}
