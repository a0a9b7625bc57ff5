/**
 * A changeset: what one command did to the notebook's records, as data that can be inverted, joined and applied.
 * Undo, redo and per-cell history all rest on it, so everything here is pure and checked by property tests.
 */

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** `table/id`: names one record of the notebook. */
export type RecordKey = `${string}/${string}`;
export type Records = ReadonlyMap<RecordKey, Row>;

export interface Changeset {
  readonly added: Records;
  /** Only the cells that differ, before and after. */
  readonly updated: ReadonlyMap<RecordKey, readonly [before: Row, after: Row]>;
  readonly removed: Records;
}

/** A cell that does not hold what a changeset expects; `column` is null when the whole record is the trouble. */
export interface CellConflict {
  readonly key: RecordKey;
  readonly column: string | null;
  /** `undefined` where the record is missing or should not be there. */
  readonly expected: Cell | undefined;
  readonly found: Cell | undefined;
}

/** The key by which a changeset holds a record: table and id. */
export const recordKey = (table: string, id: string): RecordKey => `${table}/${id}`;

/** The table and id a key names; ids may hold slashes, table names do not. */
export function splitKey(key: RecordKey): { readonly table: string; readonly id: string } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash), id: key.slice(slash + 1) };
}

/** Whether the change adds, updates and removes nothing. */
export const isEmpty = (change: Changeset): boolean =>
  change.added.size === 0 && change.updated.size === 0 && change.removed.size === 0;

/** The cells in which two versions of a record differ, or null when they are equal. */
export function diffRow(before: Row, after: Row): readonly [before: Row, after: Row] | null {
  const was: Record<string, Cell> = {};
  const is: Record<string, Cell> = {};
  for (const column of Object.keys(after)) {
    const [old, now] = [before[column] ?? null, after[column] ?? null];
    if (old === now) continue;
    was[column] = old;
    is[column] = now;
  }
  return Object.keys(is).length === 0 ? null : [was, is];
}

/** What turns `before` into `after`. Both versions of a record have the same columns. */
export function diff(before: Records, after: Records): Changeset {
  const added = new Map<RecordKey, Row>();
  const updated = new Map<RecordKey, readonly [Row, Row]>();
  const removed = new Map<RecordKey, Row>();
  for (const [key, row] of after) {
    const old = before.get(key);
    if (old === undefined) {
      added.set(key, row);
      continue;
    }
    const cells = diffRow(old, row);
    if (cells !== null) updated.set(key, cells);
  }
  for (const [key, row] of before) if (!after.has(key)) removed.set(key, row);
  return { added, updated, removed };
}

/** The changeset that undoes `change`. */
export function invert(change: Changeset): Changeset {
  const updated = new Map<RecordKey, readonly [Row, Row]>();
  for (const [key, [before, after]] of change.updated) updated.set(key, [after, before]);
  return { added: change.removed, updated, removed: change.added };
}

/** One changeset that does what `first` and then `second` do. */
export function squash(first: Changeset, second: Changeset): Changeset {
  const joined = {
    added: new Map(first.added),
    updated: new Map(first.updated),
    removed: new Map(first.removed),
  };
  for (const [key, row] of second.removed) squashRemoved(joined, key, row);
  for (const [key, row] of second.added) squashAdded(joined, key, row);
  for (const [key, cells] of second.updated) squashUpdated(joined, key, cells);
  return joined;
}

interface Joined {
  readonly added: Map<RecordKey, Row>;
  readonly updated: Map<RecordKey, readonly [Row, Row]>;
  readonly removed: Map<RecordKey, Row>;
}

function squashRemoved(joined: Joined, key: RecordKey, row: Row): void {
  if (joined.added.delete(key)) return;
  const earlier = joined.updated.get(key);
  joined.updated.delete(key);
  joined.removed.set(key, earlier === undefined ? row : { ...row, ...earlier[0] });
}

function squashAdded(joined: Joined, key: RecordKey, row: Row): void {
  const was = joined.removed.get(key);
  if (was === undefined) {
    joined.added.set(key, row);
    return;
  }
  joined.removed.delete(key);
  const cells = diffRow(was, row);
  if (cells !== null) joined.updated.set(key, cells);
}

function squashUpdated(joined: Joined, key: RecordKey, [before, after]: readonly [Row, Row]): void {
  const created = joined.added.get(key);
  if (created !== undefined) {
    joined.added.set(key, { ...created, ...after });
    return;
  }
  const earlier = joined.updated.get(key);
  const cells = earlier === undefined ? ([before, after] as const) : joinCells(earlier, [before, after]);
  if (cells === null) joined.updated.delete(key);
  else joined.updated.set(key, cells);
}

function joinCells(first: readonly [Row, Row], second: readonly [Row, Row]): readonly [Row, Row] | null {
  return diffRow({ ...second[0], ...first[0] }, { ...first[1], ...second[1] });
}

/** Where `change` does not fit the records that `read` gives; empty when it can be applied. */
export function findConflicts(change: Changeset, read: (key: RecordKey) => Row | undefined): readonly CellConflict[] {
  const conflicts: CellConflict[] = [];
  for (const [key, expected] of change.removed) conflicts.push(...compare(key, expected, read(key)));
  for (const [key, [before]] of change.updated) conflicts.push(...compare(key, before, read(key)));
  for (const key of change.added.keys()) {
    if (read(key) !== undefined) conflicts.push({ key, column: null, expected: undefined, found: undefined });
  }
  return conflicts;
}

function compare(key: RecordKey, expected: Row, found: Row | undefined): readonly CellConflict[] {
  if (found === undefined) return [{ key, column: null, expected: undefined, found: undefined }];
  return Object.keys(expected)
    .filter((column) => (expected[column] ?? null) !== (found[column] ?? null))
    .map((column) => ({ key, column, expected: expected[column], found: found[column] }));
}

/** The records after `change`, or the cells in the way; never half of it. */
export function apply(
  records: Records,
  change: Changeset,
):
  | { readonly ok: true; readonly records: Records }
  | { readonly ok: false; readonly conflicts: readonly CellConflict[] } {
  const result = new Map(records);
  const conflicts = applyTo(result, change);
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, records: result };
}

/** As `apply`, in place: a long log is replayed without copying all records for each change. Gives the cells in the way. */
export function applyTo(records: Map<RecordKey, Row>, change: Changeset): readonly CellConflict[] {
  const conflicts = findConflicts(change, (key) => records.get(key));
  if (conflicts.length > 0) return conflicts;
  for (const key of change.removed.keys()) records.delete(key);
  for (const [key, row] of change.added) records.set(key, row);
  for (const [key, [, after]] of change.updated) records.set(key, { ...records.get(key), ...after });
  return conflicts;
}
