// What a crash leaves beside a notebook is brought in before anything else, and never locks its owner out.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupFolder } from '../../../src/main/notebook/backups/backup-folder';
import { listBackups, restoreNotebook } from '../../../src/main/notebook/backups/backups';
import { checkNotebook } from '../../../src/main/notebook/check';
import { sweepTemporaries, temporaryBeside, writeWhole } from '../../../src/main/storage/whole-file';
import { refuseOverNotebook } from '../../../src/main/storage/target';
import { commit, figuresOf, file, folder, notebookAt } from '../notebook/support';

/** A closed notebook with a document in it. */
function made(): string {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  notebook.close();
  return path;
}

/** Dies in the middle of a transaction, with its journal flushed and some of its pages already in the file. */
const DIES = `
const db = new (require('better-sqlite3'))(process.argv[1]);
db.pragma('journal_mode = DELETE');
db.pragma('cache_size = 10');
db.pragma('cache_spill = ON');
db.unsafeMode();
db.exec("BEGIN IMMEDIATE; UPDATE figure SET note = hex(randomblob(20000)); UPDATE meta SET value = 'x'; PRAGMA user_version = 90");
db.exec("CREATE TABLE late AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, hex(randomblob(200)) FROM n");
process.kill(process.pid, 'SIGKILL');
`;

function dieInTransaction(path: string): void {
  spawnSync(process.execPath, ['-e', DIES, path], { cwd: process.cwd() });
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
}

describe('a journal that a crash left', () => {
  test.each([true, false])('is played back on opening (read-only: %s), and the notebook is whole', (readOnly) => {
    const path = made();
    const before = readFileSync(path);
    dieInTransaction(path);
    expect(readFileSync(path).equals(before)).toBe(false);
    const notebook = notebookAt(path, { readOnly });
    expect(checkNotebook(notebook.context)).toEqual([]);
    expect(figuresOf(notebook)).toHaveLength(5);
    notebook.close();
    expect(readdirSync(dirname(path))).toEqual(['test.tieout']);
  });

  test('is read in a copy where the file may not be written', () => {
    const path = made();
    dieInTransaction(path);
    chmodSync(path, 0o444);
    const before = readFileSync(path);
    const notebook = notebookAt(path, { readOnly: true });
    expect(figuresOf(notebook)).toHaveLength(5);
    expect(notebook.path).toBe(path);
    notebook.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-journal`)).toBe(true);
    chmodSync(path, 0o644);
  });

  test('of a database that is not ours is left alone', () => {
    const path = made();
    dieInTransaction(path);
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(7, 68);
    writeFileSync(path, bytes);
    expect(() => notebookAt(path)).toThrow(/not a Tieout notebook/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(`${path}-journal`)).toBe(true);
  });
});

test('a log that a crash left is read where the file may not be written', () => {
  const path = made();
  const notebook = notebookAt(path);
  notebook.call('note.save', { id: null, body: 'only in the log', figure: null, document: null });
  const copy = join(folder(), 'copy.tieout');
  copyFileSync(`${path}-wal`, `${copy}-wal`);
  copyFileSync(path, copy);
  chmodSync(copy, 0o444);
  expect(notebookAt(copy, { readOnly: true }).call('note.list', {})).toHaveLength(1);
});

describe('a restore', () => {
  test('leaves a notebook under the name at every moment, and the replaced one under another', () => {
    const path = made();
    const notebook = notebookAt(path);
    const { name } = notebook.call('backup.now', {});
    notebook.close();
    const other = join(dirname(path), 'same-file.tieout');
    linkSync(path, other);
    const kept = restoreNotebook(join(backupFolder(path), name), path, '2026-11-23T04:00:00.000Z');
    // The replaced file itself was never moved or copied: it only got a second name before the first was taken over.
    expect(statSync(kept ?? '').ino).toBe(statSync(other).ino);
    expect(readdirSync(dirname(path)).filter((one) => one.startsWith('.'))).toEqual([]);
  });

  test('keeps the log of a damaged notebook with it, and does not read it into the new one', () => {
    const path = made();
    const notebook = notebookAt(path);
    const { name } = notebook.call('backup.now', {});
    notebook.close();
    writeFileSync(path, 'ruined');
    writeFileSync(`${path}-wal`, 'its log');
    const kept = restoreNotebook(join(backupFolder(path), name), path, '2026-11-23T04:00:00.000Z') ?? '';
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('its log');
    expect(checkNotebook(notebookAt(path).context)).toEqual([]);
  });
});

describe('temporaries', () => {
  test('of a process that is gone are swept when the notebook is opened, others and foreign files stay', () => {
    const path = made();
    const inside = dirname(path);
    const mine = temporaryBeside(path);
    const gone = mine.replace(`-${process.pid}-`, '-999999999-');
    for (const one of [
      mine,
      gone,
      `${gone}-journal`,
      join(inside, 'test.tieout.part'),
      join(inside, '.tieout-x.tmp'),
    ]) {
      writeFileSync(one, 'x');
    }
    notebookAt(path).close();
    const left = readdirSync(inside);
    expect(left).toHaveLength(4);
    expect(left).not.toContain(gone.slice(inside.length + 1));
    sweepTemporaries(join(inside, 'none'));
  });

  test('are short, however long the name is', () => {
    const target = join(folder(), `${'名'.repeat(80)}.csv`);
    writeWhole(target, Buffer.from('a,b'));
    expect(readFileSync(target, 'utf8')).toBe('a,b');
    expect(readdirSync(dirname(target))).toHaveLength(1);
  });
});

describe('nothing is written over a notebook', () => {
  test('open, closed, damaged, or a backup', () => {
    const path = made();
    const notebook = notebookAt(path);
    expect(() => refuseOverNotebook(path)).toThrow(/is a notebook/);
    notebook.call('backup.now', {});
    const [copy] = listBackups(path);
    expect(() => refuseOverNotebook(join(backupFolder(path), copy?.name ?? ''))).toThrow(/is a notebook/);
    notebook.close();
    expect(() => refuseOverNotebook(path)).toThrow(/is a notebook/);
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 100);
    writeFileSync(path, bytes);
    expect(() => refuseOverNotebook(path)).toThrow(/is a notebook/);
    expect(() => refuseOverNotebook(dirname(path))).toThrow(/not a file/);
  });

  test('but over anything else, and where nothing stands', () => {
    const path = join(folder(), 'r.csv');
    refuseOverNotebook(path);
    writeFileSync(path, 'a,b');
    refuseOverNotebook(path);
  });
});
