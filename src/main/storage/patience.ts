/**
 * How long work may take, and whether it was asked to end. Work that may be long asks between its steps, inside its
 * transaction: what is ended there is rolled back, so nothing is half done. Nothing asks after a commit.
 */
import { TieoutError } from '../../contract/errors';
import { ALL, DONE, type Effort, STOP } from '../../contract/work';

/** What has a limit, in milliseconds: far more than honest work of the size that files may have takes on a slow machine. */
const LIMITS_MS = { command: 180_000, plan: 180_000, audit: 120_000, search: 10_000 } as const;
export type Work = keyof typeof LIMITS_MS;

interface Limit {
  readonly work: Work;
  readonly until: number;
}

export class Patience {
  #effort: Effort | null = null;
  #limit: Limit | null = null;

  /** `clock` in milliseconds. */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** While `run` lasts, `effort` is what is told and listened to. */
  heeding<T>(effort: Effort | null, run: () => T): T {
    const before = this.#effort;
    this.#effort = effort;
    try {
      return run();
    } finally {
      this.#effort = before;
    }
  }

  /** `run` with the limit of its kind of work; what it asks for inside has the limit of its own. */
  within<T>(work: Work, run: () => T): T {
    const before = this.#limit;
    this.#limit = { work, until: this.clock() + LIMITS_MS[work] };
    try {
      return run();
    } finally {
      this.#limit = before;
    }
  }

  /** So many steps are to come. */
  begin(all: number): void {
    if (this.#effort === null) return;
    Atomics.store(this.#effort, DONE, 0);
    Atomics.store(this.#effort, ALL, all);
  }

  /** One step more. Throws `E_CANCELLED` where the work was asked to end, `E_DEADLINE` where it took too long. */
  step(): void {
    const limit = this.#limit;
    if (limit === null) return;
    if (this.#effort !== null) {
      if (Atomics.load(this.#effort, STOP) !== 0) throw stopped();
      Atomics.add(this.#effort, DONE, 1);
    }
    if (this.clock() > limit.until) throw tooLong(limit.work);
  }
}

/** `E_CANCELLED`: it was asked to end before anything of it was kept. */
export const stopped = (): TieoutError => new TieoutError('E_CANCELLED', 'This was stopped, and nothing was changed.');

const ADVICE: Readonly<Record<Work, string>> = {
  command: 'nothing was changed. Do it in smaller parts.',
  plan: 'nothing was imported. Import a part of the file.',
  audit: 'the findings are those of before. It is tried again after the next change.',
  search: 'search for longer words.',
};

const tooLong = (work: Work): TieoutError =>
  new TieoutError('E_DEADLINE', `This took over ${LIMITS_MS[work] / 1000} seconds and was stopped: ${ADVICE[work]}`);
