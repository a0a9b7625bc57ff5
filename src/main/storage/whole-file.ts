/**
 * Puts a whole file in a place or none: written under a name that nobody owns, flushed to the disk, then renamed. A
 * crash leaves at most a temporary, which the next run sweeps away; never half a file, and never an empty one for the
 * old one.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Names of machines have any letters; of the same one only this number need be the same. */
const MACHINE = Buffer.from(hostname()).reduce((sum, byte) => (sum * 31 + byte) % 0xffffff, 7);
const TEMPORARY = /^\.tieout-(\d+)-(\d+)-[0-9a-f]{12}\.tmp(?:-journal|-wal|-shm)?$/;
/** A temporary of another machine in a shared folder: whether its maker lives cannot be asked. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/** A name in the folder of `target` that is nobody's; short, because the target's own name may be as long as names get. */
export const temporaryBeside = (target: string): string =>
  join(dirname(target), `.tieout-${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

/**
 * Removes a temporary and what SQLite may have laid beside it. What cannot be removed stays for the next run to sweep: it
 * must not be told in the place of what happened, which may be that all went well.
 */
export function removeTemporary(path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) {
    try {
      rmSync(path + ending, { force: true });
    } catch {
      // Swept later.
    }
  }
}

/** Removes what a process that is gone left behind in `folder`. What cannot be removed stays: it harms nothing. */
export function sweepTemporaries(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (isStale(folder, name)) rmSync(join(folder, name), { force: true });
  } catch {
    // No such folder, or not ours to write.
  }
}

function isStale(folder: string, name: string): boolean {
  const [, machine, pid] = TEMPORARY.exec(name) ?? [];
  if (pid === undefined) return false;
  if (Number(machine) === MACHINE) return !isAlive(Number(pid));
  return Date.now() - statSync(join(folder, name)).mtimeMs > STALE_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A link keeps leading where it leads: what it leads to is replaced. */
function behindLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Writes `bytes` to `path`, whole or not at all; what stood there stays until then. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const target = behindLink(path);
  const temporary = temporaryBeside(target);
  try {
    const handle = openSync(temporary, 'wx');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    moveWhole(temporary, target);
  } finally {
    removeTemporary(temporary);
  }
}

/** Renames a flushed file over `target` and makes the rename itself durable. */
export function moveWhole(from: string, target: string): void {
  renameSync(from, target);
  syncFolder(dirname(target));
}

/** Flushes a file that another program or library wrote. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename itself durable; some systems do not let a folder be opened, and there the rename already is. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows: a folder cannot be synced.
  }
}
