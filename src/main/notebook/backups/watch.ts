/**
 * Looks after the open file while nobody writes: notices that it was taken away, makes a copy of what is in it then, and
 * folds the log into the file in pauses, so that the file alone is nearly the whole notebook should somebody copy it.
 */
import { TieoutError, type WireError } from '../../../contract/errors';
import type { OpenFile } from '../../storage/open';
import { makeBackup } from './backups';
import { noteLastCommit } from './last-commit';

const EVERY_MS = 2000;

export class Watch {
  #timer: NodeJS.Timeout | null = null;
  #unfolded = false;
  #lost = false;

  constructor(
    private readonly file: OpenFile,
    private readonly now: () => string,
    private readonly onLost: (error: WireError) => void,
    /** Whether the number of the last change is kept among the backups. */
    private readonly keepsCount: boolean,
  ) {}

  start(): void {
    this.#timer = setInterval(() => this.look(), EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  noteChange(): void {
    this.#unfolded = true;
  }

  /**
   * Runs `work` and passes on its result or error. An error that says that the file is no longer in place is reported
   * once.
   */
  over<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#notice(error);
      throw error;
    }
  }

  look(): void {
    try {
      this.over(() => this.file.demandInPlace());
      if (!this.#unfolded) return;
      if (this.keepsCount) noteLastCommit(this.file.db, this.file.path);
      this.file.db.pragma('wal_checkpoint(PASSIVE)');
      this.#unfolded = false;
    } catch {
      // Noticed already, or the next pause folds it.
    }
  }

  #notice(error: unknown): void {
    if (this.#lost || !(error instanceof TieoutError) || error.code !== 'E_MOVED') return;
    this.#lost = true;
    this.#rescue();
    this.onLost({ code: error.code, message: error.message });
  }

  /** What was acknowledged may now stand in a file that nobody will find: a copy under the old name's backups is found. */
  #rescue(): void {
    try {
      makeBackup(this.file.db, this.file.path, 'automatic', this.now());
    } catch (error) {
      process.stderr.write(`tieout: no copy could be made of a notebook that was taken away: ${String(error)}\n`);
    }
  }
}
