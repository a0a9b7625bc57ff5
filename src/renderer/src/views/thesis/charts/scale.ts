/** From values to places on a line, in percent of its length. Pure. */
import type { Interval } from './interval';

export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** A domain that holds every end of the intervals, with room at both ends so that no mark touches the edge. */
export function domainOf(intervals: readonly Interval[], room = 0.08): Domain | null {
  const ends = intervals.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  if (ends.length === 0) return null;
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const span = most - least || Math.abs(most) || 1;
  return { from: least - span * room, to: most + span * room };
}

/** Where a value stands, 0 to 100; values outside stand at the edge. */
export function placeOf(value: number, { from, to }: Domain): number {
  return Math.max(0, Math.min(100, ((value - from) / (to - from)) * 100));
}

export interface Segment {
  readonly left: number;
  readonly width: number;
}

/** Least width at which a bar can still be seen. */
const LEAST_WIDTH = 1.5;

/** The stretch of an interval on the line; an open end reaches the edge. */
export function segmentOf({ low, high }: Interval, domain: Domain): Segment {
  const left = low === null ? 0 : placeOf(low, domain);
  const right = high === null ? 100 : placeOf(high, domain);
  const width = Math.max(LEAST_WIDTH, right - left);
  return { left: Math.min(left, 100 - width), width };
}
