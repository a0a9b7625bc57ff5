/** Makes copies by itself: on opening when there is something new since the last, and while changes come in. */
import type { WireError } from '../../contract/errors';
import type { WritableDb } from '../storage/db';
import { revision } from '../storage/queries/changes';
import { readMeta, writeMeta } from '../storage/queries/meta';
import { brokenHistory } from '../storage/replay';
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
    private readonly onAltered: (error: WireError) => void = () => undefined,
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
    if (this.#isAltered()) return false;
    makeBackup(this.db, this.path, 'automatic', this.now());
    writeMeta(this.db, 'backup_revision', at);
    return true;
  }

  /** What was altered on the disk is not copied, and drops no good copy from the rotation; it is said instead. */
  #isAltered(): boolean {
    const problems = brokenHistory(this.db);
    if (problems.length > 0) this.onAltered(altered(this.path, problems));
    return problems.length > 0;
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

const altered = (path: string, problems: readonly string[]): WireError => ({
  code: 'E_DAMAGED',
  message: `${path} was altered on the disk: ${problems.slice(0, 3).join('; ')}${problems.length > 3 ? ` and ${problems.length - 3} more` : ''}. No copy is made of it as it is; the copies from before are kept. Restore one of them, or look at what was altered and correct it.`,
});
