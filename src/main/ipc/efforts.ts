/**
 * Work that the writing thread was asked for, watched and stopped from the thread beside it through memory that both share.
 * Work that heeds neither its limit nor a stop is ended with its process: what was not committed is rolled back then.
 */
import { ALL, DONE, type Effort, newEffort, STOP, type WorkProgress } from '../../contract/work';

/** After a stop; work asks many times a second whether it may go on. */
const HEEDS_STOP_MS = 20_000;
/** Beyond every limit that work keeps by itself. */
const HEEDS_LIMIT_MS = 300_000;

export class Efforts {
  readonly #under = new Map<string, Set<Effort>>();

  /** `end` ends the process, for the reason given. */
  constructor(private readonly end: (reason: string) => void) {}

  /** Runs `work` as one that can be watched and stopped under its name: that of its message, or of an import's job. */
  async over<T>(what: string, work: (effort: Effort) => Promise<T>): Promise<T> {
    const effort = newEffort();
    const efforts = this.#under.get(what) ?? new Set();
    this.#under.set(what, efforts.add(effort));
    try {
      return await work(effort);
    } finally {
      efforts.delete(effort);
    }
  }

  /** Work whose turn has come; ended where it outlasts every limit. */
  async begun<T>(what: string, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.end(`${what} kept no limit`), HEEDS_LIMIT_MS);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }

  progress(what: string): WorkProgress {
    const [effort] = this.#under.get(what) ?? [];
    if (effort === undefined) return null;
    return {
      done: Atomics.load(effort, DONE),
      all: Atomics.load(effort, ALL),
      stopping: isStopped(effort),
    };
  }

  /** False where no such work runs or waits. */
  stop(what: string): boolean {
    const efforts = this.#under.get(what) ?? new Set();
    for (const effort of efforts) {
      Atomics.store(effort, STOP, 1);
      const timer = setTimeout(() => {
        if (efforts.has(effort)) this.end(`${what} did not stop`);
      }, HEEDS_STOP_MS);
      timer.unref();
    }
    return efforts.size > 0;
  }
}

/** Work that was stopped while it waited for its turn need not begin. */
export const isStopped = (effort: Effort): boolean => Atomics.load(effort, STOP) !== 0;
