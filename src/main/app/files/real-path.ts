/** One name for one file: links followed where the file is there, so that a notebook is not opened twice. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Absolute, with links followed; only made absolute where the file is not there or cannot be reached. */
export const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
