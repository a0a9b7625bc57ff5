/** The notebook that is tortured: made once, copied for each round. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import Database from 'better-sqlite3';
import { Notebook } from '../../src/main/notebook/notebook';
import { runImport } from '../../src/main/imports/run-import';
import type { Records } from '../../src/core/change/changeset';
import { openNotebook } from '../../src/main/storage/open';
import { readAllRecords } from '../../src/main/storage/records';
import { readyImport } from './ready-import';
import { saveNote } from './save-note';

/** What rounds start from, in one folder: the notebook, and one of an earlier version. */
export interface Masters {
  readonly master: string;
  readonly older: string;
}

export async function makeMasters(folder: string, notes?: number): Promise<Masters> {
  const masters = { master: join(folder, 'master.tieout'), older: join(folder, 'older.tieout') };
  await makeNotebook(masters.master, notes);
  makeOlderNotebook(masters.older);
  await makeReadyImport(masters.master);
  return masters;
}

const NOTE = `Northwind Foods: margins turn

I. Results

Revenue reached $12.4B, +8% YoY[Ledger]; management said services exceed $3B
Operating margin was 14.2%[Ledger]

II. View

We think margin reaches 16-17% by FY2027.
`;

/** A document, notes, a report and a backup, so that every kind of record and of page is there. */
export async function makeNotebook(path: string, notes = 120): Promise<void> {
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  try {
    const plan = notebook.stage(await runImport(new TextEncoder().encode(NOTE), 'note.txt'));
    notebook.call('import.commit', { id: plan.id });
    for (let n = 0; n < notes; n += 1) saveNote(notebook, `note ${n} ${'x'.repeat(150)}`);
    notebook.call('report.create', { title: 'Report', body: { type: 'doc' }, language: 'en' });
    notebook.settle();
    notebook.call('backup.now', {});
  } finally {
    notebook.close();
  }
}

async function makeReadyImport(master: string): Promise<void> {
  const text = `${NOTE}\nSegment margin reached 21.5% and capital spending $1.1 billion.\n`;
  writeFileSync(readyImport(master), serialize(await runImport(new TextEncoder().encode(text), 'second.txt')));
}

/** A notebook of the version before the last, so that opening it migrates it. */
function makeOlderNotebook(path: string): void {
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  for (let n = 0; n < 5; n += 1) saveNote(notebook, `older note ${n}`);
  notebook.call('report.create', { title: 'Report', body: { type: 'doc' }, language: 'en' });
  notebook.close();
  const db = new Database(path);
  db.exec('ALTER TABLE source DROP COLUMN tier_set; ALTER TABLE document DROP COLUMN subject; PRAGMA user_version = 6');
  db.close();
}

/** A folder with a fresh copy of the notebook, its backups and the import that is ready beside it. */
export function freshCopy(master: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'nb.tieout');
  cpSync(master, path);
  if (existsSync(`${master}.backups`)) cpSync(`${master}.backups`, `${path}.backups`, { recursive: true });
  if (existsSync(readyImport(master))) cpSync(readyImport(master), readyImport(path));
  return path;
}

/** All records of a closed notebook. */
export function recordsAt(path: string): Records {
  const open = openNotebook(path, { readOnly: true });
  try {
    return new Map(readAllRecords(open.db));
  } finally {
    open.close();
  }
}

/** Every table of a closed notebook, each as one hash of its rows; the full-text index's own tables are not ours to read. */
export function contentsAt(path: string): ReadonlyMap<string, string> {
  const db = new Database(path, { readonly: true });
  try {
    const names = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name <> 'search'",
      )
      .pluck()
      .all()
      .map(String);
    return new Map([...names, 'search_entry'].map((name) => [name, rowsHash(db, name)]));
  } finally {
    db.close();
  }
}

function rowsHash(db: Database.Database, table: string): string {
  const hash = createHash('sha256');
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  try {
    const sql = `SELECT ${columns.map((name) => `quote(${String(name)})`).join(` || ',' || `)} FROM ${table}`;
    for (const row of db.prepare(sql).pluck().iterate()) hash.update(`${String(row)}\n`);
  } catch (error) {
    hash.update(String(error));
  }
  return hash.digest('hex');
}

export const isEqualFile = (path: string, bytes: Buffer): boolean => readFileSync(path).equals(bytes);
