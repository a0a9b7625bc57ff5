// Migrations: contiguous, each whole or not at all, after a verified copy; the schema says what the code believes.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupFolder } from '../../../src/main/notebook/backups/backup-folder';
import { makeBackup } from '../../../src/main/notebook/backups/backups';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { all, count, run } from '../../../src/main/storage/db/db';
import { MIGRATIONS, schemaVersion } from '../../../src/main/storage/migrations/index';
import type { Migration } from '../../../src/main/storage/migrations/migration';
import { openNotebook } from '../../../src/main/storage/open';
import { searchEntries } from '../../../src/main/storage/queries/search';
import { RECORD_TABLES } from '../../../src/main/storage/db/rows';
import { commit, figuresOf, file, notebookAt } from '../notebook/support';

const NOW = '2026-11-23T04:00:00.000Z';

const NEWEST = MIGRATIONS.length;

const next: Migration = {
  version: NEWEST + 1,
  name: 'colour',
  up: (db) => db.exec(`ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'yellow'`),
};

const failing: Migration = {
  version: NEWEST + 2,
  name: 'fails',
  up: (db) => {
    db.exec('CREATE TABLE half (x INTEGER) STRICT');
    throw new Error('disk on fire');
  },
};

const backUpFirst = (db: Parameters<typeof makeBackup>[0], path: string): void => {
  makeBackup(db, path, 'migration', NOW);
};

test('versions are contiguous from 1 and named by them', () => {
  MIGRATIONS.forEach((migration, index) => {
    expect(migration.version).toBe(index + 1);
    expect(migration.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`));
  });
});

test('an older notebook is copied, then migrated', () => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  notebook.close();
  const open = openNotebook(path, { migrations: [...MIGRATIONS, next], backUpFirst });
  expect(schemaVersion(open.db)).toBe(NEWEST + 1);
  expect(all<{ name: string }>(open.db, `SELECT name FROM pragma_table_info('note')`).map((c) => c.name)).toContain(
    'colour',
  );
  open.close();
  const [copy] = readdirSync(backupFolder(path));
  expect(copy).toMatch(/-migration\.tieout$/);
  const kept = openNotebook(join(backupFolder(path), copy ?? ''), { readOnly: true });
  expect(schemaVersion(kept.db)).toBe(NEWEST);
  expect(count(kept.db, 'SELECT count(*) FROM figure')).toBe(5);
  kept.close();
});

test('words of an older notebook are found folded', () => {
  const path = file();
  const before = openNotebook(path, { create: true, migrations: MIGRATIONS.slice(0, 3) });
  const add = before.db.prepare(`INSERT INTO search_entry (kind, ref, title, body) VALUES ('note', ?, '', ?)`);
  add.run('n_1', 'Société 營業收入');
  add.run('n_2', 'plain words');
  before.close();
  const open = openNotebook(path, { backUpFirst });
  const found = (words: string) => searchEntries(open.db, [words], 5).map(({ ref, body }) => [ref, body]);
  expect(found('societe')).toEqual([['n_1', 'Société 營業收入']]);
  expect(found('营业')).toEqual([['n_1', 'Société 營業收入']]);
  expect(found('words')).toEqual([['n_2', 'plain words']]);
  open.close();
});

test('a failing migration leaves the notebook as the one before it left it', () => {
  const path = file();
  notebookAt(path).close();
  const migrations = [...MIGRATIONS, next, failing];
  expect(() => openNotebook(path, { migrations, backUpFirst })).toThrow('disk on fire');
  const open = openNotebook(path, { migrations: [...MIGRATIONS, next] });
  expect(schemaVersion(open.db)).toBe(NEWEST + 1);
  expect(count(open.db, `SELECT count(*) FROM sqlite_schema WHERE name = 'half'`)).toBe(0);
  open.close();
});

test('without a copy there is no migration', () => {
  const path = file();
  notebookAt(path).close();
  const refuse = (): never => {
    throw new Error('no room for a copy');
  };
  expect(() => openNotebook(path, { migrations: [...MIGRATIONS, next], backUpFirst: refuse })).toThrow('no room');
  const open = openNotebook(path);
  expect(schemaVersion(open.db)).toBe(NEWEST);
  open.close();
  expect(existsSync(backupFolder(path))).toBe(false);
});

test('an older notebook is not opened for reading only', () => {
  const path = file();
  notebookAt(path).close();
  expect(() => openNotebook(path, { migrations: [...MIGRATIONS, next], readOnly: true })).toThrow(/older version/);
});

test('every table is STRICT, every record table has an id, every reference an index', () => {
  const path = file();
  const open = openNotebook(path, { create: true });
  const tables = all<{ name: string; strict: number; type: string }>(
    open.db,
    `SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
  );
  for (const table of tables.filter((one) => one.type === 'table'))
    expect(table, table.name).toMatchObject({ strict: 1 });
  for (const table of RECORD_TABLES) {
    const columns = all<{ name: string; pk: number }>(open.db, `SELECT name, pk FROM pragma_table_info('${table}')`);
    expect(columns.filter((column) => column.pk > 0).map((column) => column.name)).toEqual(['id']);
  }
  open.close();
});

/** The same records in a notebook as an older version of the program left it: only the first `version` migrations ran. */
function asOf(version: number, newer: string): string {
  const path = file('older.tieout');
  const { db, close } = openNotebook(path, { create: true, migrations: MIGRATIONS.slice(0, version) });
  db.pragma('foreign_keys = OFF');
  run(db, 'ATTACH ? AS newer', newer);
  const columns = (schema: string, table: string): readonly string[] =>
    all<{ name: string }>(db, `SELECT name FROM pragma_table_info(?, ?)`, table, schema).map(({ name }) => name);
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  for (const { name } of tables) {
    const shared = columns('main', name).filter((column) => columns('newer', name).includes(column));
    db.exec(`INSERT OR REPLACE INTO main.${name} (${shared.join()}) SELECT ${shared.join()} FROM newer.${name}`);
  }
  db.exec('DETACH newer');
  close();
  return path;
}

test('a notebook of the first version opens with all that it held, whatever came since', () => {
  const path = file();
  const before = notebookAt(path);
  commit(before);
  before.settle();
  const held = (notebook: Notebook) => ({
    documents: notebook.call('document.list', {}).map(({ title, format, figures }) => [title, format, figures]),
    figures: figuresOf(notebook).map(({ quote, value, metric }) => [quote, value, metric]),
    found: notebook.call('search.query', { text: 'northwind', limit: 5 }).length,
    // The score counts what needs a source, which older versions did not ask.
    score: notebook.call('audit.summary', {}).score,
  });
  const expected = held(before);
  before.close();
  expect(held(notebookAt(asOf(1, path)))).toEqual(expected);
});
