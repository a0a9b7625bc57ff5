// Copies: verified before they count, kept by age, restored without losing what they replace. And the check that is
// asked before and after.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { AutomaticBackups, copyHere } from '../../../../src/main/notebook/backups/automatic-backups';
import { copiesToDrop, type Copy } from '../../../../src/main/notebook/backups/backup-rotation';
import { backupFolder } from '../../../../src/main/notebook/backups/backup-folder';
import { listBackups, makeBackup, restoreNotebook } from '../../../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../../../src/main/notebook/check';
import { describeBackups } from '../../../../src/main/notebook/backups/describe-backups';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { MIGRATIONS } from '../../../../src/main/storage/migrations/index';
import { openNotebook } from '../../../../src/main/storage/open';
import { rebuildIndex } from '../../../../src/main/storage/queries/search-index';
import { commit, figuresOf, file, folder, notebookAt } from '../support';

const NOW = '2026-11-23T04:00:00.000Z';

function ready(path = file()): Notebook {
  const notebook = notebookAt(path);
  commit(notebook);
  return notebook;
}

describe('a copy', () => {
  test('is listed, whole, and taken while the notebook is open and being edited', () => {
    const notebook = ready();
    const { name } = notebook.call('backup.now', {});
    notebook.call('note.save', { id: null, body: 'later', figure: null, document: null });
    expect(notebook.call('backup.list', {})).toMatchObject([{ name, kind: 'manual' }]);
    const copy = notebookAt(join(backupFolder(notebook.path), name), { readOnly: true });
    expect(copy.call('note.list', {})).toEqual([]);
    expect(figuresOf(copy)).toHaveLength(5);
    expect(checkNotebook(copy.context)).toEqual([]);
  });

  test('made by itself comes only when something changed', async () => {
    const path = file();
    ready(path).close();
    const open = openNotebook(path);
    const automatic = new AutomaticBackups(
      open.db,
      copyHere(open.db, path, () => NOW),
    );
    expect([await automatic.runIfDue(), await automatic.runIfDue()]).toEqual([true, false]);
    expect(listBackups(path)).toMatchObject([{ kind: 'automatic', at: NOW }]);
    open.close();
  });

  test('is not made by itself of what was altered on the disk: that is said, and the good copies stay', async () => {
    const path = file();
    ready(path).close();
    const first = openNotebook(path);
    await new AutomaticBackups(
      first.db,
      copyHere(first.db, path, () => NOW),
    ).runIfDue();
    first.close();
    const db = new Database(path);
    db.exec(`UPDATE figure SET note = 'not mine'`);
    db.exec(`UPDATE meta SET value = '0' WHERE key = 'backup_revision'`);
    db.close();
    const open = openNotebook(path);
    const told: string[] = [];
    const automatic = new AutomaticBackups(
      open.db,
      copyHere(open.db, path, () => NOW),
      ({ code, message }) => told.push(code, message),
    );
    expect(await automatic.runIfDue()).toBe(false);
    expect(told).toEqual(['E_DAMAGED', expect.stringContaining('5 records of “figure” not as saved')]);
    expect(listBackups(path)).toHaveLength(1);
    open.close();
  });

  test('asked for is not made of what was altered either, and after opening it is said though nothing changed', async () => {
    const path = file();
    ready(path).close();
    const first = openNotebook(path);
    await new AutomaticBackups(
      first.db,
      copyHere(first.db, path, () => NOW),
    ).runIfDue();
    first.close();
    const db = new Database(path);
    db.exec(`UPDATE figure SET note = 'not mine'`);
    db.close();
    const notebook = notebookAt(path);
    expect(notebook.handle('backup.now', {})).toMatchObject({ ok: false, error: { code: 'E_DAMAGED' } });
    notebook.close();
    const { db: again, close } = openNotebook(path);
    const told: string[] = [];
    const automatic = new AutomaticBackups(
      again,
      copyHere(again, path, () => NOW),
      ({ code }) => told.push(code),
    );
    expect([await automatic.runIfDue(), await automatic.runIfDue()]).toEqual([false, false]);
    expect(told).toEqual(['E_DAMAGED']);
    expect(listBackups(path)).toHaveLength(1);
    close();
  });

  test('of an older version is listed with what it holds, and comes back', () => {
    const path = file();
    openNotebook(path, { create: true, migrations: MIGRATIONS.slice(0, -1) }).close();
    const old = join(backupFolder(path), '2026-01-02T030405.000Z-manual.tieout');
    mkdirSync(backupFolder(path));
    copyFileSync(path, old);
    expect(describeBackups(path)).toMatchObject([{ holds: { notes: 0, changes: 0 } }]);
    restoreNotebook(old, path, NOW);
    expect(notebookAt(path).call('history.list', { limit: 9 })).toHaveLength(1);
  });

  test('made under a clock that is past the year 9999 is listed, as the newest', () => {
    const notebook = ready();
    const later = makeBackup(notebook.context.db, notebook.path, 'manual', '+010000-01-02T03:04:05.000Z');
    const { name } = notebook.call('backup.now', {});
    expect(listBackups(notebook.path).map((copy) => copy.name)).toEqual([later, name]);
    expect(listBackups(notebook.path)[0]?.at).toBe('+010000-01-02T03:04:05.000Z');
  });

  test('is not driven out by newer ones that were ruined on the disk', () => {
    const path = file();
    const notebook = ready(path);
    const at = (n: number): string => new Date(Date.parse(NOW) + n * 60_000).toISOString();
    for (let n = 0; n < 12; n += 1) makeBackup(notebook.context.db, path, 'automatic', at(n));
    const good = listBackups(path).slice(-2);
    for (const { name } of listBackups(path).slice(0, -2)) {
      const bytes = readFileSync(join(backupFolder(path), name));
      bytes[bytes.indexOf('Revenue reached')] = 'r'.charCodeAt(0);
      writeFileSync(join(backupFolder(path), name), bytes);
    }
    for (let n = 12; n < 15; n += 1) makeBackup(notebook.context.db, path, 'automatic', at(n));
    expect(listBackups(path).map(({ name }) => name)).toEqual(expect.arrayContaining([good[0]?.name]));
  });

  test('comes back in the place of the notebook, which is kept', () => {
    const notebook = ready();
    const { path } = notebook;
    const { name } = notebook.call('backup.now', {});
    notebook.call('note.save', { id: null, body: 'later', figure: null, document: null });
    notebook.close();
    const kept = restoreNotebook(join(backupFolder(path), name), path, NOW);
    const back = notebookAt(path);
    expect(back.call('note.list', {})).toEqual([]);
    expect(back.call('history.list', { limit: 1 })).toMatchObject([{ kind: 'restore', label: `Restore ${name}` }]);
    expect(back.call('notebook.info', {}).undo).toMatch(/^Import/);
    expect(notebookAt(kept ?? '').call('note.list', {})).toHaveLength(1);
  });

  test('that is damaged is not restored, and the notebook stays', () => {
    const notebook = ready();
    const { path } = notebook;
    const { name } = notebook.call('backup.now', {});
    notebook.close();
    const copy = join(backupFolder(path), name);
    const bytes = readFileSync(copy);
    const at = bytes.indexOf('Revenue reached');
    bytes[at] = 'r'.charCodeAt(0);
    writeFileSync(copy, bytes);
    const before = readFileSync(path);
    expect(() => restoreNotebook(copy, path, NOW)).toThrow(/damaged/);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(backupFolder(path))).toEqual([name]);
  });

  test('is not restored over an open notebook', () => {
    const notebook = ready();
    const { name } = notebook.call('backup.now', {});
    expect(() => restoreNotebook(join(backupFolder(notebook.path), name), notebook.path, NOW)).toThrow(/Close/);
  });

  test('replaces a damaged notebook, which is kept as it is', () => {
    const notebook = ready();
    const { path } = notebook;
    const { name } = notebook.call('backup.now', {});
    notebook.close();
    writeFileSync(path, 'ruined');
    const kept = restoreNotebook(join(backupFolder(path), name), path, NOW);
    expect(readFileSync(kept ?? '', 'utf8')).toBe('ruined');
    expect(figuresOf(notebookAt(path))).toHaveLength(5);
  });

  test('can be restored where nothing stands', () => {
    const notebook = ready();
    const { name } = notebook.call('backup.now', {});
    const target = join(folder(), 'fresh.tieout');
    expect(restoreNotebook(join(backupFolder(notebook.path), name), target, NOW)).toBeNull();
    expect(existsSync(target)).toBe(true);
  });
});

