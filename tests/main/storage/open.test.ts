// Every kind of file that is not a notebook to be written here is told apart, answered with its own error, and left alone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { readPragma } from '../../../src/main/storage/db/db';
import { openBeside, openNotebook } from '../../../src/main/storage/open';
import { commit, file, folder, notebookAt } from '../notebook/support';

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A closed notebook with something in it. */
function made(): string {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  notebook.close();
  return path;
}

function codeOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof TieoutError) {
      expect(error.message).toMatch(/[.:]/);
      return error.code;
    }
    throw error;
  }
  return 'opened';
}

/** Writes `bytes` over the file from `at`. */
function patch(path: string, at: number, bytes: Uint8Array): void {
  const all = readFileSync(path);
  all.set(bytes, at);
  writeFileSync(path, all);
}

const bigEndian = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

interface Case {
  readonly what: string;
  readonly code: string;
  readonly make: () => string;
}

const CASES: readonly Case[] = [
  { what: 'no file', code: 'E_NOT_FOUND', make: () => join(folder(), 'none.tieout') },
  {
    what: 'a notebook whose version was set to nought',
    code: 'E_SCHEMA',
    make: () => {
      const path = made();
      patch(path, 60, bigEndian(0));
      return path;
    },
  },
  { what: 'no folder', code: 'E_NOT_FOUND', make: () => join(folder(), 'none', 'none.tieout') },
  {
    what: 'an empty file',
    code: 'E_EMPTY',
    make: () => {
      const path = file();
      writeFileSync(path, '');
      return path;
    },
  },
  {
    what: 'an empty database',
    code: 'E_EMPTY',
    make: () => {
      const path = file();
      const db = new Database(path);
      db.pragma('user_version = 0');
      db.exec('VACUUM');
      db.close();
      return path;
    },
  },
  {
    what: 'a text',
    code: 'E_FOREIGN',
    make: () => {
      const path = file();
      writeFileSync(path, 'Dear diary');
      return path;
    },
  },
  {
    what: 'a picture',
    code: 'E_FOREIGN',
    make: () => {
      const path = file();
      writeFileSync(path, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5000, 7)]));
      return path;
    },
  },
  { what: 'a folder', code: 'E_FOREIGN', make: () => folder() },
  {
    what: 'a database of another program',
    code: 'E_FOREIGN',
    make: () => {
      const path = file();
      const db = new Database(path);
      db.exec('CREATE TABLE bookmarks (url TEXT)');
      db.pragma('journal_mode = WAL');
      db.close();
      return path;
    },
  },
  {
    what: 'a newer notebook',
    code: 'E_NEWER',
    make: () => {
      const path = made();
      patch(path, 60, bigEndian(9000));
      return path;
    },
  },
  {
    what: 'a notebook cut short',
    code: 'E_DAMAGED',
    make: () => {
      const path = made();
      writeFileSync(path, readFileSync(path).subarray(0, 20_000));
      return path;
    },
  },
  {
    what: 'a notebook with an overwritten header',
    code: 'E_DAMAGED',
    make: () => {
      const path = made();
      patch(path, 0, Buffer.alloc(100, 0));
      return path;
    },
  },
  {
    what: 'a notebook with scrambled pages',
    code: 'E_DAMAGED',
    make: () => {
      const path = made();
      for (let page = 2; page < 30; page += 1) patch(path, page * 4096, Buffer.alloc(600, 0xaa));
      return path;
    },
  },
];

