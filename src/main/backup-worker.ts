/**
 * The thread that makes one copy of the open notebook, or looks whether it was altered on the disk, beside the thread that
 * writes: a copy of a long notebook takes seconds, and no edit waits for it. It reads the last commit.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { TieoutError } from '../contract/errors';
import { backupJob } from './ipc/backup-thread';
import { wireError } from './failures/failure';
import { demandUnaltered, makeBackup } from './notebook/backups/backups';
import { translate } from './storage/errors';
import { openBeside, type OpenFile } from './storage/open';

function reader(path: string): OpenFile {
  try {
    const file = openBeside(path);
    if (file !== null) return file;
  } catch (error) {
    throw translate(error, path);
  }
  throw new TieoutError('E_LOCKED', `${path} cannot be read while it is open on this disk: no backup was made.`);
}

function work(): { readonly name: string | null } {
  const { path, what } = backupJob.parse(workerData);
  const file = reader(path);
  try {
    if (what !== 'look') return { name: makeBackup(file.db, path, what, new Date().toISOString()) };
    demandUnaltered(file.db, path);
    return { name: null };
  } finally {
    file.close();
  }
}

try {
  parentPort?.postMessage(work());
} catch (reason) {
  parentPort?.postMessage({ failed: wireError('backup', reason) });
}
