/**
 * The numbers in a short text of the thesis ("25–30%", "≥ 20%", "~$271", "100 bps") as places on a bar. Core reads them;
 * a mark needs no exact decimals, so they become floating point here.
 */
import type { Quantity } from '../../../../../core/figure/model';
import type { Unit } from '../../../../../core/base/unit';
import { readQuantities } from '../../../../../core/figure/quantity/quantity';

export type IntervalUnit = 'percent' | 'bps' | 'multiple' | 'money' | 'plain';

export interface Interval {
  /** Null where the text leaves the end open. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface ReadInterval extends Interval {
  readonly unit: IntervalUnit;
}

const UNITS: Readonly<Partial<Record<Unit, IntervalUnit>>> = {
  percent: 'percent',
  percentage_points: 'percent',
  bps: 'bps',
  multiple: 'multiple',
  money: 'money',
  per_share: 'money',
};

/** The first quantity of a text as an interval; null where there is none. */
export function readInterval(text: string | null | undefined): ReadInterval | null {
  const [first] = text ? readQuantities(text, { cell: true }) : [];
  return first ? { ...endsOf(first), unit: UNITS[first.unit] ?? 'plain' } : null;
}

function endsOf({ low, high }: Quantity): Interval {
  return { low: low === null ? null : Number(low), high: high === null ? null : Number(high) };
}

/** The middle of what is known of an interval: where its mark stands. */
export function middleOf({ low, high }: Interval): number {
  return ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
}
