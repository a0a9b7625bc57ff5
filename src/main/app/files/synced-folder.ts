/**
 * Folders that another program copies elsewhere while we write in them. What they copy can be half a notebook, and what
 * they bring back takes the place of the open one; so a person is told once.
 */
import { basename, dirname, extname, sep } from 'node:path';

/** Names of folders as the sync programs make them, and what a person calls the program. */
const PROGRAMS: readonly (readonly [folder: RegExp, program: string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( - .+|-.+)?$/i, 'OneDrive'],
  [/^(Google Drive|GoogleDrive|My Drive|GoogleDrive-.+)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^(Nextcloud|ownCloud)\d*$/i, 'Nextcloud'],
  [/^(Box|Box Sync)$/i, 'Box'],
  [/^(Syncthing|Sync)$/i, 'a sync program'],
  [/^(坚果云|Nutstore( Files)?|我的坚果云)$/i, 'Nutstore'],
  [/^(百度网盘|BaiduNetdisk|BaiduSyncdisk)$/i, 'Baidu'],
];

/** The program that syncs the folder of `path`, as its folder's name tells; null where none is known. */
export function syncedBy(path: string): string | null {
  const folders = dirname(path).split(sep);
  return PROGRAMS.find(([folder]) => folders.some((name) => folder.test(name)))?.[1] ?? null;
}

/** What sync programs write into the name of the copy that lost. */
const CONFLICT = /conflict(ed)?\b|\bin Konflikt\b|冲突|sync-conflict|\(\d+\)$/i;

/** Of the names in its folder, those that a sync program made of the notebook when two changed it at once. */
export function conflictCopies(path: string, names: readonly string[]): readonly string[] {
  const ending = extname(path);
  const stem = basename(path, ending);
  return names.filter(
    (name) =>
      name !== basename(path) &&
      name.startsWith(stem) &&
      extname(name) === ending &&
      CONFLICT.test(basename(name, ending).slice(stem.length)),
  );
}
