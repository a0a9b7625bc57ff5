/** Imports from the window: a grant or a paste becomes a job; what follows comes as events. */
import { askFilesToImport, askFolderToImport } from '../files/dialogs';
import type { NotebookWindow } from '../windows/notebook-window';
import type { AppHandlers } from '../../ipc/gate';

type Handlers = Pick<
  AppHandlers<NotebookWindow>,
  'import.pick' | 'import.start' | 'import.cancel' | 'import.grantDropped'
>;

export const importHandlers: Handlers = {
  'import.pick': async ({ folder }, caller) =>
    caller.grants.give(await (folder === true ? askFolderToImport : askFilesToImport)(caller.window)),
  'import.grantDropped': ({ paths }, caller) => caller.grants.give(paths),
  'import.start': async (request, caller) => {
    const notebook = await caller.notebook();
    if ('paste' in request) return { job: caller.imports.start(request, request.title || 'Pasted text', notebook) };
    const { path, name } = caller.grants.take(request.token);
    return { job: caller.imports.start({ file: path, password: request.password }, name, notebook) };
  },
  'import.cancel': ({ job }, caller) => {
    caller.imports.cancel(job);
    return {};
  },
};
