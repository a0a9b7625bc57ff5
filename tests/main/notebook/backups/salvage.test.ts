// A damaged notebook: everything that can be read comes into a new one, what is lost is said, and what is derived is no loss.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkNotebook } from '../../../../src/main/notebook/check';
import { describeBackups } from '../../../../src/main/notebook/backups/describe-backups';
import { salvage } from '../../../../src/main/notebook/backups/salvage';
import { backupFolder } from '../../../../src/main/notebook/backups/backup-folder';
import { openDamaged } from '../../../../src/main/storage/read-damaged';
import { readAllRecords } from '../../../../src/main/storage/records';
import { commit, file, figuresOf, folder, importOf, NOTE, notebookAt } from '../support';

const NOW = '2026-11-23T04:00:00.000Z';
const PAGE = 4096;
const NOTES = 300;

/** A closed notebook with two documents and many notes. */
function made(): string {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  commit(
    notebook,
    importOf(NOTE.replaceAll('Northwind', 'Southwind').replace('margins turn', 'second'), { fileName: 'b.txt' }),
  );
  for (let n = 0; n < NOTES; n += 1) {
    notebook.call('note.save', { id: null, body: `note ${n} ${'x'.repeat(200)}`, figure: null, document: null });
  }
  notebook.settle();
  notebook.close();
  return path;
}

const pagesOf = (path: string, name: string): readonly number[] => {
  const db = new Database(path, { readonly: true });
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name);
  db.close();
  return pages.map(Number);
};

function ruin(path: string, pages: readonly number[], fill = 0xa5): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(fill, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

const recordsOf = (path: string) => {
  const notebook = notebookAt(path, { readOnly: true });
  const records = new Map(readAllRecords(notebook.context.db));
  notebook.close();
  return records;
};
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('salvage', () => {
  test.each(['figure_metric', 'search_data', 'search_entry', 'finding', 'figure_audit', 'sqlite_autoindex_note_1'])(
    'loses nothing where only %s is ruined, and the damaged file stays as it is',
    (name) => {
      const path = made();
      const before = recordsOf(path);
      ruin(path, pagesOf(path, name));
      const damaged = hash(path);
      const target = join(folder(), 'rescued.tieout');
      expect(salvage(path, target, NOW).lost).toEqual([]);
      expect(recordsOf(target)).toEqual(before);
      const rescued = notebookAt(target);
      expect(checkNotebook(rescued.context)).toEqual([]);
      expect(rescued.call('search.query', { text: 'Revenue', limit: 10 }).length).toBeGreaterThan(0);
      expect(rescued.call('history.list', { limit: 1000 })).toHaveLength(NOTES + 2);
      rescued.call('history.undo', {});
      expect(hash(path)).toBe(damaged);
      rescued.close();
      expect(readdirSync(dirname(target))).toEqual(['rescued.tieout']);
    },
  );

  test('takes from the log what the table no longer gives', () => {
    const path = made();
    const before = recordsOf(path);
    const pages = pagesOf(path, 'note');
    ruin(path, pages.slice(1, 4));
    const target = join(folder(), 'rescued.tieout');
    expect(salvage(path, target, NOW).lost).toEqual([]);
    expect(recordsOf(target)).toEqual(before);
  });

  test('takes from the tables what the log no longer tells, and begins a new history', () => {
    const path = made();
    const before = recordsOf(path);
    ruin(path, pagesOf(path, 'change_row').slice(1, 5), 0);
    const target = join(folder(), 'rescued.tieout');
    expect(salvage(path, target, NOW).lost).toEqual([expect.stringMatching(/history/)]);
    expect(recordsOf(target)).toEqual(before);
    const rescued = notebookAt(target);
    expect(checkNotebook(rescued.context)).toEqual([]);
    expect(rescued.call('history.list', { limit: 10 })).toMatchObject([{ label: 'Rescue from a damaged notebook' }]);
  });

  test('where both are torn, keeps every note on the pages that are left and says that some are gone', () => {
    const path = made();
    const before = recordsOf(path);
    ruin(path, pagesOf(path, 'note').slice(3, 5), 0);
    ruin(path, pagesOf(path, 'change_row').slice(1, 5), 0);
    const target = join(folder(), 'rescued.tieout');
    const { lost } = salvage(path, target, NOW);
    expect(lost).toContain('Some records of “note” cannot be read.');
    const after = recordsOf(target);
    const notes = [...after.keys()].filter((key) => key.startsWith('note/'));
    // Two pages of about fifteen notes each.
    expect(notes.length).toBeGreaterThan(NOTES - 40);
    for (const [key, row] of after) expect(row).toEqual(before.get(key));
    expect(checkNotebook(notebookAt(target).context)).toEqual([]);
  });

  test('keeps a text in which a letter was altered, and says so', () => {
    const path = made();
    const bytes = readFileSync(path);
    // In the texts themselves and wherever else these words stand.
    const words = 'Revenue reached';
    for (let at = bytes.indexOf(words); at !== -1; at = bytes.indexOf(words, at)) bytes[at] = 'r'.charCodeAt(0);
    writeFileSync(path, bytes);
    const target = join(folder(), 'rescued.tieout');
    const { lost } = salvage(path, target, NOW);
    expect(lost.some((line) => line.includes('text were altered') || line.includes('original file were altered'))).toBe(
      true,
    );
    const rescued = notebookAt(target);
    expect(figuresOf(rescued)).toHaveLength(10);
    for (const { id } of rescued.call('document.list', {})) rescued.call('document.read', { id });
    expect(checkNotebook(rescued.context)).toEqual([]);
  });

  test('says so where nothing can be read, and makes no file', () => {
    const path = made();
    writeFileSync(path, readFileSync(path).subarray(0, PAGE));
    const target = join(folder(), 'rescued.tieout');
    expect(() => salvage(path, target, NOW)).toThrow(/damaged/);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(dirname(target))).toEqual([]);
  });
});

