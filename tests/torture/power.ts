/**
 * Power cuts. One operation runs under strace, which writes down every call that changes a file with what it wrote. Then
 * the power is cut after any of them: in order (all calls before the cut are on the disk), reordered (of what was not
 * flushed any part is) and torn (of the last writes some sectors are), and what lies on the disk then must hold.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../fuzz/random';
import type { Case } from './case';
import { judge } from './judge';

export const POWER_MODES = ['ordered', 'reordered', 'torn'] as const;
type Mode = (typeof POWER_MODES)[number];

const OPERATIONS = ['edit', 'edit', 'open', 'backup', 'restore', 'save-as', 'export', 'create'] as const;
/** Cuts of one log, in each mode: a log takes seconds, a cut a fraction of one. */
const CUTS = 8;
const SECTOR = 512;

type Step =
  | { readonly does: 'open'; readonly path: string; readonly truncates: boolean }
  | { readonly does: 'write'; readonly path: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly does: 'truncate'; readonly path: string; readonly size: number }
  | { readonly does: 'sync'; readonly path: string }
  | { readonly does: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly does: 'unlink'; readonly path: string }
  | { readonly does: 'mkdir'; readonly path: string }
  | { readonly does: 'say'; readonly words: string };

const CALLS =
  'openat,write,pwrite64,writev,pwritev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,copy_file_range,sendfile';

const unquote = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const STRING = /"((?:\\x[0-9a-f]{2})*)"/g;
const stringsOf = (line: string): readonly Buffer[] => [...line.matchAll(STRING)].map(([, hex = '']) => unquote(hex));
const decorated = (line: string): string => {
  const path = /^\w+\(\d+<((?:\\x[0-9a-f]{2}|[^>])*)>/.exec(line)?.[1] ?? '';
  return path.startsWith('\\x') ? unquote(path).toString() : path;
};
const resultOf = (line: string): number => Number(/= (-?\d+)/.exec(line.slice(line.lastIndexOf(')')))?.[1] ?? -1);

/** The calls of an strace log that changed something under `folder` or said something, in the order they ended. */
export function parseTrace(log: string, folder: string): readonly Step[] {
  const begun = new Map<string, string>();
  return log.split('\n').flatMap((raw): readonly Step[] => {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(raw) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(pid, rest.slice(0, -' <unfinished ...>'.length));
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    const line = resumed === undefined ? rest : (begun.get(pid) ?? '') + resumed;
    return resultOf(line) < 0 ? [] : stepOf(line, folder);
  });
}

function stepOf(line: string, folder: string): readonly Step[] {
  const call = /^(\w+)\(/.exec(line)?.[1] ?? '';
  const strings = stringsOf(line);
  const named = strings.map((name) => name.toString()).filter((name) => name.startsWith(folder));
  const [path = '', to = ''] = named;
  const held = decorated(line);
  if (call === 'write' && line.startsWith('write(1<')) return [{ does: 'say', words: strings[0]?.toString() ?? '' }];
  if (call === 'copy_file_range' || call === 'sendfile') {
    if (line.includes(Buffer.from(folder).toString('latin1'))) throw new Error(`a call that is not replayed: ${call}`);
    return [];
  }
  if (/^(openat)$/.test(call)) {
    const writes = /O_(?:WRONLY|RDWR)/.test(line);
    return path !== '' && writes ? [{ does: 'open', path, truncates: line.includes('O_TRUNC') }] : [];
  }
  if (call.startsWith('rename')) return to === '' ? [] : [{ does: 'rename', path, to }];
  if (call.startsWith('link')) return to === '' ? [] : [{ does: 'link', path, to }];
  if (call.startsWith('unlink')) return path === '' ? [] : [{ does: 'unlink', path }];
  if (call.startsWith('mkdir')) return path === '' ? [] : [{ does: 'mkdir', path }];
  if (!held.startsWith(folder)) return [];
  if (call === 'fsync' || call === 'fdatasync') return [{ does: 'sync', path: held }];
  if (call === 'ftruncate') return [{ does: 'truncate', path: held, size: Number(/, (\d+)\)/.exec(line)?.[1] ?? 0) }];
  const bytes = Buffer.concat(strings).subarray(0, resultOf(line));
  const at = call.startsWith('pwrite') ? Number(/, (\d+)\)\s+=/.exec(line)?.[1] ?? 0) : null;
  return [{ does: 'write', path: held, at, bytes }];
}

/** A file's contents, whatever names it has. */
interface Inode {
  bytes: Buffer;
}

/** Files and folders as they are on the disk at the cut. */
class Disk {
  readonly names = new Map<string, Inode>();
  readonly folders = new Set<string>();

  constructor(folder: string) {
    this.#read(folder);
  }

  #read(folder: string): void {
    this.folders.add(folder);
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) this.#read(path);
      else this.names.set(path, { bytes: readFileSync(path) });
    }
  }

  lay(): void {
    for (const folder of this.folders) mkdirSync(folder, { recursive: true });
    for (const [path, { bytes }] of this.names) {
      if (this.folders.has(dirname(path))) writeFileSync(path, bytes);
    }
  }
}

const withWritten = (old: Buffer, at: number, bytes: Buffer): Buffer => {
  const wanted = Math.max(old.length, at + bytes.length);
  const next = wanted === old.length ? Buffer.from(old) : Buffer.concat([old, Buffer.alloc(wanted - old.length)]);
  bytes.copy(next, at);
  return next;
};

