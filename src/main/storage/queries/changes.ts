/** The change log: append-only, written in the transaction of the command it tells of, read for undo and history. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  splitKey,
  recordKey,
  type Cell,
  type Changeset,
  type RecordKey,
  type Row,
} from '../../../core/change/changeset';
import { all, count, first, prepared, run, type ReadableDb, type WritableDb } from '../db/db';
import { sealAt, sealOf, type SealedRow } from '../db/seals';
import type { ChangeKind } from '../../../contract/records';

export interface ChangeRow {
  readonly id: number;
  readonly label: string;
  readonly kind: ChangeKind;
  readonly at: string;
  readonly records: number;
  /** The undo step it belongs to: its own id, that of an earlier change it continues, or the step it undoes or redoes. */
  readonly step: number;
}

/** The id of the last change; 0 where none was made. */
export const revision = (db: ReadableDb): number => count(db, 'SELECT max(id) FROM change');

/** Appends a change with its changeset and gives its id. `step` null: it begins a step of its own. */
export function appendChange(
  db: WritableDb,
  change: { readonly label: string; readonly kind: ChangeKind; readonly at: string; readonly step: number | null },
  changeset: Changeset,
): number {
  const id = count(db, `SELECT seq FROM sqlite_sequence WHERE name = 'change'`) + 1;
  const records = changeset.added.size + changeset.updated.size + changeset.removed.size;
  const { label, kind, at } = change;
  const written = { id, label, kind, at, records, step: change.step ?? id };
  const rows = rowsOf(changeset);
  const seal = sealOf(sealAt(db, id - 1), written, rows);
  run(
    db,
    'INSERT INTO change (id, label, kind, at, records, step, seal) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    label,
    kind,
    at,
    records,
    written.step,
    seal,
  );
  const insert = prepared(
    db,
    'INSERT INTO change_row (change, seq, tbl, record, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { seq, tbl, record, before, after } of rows) insert.run(id, seq, tbl, record, before, after);
  return id;
}

/** The rows of a change as they are stored, in their order. */
function rowsOf(changeset: Changeset): readonly SealedRow[] {
  const rows: SealedRow[] = [];
  const add = (key: RecordKey, before: Row | null, after: Row | null): void => {
    const { table, id } = splitKey(key);
    const encoded = { before: before && encodeRow(before), after: after && encodeRow(after) };
    rows.push({ seq: rows.length, tbl: table, record: id, ...encoded });
  };
  for (const [key, row] of changeset.removed) add(key, row, null);
  for (const [key, row] of changeset.added) add(key, null, row);
  for (const [key, [before, after]] of changeset.updated) add(key, before, after);
  return rows;
}

interface LoggedRow {
  readonly tbl: string;
  readonly record: string;
  readonly before: Logged | null;
  readonly after: Logged | null;
}

type Logged = string | Uint8Array;

/** Long rows are deflated: the body of a report is logged at every save. */
const DEFLATE_FROM = 2048;

function encodeRow(row: Row): Logged {
  const json = JSON.stringify(row);
  return json.length < DEFLATE_FROM ? json : deflateRawSync(json);
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number';

function parseRow(logged: Logged): Row {
  const json = typeof logged === 'string' ? logged : inflateRawSync(logged).toString('utf8');
  const value: unknown = JSON.parse(json);
  const cells: [string, Cell][] = [];
  for (const [column, cell] of Object.entries(value ?? {})) if (isCell(cell)) cells.push([column, cell]);
  return Object.fromEntries(cells);
}

/**
 * The rows that change `id` added, updated (before and after) and removed, by `table/id` in the order of the log; all
 * three are empty where there is no such change. Throws where a logged row cannot be parsed.
 */
export function readChangeset(db: ReadableDb, id: number): Changeset {
  const added = new Map<RecordKey, Row>();
  const updated = new Map<RecordKey, readonly [Row, Row]>();
  const removed = new Map<RecordKey, Row>();
  const sql = 'SELECT tbl, record, before, after FROM change_row WHERE change = ? ORDER BY seq';
  for (const row of all<LoggedRow>(db, sql, id)) {
    const key = recordKey(row.tbl, row.record);
    if (row.before !== null && row.after !== null) updated.set(key, [parseRow(row.before), parseRow(row.after)]);
    else if (row.after !== null) added.set(key, parseRow(row.after));
    else if (row.before !== null) removed.set(key, parseRow(row.before));
  }
  return { added, updated, removed };
}

const COLUMNS = 'id, label, kind, at, records, step';

/** The changes after change `after`, oldest first; all of them from 0. */
export const readChanges = (db: ReadableDb, after = 0): readonly ChangeRow[] =>
  all<ChangeRow>(db, `SELECT ${COLUMNS} FROM change WHERE id > ? ORDER BY id`, after);

/** Undefined where there is no change of this id. */
export const readChange = (db: ReadableDb, id: number): ChangeRow | undefined =>
  first<ChangeRow>(db, `SELECT ${COLUMNS} FROM change WHERE id = ?`, id);

/** The newest changes first, from before change `before`. */
export const readChangesBefore = (db: ReadableDb, before: number, limit: number): readonly ChangeRow[] =>
  all<ChangeRow>(db, `SELECT ${COLUMNS} FROM change WHERE id < ? ORDER BY id DESC LIMIT ?`, before, limit);

/** Ids of the changes that make up one step of editing, oldest first. */
export const changesOfStep = (db: ReadableDb, step: number): readonly number[] =>
  all<{ id: number }>(
    db,
    `SELECT id FROM change WHERE step = ? AND kind NOT IN ('undo', 'redo') ORDER BY id`,
    step,
  ).map((row) => row.id);

export interface TouchedRow {
  readonly table: string;
  readonly record: string;
  /** As it is after the change, or was before it where it is gone. */
  readonly row: Row;
}

/** What changes after `after` touched, at most `limit` rows of it. */
export const rowsSince = (db: ReadableDb, after: number, limit: number): readonly TouchedRow[] =>
  all<LoggedRow>(
    db,
    'SELECT tbl, record, before, after FROM change_row WHERE change > ? ORDER BY change, seq LIMIT ?',
    after,
    limit,
  ).flatMap(({ tbl, record, before, after: then }) => {
    const logged = then ?? before;
    return logged === null ? [] : [{ table: tbl, record, row: parseRow(logged) }];
  });

/** True when a change after `after` touched one of `tables`. */
export const touchedSince = (db: ReadableDb, after: number, tables: readonly string[]): boolean =>
  // The plus keeps SQLite from going through the log by table: what is new is few rows of it, whatever it holds.
  first(
    db,
    'SELECT 1 FROM change_row WHERE change > ? AND +tbl IN (SELECT value FROM json_each(?)) LIMIT 1',
    after,
    JSON.stringify(tables),
  ) !== undefined;

/** What rests on a source: its citations and links, their figures as long as they are there, the documents they stand in. */
const LINKAGE = ['source', 'citation', 'citation_figure', 'link', 'document'];

/** True when a change after `after` touched what rests on sources. A figure's own values are no part of it. */
export const linkageTouchedSince = (db: ReadableDb, after: number): boolean =>
  // As above.
  first(
    db,
    `SELECT 1 FROM change_row WHERE change > ? AND (+tbl IN (SELECT value FROM json_each(?))
      OR (+tbl = 'figure' AND (before IS NULL OR after IS NULL))) LIMIT 1`,
    after,
    JSON.stringify(LINKAGE),
  ) !== undefined;

export interface RecordHistory {
  readonly at: string;
  readonly label: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Everything that happened to one record, oldest first. */
export function recordHistory(db: ReadableDb, table: string, id: string): readonly RecordHistory[] {
  const sql = `SELECT c.at, c.label, r.before, r.after FROM change_row r JOIN change c ON c.id = r.change
    WHERE r.tbl = ? AND r.record = ? ORDER BY r.change, r.seq`;
  return all<{ at: string; label: string; before: Logged | null; after: Logged | null }>(db, sql, table, id).map(
    ({ at, label, before, after }) => ({
      at,
      label,
      before: before === null ? null : parseRow(before),
      after: after === null ? null : parseRow(after),
    }),
  );
}
