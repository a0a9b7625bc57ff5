/**
 * Tries broken files for a bounded time. Each must end in one of our own errors or in a result that holds, within the
 * deadline; now and then one goes the whole way into a notebook, which must stay whole.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { IMPORT_LIMITS } from '../../src/main/imports/limits';
import { TieoutError } from '../../src/contract/errors';
import { runImport } from '../../src/main/imports/run-import';
import { Notebook } from '../../src/main/notebook/notebook';
import { SEEDS } from '../corpus/seeds';
import { mutate } from './mutate';
import { Random } from './random';
import type { Answer } from './worker';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Of the parser whose seed is broken; null for all. */
  readonly format: string | null;
  /** The built `fuzz-worker.js`. */
  readonly entry: string;
  readonly say: (line: string) => void;
}

export interface FuzzReport {
  readonly runs: number;
  readonly failures: readonly string[];
  readonly lines: readonly string[];
}

interface Tried {
  readonly number: number;
  readonly format: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const COMMIT_EVERY = 40;
/** Only ours: the thread listens to itself too. */
const EVENTS = ['message', 'error', 'exit'] as const;

export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-fuzz-'));
  const seeds = await Promise.all(
    SEEDS.map(async ({ format, fileName, make }) => ({ format, fileName, bytes: await make() })),
  );
  const chosen = seeds.filter(({ format }) => options.format === null || format === options.format);
  if (chosen.length === 0)
    throw new Error(`There is no format ${options.format}: ${seeds.map(({ format }) => format).join(', ')}.`);
  const others = seeds.map(({ bytes }) => bytes);
  const tally = new Map<string, number>();
  const failures: string[] = [];
  const lane = new Lane(options.entry);
  const until = Date.now() + options.minutes * 60_000;
  let slowest = { ms: 0, what: '' };
  let memory = 0;
  let number = 0;
  const fail = (tried: Tried, why: string): void => {
    const path = join(folder, `${tried.number}-${tried.fileName}`);
    writeFileSync(path, tried.bytes);
    failures.push(`${tried.format} #${tried.number}: ${why} (${path})`);
    options.say(failures.at(-1) ?? '');
  };
  for (; Date.now() < until; number += 1) {
    // A seed of its own for each, so that one can be made again without those before it.
    const random = new Random(options.seed * 1_000_003 + number * 7919);
    const { format, fileName, bytes } = random.pick(chosen);
    const tried = { number, format, fileName, bytes: mutate(bytes, random, others) };
    const began = performance.now();
    const said = await lane.try(tried);
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, what: `${format} #${number}` };
    memory = Math.max(memory, process.memoryUsage().rss);
    const key = 'wrong' in said ? 'wrong' : 'code' in said ? said.code : said.kind;
    tally.set(key, (tally.get(key) ?? 0) + 1);
    if ('wrong' in said) fail(tried, said.wrong);
    if (number % COMMIT_EVERY === 0)
      await commitOne(folder, tried).catch((error: unknown) => fail(tried, `notebook: ${String(error)}`));
  }
  await lane.end();
  return {
    runs: number,
    failures,
    lines: [
      ...[...tally].sort((a, b) => b[1] - a[1]).map(([key, count]) => `${key} ${count}`),
      `slowest ${slowest.what}: ${Math.round(slowest.ms)} ms`,
      `most memory ${Math.round(memory / 1024 / 1024)} MB`,
    ],
  };
}

/** One thread after the other: a thread that hangs or dies is replaced, and that is a failure. */
class Lane {
  #worker: Worker | null = null;

  constructor(private readonly entry: string) {}

  async try({ bytes, fileName }: Tried): Promise<Answer> {
    const worker = this.#worker ?? (await this.#start());
    return new Promise((resolve) => {
      const end = (said: Answer, lost: boolean): void => {
        clearTimeout(deadline);
        for (const event of EVENTS) worker.removeAllListeners(event);
        if (lost) {
          this.#worker = null;
          void worker.terminate();
        }
        resolve(said);
      };
      const deadline = setTimeout(
        () => end({ wrong: `no answer in ${IMPORT_LIMITS.deadlineMs / 1000} s` }, true),
        IMPORT_LIMITS.deadlineMs,
      );
      worker.once('message', (said: Answer) => end(said, false));
      // What runs out of its memory is stopped by the limit, as it is for a person.
      worker.once('error', (error) =>
        end(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? { code: 'E_MEMORY' }
            : { wrong: String(error) },
          true,
        ),
      );
      worker.once('exit', (code) => end({ wrong: `the thread ended (${code})` }, true));
      worker.postMessage({ bytes, fileName });
    });
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(this.entry, {
      resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    for (const event of EVENTS) worker.removeAllListeners(event);
    this.#worker = worker;
    return worker;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** The whole way into a notebook and out of it again; a refused file must leave it as it was, to the byte. */
async function commitOne(folder: string, { bytes, fileName, number }: Tried): Promise<void> {
  const path = join(folder, 'notebook.tieout');
  const notebook = Notebook.open(path, { create: true, automaticBackups: false });
  const before = notebook.call('notebook.info', {}).revision;
  try {
    const plan = notebook.stage(await runImport(bytes, fileName));
    notebook.call('import.commit', { id: plan.id });
    notebook.settle();
    notebook.call('history.undo', {});
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code === 'E_BUG') throw error;
    const after = notebook.call('notebook.info', {}).revision;
    if (after !== before) throw new Error(`a refused file changed the notebook (#${number})`, { cause: error });
  } finally {
    notebook.close();
  }
  if (readFileSync(path).length === 0) throw new Error('the notebook is empty');
}
