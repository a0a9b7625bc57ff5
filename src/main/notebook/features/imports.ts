/** Looking over an import and committing exactly what was shown. */
import { TieoutError } from '../../../contract/errors';
import type { Recorder } from '../../storage/recorder';
import type { Context, NotebookHandlers } from '../context';
import { commitImport } from '../imports/commit';
import type { PendingImport } from '../imports/pending';
import { chosenVersion } from '../imports/versions';
import { commitSources, type SourceChoices } from '../imports/sources-plan';

export const importFeature = {
  'import.plan': ({ imports }, { id }) => imports.get(id).plan,

  'import.commit': (context, { id, sources, replaces }) => {
    const pending = context.imports.get(id);
    if (pending.plan.revision !== context.revision()) {
      throw new TieoutError(
        'E_STALE',
        'The notebook changed since this import was looked over: import the file again to see the plan anew.',
      );
    }
    const done = context.command(
      `Import “${pending.plan.title}”`,
      (tx) => write(tx, context, pending, { sources, replaces }),
      {
        kind: 'import',
      },
    );
    context.imports.discard(id);
    return { revision: done.revision, id: done.value };
  },

  'import.discard': ({ imports }, { id }) => {
    imports.discard(id);
    return {};
  },
} satisfies Pick<NotebookHandlers, 'import.plan' | 'import.commit' | 'import.discard'>;

interface Choices {
  readonly sources: SourceChoices | undefined;
  readonly replaces: string | null | undefined;
}

/** Gives the id of what was written: the document, or the first of the sources. */
function write(tx: Recorder, context: Context, pending: PendingImport, { sources, replaces }: Choices): string {
  switch (pending.kind) {
    case 'document':
      return commitImport(tx, context, pending, chosenVersion(pending.plan, replaces));
    case 'sources':
      return commitSources(tx, context, pending.result, sources ?? []);
  }
}