describe('rotation', () => {
  const copy = (at: string, kind: Copy['kind'] = 'automatic', bytes = 1): Copy => ({
    name: `${at}-${kind}`,
    at,
    kind,
    bytes,
  });
  const hour = (n: number): string => new Date(Date.parse(NOW) - n * 3_600_000).toISOString();

  test('keeps the ten newest and the last of each of fourteen days, and all that a person asked for', () => {
    const hourly = Array.from({ length: 24 * 30 }, (_, n) => copy(hour(n)));
    const asked = [copy(hour(24 * 40), 'manual'), copy(hour(24 * 50), 'migration')];
    const dropped = new Set(copiesToDrop([...hourly, ...asked], NOW).map(({ name }) => name));
    const kept = [...hourly, ...asked].filter((one) => !dropped.has(one.name));
    expect(kept.filter((one) => one.kind !== 'automatic')).toHaveLength(2);
    expect(kept.slice(0, 10).map((one) => one.at)).toEqual(Array.from({ length: 10 }, (_, n) => hour(n)));
    expect(new Set(kept.map((one) => one.at.slice(0, 10))).size).toBeGreaterThanOrEqual(14);
    expect(kept.length).toBeLessThan(30);
  });

  test('keeps three of a large notebook, and names for each dropped one the newer one that stays', () => {
    const large = Array.from({ length: 6 }, (_, n) => copy(hour(n), 'automatic', 3 * 1024 ** 3));
    expect(copiesToDrop(large, NOW)).toEqual([5, 4, 3].map((n) => ({ name: large[n]?.name, instead: large[2]?.name })));
  });

  test('drops nothing of a few', () => {
    expect(copiesToDrop([copy(NOW), copy(hour(1000))], NOW)).toEqual([]);
  });
});

