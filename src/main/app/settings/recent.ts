/** The list of notebooks opened last, newest first. */
import { access } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { z } from 'zod';
import type { recentNotebook } from '../../../contract/app';
import type { Stored } from './prefs';

type Recent = Stored['recent'];
const MOST = 10;

/** The list with `path` first, each path once, at most ten; `openedAt` is ISO 8601. */
export const withOpened = (recent: Recent, path: string, openedAt: string): Recent =>
  [{ path, openedAt }, ...recent.filter((entry) => entry.path !== path)].slice(0, MOST);

/** The file's name without folder and ending. */
export const notebookName = (path: string): string => basename(path, extname(path));

/** The list for the window, each with its name and whether its file is still there. */
export const describeRecent = (recent: Recent): Promise<z.infer<typeof recentNotebook>[]> =>
  Promise.all(
    recent.map(async ({ path, openedAt }) => ({
      path,
      openedAt,
      name: notebookName(path),
      exists: await isThere(path),
    })),
  );

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