describe('opening a damaged notebook', () => {
  test.each(['figure_metric', 'search_data'])(
    'makes it anew where only %s is ruined, and keeps the damaged file',
    (name) => {
      const path = made();
      const before = recordsOf(path);
      ruin(path, pagesOf(path, name));
      const damaged = hash(path);
      const notebook = notebookAt(path);
      expect(hash(notebook.repaired ?? '')).toBe(damaged);
      expect(checkNotebook(notebook.context)).toEqual([]);
      expect(new Map(readAllRecords(notebook.context.db))).toEqual(before);
      notebook.close();
      expect(readdirSync(dirname(path))).toHaveLength(2);
    },
  );

  test('makes it anew where records are ruined that the history tells of', () => {
    const path = made();
    const before = recordsOf(path);
    ruin(path, pagesOf(path, 'note').slice(2, 6));
    const notebook = notebookAt(path);
    expect(notebook.repaired).not.toBeNull();
    expect(new Map(readAllRecords(notebook.context.db))).toEqual(before);
    notebook.close();
  });

  test('does nothing to it where something would be lost', () => {
    const path = made();
    ruin(path, pagesOf(path, 'change_row').slice(1, 3), 0);
    const damaged = hash(path);
    expect(() => notebookAt(path)).toThrow(/damaged/);
    expect(hash(path)).toBe(damaged);
    expect(readdirSync(dirname(path))).toHaveLength(1);
  });
});

test('what is only asked whether it is whole is read up to its first torn place, not searched around it', () => {
  const path = made();
  ruin(path, pagesOf(path, 'note').slice(2, 6));
  const [inOrder, all] = (['in-order', 'all'] as const).map((reach) => {
    const damaged = openDamaged(path, reach);
    const table = damaged.table('note');
    damaged.close();
    return table;
  });
  expect(inOrder?.torn).toBe(true);
  expect(all?.torn).toBe(true);
  const bodies = (table: typeof all) => table?.rows.map((row) => String(row['body']).split(' ')[1]) ?? [];
  expect(bodies(all)).toContain(String(NOTES - 1));
  expect(bodies(inOrder)).not.toContain(String(NOTES - 1));
  expect(bodies(all).slice(0, bodies(inOrder).length)).toEqual(bodies(inOrder));
});

test('the list of copies says what each holds, and which cannot be read', () => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  const first = notebook.call('backup.now', {}).name;
  notebook.call('note.save', { id: null, body: 'later', figure: null, document: null });
  const second = notebook.call('backup.now', {}).name;
  notebook.close();
  writeFileSync(join(backupFolder(path), first), 'ruined');
  expect(describeBackups(path)).toMatchObject([
    { name: second, holds: { documents: 1, figures: 5, notes: 1, reports: 0, changes: 2 } },
    { name: first, holds: null },
  ]);
});
