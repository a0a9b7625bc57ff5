/** Imports from the window: a grant or a paste becomes a job; what follows comes as events. */
import { askFilesToImport, askFolderToImport } from '../app/dialogs';
import type { Workbench } from '../app/workbench';
import type { AppHandlers } from './gate';

type Handlers = Pick<AppHandlers<Workbench>, 'import.pick' | 'import.start' | 'import.cancel' | 'import.grantDropped'>;

export const importHandlers: Handlers = {
  'import.pick': async ({ folder }, bench) =>
    bench.grants.give(await (folder === true ? askFolderToImport : askFilesToImport)(bench.window)),
  'import.grantDropped': ({ paths }, bench) => bench.grants.give(paths),
  'import.start': async (request, bench) => {
    const notebook = await bench.notebook();
    if ('paste' in request) return { job: bench.imports.start(request, request.title || 'Pasted text', notebook) };
    const { path, name } = bench.grants.take(request.token);
    return { job: bench.imports.start({ file: path, password: request.password }, name, notebook) };
  },
  'import.cancel': ({ job }, bench) => {
    bench.imports.cancel(job);
    return {};
  },
};
