/**
 * System calls that fail or are the last. Each call of an operation that touches the notebook's folder is a point: strace
 * counts them once, then each is run to with each fault. The case takes one point at random; `sweepFaults` takes them all.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupFolder } from '../../src/main/notebook/backups/backup-folder';
import { openNotebook } from '../../src/main/storage/open';
import { checkFile } from '../../src/main/storage/verify';
import { Random } from '../fuzz/random';
import type { Case } from './case';
import { judge } from './judge';
import { freshCopy, type Masters } from './notebooks';

export const FAULT_OPERATIONS = [
  'edit',
  'undo',
  'import',
  'open',
  'close',
  'create',
  'migrate',
  'backup',
  'restore',
  'copy',
  'save-as',
  'salvage',
  'export',
] as const;
export type FaultOperation = (typeof FAULT_OPERATIONS)[number];

/** A fault that stays meets every later call of its kind too, as of a disk that is gone or full. */
export const FAULTS = [
  { name: 'kill', inject: 'signal=SIGKILL', stays: false },
  { name: 'EIO', inject: 'error=EIO', stays: false },
  { name: 'ENOSPC', inject: 'error=ENOSPC', stays: false },
  { name: 'EIO, stays', inject: 'error=EIO', stays: true },
  { name: 'ENOSPC, stays', inject: 'error=ENOSPC', stays: true },
] as const;
type Fault = (typeof FAULTS)[number];

// How often V8 maps memory differs from run to run, so mmap has no number by which to find one again.
const CALLS = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,fallocate,unlink,rename,link,mkdir,copy_file_range';
const RUN_MS = 60_000;
const OLD_EXPORT = Buffer.alloc(5000, 'old,');

/** The n-th call of this name that the process makes; what it does is for reading. */
export interface Point {
  readonly call: string;
  readonly nth: number;
  readonly does: string;
}

