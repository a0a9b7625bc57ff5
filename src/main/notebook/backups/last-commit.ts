/**
 * The number of the last change, kept outside the file among its backups. Where the log beside the file is deleted after a
 * crash, or an older copy is put in its place, SQLite opens what is there as if nothing were missing; this number tells.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TieoutError } from '../../../contract/errors';
import type { ReadableDb } from '../../storage/db/db';
import { readChange, revision } from '../../storage/queries/changes';
import { writeWhole } from '../../storage/whole-file';
import { backupFolder } from './backup-folder';

const stored = z.object({ notebook: z.string(), revision: z.int().min(0) });

const fileOf = (path: string): string => join(backupFolder(path), 'last-change.json');

/** Tells one notebook from another that is put under its name: nobody makes two first changes at the same moment. */
function identityOf(db: ReadableDb): string {
  const first = readChange(db, 1);
  return first === undefined ? '' : `${first.at} ${first.label}`;
}

/** Notes how far the notebook has come. Made after the commit, so it never promises what is not on the disk. */
export function noteLastCommit(db: ReadableDb, path: string): void {
  const state = { notebook: identityOf(db), revision: revision(db) };
  if (state.revision === 0) return;
  mkdirSync(backupFolder(path), { recursive: true });
  writeWhole(fileOf(path), Buffer.from(JSON.stringify(state)));
}

/** A copy was put in its place on purpose, or what is missing was accepted. */
export const forgetLastCommit = (path: string): void => rmSync(fileOf(path), { force: true });

/** Throws E_ROLLED_BACK where more changes were made in this notebook than it holds. */
export function demandAllCommits(db: ReadableDb, path: string): void {
  const known = readState(path);
  if (known === null || known.notebook !== identityOf(db)) return;
  const missing = known.revision - revision(db);
  if (missing <= 0) return;
  throw new TieoutError(
    'E_ROLLED_BACK',
    `The notebook ${path} lacks its last ${missing === 1 ? 'change' : `${missing} changes`}: the file beside it that ends in -wal was deleted, or an older copy was put in its place. Put back what was there, restore a backup, or open it as it is.`,
    { missing },
  );
}

function readState(path: string): z.infer<typeof stored> | null {
  const file = fileOf(path);
  if (!existsSync(file)) return null;
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
