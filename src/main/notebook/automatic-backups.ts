/** Makes copies by itself: on opening when there is something new since the last, and while changes come in. */
import type { WritableDb } from '../storage/db';
import { revision } from '../storage/queries/changes';
import { readMeta, writeMeta } from '../storage/queries/meta';
import { makeBackup } from './backups';

const EVERY_MS = 10 * 60 * 1000;
/** The window comes first: the copy on opening waits until it has had time to draw. */
const AFTER_OPENING_MS = 5000;

export class AutomaticBackups {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: WritableDb,
    private readonly path: string,
    private readonly now: () => string,
  ) {}

  start(): void {
    this.#wait(AFTER_OPENING_MS);
  }

  noteChange(): void {
    if (this.#timer === null) this.#wait(EVERY_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Makes a copy when the notebook has changed since the last one; true when it did. */
  runIfDue(): boolean {
    const at = String(revision(this.db));
    if (at === '0' || readMeta(this.db, 'backup_revision') === at) return false;
    makeBackup(this.db, this.path, 'automatic', this.now());
    writeMeta(this.db, 'backup_revision', at);
    return true;
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#tryNow();
    }, ms);
    this.#timer.unref();
  }

  /** A copy that could not be made, for want of space or of leave, is tried again later: editing goes on. */
  #tryNow(): void {
    try {
      this.runIfDue();
    } catch {
      this.#wait(EVERY_MS);
    }
  }
}
