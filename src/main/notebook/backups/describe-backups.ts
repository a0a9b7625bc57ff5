/** The backups of a notebook with what each of them holds, so that a person can tell which one to go back to. */
import { join } from 'node:path';
import type { CopyOfNotebook } from '../../../contract/app';
import { count, type ReadableDb } from '../../storage/db/db';
import { openNotebook } from '../../storage/open';
import { revision } from '../../storage/queries/changes';
import { backupFolder } from './backup-folder';
import { listBackups } from './backups';

export const describeBackups = (path: string): CopyOfNotebook[] =>
  listBackups(path).map((backup) => ({ ...backup, holds: holdingsAt(join(backupFolder(path), backup.name)) }));

/** Null where the copy cannot be opened: it is shown, because its date says something, and cannot be chosen. */
function holdingsAt(path: string): CopyOfNotebook['holds'] {
  try {
    const open = openNotebook(path, { readOnly: true, older: 'in-copy' });
    try {
      return holdings(open.db);
    } finally {
      open.close();
    }
  } catch {
    return null;
  }
}

const holdings = (db: ReadableDb): NonNullable<CopyOfNotebook['holds']> => ({
  documents: count(db, 'SELECT count(*) FROM document'),
  figures: count(db, 'SELECT count(*) FROM figure'),
  notes: count(db, 'SELECT count(*) FROM note'),
  reports: count(db, 'SELECT count(*) FROM report'),
  changes: revision(db),
});
