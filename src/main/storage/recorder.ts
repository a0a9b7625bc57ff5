/**
 * Writes the records of one command, keeps the search index in step, and remembers every record as it was
 * before and is after, so that the changeset written in the same transaction is true by construction.
 */
import { diffRow, recordKey, splitKey, type Changeset, type RecordKey, type Row } from '../../core/change/changeset';
import type { WritableDb } from './db/db';
import { insertRecord, readRecord, removeRecord, updateRecord } from './records';
import { isRecordTable, type RecordTable, type RecordTables } from './db/rows';
import { type IndexedChange, indexRecords } from './queries/search-index';

interface Touched {
  readonly before: Row | null;
  after: Row | null;
}

export class Recorder {
  readonly #touched = new Map<RecordKey, Touched>();

  /** `step` is asked at each record and may throw, which ends the command. */
  constructor(
    readonly db: WritableDb,
    private readonly step: () => void = () => undefined,
  ) {}

  read<T extends RecordTable>(table: T, id: string): RecordTables[T] | undefined {
    return readRecord(this.db, table, id);
  }

  insert<T extends RecordTable>(table: T, row: RecordTables[T]): void {
    this.step();
    insertRecord(this.db, table, row);
    this.#remember(table, row.id, null, row);
  }

  /** Sets cells of a record; false when all of them hold these values already, and then nothing is written. */
  update<T extends RecordTable>(table: T, id: string, set: Partial<RecordTables[T]>): boolean {
    this.step();
    const before = this.read(table, id);
    if (before === undefined) return false;
    const after = { ...before, ...set };
    const cells = diffRow(before, after);
    if (cells === null) return false;
    updateRecord(this.db, table, id, cells[1]);
    this.#remember(table, id, before, after);
    return true;
  }

  /** Removes a record; false when there is none. */
  remove(table: RecordTable, id: string): boolean {
    this.step();
    const before = this.read(table, id);
    if (before === undefined) return false;
    removeRecord(this.db, table, id);
    this.#remember(table, id, before, null);
    return true;
  }

  /** Applies a changeset that is known to fit. Names that must be unique are freed before they are taken again. */
  apply(change: Changeset): void {
    for (const key of change.removed.keys()) this.#byKey(key, (table, id) => this.remove(table, id));
    for (const [key, [, after]] of change.updated) this.#byKey(key, (table, id) => this.update(table, id, after));
    for (const [key, row] of change.added) {
      this.step();
      this.#byKey(key, (table, id) => {
        insertRecord(this.db, table, row);
        this.#remember(table, id, null, row);
      });
    }
  }

  changeset(): Changeset {
    const added = new Map<RecordKey, Row>();
    const updated = new Map<RecordKey, readonly [Row, Row]>();
    const removed = new Map<RecordKey, Row>();
    for (const [key, { before, after }] of this.#touched) {
      if (before === null && after !== null) added.set(key, after);
      if (before !== null && after === null) removed.set(key, before);
      if (before === null || after === null) continue;
      const cells = diffRow(before, after);
      if (cells !== null) updated.set(key, cells);
    }
    return { added, updated, removed };
  }

  /** Brings the search index up to what the records say now; once a command, when all of them are written. */
  indexTouched(): void {
    const changes: IndexedChange[] = [];
    for (const [key, { before, after }] of this.#touched) {
      this.#byKey(key, (table, id) => changes.push({ table, id, before, after }));
    }
    indexRecords(this.db, changes, this.step);
  }

  #remember(table: RecordTable, id: string, before: Row | null, after: Row | null): void {
    const key = recordKey(table, id);
    const known = this.#touched.get(key);
    if (known === undefined) this.#touched.set(key, { before, after });
    else known.after = after;
  }

  #byKey(key: RecordKey, work: (table: RecordTable, id: string) => void): void {
    const { table, id } = splitKey(key);
    if (!isRecordTable(table)) throw new Error(`The change log names a table that does not exist: ${table}`);
    work(table, id);
  }
}
