/** Which document stands beside the one that is read, and where it was opened; null for none. */
import { createStore } from './store';

export interface Beside {
  readonly document: string;
  /** Scrolled to and marked. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** A new number each time that it is opened, so that the same place is gone to again. */
  readonly serial: number;
}

export const beside = createStore<Beside | null>(null);

export function openBeside(place: Omit<Beside, 'serial'>): void {
  beside.update((now) => ({ ...place, serial: (now?.serial ?? 0) + 1 }));
}

export function closeBeside(): void {
  beside.set(null);
}