const documentOf = (path: string): string => {
  const db = new Database(path, { readonly: true });
  const id = String(db.prepare('SELECT id FROM document').pluck().get());
  db.close();
  return id;
};

describe('the check', () => {
  /** Alters the closed file behind the notebook's back and says what the check finds. */
  function tampered(sql: string): readonly string[] {
    const notebook = ready();
    const { path } = notebook;
    notebook.close();
    const db = new Database(path);
    db.unsafeMode();
    db.pragma('foreign_keys = OFF');
    const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    db.exec(sql);
    // A guard that is gone would already be refused on opening.
    for (const { name, sql: guard } of guards as { name: string; sql: string }[]) {
      if (db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) === undefined) db.exec(guard);
    }
    db.close();
    return checkNotebook(notebookAt(path, { readOnly: true }).context).map((problem) => problem.check);
  }

  test('is clean on a notebook that was worked in', () => {
    expect(checkNotebook(ready().context)).toEqual([]);
  });

  test.each([
    ['a cell that the log does not know of', `UPDATE figure SET entity = 'x'`, 'history'],
    ['a record that came from nowhere', `INSERT INTO note VALUES ('n_x', 'b', NULL, NULL, '', '')`, 'history'],
    ['a record that vanished', 'DELETE FROM citation_figure', 'history'],
    ['a hole in the log', 'DROP TRIGGER change_no_delete; DELETE FROM change WHERE id = 1', 'file'],
    [
      'a letter in the label of a change',
      `DROP TRIGGER change_no_update; UPDATE change SET label = 'x' || label`,
      'history',
    ],
    ['a time in the log', `DROP TRIGGER change_no_update; UPDATE change SET at = '2000' || substr(at, 5)`, 'history'],
    [
      'a cell of a row of the log that says the same',
      `DROP TRIGGER change_row_no_update; UPDATE change_row SET after = ' ' || after WHERE typeof(after) = 'text'`,
      'history',
    ],
    ['a line of the score', `DROP TRIGGER score_history_no_update; UPDATE score_history SET tied = 0`, 'history'],
    ['a fact about the file', `UPDATE meta SET value = '0' WHERE key = 'audit_revision'`, 'history'],
    ['a counter', `UPDATE sqlite_sequence SET seq = 7`, 'history'],
    ['a word of a finding', `UPDATE finding SET message = 'x' || message`, 'findings'],
    ['a verdict', `UPDATE figure_audit SET tied = 1 - tied`, 'findings'],
    ['a finding that vanished', `DELETE FROM finding_figure; DELETE FROM finding`, 'findings'],
    ['a quote that is not in the text', `UPDATE figure SET quote = 'x' || quote`, 'quotes'],
    ['a reference to nothing', `DELETE FROM source`, 'file'],
    ['a stale search entry', `UPDATE search_entry SET body = 'x' WHERE id = 1`, 'search'],
    ['a full-text index that disagrees', `INSERT INTO search (search) VALUES ('delete-all')`, 'search'],
  ])('finds %s', (_, sql, check) => {
    expect(tampered(sql)).toContain(check);
  });

  test('finds one flipped letter in a text, which SQLite itself does not see', () => {
    const notebook = ready();
    const { path } = notebook;
    notebook.close();
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('Revenue reached')] = 'r'.charCodeAt(0);
    writeFileSync(path, bytes);
    const damagedOne = notebookAt(path, { readOnly: true });
    expect(checkNotebook(damagedOne.context).map((problem) => problem.check)).toEqual(['texts']);
    expect(damagedOne.handle('document.read', { id: documentOf(path) })).toMatchObject({
      ok: false,
      error: { code: 'E_DAMAGED' },
    });
  });

  test('a search index that disagrees can be made anew', () => {
    const notebook = ready();
    const { path } = notebook;
    notebook.close();
    const open = openNotebook(path);
    open.db.exec(`DELETE FROM search_entry WHERE kind = 'figure'`);
    rebuildIndex(open.db);
    open.close();
    expect(checkNotebook(notebookAt(path).context)).toEqual([]);
  });
});
