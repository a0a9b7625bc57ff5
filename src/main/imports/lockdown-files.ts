/**
 * Takes the machine's files away from the thread that parses foreign bytes: its one file was read before. What is left is
 * reading the program's own folder, out of which parsers are loaded. Node's permission model, which would hold this below the
 * language, is not there in Electron's processes; so this is the second wall, behind the process of its own.
 */
import fs, { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of an open file, whose opening was asked about. */
const BY_HANDLE = new Set(['close', 'closeSync', 'read', 'readSync', 'readv', 'readvSync', 'fstat', 'fstatSync']);
const withSync = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, `${name}Sync`]));
/** Loaders ask these of each folder above a package, too. */
const LOOKS = withSync(['access', 'exists', 'lstat', 'readlink', 'realpath', 'stat']);
const READS = withSync(['readdir', 'readFile', 'createReadStream']);
const OPENS = withSync(['open']);
/** Without reach of their own, or made by a function that asks. */
const CLASSES = new Set(['Stats', 'BigIntStats', 'Dirent', 'Dir', 'ReadStream', 'FileReadStream']);

/** The folders below which may be read: the program's, which has a `package.json`, and its packages'. */
export function programFolders(from: string): readonly string[] {
  let folder = from;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  if (!existsSync(join(folder, 'package.json'))) return [real(from)];
  return [folder, real(folder), real(join(folder, 'node_modules'))];
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Functions that are called by a path read below `folders` alone from now on; those that would write are refused. */
export function lockFiles(folders: readonly string[]): void {
  const isOurs: IsOurs = (name, path, flags) => {
    const at = pathOf(path);
    if (at === null) return false;
    const isBelow = folders.some((folder) => at === folder || at.startsWith(folder + sep));
    if (LOOKS.has(name)) return isBelow || folders.some((folder) => folder.startsWith(at === sep ? sep : at + sep));
    if (OPENS.has(name)) return isBelow && (flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY);
    return isBelow && READS.has(name);
  };
  // What pdf.js loads of its own package; from anywhere else it would be anybody's code.
  const load = process.dlopen.bind(process);
  const loadOurs = (module: object, path: string): void => {
    if (!isOurs('readFile', path, undefined)) throw refusal();
    load(module, path);
  };
  pin(process, 'dlopen', loadOurs);
  guardAll(fs, isOurs);
  guardAll(fs.promises, isOurs);
}

/**
 * Puts `value` under the name for good: nothing that runs later takes it back. Deaf to being set, because Electron puts its
 * own over a module when a library first asks for it, and must not fail.
 */
export function pin(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { get: () => value, set: ignore, configurable: false });
}

function ignore(): void {
  // What was taken away stays away.
}

const refusal = (): Error => new Error('An import may read no files but its own.');

type IsOurs = (name: string, path: unknown, flags: unknown) => boolean;

function pathOf(path: unknown): string | null {
  if (typeof path === 'string') return resolve(path);
  if (path instanceof URL) return path.protocol === 'file:' ? fileURLToPath(path) : null;
  return Buffer.isBuffer(path) ? resolve(path.toString()) : null;
}

function guardAll(owner: object, isOurs: IsOurs): void {
  for (const name of Object.keys(owner)) {
    const work: unknown = Reflect.get(owner, name);
    if (!isWork(work) || BY_HANDLE.has(name) || CLASSES.has(name)) continue;
    const guarded = guard(name, work, isOurs);
    // `realpath.native` and its like.
    for (const key of Object.keys(work)) {
      const inner: unknown = Reflect.get(work, key);
      if (isWork(inner)) Object.defineProperty(guarded, key, { value: guard(name, inner, isOurs) });
    }
    pin(owner, name, guarded);
  }
}

type Work = (...args: readonly unknown[]) => unknown;
const isWork = (value: unknown): value is Work => typeof value === 'function';

function guard(name: string, work: Work, isOurs: IsOurs): Work {
  return function guarded(this: unknown, ...args: unknown[]): unknown {
    if (!isOurs(name, args[0], args[1])) throw refusal();
    return Reflect.apply(work, this, args);
  };
}
