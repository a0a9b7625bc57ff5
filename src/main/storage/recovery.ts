/**
 * A crash in the middle of a commit, of opening or of closing leaves a journal beside the file. It is played back before
 * anything else is asked of the file: a connection that may only read cannot, and the file is not what it was without it.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './db/db';
import { readHeader } from './header';

const LOGS = ['-journal', '-wal'] as const;

const hasBytes = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/** True where a rollback journal waits to be played back. */
export const hasJournal = (file: string): boolean => hasBytes(`${file}-journal`);

/** Brings a notebook back to its last commit. Only for a file that may be written and is a notebook by its header. */
export function recover(file: string, waitMs: number): void {
  if (!hasJournal(file) || readHeader(file).kind !== 'notebook') return;
  const db = connect(file, { readOnly: false, timeout: waitMs });
  try {
    // The first lock that a writer takes makes SQLite look for a journal and play it back.
    db.exec('BEGIN IMMEDIATE; COMMIT');
  } finally {
    db.close();
  }
}

/** True where the file cannot be read as it lies: reading would write its journal or log, or it is older than `version`. */
export function needsCopyToRead(file: string, version: number): boolean {
  if (LOGS.some((ending) => hasBytes(file + ending))) return true;
  const header = readHeader(file);
  return header.kind === 'notebook' && (header.throughLog || header.version < version);
}

export interface PrivateCopy {
  readonly file: string;
  readonly remove: () => void;
}

/** A copy with its journals in a private folder, brought back to its last commit there; the original is only read. */
export function copyToRead(file: string, waitMs: number): PrivateCopy {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-read-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.tieout');
    copyFileSync(file, copy);
    for (const ending of LOGS) if (hasBytes(file + ending)) copyFileSync(file + ending, copy + ending);
    const db = connect(copy, { readOnly: false, timeout: waitMs });
    try {
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    return { file: copy, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
