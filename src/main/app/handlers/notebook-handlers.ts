/** Opening, making and restoring notebooks from the window: the person picks the file, never the page. */
import { TieoutError } from '../../../contract/errors';
import { askNotebookToMake, askNotebookToOpen } from '../files/dialogs';
import type { Prefs } from '../settings/prefs';
import type { NotebookWindow } from '../windows/notebook-window';
import type { AppHandlers } from '../../ipc/gate';

type Handlers = Pick<
  AppHandlers<NotebookWindow>,
  | 'notebook.openDialog'
  | 'notebook.newDialog'
  | 'notebook.openRecent'
  | 'notebook.restoreBackup'
  | 'notebook.copies'
  | 'notebook.saveAs'
  | 'notebook.salvage'
>;

/**
 * Each answers once the notebook is open or the dialog was cancelled; errors as of opening a notebook. `openRecent` throws
 * `E_NOT_FOUND` for an index that is not in the list.
 */
export function notebookHandlers(prefs: Prefs): Handlers {
  return {
    'notebook.openDialog': async (_request, caller) =>
      openPicked(caller, await askNotebookToOpen(caller.window), false),
    'notebook.newDialog': async (_request, caller) => openPicked(caller, await askNotebookToMake(caller.window), true),
    'notebook.openRecent': ({ index }, caller) => openPicked(caller, recentAt(prefs, index), false),
    'notebook.restoreBackup': async ({ name }, caller) => {
      await caller.restore(name);
      return { restored: true };
    },
    'notebook.copies': (_request, caller) => caller.copies(),
    'notebook.saveAs': async (_request, caller) => {
      const path = await askNotebookToMake(caller.window, 'Save the notebook as', caller.path());
      if (path === null) return { saved: null };
      await caller.saveAs(path);
      return { saved: path };
    },
    'notebook.salvage': async (_request, caller) => {
      const { path: from } = await caller.copies();
      const path = await askNotebookToMake(caller.window, 'Rescue into a new notebook', from);
      if (path === null) return { saved: null, lost: [] };
      return { lost: await caller.salvage(path), saved: path };
    },
  };
}

async function openPicked(caller: NotebookWindow, path: string | null, create: boolean): Promise<{ opened: boolean }> {
  if (path === null) return { opened: false };
  await caller.open(path, create);
  return { opened: true };
}

function recentAt(prefs: Prefs, index: number): string {
  const entry = prefs.get().recent[index];
  if (!entry) throw new TieoutError('E_NOT_FOUND', 'That notebook is no longer in the list. Open it from its folder.');
  return entry.path;
}
