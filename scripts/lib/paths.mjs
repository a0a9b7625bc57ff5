// Paths of the checkout, and of the per-user cache that outlives it.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const inRoot = (...parts) => join(root, ...parts);

/** Per-user cache for what is costly to make and the same for every checkout. */
export const cacheDir = join(userCache(), 'tieout');
export const inCache = (...parts) => join(cacheDir, ...parts);

function userCache() {
  if (process.env.XDG_CACHE_HOME) return resolve(process.env.XDG_CACHE_HOME);
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}
