/**
 * Files and folders that a person named, as the files to import: folders are walked by their real paths, in order of name.
 * What is hidden, linked, no ordinary file, too deep or too many is left out, and said to be.
 */
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { IMPORT_LIMITS } from './limits';

export interface FoundFile {
  readonly path: string;
  /** As it is shown: a file's name, or where it stands in the folder that was named. */
  readonly name: string;
  readonly bytes: number;
}

export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

export interface Expanded {
  readonly files: readonly FoundFile[];
  readonly left: readonly LeftOut[];
}

interface Walk {
  full: boolean;
  readonly files: FoundFile[];
  readonly left: LeftOut[];
}

const { folderDepth, folderFiles } = IMPORT_LIMITS;

/** Names are the person's own choice: a named file is taken whatever it is, and refused in its own words when it is read. */
export async function expand(paths: readonly string[]): Promise<Expanded> {
  const walk: Walk = { files: [], left: [], full: false };
  for (const path of paths) {
    if (walk.full) break;
    // oxlint-disable-next-line no-await-in-loop -- one after the other keeps the order and one folder open at a time
    await expandNamed(walk, path);
  }
  return { files: walk.files, left: walk.left };
}

async function expandNamed(walk: Walk, path: string): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const stat = await lstat(real).catch(() => null);
  if (stat?.isDirectory() === true) return walkFolder(walk, real, basename(path), 0);
  add(walk, { path, name: basename(path), bytes: stat?.size ?? 0 });
}

async function walkFolder(walk: Walk, folder: string, shown: string, depth: number): Promise<void> {
  if (depth > folderDepth) {
    walk.left.push({ name: shown, reason: `Folders are read ${folderDepth} levels deep: import this one separately.` });
    return;
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    walk.left.push({ name: shown, reason: 'You may not read the folder: change its permissions.' });
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (walk.full) return;
    const name = `${shown}/${entry.name}`;
    const path = join(folder, entry.name);
    // oxlint-disable no-await-in-loop -- one after the other keeps the order and one folder open at a time
    if (entry.name.startsWith('.')) walk.left.push({ name, reason: 'It is hidden.' });
    else if (entry.isDirectory()) await walkFolder(walk, path, name, depth + 1);
    else if (entry.isFile()) add(walk, { path, name, bytes: (await lstat(path).catch(() => null))?.size ?? 0 });
    else walk.left.push({ name, reason: entry.isSymbolicLink() ? 'It is a link.' : 'It is a device, pipe or socket.' });
    // oxlint-enable no-await-in-loop
  }
}

function add(walk: Walk, file: FoundFile): void {
  if (walk.files.length < folderFiles) {
    walk.files.push(file);
    return;
  }
  walk.full = true;
  const reason = `${folderFiles} files are imported at a time: import the rest separately.`;
  walk.left.push({ name: `${file.name} and the rest`, reason });
}
