/** The sample notebook of a first start, made from the sample notes by the same import as any other file. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ImportJobs } from '../processes/import-jobs';
import type { NotebookHost } from '../processes/notebook-host';
import { sampleReport } from './sample-report';

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
  if (files[0]) await writeReport(host, dirname(files[0]));
}

const page = z.object({
  rows: z.array(
    z.object({ id: z.string(), quote: z.string(), entity: z.string().nullable(), metric: z.string().nullable() }),
  ),
});
const sources = z.array(z.object({ id: z.string(), markers: z.array(z.string()) }));

/** More figures than the samples have: one page holds them all. */
const MANY = 2000;

async function writeReport(host: NotebookHost, folder: string): Promise<void> {
  if (z.array(z.unknown()).parse(await host.call('report.list', {})).length > 0) return;
  const inOrder = [
    { column: 'document', descending: false },
    { column: 'position', descending: false },
  ];
  const { rows } = page.parse(await host.call('figure.page', { filter: {}, sort: inOrder, start: 0, end: MANY }));
  const lookup = { figures: rows, sources: sources.parse(await host.call('source.list', {})) };
  const report = await sampleReport(folder, lookup);
  if (report) await host.call('report.create', report);
}

async function importSample(host: NotebookHost, imports: ImportJobs, file: string): Promise<void> {
  const id = await imports.run({ file }, host);
  const { duplicate } = plan.parse(await host.call('import.plan', { id }));
  await host.call(duplicate === null ? 'import.commit' : 'import.discard', { id });
}