/** Which writes before the cut reach the disk, and how much of them: flushed ones wholly. */
function reaching(
  steps: readonly Step[],
  cut: number,
  mode: Mode,
  random: Random,
): (index: number) => 'all' | 'torn' | 'none' {
  if (mode === 'ordered') return () => 'all';
  const flushedTo = new Map<string, number>();
  steps.slice(0, cut).forEach((step, index) => {
    if (step.does === 'sync') flushedTo.set(step.path, index);
    // A renamed file keeps what was flushed under its old name.
    if (step.does === 'rename') flushedTo.set(step.to, flushedTo.get(step.path) ?? -1);
  });
  return (index) => {
    const step = steps[index];
    if (
      step === undefined ||
      step.does !== 'write' ||
      index < (flushedTo.get(finalName(steps, step.path, index, cut)) ?? -1)
    )
      return 'all';
    if (mode === 'torn') return random.below(2) === 0 ? 'torn' : 'all';
    return random.below(2) === 0 ? 'none' : 'all';
  };
}

/** The name that what was written to `path` has at the cut. */
function finalName(steps: readonly Step[], path: string, from: number, cut: number): string {
  return steps
    .slice(from, cut)
    .reduce((name, step) => (step.does === 'rename' && step.path === name ? step.to : name), path);
}

/** What the disk holds, and what had been said, when the power went before step `cut`. */
function replay(disk: Disk, steps: readonly Step[], cut: number, mode: Mode, random: Random): string {
  const reaches = reaching(steps, cut, mode, random);
  const ends = new Map<string, number>();
  let said = '';
  const at = (path: string): Inode => {
    const known = disk.names.get(path) ?? { bytes: Buffer.alloc(0) };
    disk.names.set(path, known);
    return known;
  };
  steps.slice(0, cut).forEach((step, index) => {
    switch (step.does) {
      case 'say':
        said += step.words;
        return;
      case 'open':
        if (step.truncates) at(step.path).bytes = Buffer.alloc(0);
        else at(step.path);
        ends.set(step.path, 0);
        return;
      case 'write': {
        const inode = at(step.path);
        const start = step.at ?? ends.get(step.path) ?? 0;
        ends.set(step.path, start + step.bytes.length);
        const how = reaches(index);
        if (how === 'all') inode.bytes = withWritten(inode.bytes, start, step.bytes);
        if (how === 'torn') inode.bytes = torn(inode.bytes, start, step.bytes, random);
        // The length is of the folder's journal and comes with later calls; what was never written is nought.
        if (how === 'none' && inode.bytes.length < start + step.bytes.length && random.below(2) === 0) {
          inode.bytes = withWritten(inode.bytes, start + step.bytes.length, Buffer.alloc(0));
        }
        return;
      }
      case 'truncate': {
        const inode = at(step.path);
        inode.bytes = Buffer.concat([inode.bytes, Buffer.alloc(step.size)]).subarray(0, step.size);
        return;
      }
      case 'rename':
        disk.names.set(step.to, at(step.path));
        disk.names.delete(step.path);
        return;
      case 'link':
        disk.names.set(step.to, at(step.path));
        return;
      case 'unlink':
        disk.names.delete(step.path);
        return;
      case 'mkdir':
        disk.folders.add(step.path);
        return;
      case 'sync':
    }
  });
  return said;
}

function torn(old: Buffer, at: number, bytes: Buffer, random: Random): Buffer {
  let next = withWritten(old, at + bytes.length, Buffer.alloc(0));
  for (let from = 0; from < bytes.length; from += SECTOR) {
    if (random.below(2) === 0) next = withWritten(next, at + from, bytes.subarray(from, from + SECTOR));
  }
  return next;
}

/** One log, cut in each mode at moments spread over it. */
export const power: Case = ({ random, path, worker }) => {
  const operation = random.pick(OPERATIONS);
  const folder = dirname(path);
  const before = new Disk(folder);
  const log = `${folder}.trace`;
  const args = ['-f', '-qq', '-xx', '-y', '-s', '2000000', '-o', log, '-e', `trace=${CALLS}`];
  spawnSync('strace', [...args, process.execPath, worker, operation, path, '2'], { stdio: 'ignore', timeout: 120_000 });
  const steps = parseTrace(readFileSync(log, 'utf8'), folder);
  rmSync(log, { force: true });
  const counts: Record<string, number> = { acknowledged: 0 };
  const faults: string[] = steps.some(({ does }) => does === 'write') ? [] : [`${operation}: nothing was logged`];
  for (let n = 0; n < CUTS; n += 1) {
    const cut = 1 + random.below(steps.length);
    for (const mode of POWER_MODES) {
      const disk = new Disk(folder);
      disk.names.clear();
      for (const [name, inode] of before.names) disk.names.set(name, { bytes: inode.bytes });
      const said = replay(disk, steps, cut, mode, random);
      rmSync(folder, { recursive: true, force: true });
      disk.lay();
      const verdict = judge(path, said);
      counts['acknowledged'] = (counts['acknowledged'] ?? 0) + verdict.acknowledged;
      counts[mode] = (counts[mode] ?? 0) + 1;
      for (const one of verdict.faults) faults.push(`${operation}, cut ${cut} of ${steps.length}, ${mode}: ${one}`);
    }
  }
  return { counts, faults };
};
