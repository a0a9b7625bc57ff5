/** Exports from the window: the person says where, the notebook process says what, a process of its own sets the PDF. */
import { shell } from 'electron';
import { TieoutError } from '../../contract/errors';
import { askWhereToSave } from '../app/dialogs';
import { exportName, makeExport, printFrom, saveWhole } from '../app/exporting';
import type { NotebookWindow } from '../app/notebook-window';
import type { AppHandlers } from './gate';

type Handlers = Pick<AppHandlers<NotebookWindow>, 'export.save' | 'export.preview' | 'export.reveal'>;

/** `typesetter` is the built `typeset-process.js`. */
export function exportHandlers(typesetter: string): Handlers {
  /** Only what was saved here may be shown: the page cannot point the file manager anywhere else. */
  const saved = new Set<string>();
  return {
    'export.save': async (options, caller) => {
      const notebook = await caller.notebook();
      const path = await askWhereToSave(caller.window, await exportName(notebook, options.what), options.format);
      if (path === null) return { saved: null, warnings: [] };
      const { bytes, warnings } = await makeExport(notebook, options, { typesetter });
      saveWhole(path, bytes);
      saved.add(path);
      return { saved: path, warnings };
    },
    'export.preview': async (options, caller) => {
      const { pdf, pages, warnings } = await printFrom(await caller.notebook(), options, { typesetter });
      return { pdf: new Uint8Array(pdf), pages, warnings };
    },
    'export.reveal': ({ path }) => {
      if (!saved.has(path)) throw new TieoutError('E_NOT_FOUND', 'Only a file exported just now can be shown.');
      shell.showItemInFolder(path);
      return {};
    },
  };
}
