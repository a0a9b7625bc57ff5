/**
 * Makes backups without being asked: on opening where something has changed since the last one, and every ten minutes
 * while changes come in.
 */
import type { WireError } from '../../../contract/errors';
import { TieoutError } from '../../../contract/errors';
import type { ReadableDb, WritableDb } from '../../storage/db/db';
import { revision } from '../../storage/queries/changes';
import { readMeta, writeMeta } from '../../storage/queries/meta';
import { demandUnaltered, makeBackup } from './backups';

const EVERY_MS = 10 * 60 * 1000;
/** The window comes first: the copy on opening waits until it has had time to draw. */
const AFTER_OPENING_MS = 5000;

/**
 * Makes one copy, or only looks whether anything was altered on the disk. Rejects with E_DAMAGED where it was, and with
 * what keeps a copy from being made.
 */
export type Copying = (what: 'automatic' | 'look') => Promise<void>;

/** In this thread, which it holds up meanwhile. */
export const copyHere =
  (db: ReadableDb, path: string, now: () => string): Copying =>
  (what) =>
    Promise.resolve().then(() => {
      if (what === 'look') demandUnaltered(db, path);
      else makeBackup(db, path, 'automatic', now());
    });

export class AutomaticBackups {
  #timer: NodeJS.Timeout | null = null;
  #looked = false;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: WritableDb,
    private readonly copy: Copying,
    private readonly onAltered: (error: WireError) => void = () => undefined,
  ) {}

  start(): void {
    this.#wait(AFTER_OPENING_MS);
  }

  noteChange(): void {
    if (this.#timer === null) this.#wait(EVERY_MS);
  }

  /** Nothing is begun any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Resolves when no copy is being made. */
  async ended(): Promise<void> {
    await this.#running;
  }

  /**
   * Makes a copy when the notebook has changed since the last one; true when it did. What was altered on the disk is not
   * copied, and drops no good copy from the rotation; it is said instead. Once after opening it is looked for in any case.
   */
  async runIfDue(): Promise<boolean> {
    const at = String(revision(this.db));
    const due = at !== '0' && readMeta(this.db, 'backup_revision') !== at;
    if (!due && (this.#looked || at === '0')) return false;
    this.#looked = true;
    try {
      await this.copy(due ? 'automatic' : 'look');
    } catch (error) {
      if (!(error instanceof TieoutError) || error.code !== 'E_DAMAGED') throw error;
      this.onAltered({ code: error.code, message: error.message });
      return false;
    }
    // The copy may hold a later change as well, never an earlier one.
    if (due && this.db.open) writeMeta(this.db, 'backup_revision', at);
    return due;
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // A copy that could not be made, for want of space or of leave, is tried again later: editing goes on.
      this.#running = this.runIfDue().catch(() => this.#wait(EVERY_MS));
    }, ms);
    this.#timer.unref();
  }
}
