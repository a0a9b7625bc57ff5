/** The sample notebook of a first start, made from the sample notes by the same import as any other file. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ImportJobs } from './import-jobs';
import type { NotebookHost } from './notebook-host';

export const SAMPLE_NOTEBOOK = 'Sample notebook.tieout';

const plan = z.object({ duplicate: z.object({ kind: z.string() }).nullable() });

/** In the order of their names, so that the first is the one the notebook opens on. */
export async function sampleFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.(md|txt)$/i.test(name) && !/^readme/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** What is there already, from a start that was cut off, is not imported twice. */
export async function fillSample(host: NotebookHost, imports: ImportJobs, files: readonly string[]): Promise<void> {
  for (const file of files) {
    // One after the other: each is one undoable step, and the notebook takes one command at a time.
    // oxlint-disable-next-line no-await-in-loop -- in order on purpose
    await importSample(host, imports, file);
  }
}

async function importSample(host: NotebookHost, imports: ImportJobs, file: string): Promise<void> {
  const id = await imports.run({ file }, host);
  const { duplicate } = plan.parse(await host.call('import.plan', { id }));
  await host.call(duplicate === null ? 'import.commit' : 'import.discard', { id });
}
