/** Starts the thread that makes a copy, and answers when it has ended. */
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { asThrown, TieoutError } from '../../contract/errors';
import { wireErrorSchema } from './control';

export const backupJob = z.object({ path: z.string(), what: z.enum(['automatic', 'manual', 'look']) });
type BackupJob = z.infer<typeof backupJob>;

const answer = z.union([z.object({ name: z.string().nullable() }), z.object({ failed: wireErrorSchema })]);

/** Gives the copy's name, null for a look. Errors as of `makeBackup`. `entry` is the built `backup-worker.js`. */
export async function copyInThread(entry: string, job: BackupJob): Promise<string | null> {
  const worker = new Worker(entry, { workerData: job });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (message: unknown) => {
        const said = answer.parse(message);
        if ('failed' in said) reject(asThrown(said.failed));
        else resolve(said.name);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new TieoutError('E_IO', 'The backup was stopped before it was finished.')));
    });
  } finally {
    await worker.terminate();
  }
}
