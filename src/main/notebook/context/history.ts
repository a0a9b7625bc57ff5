/** Undo and redo: the two stacks as the change log tells them, so that they survive a restart. */
import { changesOfStep, readChange, readChanges, readChangeset, type ChangeRow } from '../../storage/queries/changes';
import { squash, type Changeset } from '../../../core/change/changeset';
import type { ReadableDb } from '../../storage/db/db';

type Logged = Pick<ChangeRow, 'id' | 'kind' | 'step'>;

export class History {
  readonly #done: number[] = [];
  readonly #undone: number[] = [];
  #last = 0;

  constructor(private readonly db: ReadableDb) {
    this.catchUp();
  }

  /** Takes note of what another connection has written since. */
  catchUp(): void {
    for (const change of readChanges(this.db, this.#last)) this.record(change);
  }

  /** Takes note of a change that was just written. */
  record(change: Logged): void {
    this.#last = change.id;
    if (change.kind === 'undo') return this.#move(change.step, this.#done, this.#undone);
    if (change.kind === 'redo') return this.#move(change.step, this.#undone, this.#done);
    // A restore brought another file: there is nothing of it to take back.
    if (change.kind === 'restore') return;
    this.#undone.length = 0;
    if (this.#done.at(-1) !== change.step) this.#done.push(change.step);
  }

  /** The step that undo would take back, or redo bring again; null where there is none. */
  next(direction: 'undo' | 'redo'): number | null {
    return (direction === 'undo' ? this.#done : this.#undone).at(-1) ?? null;
  }

  label(direction: 'undo' | 'redo'): string | null {
    const step = this.next(direction);
    return step === null ? null : (readChange(this.db, step)?.label ?? null);
  }

  /** The steps that stand; a step not among them was undone. */
  standing(): ReadonlySet<number> {
    return new Set(this.#done);
  }

  /** All that one step did, as one changeset. */
  changeset(step: number): Changeset {
    const none: Changeset = { added: new Map(), updated: new Map(), removed: new Map() };
    return changesOfStep(this.db, step).reduce((joined, id) => squash(joined, readChangeset(this.db, id)), none);
  }

  #move(step: number, from: number[], to: number[]): void {
    const at = from.lastIndexOf(step);
    if (at !== -1) from.splice(at, 1);
    to.push(step);
  }
}
