/**
 * Runs one import in a thread with a memory limit and a deadline: used by the import process and by the command line.
 * Whatever the parser does, the caller gets a result or a `TieoutError`.
 */
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { TieoutError } from '../../contract/errors';
import type { ImportJob, JobMessage } from './job';
import { IMPORT_LIMITS, workAllowed } from './limits';
import type { ImportResult, OnImportStage } from './result';

export interface WorkerOptions {
  /** The built `import-worker.js`. */
  readonly entry: string | URL;
  readonly onStage?: OnImportStage;
  readonly signal?: AbortSignal;
  readonly heapMb?: number;
  /** Resident memory of this whole process, buffers included. */
  readonly processMb?: number;
  readonly deadlineMs?: number;
  /** Processor time of the whole process, in milliseconds; by the size of the file where not said otherwise. */
  readonly workMs?: number;
}

/** Throws also `E_DEADLINE`, `E_MEMORY` and `E_CANCELLED`. */
export async function runInWorker(job: ImportJob, options: WorkerOptions): Promise<ImportResult> {
  const { heapMb, processMb, deadlineMs } = { ...IMPORT_LIMITS, ...options };
  const workMs = options.workMs ?? workAllowed(await sizeOf(job));
  const worker = new Worker(options.entry, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const deadline = abortAfter(deadlineMs);
  const memory = abortAbove(processMb);
  const work = abortAfterWork(workMs);
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: JobMessage) => {
        if ('stage' in message) options.onStage?.(message.stage, message.done);
        else if ('result' in message) resolve(message.result);
        else reject(failed(message));
      });
      worker.on('error', (reason) => reject(workerError(reason, heapMb)));
      worker.on('exit', () => reject(new TieoutError('E_BUG', 'The import stopped without a result. Try again.')));
      onAbort(deadline.signal, () => reject(tooLong(deadlineMs)));
      onAbort(memory.signal, () => reject(tooGreedy(processMb)));
      onAbort(work.signal, () => reject(tooMuchWork(workMs)));
      onAbort(options.signal, () => reject(new TieoutError('E_CANCELLED', 'The import was cancelled.')));
    });
  } finally {
    deadline.clear();
    memory.clear();
    work.clear();
    await worker.terminate();
  }
}

/** The failure as the thread threw it; its cause is a trace. */
const failed = ({ error, trace }: Extract<JobMessage, { readonly error: unknown }>): TieoutError =>
  new TieoutError(error.code, error.message, error.details, trace ?? undefined);

interface Watch {
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

/** Short enough that what is taken between two looks is a fraction of the limit. */
const LOOK_MS = 100;

/**
 * A thread's own limits leave its buffers out, so what the resident memory of the process grows by is watched from outside
 * it; what was there before is not the import's.
 */
function abortAbove(megabytes: number): Watch {
  const most = process.memoryUsage.rss() + megabytes * 1024 * 1024;
  return abortWhen(() => process.memoryUsage.rss() > most);
}

/**
 * What a library does in one go with a few bytes (a font's widths for 20 million letters, a tree of empty pages) nothing in
 * the thread can count. Processor time is work however busy the machine is.
 */
function abortAfterWork(milliseconds: number): Watch {
  const before = process.cpuUsage();
  return abortWhen(() => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 > milliseconds;
  });
}

function abortWhen(isOver: () => boolean): Watch {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (isOver()) controller.abort();
  }, LOOK_MS);
  return { signal: controller.signal, clear: () => clearInterval(timer) };
}

/** In bytes; 0 where it cannot be told, which the thread then says in words. */
async function sizeOf(job: ImportJob): Promise<number> {
  if ('paste' in job) return Buffer.byteLength(job.paste);
  return stat(job.file).then(
    ({ size }) => size,
    () => 0,
  );
}

function abortAfter(milliseconds: number): Watch {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function onAbort(signal: AbortSignal | undefined, then: () => void): void {
  if (signal?.aborted) then();
  else signal?.addEventListener('abort', then, { once: true });
}

const tooLong = (deadlineMs: number): TieoutError =>
  new TieoutError(
    'E_DEADLINE',
    `The import took longer than ${Math.round(deadlineMs / 1000)} s and was stopped. Import a part of the file.`,
  );

const tooMuchWork = (workMs: number): TieoutError =>
  new TieoutError(
    'E_DEADLINE',
    `The import took ${Math.round(workMs / 1000)} s of work, far more than a file of this size should, and was stopped. Import a part of the file.`,
  );

const tooGreedy = (megabytes: number): TieoutError =>
  new TieoutError(
    'E_MEMORY',
    `The import needed more than ${megabytes} MB and was stopped. Import a part of the file.`,
  );

function workerError(reason: unknown, heapMb: number): Error {
  const code = reason instanceof Error && 'code' in reason ? reason.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooGreedy(heapMb);
  return reason instanceof Error ? reason : new Error(String(reason));
}
