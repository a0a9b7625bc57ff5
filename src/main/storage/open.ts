/**
 * Opens and creates notebook files. A file that is missing, empty, foreign, newer, damaged, locked or read-only is
 * refused with its own error before anything is written to it; what opens is durable, exclusive and of this version.
 */
import { accessSync, constants, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TieoutError } from '../../contract/errors';
import { connect, readPragma, type ReadableDb, type WritableDb } from './db/db';
import { damaged, empty, foreign, foreignSchema, locked, missing, newer, readOnly, translate } from './errors';
import { APPLICATION_ID, readHeader } from './header';
import { InPlace } from './in-place';
import { latestVersion, migrate, MIGRATIONS, schemaVersion } from './migrations/index';
import type { Migration } from './migrations/migration';
import { openHere } from './open-here';
import { copyToRead, hasJournal, needsCopyToRead, recover } from './recovery';
import { schemaProblems } from './schema';
import { moveWhole, removeTemporary, sweepTemporaries, temporaryBeside } from './whole-file';

/** How long another holder is waited for before the notebook counts as locked. */
const BUSY_MS = 1500;
/** Above this, the full look at every page waits for `check`: it would hold up opening. */
const QUICK_CHECK_UP_TO = 256 * 1024 * 1024;
const SYNCHRONOUS_FULL = 2;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Of an older version a copy is brought up to date and read; without it, that is refused. For reading only. */
  readonly older?: 'in-copy';
  /** Makes the notebook when there is no file. */
  readonly create?: boolean;
  /** A second connection of this process will read beside this one; see `openBeside`. */
  readonly shared?: boolean;
  readonly migrations?: readonly Migration[];
  /** Called before an older notebook is migrated; it must throw when it cannot make a verified copy. */
  readonly backUpFirst?: (db: ReadableDb, path: string) => void;
}

/** A connection that knows its file; `close` leaves one plain file behind, without a log beside it. */
export interface OpenFile {
  readonly db: WritableDb;
  readonly path: string;
  readonly readOnly: boolean;
  readonly close: () => void;
  /** Throws E_MOVED where the file is no longer the one under its name; a reader has nothing to lose. */
  readonly demandInPlace: () => void;
}

/** Opens the notebook at `path`. Errors: E_NOT_FOUND, E_EMPTY, E_FOREIGN, E_NEWER, E_DAMAGED, E_LOCKED, E_READ_ONLY, E_IO, E_FULL. */
export function openNotebook(path: string, options: OpenOptions = {}): OpenFile {
  const file = resolve(path);
  try {
    if (!existsSync(file)) {
      if (options.create !== true || options.readOnly === true) throw missing(file);
      createNotebook(file, options.migrations);
    }
    return openExisting(realpathSync(file), options);
  } catch (error) {
    throw translate(error, file);
  }
}

function openExisting(file: string, options: OpenOptions): OpenFile {
  if (openHere.has(file)) throw locked(file);
  const migrations = options.migrations ?? MIGRATIONS;
  const writable = isWritable(file);
  // A journal is played back first: until then neither the header nor the pages are what was committed.
  if (writable) recover(file, BUSY_MS);
  inspectFile(file, migrations);
  if (!writable && options.readOnly !== true) throw readOnly(file);
  if ((!writable || options.older === 'in-copy') && needsCopyToRead(file, latestVersion(migrations))) {
    return openCopy(file, migrations);
  }
  return openChecked(file, migrations, options);
}

function openChecked(file: string, migrations: readonly Migration[], options: OpenOptions): OpenFile {
  verifyPages(file, migrations);
  if (options.readOnly !== true) sweepTemporaries(dirname(file));
  openHere.add(file);
  try {
    const db = options.readOnly === true ? connectReader(file) : connectWriter(file, options.shared === true);
    return prepareFile(db, file, migrations, options);
  } catch (error) {
    openHere.delete(file);
    throw error;
  }
}

