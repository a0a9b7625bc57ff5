/**
 * The query cache: one entry a query and request, shared by every part that asks, refreshed when a commit touches a
 * table it reads. Old data stays on show while new data is fetched, and what did not change keeps its identity, so
 * that nothing flickers and nothing is drawn again without need.
 */
import { TieoutError } from '../../../../contract/errors';
import { shareStructure } from './share-structure';

export interface Snapshot {
  readonly data: unknown;
  readonly error: TieoutError | null;
  /** True until the first answer, good or bad. */
  readonly loading: boolean;
}

interface Entry {
  snapshot: Snapshot;
  readonly tables: readonly string[];
  readonly fetch: () => Promise<unknown>;
  readonly listeners: Set<() => void>;
  stale: boolean;
  inFlight: boolean;
  /** Counts the notebooks it was asked of: an answer of an earlier one is dropped. */
  epoch: number;
}

const EMPTY: Snapshot = { data: undefined, error: null, loading: true };
/** Entries that nobody looks at are kept up to this many, so that going back to a view shows it at once. */
const KEPT = 60;

export class QueryCache {
  readonly #entries = new Map<string, Entry>();

  snapshot(key: string): Snapshot {
    return this.#entries.get(key)?.snapshot ?? EMPTY;
  }

  /** Starts watching a query, fetching it where it is new or stale; returns the function that stops watching. */
  watch(key: string, tables: readonly string[], fetch: () => Promise<unknown>, listener: () => void): () => void {
    const entry = this.#entry(key, tables, fetch);
    entry.listeners.add(listener);
    if (entry.stale) this.#refresh(entry);
    return () => {
      entry.listeners.delete(listener);
      this.#forgetUnwatched();
    };
  }

  /** After a commit: what reads one of `tables` is fetched again, now if watched, else when next watched. */
  invalidate(tables: readonly string[]): void {
    for (const entry of this.#entries.values()) {
      if (entry.tables.some((table) => tables.includes(table))) this.#spoil(entry);
    }
  }

  /** After a restart or another notebook: everything is fetched again; `forget` drops the old data at once. */
  reset(forget: boolean): void {
    for (const entry of this.#entries.values()) {
      if (forget) this.#forget(entry);
      this.#spoil(entry);
    }
  }

  #entry(key: string, tables: readonly string[], fetch: () => Promise<unknown>): Entry {
    const known = this.#entries.get(key);
    const entry = known ?? {
      snapshot: EMPTY,
      tables,
      fetch,
      listeners: new Set(),
      stale: true,
      inFlight: false,
      epoch: 0,
    };
    // Re-inserting keeps the map in order of last use.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  #spoil(entry: Entry): void {
    entry.stale = true;
    if (entry.listeners.size > 0) this.#refresh(entry);
  }

  #forget(entry: Entry): void {
    entry.epoch += 1;
    entry.inFlight = false;
    this.#publish(entry, EMPTY);
  }

  #refresh(entry: Entry): void {
    if (entry.inFlight) return;
    entry.inFlight = true;
    entry.stale = false;
    const { epoch } = entry;
    const settle = (snapshot: () => Snapshot) => {
      if (entry.epoch !== epoch) return;
      entry.inFlight = false;
      const answer = snapshot();
      this.#publish(entry, answer);
      // Stopped for words that were typed over, and asked again where they come back.
      if (answer.error?.code === 'E_CANCELLED') entry.stale = true;
      // Spoiled while under way: the answer may be from before the commit.
      if (entry.stale && entry.listeners.size > 0) this.#refresh(entry);
    };
    const before = () => entry.snapshot.data;
    entry.fetch().then(
      (data) => settle(() => ({ data: shareStructure(before(), data), error: null, loading: false })),
      (reason: unknown) => settle(() => ({ data: before(), error: asError(reason), loading: false })),
    );
  }

  #publish(entry: Entry, snapshot: Snapshot): void {
    const before = entry.snapshot;
    if (before.data === snapshot.data && before.error === snapshot.error && before.loading === snapshot.loading) return;
    entry.snapshot = snapshot;
    for (const listener of entry.listeners) listener();
  }

  #forgetUnwatched(): void {
    const idle = [...this.#entries].filter(([, entry]) => entry.listeners.size === 0);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - KEPT))) this.#entries.delete(key);
  }
}

function asError(reason: unknown): TieoutError {
  return reason instanceof TieoutError ? reason : new TieoutError('E_BUG', String(reason));
}
