/** The thread that parses, built as it ships and run for real. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { traceOf } from '../../../src/main/failures/failure';
import type { ImportJob } from '../../../src/main/imports/job';
import { checkImportResult } from '../../../src/main/imports/check-result';
import { documentOf } from './kinds';
import { runInWorker, type WorkerOptions } from '../../../src/main/imports/run-in-worker';

const root = join(import.meta.dirname, '../../..');
let folder = '';
let entry = '';

beforeAll(async () => {
  // Inside the project, so that its packages are found.
  await mkdir(join(root, '.build'), { recursive: true });
  folder = await mkdtemp(join(root, '.build/worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'src/main/imports/worker.ts'),
      outDir: folder,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  entry = join(folder, 'worker.mjs');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (job: ImportJob, options: Partial<WorkerOptions> = {}) => runInWorker(job, { entry, ...options });
const runDocument = async (...args: Parameters<typeof run>) => documentOf(await run(...args));

describe('an import in its thread', () => {
  it('gives the same text, marks and reading as plain data, with stages on the way', async () => {
    const file = join(folder, 'note.md');
    await writeFile(file, '\ufeff# Results\r\n\r\nRevenue was $5.1 billion, up 7%.\r\n');
    const stages: string[] = [];
    const result = await runDocument({ file }, { onStage: (stage) => stages.push(stage) });
    expect(result.normalised.text).toBe('# Results\n\nRevenue was $5.1 billion, up 7%.\n');
    expect(result).toMatchObject({ parser: 'markdown', encoding: 'UTF-8', fileName: 'note.md' });
    expect(result.analysis.figures.length).toBeGreaterThan(0);
    expect(stages.slice(0, 2)).toEqual(['reading', 'parsing']);
    expect(stages.at(-1)).toBe('extracting');
    expect(checkImportResult(structuredClone(result))).toEqual(result);
  });

  it('takes a paste with its format and title', async () => {
    const result = await runDocument({ paste: '<p>Revenue was $5bn.</p>', format: 'html', title: 'From the press' });
    expect([result.normalised.text, result.normalised.title, result.fileName]).toEqual([
      'Revenue was $5bn.\n',
      'From the press',
      null,
    ]);
  });

  it.each([
    ['E_EMPTY', '   '],
    ['E_EMPTY', '<script>only()</script>'],
  ])('says %s', async (code, paste) => {
    await expect(run({ paste, format: paste.startsWith('<') ? 'html' : 'text', title: '' })).rejects.toMatchObject({
      code,
    });
  });

  it('keeps what caused a failure, by its kind and its places alone', async () => {
    const file = join(folder, 'note.pdf');
    await writeFile(file, '%PDF-1.4 secret');
    const thrown: unknown = await run({ file }).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ code: 'E_DAMAGED', cause: { name: expect.stringMatching(/^\w+/) as unknown } });
    if (!(thrown instanceof TieoutError)) throw new Error('no failure of ours');
    expect(traceOf(thrown.cause).places.length).toBeGreaterThan(2);
    expect(JSON.stringify(thrown.cause)).not.toContain('secret');
  });

  it('is stopped at its deadline', async () => {
    await expect(
      run({ paste: 'Revenue was $5bn. '.repeat(100_000), format: 'text', title: '' }, { deadlineMs: 300 }),
    ).rejects.toMatchObject({
      code: 'E_DEADLINE',
    });
  });

  it('is stopped when cancelled', async () => {
    const controller = new AbortController();
    const job = run(
      { paste: 'Revenue was $5bn. '.repeat(100_000), format: 'text', title: '' },
      { signal: controller.signal, onStage: () => controller.abort() },
    );
    await expect(job).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });

  it('is stopped when it wants too much memory', async () => {
    const paste = '<p>a</p>'.repeat(1_500_000);
    await expect(run({ paste, format: 'html', title: '' }, { processMb: 150 })).rejects.toMatchObject({
      code: 'E_MEMORY',
    });
  });
});

describe('a thread that does its worst', () => {
  const script = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const job: ImportJob = { paste: 'Revenue was $5bn.', format: 'text', title: '' };

  it('is stopped when its buffers, which no heap limit counts, outgrow the process', async () => {
    const megabytes = Math.ceil(process.memoryUsage.rss() / 1024 / 1024) + 200;
    const greedy = script('const kept = []; setInterval(() => kept.push(new Uint8Array(16777216).fill(1)), 20);');
    await expect(
      run(job, { entry: greedy, heapMb: 64, processMb: megabytes, deadlineMs: 30_000 }),
    ).rejects.toMatchObject({
      code: 'E_MEMORY',
      message: `The import needed more than ${megabytes} MB and was stopped. Import a part of the file.`,
    });
  });

  it('is stopped in the middle of a loop that never ends', async () => {
    await expect(run(job, { entry: script('for (;;);'), deadlineMs: 300 })).rejects.toMatchObject({
      code: 'E_DEADLINE',
    });
  });

  it('is stopped when it has worked far more than its file is long, whatever a clock says', async () => {
    await expect(run(job, { entry: script('for (;;);'), workMs: 300, deadlineMs: 600_000 })).rejects.toThrow(
      'far more than a file of this size should',
    );
  });
});

describe('what an import process sends', () => {
  it.each([
    ['nothing', null],
    ['another shape', { normalised: {} }],
    ['no bytes', { bytes: 'text' }],
  ])('is refused when it is %s', (_what, value) => {
    expect(() => checkImportResult(value)).toThrow(/cannot be kept/);
  });

  it('is refused when a span leaves the text', async () => {
    const result = await runDocument({ paste: 'Revenue was $5bn.', format: 'text', title: '' });
    const [figure] = result.analysis.figures;
    const stretched = { ...result, analysis: { ...result.analysis, figures: [{ ...figure, end: 10_000 }] } };
    expect(() => checkImportResult(stretched)).toThrow('a span from');
  });
});
