/** Where something may be written: never over a notebook, and never where a folder stands. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { TieoutError } from '../../contract/errors';
import { readHeader } from './header';
import { isOpenHere } from './open-here';

/** Throws E_INPUT where writing to `path` would destroy a notebook, also a damaged one that could still be rescued. */
export function refuseOverNotebook(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isFile()) throw new TieoutError('E_INPUT', `${path} is not a file: choose another name.`);
  // An open one is known by its name: reading it past SQLite would drop its locks.
  const kind = isOpenHere(path) ? 'notebook' : readHeader(realpathSync(path)).kind;
  if (kind !== 'notebook' && kind !== 'damaged') return;
  throw new TieoutError('E_INPUT', `${path} is a notebook and would be lost: choose another name.`);
}

/** Where a link leads: what is renamed into its place would take the place of the link, and leave the file as it was. */
export const throughLinks = (path: string): string => (existsSync(path) ? realpathSync(path) : path);
