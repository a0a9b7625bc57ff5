/**
 * The import process: one import, then gone. It gets one job and a port to the notebook process, runs the job in a thread
 * that may be stopped, tells main how far it is, and sends the result over the port. It never sees the notebook.
 */
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { z } from 'zod';
import { TieoutError } from '../contract/errors';
import { type ImportJob, importJob } from './imports/job';
import type { ImportResult } from './imports/result';
import { runInWorker } from './imports/run-in-worker';
import { traceOf, wireError } from './failures/failure';

const HEARTBEAT_MS = 1000;
const start = z.object({ start: importJob });

const reportToMain = (message: object): void => process.parentPort.postMessage(message);

async function work(job: ImportJob): Promise<ImportResult> {
  const heartbeat = setInterval(() => reportToMain({ alive: true }), HEARTBEAT_MS);
  try {
    return await runInWorker(job, {
      entry: join(import.meta.dirname, 'import-worker.js'),
      onStage: (stage, done) => reportToMain({ stage, done }),
    });
  } finally {
    clearInterval(heartbeat);
  }
}

async function answer(job: ImportJob, port: Electron.MessagePortMain | undefined): Promise<void> {
  try {
    // Bytes, because the notebook process passes them on to its thread that writes without looking at them.
    port?.postMessage(new Uint8Array(serialize(await work(job))));
    reportToMain({ sent: true });
  } catch (reason) {
    const failed = wireError('import', reason);
    const cause = reason instanceof TieoutError ? reason.cause : reason;
    // For the notebook's own log: main tells the person.
    if (cause !== undefined) port?.postMessage({ code: failed.code, trace: traceOf(cause) });
    reportToMain({ failed });
  }
}

process.parentPort.once('message', ({ data, ports }) => {
  answer(start.parse(data).start, ports[0]).catch((reason: unknown) => {
    process.stderr.write(`tieout: the import could not answer: ${String(reason)}\n`);
  });
});

reportToMain({ ready: true });
