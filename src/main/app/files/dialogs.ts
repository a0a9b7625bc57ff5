/** The native dialogs for files, each answering with a path or null. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { FORMAT_GROUPS, FORMAT_NAMES, formatOf } from '../../../core/document/formats';
import { type ExportFormat, exportOf } from '../../../core/report/exports';
import { fileNameFrom } from './file-name';

const IMPORTED = FORMAT_GROUPS.map((name) => {
  const extensions = FORMAT_NAMES.map(formatOf).flatMap((format) => (format.group === name ? format.extensions : []));
  return { name, extensions };
});

const NOTEBOOK = [{ name: 'Tieout notebook', extensions: ['tieout'] }];

/** The path of the notebook chosen; null where the person cancelled. */
export async function askNotebookToOpen(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open notebook',
    filters: NOTEBOOK,
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}

/** `like`: the notebook beside which the new one is offered, under a name of its own. */
export async function askNotebookToMake(
  window: BrowserWindow,
  title = 'New notebook',
  like: string | null = null,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: like === null ? 'Notebook.tieout' : freeName(like),
    filters: NOTEBOOK,
  });
  if (canceled || !filePath) return null;
  return extname(filePath) === '' ? `${filePath}.tieout` : filePath;
}

/** `Name 2.tieout` beside `Name.tieout`: the first that does not stand there yet. */
function freeName(like: string): string {
  const stem = like.replace(/\.tieout$/, '');
  for (let n = 2; ; n += 1) {
    const name = `${stem} ${n}.tieout`;
    if (!existsSync(name)) return name;
  }
}

/** Paths of the files chosen, none where the person cancelled. The filters are those of `core/document/formats.ts`. */
export async function askFilesToImport(window: BrowserWindow): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import',
    filters: [
      { name: 'All files Tieout can import', extensions: IMPORTED.flatMap(({ extensions }) => extensions) },
      ...IMPORTED,
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  return filePaths;
}

/** The folder chosen, as a list of one; none where the person cancelled. */
export async function askFolderToImport(window: BrowserWindow): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import a folder',
    properties: ['openDirectory'],
  });
  return filePaths;
}

/**
 * Where to save an export: `name` is offered as file name with the ending of `format`. Null where the person cancelled or
 * would not have a file replaced.
 */
export async function askWhereToSave(
  window: BrowserWindow,
  name: string,
  format: ExportFormat,
): Promise<string | null> {
  const { label } = exportOf(format);
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title: `Export ${label}`,
    defaultPath: `${fileNameFrom(name)}.${format}`,
    filters: [{ name: label, extensions: [format] }],
  });
  if (canceled || !filePath) return null;
  if (extname(filePath) !== '') return filePath;
  // The dialog asked about the name as it was typed, not about the one with its ending.
  const whole = `${filePath}.${format}`;
  return !existsSync(whole) || (await mayReplace(window, whole)) ? whole : null;
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Tieout',
    message: `${basename(path)} already exists.`,
    detail: 'Replace it with this export?',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** Shows what failed (`title`) and why, with what to do (`message`); resolves when it is closed. */
export async function showFailure(window: BrowserWindow, title: string, message: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'error', title: 'Tieout', message: title, detail: message });
}

/** Says that a damaged notebook was repaired without loss; `kept` is the path of the damaged file. */
export async function showRepaired(window: BrowserWindow, kept: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Tieout',
    message: 'The notebook was damaged and has been repaired. Nothing is lost.',
    detail: `Only the search index, the findings or other derived data were damaged, and they were rebuilt. The damaged file is kept as ${kept}.`,
  });
}

/** True where the person opens a notebook although changes are missing from it; `message` says which. */
export async function mayOpenAsItIs(window: BrowserWindow, message: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Tieout',
    message: 'Changes are missing from this notebook.',
    detail: message,
    buttons: ['Open it as it is', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** `conflicts`: copies that the sync program made of the notebook, which may hold what this one lacks. */
export async function showSyncedFolder(
  window: BrowserWindow,
  program: string,
  conflicts: readonly string[],
): Promise<void> {
  const lines = [
    `${program} syncs this folder. It may copy the notebook while you work in it, or replace it with another copy. Keep the notebook in a local folder and put a backup (File > Back up now) in the synced one.`,
    ...(conflicts.length > 0 ? [`Conflicting copies in the same folder:\n${conflicts.slice(0, 10).join('\n')}`] : []),
  ];
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Tieout',
    message: 'This notebook is in a synced folder.',
    detail: lines.join('\n\n'),
  });
}
