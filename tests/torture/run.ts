/**
 * The campaign: rounds of every case in turn until the time is over. A round is made again by its seed; a fault names it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../fuzz/random';
import type { LaunchedApp, LaunchOptions } from '../../scripts/lib/app.mjs';
import { APP_CASES } from './app';
import type { Result } from './case';
import { CASES, missingFor } from './cases';
import { sweepFaults } from './fault';
import { freshCopy, makeMasters, type Masters } from './notebooks';

export interface TortureOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Null for all. */
  readonly only: string | null;
  /** Cases left out where all are meant. */
  readonly except?: readonly string[];
  /** At most so many rounds of a case. */
  readonly rounds?: number;
  /** Calls, payloads or turns of one round of a case in the app, where not as many as are usual. */
  readonly size?: number;
  /** The built `torture-worker.js`. */
  readonly worker: string;
  /** Starts the built app; without it the cases that need one are left out. */
  readonly launch?: (options: LaunchOptions) => Promise<LaunchedApp>;
  /** Path of the Electron program; comes with `launch`. */
  readonly program?: string;
  readonly say: (line: string) => void;
}

export interface TortureReport {
  readonly rounds: number;
  readonly faults: readonly string[];
  readonly table: readonly string[];
}

interface Tally {
  rounds: number;
  faults: number;
  readonly counts: Map<string, number>;
}

export async function torture(options: TortureOptions): Promise<TortureReport> {
  const known = [...Object.keys(CASES), ...(options.launch === undefined ? [] : Object.keys(APP_CASES))];
  const names = known.filter((name) =>
    options.only === null ? options.except?.includes(name) !== true : name === options.only,
  );
  if (names.length === 0) throw new Error(`There is no case ${options.only}: ${known.join(', ')}.`);
  const able = names.filter((name) => {
    const missing = missingFor(name);
    if (missing !== null) options.say(`${name} is left out: there is no ${missing}.`);
    return missing === null;
  });
  const folder = mkdtempSync(join(tmpdir(), 'tieout-torture-'));
  try {
    return await runAll(able, { ...options, folder, masters: await makeMasters(folder) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface EveryFaultOptions {
  readonly minutes: number;
  /** `1/2`: the first of two processes that share the points. */
  readonly part: string;
  readonly from: number;
  readonly operation: string | null;
  readonly worker: string;
  readonly say: (line: string) => void;
}

/** Every point of every operation with every fault, once. */
export async function everyFault({ part, ...options }: EveryFaultOptions): Promise<TortureReport> {
  const missing = missingFor('fault');
  if (missing !== null) throw new Error(`There is no ${missing}.`);
  const [, mine, of] = /^(\d+)\/(\d+)$/.exec(part) ?? [];
  if (!(Number(mine) >= 1 && Number(mine) <= Number(of))) throw new Error(`--part takes 1/2 or 2/2, not ${part}.`);
  const folder = mkdtempSync(join(tmpdir(), 'tieout-torture-'));
  try {
    // A few notes: a call more of the same kind for each page more tells nothing new.
    const masters = await makeMasters(folder, 3);
    return sweepFaults({ ...options, masters, folder: join(folder, 'fault'), part: Number(mine), of: Number(of) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(
  names: readonly string[],
  options: TortureOptions & { readonly folder: string; readonly masters: Masters },
): Promise<TortureReport> {
  const tallies = new Map(names.map((name): [string, Tally] => [name, { rounds: 0, faults: 0, counts: new Map() }]));
  const faults: string[] = [];
  const until = Date.now() + options.minutes * 60_000;
  for (let n = 0; Date.now() < until && n < (options.rounds ?? Number.POSITIVE_INFINITY); n += 1) {
    for (const [name, tally] of tallies) {
      // oxlint-disable-next-line no-await-in-loop -- one round after the other: they share the machine and the folder
      const found = await runRound(name, options.seed + n, options);
      tally.rounds += 1;
      tally.faults += found.faults.length;
      for (const [what, count] of Object.entries(found.counts))
        tally.counts.set(what, (tally.counts.get(what) ?? 0) + count);
      for (const one of found.faults) {
        faults.push(`${name} --seed ${options.seed + n}: ${one}`);
        options.say(faults.at(-1) ?? '');
      }
    }
  }
  const rounds = [...tallies.values()].reduce((sum, tally) => sum + tally.rounds, 0);
  return { rounds, faults, table: tableOf(tallies) };
}

async function runRound(
  name: string,
  seed: number,
  {
    folder,
    masters,
    worker,
    launch,
    program = '',
    size,
  }: Pick<TortureOptions, 'worker' | 'launch' | 'program' | 'size'> & {
    readonly folder: string;
    readonly masters: Masters;
  },
): Promise<Result> {
  const random = seeded(seed);
  const path = freshCopy(masters.master, join(folder, name));
  const inApp = APP_CASES[name];
  try {
    if (inApp !== undefined && launch !== undefined) {
      return await inApp.work({ random, path, launch, program, size: size ?? inApp.size });
    }
    const work = CASES[name];
    if (work === undefined) throw new Error(`no case ${name}`);
    return await work({ random, path, worker, masters });
  } catch (error) {
    return { counts: {}, faults: [(error instanceof Error ? error.message : String(error)).slice(0, 300)] };
  }
}

/** The first numbers of near seeds are near each other. */
export function seeded(seed: number): Random {
  const random = new Random(seed * 2_654_435_761);
  for (let n = 0; n < 8; n += 1) random.next();
  return random;
}

function tableOf(tallies: ReadonlyMap<string, Tally>): readonly string[] {
  const rows = [...tallies].map(([name, { rounds, faults, counts }]) =>
    [
      name.padEnd(10),
      String(rounds).padStart(7),
      String(faults).padStart(7),
      [...counts].map(([what, n]) => `${n} ${what}`).join(', '),
    ].join('  '),
  );
  return [`${'case'.padEnd(10)}   rounds   faults  of them`, ...rows];
}
