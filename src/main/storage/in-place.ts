/**
 * Whether the file that is open is still the one under its name. A sync client, a person or a disk that is gone can move,
 * remove or replace it without SQLite noticing; SQLite would then go on writing to a file that nobody will ever open.
 */
import { statSync } from 'node:fs';
import { moved } from './errors';

interface Identity {
  readonly device: bigint;
  readonly number: bigint;
}

function identityOf(path: string): Identity | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return { device: dev, number: ino };
  } catch {
    return null;
  }
}

const isSame = (a: Identity | null, b: Identity | null): boolean =>
  a !== null && b !== null && a.device === b.device && a.number === b.number;

/** Remembers what stands under the name of an open notebook, and of its log once there is one. */
export class InPlace {
  readonly #file: Identity | null;
  #log: Identity | null;

  constructor(private readonly path: string) {
    this.#file = identityOf(path);
    this.#log = identityOf(this.#logPath);
  }

  get #logPath(): string {
    return `${this.path}-wal`;
  }

  get isSo(): boolean {
    if (!isSame(this.#file, identityOf(this.path))) return false;
    const log = identityOf(this.#logPath);
    // The log comes with the first commit and stays until the notebook is closed.
    this.#log ??= log;
    return this.#log === null || isSame(this.#log, log);
  }

  /** Throws E_MOVED where what is written now would not be found under the notebook's name again. */
  demand(): void {
    if (!this.isSo) throw moved(this.path);
  }
}
