/** The two kinds of connection, branded so that a query cannot write by mistake, and statements prepared once each. */
import Database from 'better-sqlite3';
import { tooMuch } from '../../../contract/reply-bounds';

declare const readable: unique symbol;
declare const writable: unique symbol;

export type ReadableDb = Database.Database & { readonly [readable]: true };
export type WritableDb = ReadableDb & { readonly [writable]: true };

export type Bindable = string | number | bigint | null | Uint8Array;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The statement for `sql` on this connection, prepared at its first use. `Result` is what a row of it looks like. */
export function prepared<Result = unknown>(db: ReadableDb, sql: string): Database.Statement<Bindable[], Result> {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a row looks like is known by the SQL alone
  return statement as Database.Statement<Bindable[], Result>;
}

/** All rows that `sql` gives with `values` in place of its question marks; throws `SqliteError`. */
export const all = <Result>(db: ReadableDb, sql: string, ...values: Bindable[]): Result[] =>
  prepared<Result>(db, sql).all(...values);

/** More than this no list shows, and no notebook of a person's own holds of anything but figures. */
const MOST_LISTED = 100_000;

/** All rows that are listed as they are; throws `E_TOO_LARGE` before it reads more than a list can show. */
export function listed<Result>(db: ReadableDb, sql: string, ...values: Bindable[]): Result[] {
  const rows: Result[] = [];
  for (const row of prepared<Result>(db, sql).iterate(...values)) {
    rows.push(row);
    if (rows.length > MOST_LISTED) throw tooMuch();
  }
  return rows;
}

/** The first row, undefined where there is none; throws `SqliteError`. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what a row looks like
export const first = <Result>(db: ReadableDb, sql: string, ...values: Bindable[]): Result | undefined =>
  prepared<Result>(db, sql).get(...values);

/** Runs a statement that writes; gives the number of rows it changed. Throws `SqliteError`. */
export const run = (db: WritableDb, sql: string, ...values: Bindable[]): number =>
  prepared(db, sql).run(...values).changes;

/** The first column of the first row as a number; 0 where there is none. */
export function count(db: ReadableDb, sql: string, ...values: Bindable[]): number {
  const row = first<Record<string, unknown>>(db, sql, ...values);
  const value = row === undefined ? 0 : Object.values(row)[0];
  return typeof value === 'number' ? value : 0;
}

/** A pragma whose value is one number. */
export function readPragma(db: ReadableDb, name: string): number {
  const value = db.pragma(name, { simple: true });
  return typeof value === 'number' ? value : Number.NaN;
}

/** Opens a connection as it is, without any of the settings a notebook wants; see `open.ts`. */
export function connect(path: string, options: { readonly readOnly: boolean; readonly timeout: number }): WritableDb {
  const db = new Database(path, {
    readonly: options.readOnly,
    fileMustExist: options.readOnly,
    timeout: options.timeout,
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
  return db as WritableDb;
}
