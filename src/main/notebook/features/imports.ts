/** Looking over an import and committing exactly what was shown. */
import { TieoutError } from '../../../contract/errors';
import type { NotebookHandlers } from '../context';
import { commitImport } from '../imports/commit';

export const importFeature = {
  'import.plan': ({ imports }, { id }) => imports.get(id).plan,

  'import.commit': (context, { id }) => {
    const pending = context.imports.get(id);
    if (pending.plan.revision !== context.revision()) {
      throw new TieoutError(
        'E_STALE',
        'The notebook changed since this import was looked over: import the file again to see the plan anew.',
      );
    }
    const done = context.command(`Import “${pending.plan.title}”`, (tx) => commitImport(tx, context, pending), {
      kind: 'import',
    });
    context.imports.discard(id);
    return { revision: done.revision, id: done.value };
  },

  'import.discard': ({ imports }, { id }) => {
    imports.discard(id);
    return {};
  },
} satisfies Pick<NotebookHandlers, 'import.plan' | 'import.commit' | 'import.discard'>;
