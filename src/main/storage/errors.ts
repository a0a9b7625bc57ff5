/** SQLite's and the file system's failures as the product's own errors, each with what a person can do. */
import { TieoutError } from '../../contract/errors';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `error` as a TieoutError about the notebook at `path`; what is not an expected failure is given back as it is. */
export function translate(error: unknown, path: string): unknown {
  if (error instanceof TieoutError) return error;
  const make = known.find(([pattern]) => pattern.test(codeOf(error)))?.[1];
  return make === undefined ? error : because(make(path), error);
}

/** The same failure, with what caused it for the log. */
const because = ({ code, message, details }: TieoutError, cause: unknown): TieoutError =>
  new TieoutError(code, message, details, cause);

const known: readonly (readonly [pattern: RegExp, make: (path: string) => TieoutError])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, locked],
  [/^SQLITE_(CORRUPT|NOTADB)|^SQLITE_IOERR_(SHORT_READ|CORRUPTFS|DATA)/, damaged],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, full],
  [/^SQLITE_READONLY_DBMOVED$/, moved],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM)/, readOnly],
  [/^(ENOENT|ENOTDIR)$/, missing],
  [/^ENAMETOOLONG$/, tooLong],
  [/^(SQLITE_(CANTOPEN|IOERR)|E[A-Z]+$)/, unreachable],
];

/** `E_NOT_FOUND`: no file stands at `path`. */
export function missing(path: string): TieoutError {
  return new TieoutError(
    'E_NOT_FOUND',
    `There is no notebook at ${path}: check the name, or import a file to create it.`,
  );
}
/** `E_EMPTY`: the file has no bytes. */
export function empty(path: string): TieoutError {
  return new TieoutError(
    'E_EMPTY',
    `${path} is an empty file, not a notebook: delete it to start again, or restore a backup.`,
  );
}
/** `E_FOREIGN`: a file of another kind. */
export function foreign(path: string): TieoutError {
  return new TieoutError(
    'E_FOREIGN',
    `${path} is not a Tieout notebook: choose a .tieout file; this one was left alone.`,
  );
}
/** `E_NEWER`: its schema has a higher version than this program knows. */
export function newer(path: string, version: number): TieoutError {
  return new TieoutError(
    'E_NEWER',
    `${path} was written by a newer Tieout (format ${version}): update Tieout to open it; the file was left alone.`,
    { version },
  );
}
/** `E_DAMAGED`: what SQLite or a check of ours found, as `details`. */
export function damaged(path: string, details?: unknown): TieoutError {
  return new TieoutError(
    'E_DAMAGED',
    `The notebook ${path} is damaged: restore a backup, or rescue what can be read; the file was left alone.`,
    details,
  );
}
/** `E_SCHEMA`: `details` name the parts, the first three are told. */
export function foreignSchema(path: string, details: readonly string[]): TieoutError {
  return new TieoutError(
    'E_SCHEMA',
    `The notebook ${path} holds parts that Tieout did not make (${details.slice(0, 3).join('; ')}), which could run by themselves: it was not opened. Its records can be rescued into a new notebook without them.`,
    details,
  );
}
/** `E_LOCKED`: another process or window has it. */
export function locked(path: string): TieoutError {
  return new TieoutError('E_LOCKED', `The notebook ${path} is open elsewhere: close it there, then try again.`);
}
/** `E_MOVED`: the open file is no longer the one under its name. */
export function moved(path: string): TieoutError {
  return new TieoutError(
    'E_MOVED',
    `The notebook ${path} was moved, removed or replaced while it was open: nothing more can be saved to it. Save it under another name; everything saved before is in it.`,
  );
}
/** `E_READ_ONLY`: the file or its folder may not be written. */
export function readOnly(path: string): TieoutError {
  return new TieoutError(
    'E_READ_ONLY',
    `The notebook ${path} cannot be written: allow writing to the file and its folder, or open a copy.`,
  );
}
function full(path: string): TieoutError {
  return new TieoutError('E_FULL', `The disk that holds ${path} is full: free some space; nothing was lost.`);
}
function unreachable(path: string): TieoutError {
  return new TieoutError('E_IO', `${path} could not be opened: check that its folder exists and can be reached.`);
}
function tooLong(path: string): TieoutError {
  return new TieoutError('E_IO', `The name of ${path} is too long for this disk: choose a shorter one.`);
}

/** Why a file that is no notebook could not be written at `path`. */
export function cannotWrite(path: string, error: unknown): TieoutError {
  const code = codeOf(error);
  if (code === 'ENAMETOOLONG') return tooLong(path);
  if (code === 'ENOSPC' || code === 'EDQUOT') return full(path);
  const why = error instanceof Error ? error.message : String(error);
  return new TieoutError('E_IO', `${path} could not be written (${why}): choose another place.`);
}
