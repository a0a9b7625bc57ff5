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
    'import-worker': 'src/main/imports/worker.ts',
  });
  const load = (name) => import(pathToFileURL(join(programs, `${name}.js`)).href);
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    const [{ Notebook }, { runInWorker }] = [await load('notebook'), await load('run-in-worker')];
    const read = (file) => runInWorker({ file }, { entry: join(programs, 'import-worker.js') });
    return await work({ Notebook, read, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(programs, { recursive: true, force: true });
  }
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
