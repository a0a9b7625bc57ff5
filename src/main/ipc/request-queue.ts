/**
 * Runs requests in order; a query that waits too long is answered from the last commit, such as one that the window
 * sends while a large import is written.
 */
import { type Enqueue, makeQueue } from './queue';

export interface RequestQueue {
  /** `otherwise` answers in the place of `work` where that has not answered in time; only for work that changes nothing. */
  readonly take: <T>(work: () => Promise<T>, otherwise?: () => T) => Promise<T>;
}

/** `deadlineMs`: how long work waits before it is answered otherwise. */
export function makeRequestQueue(deadlineMs: number): RequestQueue {
  const inOrder = makeQueue();
  return {
    take: (work, otherwise) =>
      otherwise === undefined ? inOrder(work) : withDeadline(inOrder, work, otherwise, deadlineMs),
  };
}

function withDeadline<T>(inOrder: Enqueue, work: () => Promise<T>, otherwise: () => T, deadlineMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let answered: { readonly value: T } | null = null;
    const timer = setTimeout(() => {
      try {
        answered = { value: otherwise() };
        resolve(answered.value);
      } catch {
        // Then its turn answers it.
      }
    }, deadlineMs);
    // Answered already: its turn is over as soon as it comes.
    inOrder(() => (answered === null ? work() : Promise.resolve(answered.value)))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
