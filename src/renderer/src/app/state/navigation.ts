/** Where the person is: one place at a time, with a history to go back and forward in, as in a browser. */
import { createStore, useStore } from './store';

const VIEW_IDS = ['library', 'reader', 'figures', 'sources', 'audit', 'thesis', 'report'] as const;
export type ViewId = (typeof VIEW_IDS)[number];

export type Place =
  | { readonly view: 'library' }
  | {
      readonly view: 'reader';
      readonly document?: string | undefined;
      /** Scroll to and highlight this stretch of the text. */
      readonly start?: number | undefined;
      readonly end?: number | undefined;
      /** Select this figure in the inspector. */
      readonly figure?: string | undefined;
      /** Other stretches to mark beside it: the operands of a recomputation. */
      readonly operands?: readonly { readonly start: number; readonly end: number }[] | undefined;
    }
  | { readonly view: 'figures'; readonly figure?: string | undefined; readonly source?: string | undefined }
  | { readonly view: 'sources'; readonly source?: string | undefined }
  | { readonly view: 'audit'; readonly finding?: string | undefined }
  | { readonly view: 'thesis'; readonly item?: string | undefined }
  | {
      readonly view: 'report';
      readonly report?: string | undefined;
      /** Select this place of its text. */
      readonly spot?: ReportSpot | undefined;
    };
/** A place in a report's text: the n-th mention of a live figure, a stretch of its n-th block of words, or words. */
export type ReportSpot =
  | { readonly mention: number }
  | { readonly block: number; readonly from: number; readonly to: number }
  | { readonly words: string };
export type PlaceOf<V extends ViewId> = Extract<Place, { view: V }>;

export interface Visit {
  readonly place: Place;
  /** A new number a visit: opening the same place again scrolls and highlights again. */
  readonly serial: number;
}

export interface Trail {
  readonly visits: readonly Visit[];
  readonly index: number;
  readonly serial: number;
}

const LONGEST = 100;
export const START: Trail = { visits: [{ place: { view: 'library' }, serial: 0 }], index: 0, serial: 0 };

export function visit(trail: Trail, place: Place): Trail {
  const serial = trail.serial + 1;
  const current = trail.visits[trail.index];
  const same = current !== undefined && samePlace(current.place, place);
  // Opening where one already is: no second step in the history.
  const kept = trail.visits.slice(0, same ? trail.index : trail.index + 1);
  const visits = [...kept, { place, serial }].slice(-LONGEST);
  return { visits, index: visits.length - 1, serial };
}

/** Changes the current place without a step in the history (the selection moved within the view). */
export function amend(trail: Trail, place: Place): Trail {
  const current = trail.visits[trail.index];
  if (!current || samePlace(current.place, place)) return trail;
  return { ...trail, visits: trail.visits.with(trail.index, { place, serial: current.serial }) };
}

/** One step back (-1) or forward (+1), where there is one. */
export function step(trail: Trail, by: -1 | 1): Trail {
  const target = trail.visits[trail.index + by];
  if (!target) return trail;
  const serial = trail.serial + 1;
  const visits = trail.visits.with(trail.index + by, { place: target.place, serial });
  return { visits, index: trail.index + by, serial };
}

/** The last place of a view in the trail, so that the rail leads back to where one was; else the view's front. */
export function lastPlace(trail: Trail, view: ViewId): Place {
  const found = trail.visits.findLast((visit) => visit.place.view === view);
  return found?.place ?? { view };
}

function samePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export const trail = createStore<Trail>(START);

/** Goes to a place. */
export function open(place: Place): void {
  trail.update((now) => visit(now, place));
}

/** Notes where inside the view the person is, for "back" and for the rail, without moving anything. */
export function settle(place: Place): void {
  trail.update((now) => amend(now, place));
}

/** Goes to a view, at the place last seen there. */
export function openView(view: ViewId): void {
  trail.update((now) => (currentVisit(now).place.view === view ? now : visit(now, lastPlace(now, view))));
}

export function back(): void {
  trail.update((now) => step(now, -1));
}

export function forward(): void {
  trail.update((now) => step(now, 1));
}

/** Another notebook: old ids mean nothing there. */
export function forgetTrail(): void {
  trail.set(START);
}

export function currentVisit(now: Trail): Visit {
  return now.visits[now.index] ?? { place: { view: 'library' }, serial: 0 };
}

export function useVisit(): Visit {
  return currentVisit(useStore(trail));
}

/** The current place if it is in `view`, else the front of that view: what a view reads to know what to show. */
export function usePlace<V extends ViewId>(view: V): { readonly place: PlaceOf<V> | null; readonly serial: number } {
  const { place, serial } = useVisit();
  return { place: isIn(place, view) ? place : null, serial };
}

function isIn<V extends ViewId>(place: Place, view: V): place is PlaceOf<V> {
  return place.view === view;
}
