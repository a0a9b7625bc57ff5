/** An indicator against its band: where both stand on one line, and what core says of the value. Pure. */
import { type Interval, middleOf, readInterval } from './interval';
import { type Domain, placeOf, type Segment, segmentOf } from './scale';
import { stateOfText } from '../../../../../core/watch/state';
import type { WatchState } from '../../../../../core/watch/states';

export interface BandPicture {
  readonly band: Segment;
  readonly mark: number;
  readonly state: WatchState;
}

/** Null where band or value has no number ("flat or up", "awaiting Q2"): then there is nothing to draw. */
export function bandPicture(band: string | null | undefined, current: string | null | undefined): BandPicture | null {
  const range = readInterval(band);
  const value = readInterval(current);
  const state = stateOfText(band, current);
  if (!range || !value || state === null) return null;
  const at = middleOf(value);
  const domain = bandDomain(range, at);
  return { band: segmentOf(range, domain), mark: placeOf(at, domain), state };
}

/** The band takes the middle half; an open end gets as much room as the band is away from zero. */
function bandDomain({ low, high }: Interval, at: number): Domain {
  const from = low ?? (high === null ? at : high - Math.abs(high));
  const to = high ?? (low === null ? at : low + Math.abs(low));
  const room = Math.max((to - from) * 0.5, Math.abs(to) * 0.1, 0.5);
  const margin = Math.max((to - from) * 0.1, room * 0.1);
  return { from: Math.min(from - room, at - margin), to: Math.max(to + room, at + margin) };
}
