/** The list of notebooks opened last, newest first. */
import { access } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { z } from 'zod';
import type { recentNotebook } from '../../contract/app';
import type { Stored } from './prefs';

type Recent = Stored['recent'];
const MOST = 10;

export const withOpened = (recent: Recent, path: string, openedAt: string): Recent =>
  [{ path, openedAt }, ...recent.filter((entry) => entry.path !== path)].slice(0, MOST);

export const notebookName = (path: string): string => basename(path, extname(path));

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