/** Where nothing may be written, what a crash left in a journal or log, and an older version, are read in a copy. */
function openCopy(file: string, migrations: readonly Migration[]): OpenFile {
  const copy = copyToRead(file, BUSY_MS);
  try {
    verifyPages(copy.file, migrations);
    const db = connectWriter(copy.file, false);
    try {
      migrate(db, migrations);
    } finally {
      closeFile(db, copy.file, false);
    }
    const open = openChecked(copy.file, migrations, { readOnly: true });
    const close = (): void => {
      open.close();
      copy.remove();
    };
    return { ...open, path: file, close };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

function prepareFile(db: WritableDb, file: string, migrations: readonly Migration[], options: OpenOptions): OpenFile {
  try {
    if (schemaVersion(db) < latestVersion(migrations)) {
      if (options.readOnly === true) throw outdated(file);
      options.backUpFirst?.(db, file);
      migrate(db, migrations);
    }
  } catch (error) {
    db.close();
    throw error;
  }
  const place = options.readOnly === true ? null : new InPlace(file);
  return {
    db,
    path: file,
    readOnly: options.readOnly === true,
    demandInPlace: () => place?.demand(),
    // Of a file that was taken away nothing is folded: what stands under its name now is somebody else's.
    close: () => closeFile(db, file, options.readOnly === true || place?.isSo === false),
  };
}

function outdated(file: string): TieoutError {
  return new TieoutError(
    'E_READ_ONLY',
    `${file} was made by an older version of Tieout: open it once for writing to update it.`,
  );
}

/** Judges the file from outside. Nothing is opened for writing here. */
function inspectFile(file: string, migrations: readonly Migration[]): void {
  const stat = statSync(file);
  if (!stat.isFile()) throw foreign(file);
  const header = readHeader(file);
  if (header.kind === 'empty') throw empty(file);
  if (header.kind === 'foreign') throw foreign(file);
  if (header.kind === 'damaged') throw damaged(file);
  if (header.version > latestVersion(migrations)) throw newer(file, header.version);
  if (!existsSync(`${file}-wal`) && !hasJournal(file) && header.pages * header.pageSize > stat.size)
    throw damaged(file);
}

/** A file whose write bits are all off is read-only even to a user who could override them: somebody meant it. */
function isWritable(file: string): boolean {
  if ((statSync(file).mode & 0o222) === 0) return false;
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Looks at every page through a connection that cannot write, so that a damaged file stays as it is for a rescue. */
function verifyPages(file: string, migrations: readonly Migration[]): void {
  const db = connect(file, { readOnly: true, timeout: BUSY_MS });
  try {
    if (schemaVersion(db) > latestVersion(migrations)) throw newer(file, schemaVersion(db));
    const foreignParts = schemaProblems(db, migrations);
    if (foreignParts.length > 0) throw foreignSchema(file, foreignParts);
    if (statSync(file).size > QUICK_CHECK_UP_TO) return;
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw damaged(file, verdict);
  } finally {
    db.close();
  }
}

function connectReader(file: string): WritableDb {
  refuseShared(file);
  const db = connect(file, { readOnly: true, timeout: BUSY_MS });
  db.pragma('trusted_schema = OFF');
  return db;
}

/**
 * A connection that reads beside the writer of this process, who opened `file` as shared: it sees the last commit while the
 * writer is in the middle of the next. Null where the disk has no shared memory, and the writer is alone with the file.
 */
export function openBeside(file: string): OpenFile | null {
  const db = connect(file, { readOnly: true, timeout: 0 });
  try {
    db.pragma('trusted_schema = OFF');
    schemaVersion(db);
    return { db, path: file, readOnly: true, close: () => void db.close(), demandInPlace: () => undefined };
  } catch {
    db.close();
    return null;
  }
}

/** Shared memory beside the file is a shared writer's, or is left of one that died: only taking the lock tells which. */
function refuseShared(file: string): void {
  if (!existsSync(`${file}-shm`) || !isWritable(file)) return;
  const db = connect(file, { readOnly: false, timeout: BUSY_MS });
  try {
    takeLock(db);
  } finally {
    db.close();
  }
}

function connectWriter(file: string, shared: boolean): WritableDb {
  const db = connect(file, { readOnly: false, timeout: BUSY_MS });
  try {
    configureWriter(db, shared);
    return db;
  } catch (error) {
    db.close();
    if (shared && hasNoSharedMemory(error)) return connectWriter(file, false);
    throw error;
  }
}

const hasNoSharedMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CANTOPEN|IOERR_SHM|PROTOCOL)/.test(String(error.code));

/**
 * Exclusive locking makes this connection the only one that can use the file, held by the kernel and so released when
 * the process dies. A shared writer first proves that it is alone, then lets one reader of its own process in: others that
 * open the file ask for the same proof, and are refused. `synchronous` comes after `journal_mode`: switching to WAL
 * silently lowers it to NORMAL otherwise.
 */
function configureWriter(db: WritableDb, shared: boolean): void {
  if (!shared) db.pragma('locking_mode = EXCLUSIVE');
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw ioError('write-ahead log');
  if (shared) {
    // The first connection that uses the log alone keeps its WAL index private, so another must join before the lock is
    // taken.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    takeLock(db);
    db.pragma('locking_mode = NORMAL');
    db.exec('BEGIN IMMEDIATE; COMMIT');
  }
  db.pragma('synchronous = FULL');
  if (readPragma(db, 'synchronous') !== SYNCHRONOUS_FULL) throw ioError('durable writing');
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  if (readPragma(db, 'foreign_keys') !== 1) throw ioError('foreign keys');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  // In KiB: a table of 100,000 rows goes into a dozen trees, whose pages are written more than once where they do not fit.
  db.pragma('cache_size = -65536');
}

function takeLock(db: WritableDb): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

function ioError(what: string): TieoutError {
  return new TieoutError('E_IO', `This disk does not allow ${what}: move the notebook to a local disk.`);
}

/** Who is alone with the file also takes away the shared memory that a writer which died had with its reader. */
function foldLog(db: WritableDb, file: string): void {
  db.pragma('journal_mode = DELETE');
  if (db.pragma('locking_mode', { simple: true }) === 'exclusive') rmSync(`${file}-shm`, { force: true });
}

/** Leaving WAL mode folds the log into the file, so that a notebook at rest is one file that can be copied anywhere. */
function closeFile(db: WritableDb, file: string, reader: boolean): void {
  try {
    if (!reader && db.open) foldLog(db, file);
  } catch (error) {
    throw translate(error, file);
  } finally {
    db.close();
    openHere.delete(file);
  }
}

/** Makes a notebook under a temporary name and renames it, so that half a notebook never stands under its own name. */
function createNotebook(file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const temporary = temporaryBeside(file);
  try {
    const db = connect(temporary, { readOnly: false, timeout: BUSY_MS });
    try {
      db.pragma('page_size = 4096');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db, migrations);
    } finally {
      db.close();
    }
    setAsideLogs(file);
    moveWhole(temporary, file);
  } finally {
    removeTemporary(temporary);
  }
}

/** A log left by a notebook of this name that is gone would be read into the new one: it is put aside, not thrown away. */
export function setAsideLogs(file: string): void {
  for (const ending of ['-wal', '-journal']) {
    if (existsSync(file + ending)) renameSync(file + ending, `${file}.orphan${ending}`);
  }
}