describe('a file that cannot be opened', () => {
  test.each(CASES)('$what: $code, and the file stays as it is', ({ code, make }) => {
    const path = make();
    const isFile = existsSync(path) && statSync(path).isFile();
    const before = isFile ? hash(path) : null;
    const beside = isFile ? readdirSync(dirname(path)) : [];
    expect(codeOf(() => openNotebook(path))).toBe(code);
    expect(codeOf(() => openNotebook(path, { readOnly: true }))).toBe(code);
    if (!isFile) return;
    expect(hash(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(beside);
  });

  test('a read-only file: E_READ_ONLY for writing, but it can be read', () => {
    const path = made();
    chmodSync(path, 0o444);
    const before = hash(path);
    expect(codeOf(() => openNotebook(path))).toBe('E_READ_ONLY');
    const notebook = notebookAt(path, { readOnly: true });
    expect(notebook.call('document.list', {})).toHaveLength(1);
    expect(notebook.handle('note.save', { id: null, body: 'x', figure: null, document: null })).toMatchObject({
      ok: false,
      error: { code: 'E_READ_ONLY' },
    });
    notebook.close();
    expect(hash(path)).toBe(before);
    chmodSync(path, 0o644);
  });

  test('a notebook that this process has open: E_LOCKED, by any name', () => {
    const path = made();
    const other = join(folder(), 'other.tieout');
    symlinkSync(path, other);
    const open = openNotebook(path);
    expect(codeOf(() => openNotebook(path))).toBe('E_LOCKED');
    expect(codeOf(() => openNotebook(other, { readOnly: true }))).toBe('E_LOCKED');
    open.close();
    openNotebook(other).close();
  });

  test('a notebook that another process has open: E_LOCKED, until that process dies', async () => {
    const path = made();
    const holder = spawn(process.execPath, ['-e', HOLDER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(codeOf(() => openNotebook(path))).toBe('E_LOCKED');
    expect(codeOf(() => openNotebook(path, { readOnly: true }))).toBe('E_LOCKED');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    openNotebook(path).close();
  });
});

/** Holds a notebook the way the writer does. */
const HOLDER = `
const db = new (require('better-sqlite3'))(process.argv[1]);
db.pragma('locking_mode = EXCLUSIVE');
db.pragma('journal_mode = WAL');
db.exec('BEGIN IMMEDIATE; COMMIT');
console.log('held');
setInterval(() => {}, 1000);
`;

/** Asks for the notebook as another Tieout does. */
const CONTENDER = `
const [path, mode] = process.argv.slice(1);
const db = new (require('better-sqlite3'))(path, { timeout: 0 });
try {
  if (mode === 'write') { db.pragma('locking_mode = EXCLUSIVE'); db.pragma('journal_mode = WAL'); }
  else { db.pragma('locking_mode = EXCLUSIVE'); db.exec('BEGIN IMMEDIATE; COMMIT'); }
  process.stdout.write('open');
} catch (error) { process.stdout.write(error.code); }
`;

/** Holds a notebook as a shared writer, in the middle of a transaction. */
const SHARER = `
const db = new (require('better-sqlite3'))(process.argv[1]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec("INSERT INTO meta (key, value) VALUES ('whole', 'kept')");
db.exec("BEGIN IMMEDIATE; INSERT INTO meta (key, value) VALUES ('half', 'lost')");
console.log('held');
setInterval(() => {}, 1000);
`;

describe('an open notebook', () => {
  test('is durable, checked and closed to others', () => {
    const open = openNotebook(made());
    expect(open.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(readPragma(open.db, 'synchronous')).toBe(2);
    expect(readPragma(open.db, 'foreign_keys')).toBe(1);
    expect(readPragma(open.db, 'trusted_schema')).toBe(0);
    expect(open.db.pragma('locking_mode', { simple: true })).toBe('exclusive');
    open.close();
  });

  test('shared: a reader beside it sees the last commit, another writer or reader is refused', () => {
    const path = made();
    const open = openNotebook(path, { shared: true });
    expect(readPragma(open.db, 'synchronous')).toBe(2);
    const beside = openBeside(path);
    open.db.exec('BEGIN IMMEDIATE');
    open.db.exec("INSERT INTO meta (key, value) VALUES ('half', 'done')");
    const seen = (): unknown => beside?.db.prepare("SELECT count(*) AS n FROM meta WHERE key = 'half'").get();
    expect(seen()).toEqual({ n: 0 });
    open.db.exec('COMMIT');
    expect(seen()).toEqual({ n: 1 });
    for (const mode of ['write', 'read']) {
      const other = spawnSync(process.execPath, ['-e', CONTENDER, path, mode], { encoding: 'utf8' });
      expect(`${mode}: ${other.stdout}`).toBe(`${mode}: SQLITE_BUSY`);
    }
    beside?.close();
    open.close();
    expect(readdirSync(dirname(path))).toEqual(['test.tieout']);
  });

  test('a shared writer that died lets the next one in, with what it had committed', async () => {
    const path = made();
    const holder = spawn(process.execPath, ['-e', SHARER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(codeOf(() => openNotebook(path))).toBe('E_LOCKED');
    expect(codeOf(() => openNotebook(path, { readOnly: true }))).toBe('E_LOCKED');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    for (const readOnly of [true, false]) {
      const open = openNotebook(path, { readOnly });
      expect(open.db.prepare("SELECT value FROM meta WHERE key IN ('whole', 'half')").all()).toEqual([
        { value: 'kept' },
      ]);
      open.close();
    }
  });

  test('is defensive: shadow tables of the index and the schema cannot be written by SQL', () => {
    const open = openNotebook(made());
    expect(() => open.db.exec(`UPDATE search_data SET block = x'00'`)).toThrow();
    expect(() => open.db.exec('PRAGMA writable_schema = ON; DELETE FROM sqlite_schema')).toThrow();
    open.close();
  });

  test('texts and the change log cannot be altered or deleted', () => {
    const open = openNotebook(made());
    for (const sql of [
      `UPDATE content SET data = x'00'`,
      'DELETE FROM content',
      `UPDATE change SET label = 'x'`,
      'DELETE FROM change',
      'UPDATE change_row SET before = NULL',
      'DELETE FROM change_row',
    ]) {
      expect(() => open.db.exec(sql), sql).toThrow(/append-only/);
    }
    open.close();
  });

  test('at rest is one file that can be copied', () => {
    const path = made();
    expect(readdirSync(dirname(path))).toEqual(['test.tieout']);
    const copy = join(folder(), 'copy.tieout');
    copyFileSync(path, copy);
    const notebook = notebookAt(copy, { readOnly: true });
    expect(notebook.call('document.list', {})).toHaveLength(1);
  });

  test.each([
    ['garbage', Buffer.alloc(32_768, 0x5a)],
    ['nothing', Buffer.alloc(0)],
    ['half a page', Buffer.alloc(100, 1)],
  ])('beside which %s stands for the shared memory of its log', (_what, bytes) => {
    const path = made();
    writeFileSync(`${path}-shm`, bytes);
    const notebook = notebookAt(path);
    expect(notebook.call('document.list', {})).toHaveLength(1);
    notebook.call('note.save', { id: null, body: 'goes on', figure: null, document: null });
    notebook.close();
    expect(notebookAt(path).call('note.list', {})).toHaveLength(1);
  });

  test('that was never opened before is made whole or not at all', () => {
    const inside = folder();
    const path = join(inside, 'new.tieout');
    openNotebook(path, { create: true }).close();
    expect(readdirSync(inside)).toEqual(['new.tieout']);
    mkdirSync(join(inside, 'dir.tieout'));
    expect(codeOf(() => openNotebook(join(inside, 'dir.tieout'), { create: true }))).toBe('E_FOREIGN');
  });

  test('does not take up the log of a notebook of the same name that is gone', () => {
    const path = made();
    const notebook = notebookAt(path);
    notebook.call('note.save', { id: null, body: 'only in the log', figure: null, document: null });
    const log = readFileSync(`${path}-wal`);
    notebook.close();
    const again = file();
    writeFileSync(`${again}-wal`, log);
    const fresh = notebookAt(again);
    expect(fresh.call('document.list', {})).toEqual([]);
    fresh.close();
    expect(readFileSync(`${again}.orphan-wal`).equals(log)).toBe(true);
    notebookAt(again);
  });
});
