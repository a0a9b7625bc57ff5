/**
 * Runs requests in order; a query that waits too long is answered from the last commit, such as one that the window
 * sends while a large import is written.
 */
import { type Enqueue, makeQueue } from './queue';

export interface PatientQueue {
  /** `otherwise` answers in the place of `work` where that has not answered in time; only for work that changes nothing. */
  readonly take: <T>(work: () => Promise<T>, otherwise?: () => T) => Promise<T>;
}

/** `patienceMs`: how long work waits for its turn before it is answered otherwise. */
export function makePatientQueue(patienceMs: number): PatientQueue {
  const inTurn = makeQueue();
  return {
    take: (work, otherwise) =>
      otherwise === undefined ? inTurn(work) : impatiently(inTurn, work, otherwise, patienceMs),
  };
}

function impatiently<T>(inTurn: Enqueue, work: () => Promise<T>, otherwise: () => T, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let answered: { readonly value: T } | null = null;
    const timer = setTimeout(() => {
      try {
        answered = { value: otherwise() };
        resolve(answered.value);
      } catch {
        // Then its turn answers it.
      }
    }, patienceMs);
    // Answered already: its turn is over as soon as it comes.
    inTurn(() => (answered === null ? work() : Promise.resolve(answered.value)))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