/** The points of one run of an operation in `folder`, between what the worker says at its begin and end. */
export function pointsOf(log: string, folder: string): readonly Point[] {
  const counts = new Map<string, number>();
  const points: Point[] = [];
  let within = false;
  for (const line of log.split('\n')) {
    const call = /^(\w+)\(/.exec(line)?.[1];
    if (call === undefined) continue;
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    if (line.startsWith('write(1<')) {
      if (line.includes('"begin\\n"')) within = true;
      if (line.includes('"end\\n"')) within = false;
    } else if (within && line.includes(folder)) points.push({ call, nth, does: line.replaceAll(`${folder}/`, '') });
  }
  return points;
}

function lay(operation: FaultOperation, { master, older }: Masters, folder: string): string {
  const path = freshCopy(operation === 'migrate' ? older : master, folder);
  if (operation === 'export') writeFileSync(join(folder, 'export.csv'), OLD_EXPORT);
  return path;
}

/** What an operation calls when nothing fails. */
export function countPoints(
  operation: FaultOperation,
  masters: Masters,
  folder: string,
  worker: string,
): readonly Point[] {
  const path = lay(operation, masters, folder);
  const log = `${folder}.trace`;
  const args = ['-qq', '-y', '-o', log, '-e', `trace=${CALLS}`, process.execPath, worker, operation, path, '1'];
  const { status } = spawnSync('strace', args, { stdio: 'ignore', timeout: RUN_MS });
  const points = pointsOf(readFileSync(log, 'utf8'), folder);
  rmSync(log, { force: true });
  if (status !== 0 || points.length === 0)
    throw new Error(`${operation}: ended with ${status}, ${points.length} points`);
  return points;
}

interface Tried {
  /** False where the run did not come to the point: what a clock or a cache does differs between runs. */
  readonly met: boolean;
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

/** Runs an operation up to a point, lets it fail there, and judges what is left. */
export function tryPoint(
  operation: FaultOperation,
  { call, nth }: Point,
  fault: Fault,
  { masters, folder, worker }: { readonly masters: Masters; readonly folder: string; readonly worker: string },
): Tried {
  const path = lay(operation, masters, folder);
  const had = new Set(copiesOf(path));
  const log = `${folder}.trace`;
  // Node itself writes to pipes to wake its threads, and ends where it cannot.
  const when = `${nth}${fault.stays && call !== 'write' ? '+' : ''}`;
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:${fault.inject}:when=${when}`];
  const args = ['-qq', '-o', log, ...inject, process.execPath, worker, operation, path, '1'];
  const { stdout, status, signal } = spawnSync('strace', args, {
    encoding: 'utf8',
    timeout: RUN_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const trace = readFileSync(log, 'utf8');
  rmSync(log, { force: true });
  const ended = fault.name === 'kill' || (status === 0 && signal === null) ? [] : [`ended with ${status ?? signal}`];
  const { acknowledged, faults } = judge(path, stdout);
  return {
    met: trace.includes('(INJECTED)') || trace.includes('killed by SIGKILL'),
    acknowledged,
    faults: [...ended, ...faults, ...besides(path, had)],
  };
}

const copiesOf = (path: string): readonly string[] => {
  try {
    return readdirSync(backupFolder(path)).filter((name) => name.endsWith('.tieout'));
  } catch {
    return [];
  }
};

/** Whatever else has a name now must be whole: what was made beside the notebook, new copies, an export. */
function besides(path: string, had: ReadonlySet<string>): readonly string[] {
  const folder = dirname(path);
  const made = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.tieout') && name !== 'nb.tieout' && !name.startsWith('.'))
      .map((name) => join(folder, name)),
    ...copiesOf(path)
      .filter((name) => !had.has(name) && !name.startsWith('.'))
      .map((name) => join(backupFolder(path), name)),
  ];
  return [...made.flatMap(notWhole), ...halfExport(join(folder, 'export.csv'))];
}

function notWhole(file: string): readonly string[] {
  try {
    const open = openNotebook(file, { readOnly: true, older: 'in-copy' });
    try {
      checkFile(file, open.db);
    } finally {
      open.close();
    }
    return [];
  } catch (error) {
    return [`${file.slice(dirname(file).length + 1)} stands there and is not whole: ${String(error).slice(0, 160)}`];
  }
}

function halfExport(file: string): readonly string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return [];
  }
  const whole =
    bytes.equals(OLD_EXPORT) || (bytes.length === 100_000 && bytes.subarray(0, 4).equals(Buffer.from('new,')));
  return whole ? [] : [`the export is neither the old nor the new one: ${bytes.length} bytes`];
}

const known = new Map<FaultOperation, readonly Point[]>();

/** One point of one operation, at random. */
export const fault: Case = ({ random, path, worker, masters }) => {
  const folder = dirname(path);
  const operation = random.pick(FAULT_OPERATIONS);
  const points = known.get(operation) ?? countPoints(operation, masters, folder, worker);
  known.set(operation, points);
  const [point, how] = [random.pick(points), random.pick(FAULTS)];
  const { acknowledged, faults } = tryPoint(operation, point, how, { masters, folder, worker });
  return { counts: { acknowledged }, faults: faults.map((one) => inWords(operation, point, how, one)) };
};

const inWords = (operation: string, { call, nth, does }: Point, how: Fault, what: string): string =>
  `${operation} ${call} ${nth} ${how.name}: ${what.slice(0, 300)} [${does.slice(0, 120)}]`;

export interface SweepOptions {
  readonly masters: Masters;
  readonly folder: string;
  readonly worker: string;
  /** Of `of` processes that share the points the `part`-th, from 1. */
  readonly part: number;
  readonly of: number;
  /** The first point of the part that is tried, from 0: where an earlier sweep stopped. */
  readonly from: number;
  readonly minutes: number;
  /** Null for all. */
  readonly operation: string | null;
  readonly say: (line: string) => void;
}

/** Each point of each operation with each fault, once, in a mixed order that does not change: a part of it is a sample of all. */
export function sweepFaults(options: SweepOptions): {
  readonly rounds: number;
  readonly faults: readonly string[];
  readonly table: readonly string[];
} {
  mkdirSync(options.folder, { recursive: true });
  const operations = FAULT_OPERATIONS.filter((one) => options.operation === null || one === options.operation);
  const counted = operations.map((operation) => ({
    operation,
    points: countPoints(operation, options.masters, options.folder, options.worker),
  }));
  const all = counted.flatMap(({ operation, points }) =>
    points.flatMap((point) => FAULTS.map((how) => ({ operation, point, how }))),
  );
  const mine = mixed(all).filter((_, n) => n % options.of === options.part - 1);
  options.say(`${all.length} points, ${mine.length} in part ${options.part}/${options.of}`);
  const tally = new Map<string, { tried: number; missed: number; faults: number }>();
  const found: string[] = [];
  const until = Date.now() + options.minutes * 60_000;
  let n = Math.min(options.from, mine.length);
  for (; n < mine.length && Date.now() < until; n += 1) {
    const one = mine[n];
    if (one === undefined) break;
    const key = `${one.operation}/${one.how.name}`;
    const cell = tally.get(key) ?? { tried: 0, missed: 0, faults: 0 };
    tally.set(key, cell);
    const { met, faults } = tryPoint(one.operation, one.point, one.how, options);
    cell.tried += 1;
    cell.missed += met ? 0 : 1;
    cell.faults += faults.length;
    for (const what of faults) {
      found.push(`fault --all --from ${n}: ${inWords(one.operation, one.point, one.how, what)}`);
      options.say(found.at(-1) ?? '');
    }
    if (n % 200 === 199) options.say(`${n + 1} of ${mine.length}, ${found.length} faults`);
  }
  if (n < mine.length) options.say(`The time is over: go on with --part ${options.part}/${options.of} --from ${n}.`);
  const rounds = [...tally.values()].reduce((sum, { tried }) => sum + tried, 0);
  return { rounds, faults: found, table: tableOf(counted, tally) };
}

function mixed<T>(all: readonly T[]): readonly T[] {
  const random = new Random(12);
  return all
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function tableOf(
  counted: readonly { readonly operation: string; readonly points: readonly Point[] }[],
  tally: ReadonlyMap<string, { readonly tried: number; readonly missed: number; readonly faults: number }>,
): readonly string[] {
  const head = `${'operation'.padEnd(10)} calls  ${FAULTS.map(({ name }) => name.padStart(18)).join('')}`;
  return [
    `${head}  (tried/faults found; − were not met)`,
    ...counted.map(({ operation, points }) => {
      const cells = FAULTS.map(({ name }) => {
        const cell = tally.get(`${operation}/${name}`) ?? { tried: 0, missed: 0, faults: 0 };
        return `${cell.tried}/${cell.faults}${cell.missed > 0 ? ` −${cell.missed}` : ''}`.padStart(18);
      });
      return `${operation.padEnd(10)} ${String(points.length).padStart(5)}  ${cells.join('')}`;
    }),
  ];
}
