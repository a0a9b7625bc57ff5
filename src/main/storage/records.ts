/** Reads and writes single records of any undoable table; their columns come from the schema itself. */
import { recordKey, type RecordKey, type Records, type Row } from '../../core/change/changeset';
import { all, prepared, type ReadableDb, type WritableDb } from './db/db';
import { RECORD_TABLES, type RecordTable, type RecordTables } from './db/rows';

const columnsOf = new WeakMap<ReadableDb, Map<RecordTable, readonly string[]>>();

/** The names of the columns of `table` as its schema orders them; asked of SQLite once a connection. */
function columns(db: ReadableDb, table: RecordTable): readonly string[] {
  let known = columnsOf.get(db);
  if (known === undefined) {
    known = new Map();
    columnsOf.set(db, known);
  }
  let names = known.get(table);
  if (names === undefined) {
    names = prepared<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?) ORDER BY cid')
      .all(table)
      .map((column) => column.name);
    known.set(table, names);
  }
  return names;
}

/** Undefined where there is no record of this id. */
export function readRecord<T extends RecordTable>(db: ReadableDb, table: T, id: string): RecordTables[T] | undefined {
  return prepared<RecordTables[T]>(db, `SELECT * FROM ${table} WHERE id = ?`).get(id);
}

/** Columns that `row` lacks are null; throws `SqliteError` for an id that is there. */
export function insertRecord(db: WritableDb, table: RecordTable, row: Row): void {
  const names = columns(db, table);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  prepared(db, sql).run(...names.map((name) => row[name] ?? null));
}

/**
 * Writes `cells` into the record and leaves its other columns; changes nothing where there is no record of this id.
 * Throws `SqliteError` for an unknown column, a broken constraint, and where `cells` is empty.
 */
export function updateRecord(db: WritableDb, table: RecordTable, id: string, cells: Row): void {
  const names = Object.keys(cells).sort();
  const sql = `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  prepared(db, sql).run(...names.map((name) => cells[name] ?? null), id);
}

/** Does nothing where there is no record of this id. */
export function removeRecord(db: WritableDb, table: RecordTable, id: string): void {
  prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
}

/** The rows of all record tables, by `table/id`, one table after the other. */
export function readAllRecords(db: ReadableDb): Records {
  const found = new Map<RecordKey, Row>();
  for (const table of RECORD_TABLES) {
    for (const row of all<Row & { readonly id: string }>(db, `SELECT * FROM ${table}`)) {
      found.set(recordKey(table, row.id), row);
    }
  }
  return found;
}
