/** Price targets on a line: where each stands, and in which row above or below it its label finds room. Pure. */
import { middleOf, readInterval } from './interval';
import { type Domain, domainOf, placeOf } from './scale';

export interface StripPoint {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly kind: 'target' | 'price';
}

export interface PlacedPoint extends StripPoint {
  readonly x: number;
  /** Negative rows stand above the line, positive below; ±1 is next to it. */
  readonly row: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Rough width of a character of a label in the strip's own units, generous so that labels never touch. */
const CHARACTER = 6.4;
const GAP = 10;

/** Points with a number, from low to high, on a line `width` units long; labels alternate and move out where they would meet. */
export function placeStrip(points: readonly StripPoint[], width: number): readonly PlacedPoint[] {
  const valued = points.flatMap((point) => {
    const interval = readInterval(point.value);
    return interval ? [{ point, at: middleOf(interval) }] : [];
  });
  const domain: Domain | null = domainOf(
    valued.map(({ at }) => ({ low: at, high: at })),
    0.04,
  );
  if (!domain) return [];
  const ends = new Map<number, number>();
  return valued
    .sort((left, right) => left.at - right.at)
    .map(({ point, at }, index) => {
      const x = (placeOf(at, domain) / 100) * width;
      const length = point.label.length * CHARACTER;
      const anchor = x < length / 2 ? 'start' : x > width - length / 2 ? 'end' : 'middle';
      const from = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
      const row = freeRow(ends, from, index);
      ends.set(row, from + length + GAP);
      return { ...point, x, row, anchor };
    });
}

/** Rows tried nearest first; which side comes first alternates, so that neighbours part. */
function freeRow(ends: ReadonlyMap<number, number>, from: number, index: number): number {
  const first = index % 2 === 0 ? 1 : -1;
  for (let distance = 1; ; distance += 1) {
    for (const row of [first * distance, -first * distance]) {
      if ((ends.get(row) ?? Number.NEGATIVE_INFINITY) <= from) return row;
    }
  }
}
