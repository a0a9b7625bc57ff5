/** Opening, making and restoring notebooks from the window: the person picks the file, never the page. */
import { TieoutError } from '../../contract/errors';
import { askNotebookToMake, askNotebookToOpen } from '../app/dialogs';
import type { Prefs } from '../app/prefs';
import type { Workbench } from '../app/workbench';
import type { AppHandlers } from './gate';

type Handlers = Pick<
  AppHandlers<Workbench>,
  | 'notebook.openDialog'
  | 'notebook.newDialog'
  | 'notebook.openRecent'
  | 'notebook.restoreBackup'
  | 'notebook.copies'
  | 'notebook.saveAs'
  | 'notebook.salvage'
>;

export function notebookHandlers(prefs: Prefs): Handlers {
  return {
    'notebook.openDialog': async (_request, bench) => openPicked(bench, await askNotebookToOpen(bench.window), false),
    'notebook.newDialog': async (_request, bench) => openPicked(bench, await askNotebookToMake(bench.window), true),
    'notebook.openRecent': ({ index }, bench) => openPicked(bench, recentAt(prefs, index), false),
    'notebook.restoreBackup': async ({ name }, bench) => {
      await bench.restore(name);
      return { restored: true };
    },
    'notebook.copies': (_request, bench) => bench.copies(),
    'notebook.saveAs': async (_request, bench) => {
      const path = await askNotebookToMake(bench.window, 'Save the notebook as', bench.path());
      if (path === null) return { saved: null };
      await bench.saveAs(path);
      return { saved: path };
    },
    'notebook.salvage': async (_request, bench) => {
      const { path: from } = await bench.copies();
      const path = await askNotebookToMake(bench.window, 'Rescue into a new notebook', from);
      if (path === null) return { saved: null, lost: [] };
      return { lost: await bench.salvage(path), saved: path };
    },
  };
}

async function openPicked(bench: Workbench, path: string | null, create: boolean): Promise<{ opened: boolean }> {
  if (path === null) return { opened: false };
  await bench.open(path, create);
  return { opened: true };
}

function recentAt(prefs: Prefs, index: number): string {
  const entry = prefs.get().recent[index];
  if (!entry) throw new TieoutError('E_NOT_FOUND', 'That notebook is no longer in the list. Open it from its folder.');
  return entry.path;
}
