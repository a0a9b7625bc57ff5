// What the notebook's benches share: the built use cases, a folder that goes away, and quantiles.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../support/bundle.mjs';

export const SAMPLE = join(import.meta.dirname, '../../resources/samples/amazon-q1-2026.md');

/** Gives `work` the modules and a folder of its own, and clears up after it. */
export async function withNotebooks(work) {
  const programs = await bundle({
    notebook: 'src/main/notebook/notebook.ts',
    'run-in-worker': 'src/main/imports/run-in-worker.ts',
    'run-import': 'src/main/imports/run-import.ts',
    'import-worker': 'src/main/imports/worker.ts',
    'notebook-writer': 'src/main/notebook-writer.ts',
    'writer-thread': 'src/main/ipc/writer-thread.ts',
    queue: 'src/main/ipc/request-queue.ts',
  });
  const load = (name) => import(pathToFileURL(join(programs, `${name}.js`)).href);
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    const [{ Notebook }, { runInWorker }] = [await load('notebook'), await load('run-in-worker')];
    /** Reads bytes in this thread, without the time that a thread of its own takes to start. */
    const readHere = async (bytes, name) => (await load('run-import')).runImport(bytes, name);
    const read = (file) => runInWorker({ file }, { entry: join(programs, 'import-worker.js') });
    const serve = async (path) => serveAs(await load('writer-thread'), await load('queue'), programs, Notebook, path);
    return await work({ Notebook, read, readHere, folder, serve });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(programs, { recursive: true, force: true });
  }
}

/** The notebook as its process serves it: a thread writes, this one answers from the last commit where that is busy. */
async function serveAs({ startWriterThread }, { makeRequestQueue }, programs, Notebook, path) {
  const queue = makeRequestQueue(25);
  const entry = join(programs, 'notebook-writer.js');
  const writer = startWriterThread(
    entry,
    () => reader.noteChanged(),
    () => undefined,
  );
  await queue.take(() => writer.ask('open', { path, mode: 'create' }));
  const reader = Notebook.beside(path);
  return {
    ask: (message, request) => queue.take(() => writer.ask('call', { message, request })),
    query: (message, request) =>
      queue.take(
        () => writer.ask('call', { message, request }),
        () => reader.handleBeside(message, request),
      ),
    stage: (result) => queue.take(() => writer.ask('stage', { result }, [result.buffer])),
    close: async () => {
      reader.close();
      await writer.ask('close', {});
      await writer.end();
    },
  };
}

/** Longest wait for an answer, in milliseconds, of one who asks over and over while `work` is under way. */
export async function longestWait(query, work) {
  const state = { on: true };
  let longest = 0;
  const ping = (async () => {
    while (state.on) {
      const began = performance.now();
      await query('document.list', {});
      longest = Math.max(longest, performance.now() - began);
    }
  })();
  try {
    await work();
  } finally {
    state.on = false;
    await ping;
  }
  return longest;
}

/** The value below which the share `q` of `times` lies. */
export function quantile(times, q) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}

export function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

export const ms = (value) => ({ value: Number(value.toFixed(2)), unit: 'ms' });
