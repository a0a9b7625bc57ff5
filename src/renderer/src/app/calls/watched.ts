/** Work of the notebook that takes longer than a moment: how far it is, and a way to stop it with nothing changed. */
import type { WatchedMessage, WorkProgress } from '../../../../contract/work';
import { call } from './client';
import { start } from './run';
import { createStore } from '../state/store';

/** What takes less is over before anybody could read what it says. */
const LOOK_EVERY_MS = 500;

export interface UnderWay extends NonNullable<WorkProgress> {
  readonly what: WatchedMessage;
  /** `Importing “Q1 letter”`. */
  readonly label: string;
}

/** Null where nothing has taken longer than a moment yet. */
export const underWay = createStore<UnderWay | null>(null);

/** Shows `work`, a call of `what`, until it ends; gives what it gives. */
export async function watched<T>(what: WatchedMessage, label: string, work: Promise<T>): Promise<T> {
  let isOver = false;
  const look = async (): Promise<void> => {
    const progress = await call('work.progress', { what });
    if (!isOver && progress !== null) underWay.set({ what, label, ...progress });
  };
  const timer = setInterval(() => start(look()), LOOK_EVERY_MS);
  try {
    return await work;
  } finally {
    isOver = true;
    clearInterval(timer);
    underWay.set(null);
  }
}

export function stopWork(what: WatchedMessage): void {
  underWay.update((now) => (now?.what === what ? { ...now, stopping: true } : now));
  start(call('work.stop', { what }));
}
