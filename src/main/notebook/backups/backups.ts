/**
 * Copies of the notebook beside it: made through SQLite under a temporary name, opened and checked, then renamed; kept
 * by age; restored only after another check, with the replaced file kept.
 */
import {
  copyFileSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { TieoutError } from '../../../contract/errors';
import type { NotebookResponse } from '../../../contract/notebook';
import { connect, type ReadableDb } from '../../storage/db/db';
import { translate } from '../../storage/errors';
import { openNotebook } from '../../storage/open';
import { isOpenHere } from '../../storage/open-here';
import { migrate } from '../../storage/migrations/index';
import { appendChange } from '../../storage/queries/changes';
import { brokenHistory } from '../../storage/replay';
import { checkFile } from '../../storage/verify';
import { moveWhole, removeTemporary, sweepTemporaries, syncFile, temporaryBeside } from '../../storage/whole-file';
import { backupFolder } from './backup-folder';
import { copiesToDrop } from './backup-rotation';
import { forgetLastCommit } from './last-commit';
import { BACKUP_KINDS, type BackupKind } from '../../../contract/records';

type Listed = NotebookResponse<'backup.list'>[number];

/** A clock that is wrong may be past the year 9999, which ISO 8601 writes with a sign and six digits. */
const NAME = new RegExp(
  `^((?:\\d{4}|[+-]\\d{6})-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z)-(${BACKUP_KINDS.join('|')})(?:-\\d+)?\\.tieout$`,
);

export class Backups {
  constructor(
    private readonly db: ReadableDb,
    private readonly path: string,
    private readonly now: () => string,
  ) {}

  list(): Listed[] {
    return listBackups(this.path);
  }

  /** Makes a verified copy and gives its name. */
  make(kind: BackupKind): string {
    return makeBackup(this.db, this.path, kind, this.now());
  }
}

/** The copies there are, newest first. */
export function listBackups(path: string): Listed[] {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): Listed[] => {
      const match = NAME.exec(name);
      const [, stamp, word] = match ?? [];
      const kind = BACKUP_KINDS.find((one) => one === word);
      if (stamp === undefined || kind === undefined) return [];
      return [{ name, at: toIso(stamp), bytes: statSync(join(folder, name)).size, kind }];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.name.localeCompare(a.name));
}

const toStamp = (iso: string): string => iso.replaceAll(':', '');
const toIso = (stamp: string): string => stamp.replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');

/**
 * Copies the notebook into its backup folder, drops what the rotation no longer keeps, and gives the copy's name. Of what
 * was altered on the disk no copy is made (E_DAMAGED), except before a migration, which asks for nothing but a copy.
 */
export function makeBackup(db: ReadableDb, path: string, kind: BackupKind, now: string): string {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true });
  sweepTemporaries(folder);
  const name = freeName(folder, `${toStamp(now)}-${kind}`);
  const demand = kind === 'migration' ? undefined : (copy: ReadableDb): void => demandUnaltered(copy, path);
  copyVerified(db, join(folder, name), demand);
  dropOld(path, folder, now);
  return name;
}

/** A copy goes only where the next newer one, which stays in its stead, is whole: else a damaged one would drive it out. */
function dropOld(path: string, folder: string, now: string): void {
  const copies = listBackups(path);
  for (const { name, instead } of copiesToDrop(copies, now)) {
    if (isWhole(join(folder, instead))) rmSync(join(folder, name), { force: true });
  }
}

function isWhole(copy: string): boolean {
  try {
    const open = openNotebook(copy, { readOnly: true, older: 'in-copy' });
    try {
      checkFile(copy, open.db);
      return brokenHistory(open.db).length === 0;
    } finally {
      open.close();
    }
  } catch {
    return false;
  }
}

