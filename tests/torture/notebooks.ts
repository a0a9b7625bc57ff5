/** The notebook that is tortured: made once, copied for each round. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Notebook } from '../../src/main/notebook/notebook';
import { runImport } from '../../src/main/imports/run-import';
import type { Records } from '../../src/core/change/changeset';
import { openNotebook } from '../../src/main/storage/open';
import { readAllRecords } from '../../src/main/storage/records';
import { saveNote } from './save-note';

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
