// Helpers for files: hashes, stamps, and writing under a temporary name so that a file is there whole or not at all.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export async function readText(file) {
  return readFile(file, 'utf8').catch(() => null);
}

export async function readJson(file) {
  const text = await readText(file);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** SHA-512 of a file, base64, as package locks write it. */
export async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('base64');
}

/** Every file under a folder, sorted, as paths relative to `base`. */
export async function listFiles(folder, base = folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath, entry.name)))
    .sort();
}

/** One digest over the names and contents of files. Large ones count by size and time: reading them costs more than it tells. */
export async function digest(base, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(base, file);
    const { size, mtimeMs } = await stat(path);
    hash.update(`${file}\0`);
    hash.update(size > 2_000_000 ? `${size}:${mtimeMs}` : await readFile(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

export async function writeWhole(file, content) {
  await mkdir(dirname(file), { recursive: true });
  const temporary = temporaryName(file);
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** Makes a folder under a temporary name and renames it into place; what was there before goes. */
export async function makeWhole(folder, fill) {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = temporaryName(folder);
  await removeLeftovers(folder);
  try {
    await mkdir(temporary);
    await fill(temporary);
    await replaceFolder(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function replaceFolder(from, to) {
  const old = temporaryName(`${to}.old`);
  await rename(to, old).catch(() => undefined);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

/** What interrupted runs left beside `folder`; the names carry the process that was making them. */
async function removeLeftovers(folder) {
  for (const name of await readdir(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.`) && /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

const temporaryName = (path) => `${path}.${process.pid}.part`;

/**
 * Lets one process at a time do `work`; a second one waits. The lock is a file with the holder's process id, and a lock
 * whose holder is gone is taken over, so an interrupted run blocks nobody.
 */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  while (!(await tryLock(file))) await wait(200);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function tryLock(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(await readText(file));
  if (holder && !isAlive(holder)) await rm(file, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