/** A line a record says nothing to a person: records are counted by their table, and what else is wrong is told. */
function inWords(problems: readonly string[]): string {
  const counts = new Map<string, number>();
  const others: string[] = [];
  for (const problem of problems) {
    const table = /^([a-z_]+)\/\S+ is (?:not what the log|not in the log|in the log)/.exec(problem)?.[1];
    if (table === undefined) others.push(problem);
    else counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  const records = [...counts].map(
    ([table, count]) =>
      `${count} ${count === 1 ? 'record' : 'records'} of “${table.replaceAll('_', ' ')}” not as saved`,
  );
  return [...records, ...others.slice(0, 3)].join('; ') + (others.length > 3 ? ` and ${others.length - 3} more` : '');
}

/** Throws E_DAMAGED where a letter of the log, or a record, is not as it was written. */
export function demandUnaltered(db: ReadableDb, path: string): void {
  const problems = brokenHistory(db);
  if (problems.length === 0) return;
  throw new TieoutError(
    'E_DAMAGED',
    `The notebook ${path} was altered on the disk: ${inWords(problems)}. Tieout makes no backup of it in this state and keeps the earlier ones: restore one of them.`,
    problems,
  );
}

function freeName(folder: string, stem: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}.tieout` : `${stem}-${n}.tieout`;
    if (!existsSync(join(folder, name))) return name;
  }
}

/** Writes a checked copy of the open notebook to `target`, which stays as it is when anything goes wrong or `demand` throws. */
export function copyVerified(db: ReadableDb, target: string, demand?: (copy: ReadableDb) => void): void {
  const temporary = temporaryBeside(target);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    checkFile(temporary);
    if (demand !== undefined) inCopy(temporary, demand);
    syncFile(temporary);
    moveWhole(temporary, target);
  } catch (error) {
    throw translate(error, target);
  } finally {
    removeTemporary(temporary);
  }
}

function inCopy(copy: string, work: (db: ReadableDb) => void): void {
  const db = connect(copy, { readOnly: true, timeout: 0 });
  try {
    work(db);
  } finally {
    db.close();
  }
}

/**
 * Puts the copy at `from` in the place of the notebook at `path`, which must be closed. The replaced file is kept beside
 * it and its name given back; null where there was none. Errors: E_DAMAGED and the others of opening, E_LOCKED.
 */
export function restoreNotebook(from: string, path: string, now: string): string | null {
  const [source, target] = [resolve(from), resolve(path)];
  if (source === target)
    throw new TieoutError('E_INPUT', 'The backup and the notebook are the same file: choose another backup.');
  if (isOpenHere(target)) throw new TieoutError('E_LOCKED', `Close ${target} before restoring over it.`);
  try {
    return putInPlace(source, target, now);
  } catch (error) {
    throw translate(error, target);
  }
}

function putInPlace(source: string, target: string, now: string): string | null {
  const backup = openNotebook(source, { readOnly: true, older: 'in-copy' });
  const temporary = temporaryBeside(target);
  try {
    checkFile(source, backup.db);
    backup.db.prepare('VACUUM INTO ?').run(temporary);
    noteRestore(temporary, basename(source), now);
    checkFile(temporary);
    syncFile(temporary);
    const kept = swapIn(temporary, target, now);
    forgetLastCommit(target);
    return kept;
  } finally {
    backup.close();
    removeTemporary(temporary);
  }
}

/** The history of the notebook says that it was put back, and from what. */
function noteRestore(path: string, from: string, now: string): void {
  const db = connect(path, { readOnly: false, timeout: 0 });
  try {
    migrate(db);
    const change = { label: `Restore ${from}`, kind: 'restore', at: now, step: null } as const;
    appendChange(db, change, { added: new Map(), updated: new Map(), removed: new Map() });
  } finally {
    db.close();
  }
}

/**
 * At every moment a whole file stands under the notebook's name: what is replaced gets its second name first, and the new
 * one comes by one rename.
 */
export function swapIn(
  temporary: string,
  target: string,
  now: string,
  as: 'replaced' | 'damaged' = 'replaced',
): string | null {
  if (!existsSync(target)) {
    moveWhole(temporary, target);
    return null;
  }
  foldOrRefuse(target);
  const kept = `${target.replace(/\.tieout$/, '')}.${as}-${toStamp(now)}.tieout`;
  keepUnder(target, kept);
  // What a file that cannot be opened has beside it belongs to it, and must not be read into the new one.
  for (const ending of ['-wal', '-shm', '-journal']) {
    if (existsSync(target + ending)) renameSync(target + ending, kept + ending);
  }
  moveWhole(temporary, target);
  return kept;
}

/** A second name for the same file; a copy where the disk knows no second names. */
function keepUnder(target: string, kept: string): void {
  try {
    linkSync(target, kept);
  } catch {
    copyFileSync(target, kept, constants.COPYFILE_EXCL);
    syncFile(kept);
  }
}

/** Folds a log into its file; a damaged or foreign file may be replaced, it is kept; one that somebody works in may not. */
function foldOrRefuse(target: string): void {
  try {
    openNotebook(target).close();
  } catch (error) {
    if (error instanceof TieoutError && error.code === 'E_LOCKED') throw error;
  }
}
