/** Files this process has open, by real path: the same file is never opened twice, nor read past SQLite. */
import { existsSync, realpathSync } from 'node:fs';

export const openHere = new Set<string>();

/** True while this process has the notebook open. */
export const isOpenHere = (path: string): boolean => existsSync(path) && openHere.has(realpathSync(path));
