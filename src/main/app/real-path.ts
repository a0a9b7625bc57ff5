/** One name for one file: links followed where the file is there, so that a notebook is not opened twice. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

export const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
