/** Puts an export on disk, whole or not at all: a reader never meets half a file, and the old one stays until then. */
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { TieoutError } from '../../contract/errors';

export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  // A link keeps leading where it leads: what it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(bytes);
      // On disk before it has its name: a name without contents is what a power cut would leave.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (reason) {
    await rm(part, { force: true });
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new TieoutError('E_IO', `${path} could not be written (${why}): choose another place for the export.`);
  }
}
