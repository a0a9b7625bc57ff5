/** Entry of the thread that parses: takes one job, locks itself down, answers with stages and one result or error. */
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { asWire, TieoutError } from '../../contract/errors';
import { pastedAs } from '../../core/document/formats';
import { traceOf } from '../failures/failure';
import type { ImportJob, JobMessage } from './job';
import { importJob } from './job';
import { lockDown } from './lockdown';
import { readGrantedFile } from './read-file';
import type { ImportResult, ImportStage } from './result';

const tell = (message: JobMessage): void => parentPort?.postMessage(message);

async function work(job: ImportJob): Promise<ImportResult> {
  tell({ stage: 'reading', done: 0 });
  const bytes = 'file' in job ? await readGrantedFile(job.file) : new TextEncoder().encode(job.paste);
  lockDown();
  // Only now, so that no parser has seen the modules that are gone.
  const { runImport } = await import('./run-import');
  const onStage = (stage: ImportStage, done: number): void => tell({ stage, done });
  if ('file' in job) return runImport(bytes, basename(job.file), onStage, { password: job.password });
  return runImport(bytes, null, onStage, { parser: pastedAs(job.format), title: job.title });
}

try {
  tell({ result: await work(importJob.parse(workerData)) });
} catch (reason) {
  if (!(reason instanceof TieoutError)) throw reason;
  tell({ error: asWire(reason), trace: reason.cause === undefined ? null : traceOf(reason.cause) });
}
