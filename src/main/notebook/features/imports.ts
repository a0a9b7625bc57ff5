/** Looking over an import and committing exactly what was shown. */
import { TieoutError } from '../../../contract/errors';
import type { Recorder } from '../../storage/recorder';
import type { Context, NotebookHandlers } from '../context/context';
import { commitImport } from '../imports/document/commit';
import type { PendingImport } from '../imports/pending';
import { chosenVersion } from '../imports/document/versions';
import { commitSources, type SourceChoices } from '../imports/sources/commit';
import { commitTable } from '../imports/table/commit';
import { watchChanges, watchList } from '../figures/watch-list';
import { readOtherwise } from '../imports/document/whole';
import { remapTable } from '../imports/table/plan';

export const importFeature = {
  'import.plan': ({ imports }, { id }) => imports.current(id).plan,

  'import.commit': (context, { id, revision, sources, replaces, remember }) => {
    const pending = context.imports.get(id);
    const seen = revision ?? pending.plan.revision;
    if (seen !== context.revision() || pending.plan.revision !== seen) {
      throw new TieoutError(
        'E_STALE',
        'The notebook has changed since this plan was made. Check the plan again: it has been updated.',
      );
    }
    const before = watchList(context.db);
    const done = context.command(
      `Import “${pending.plan.title}”`,
      (tx) => write(tx, context, pending, { sources, replaces, remember: remember ?? null }),
      {
        kind: 'import',
      },
    );
    context.imports.discard(id);
    return { revision: done.revision, ...done.value, watch: watchChanges(before, watchList(context.db)) };
  },

  'import.remap': (context, { id, use }) => {
    const pending = context.imports.get(id);
    if (pending.kind !== 'table') throw new TieoutError('E_INPUT', 'Only a table can be read with other columns.');
    const pinned = { id: context.newId('i'), revision: context.revision() };
    const again = remapTable(context.db, pending.result, use, pinned);
    context.imports.discard(id);
    context.imports.keep(again);
    return again.plan;
  },

  'import.whole': (context, { id, whole }) => {
    const pending = context.imports.get(id);
    if (pending.kind !== 'document' || pending.plan.whole === null)
      throw new TieoutError('E_INPUT', 'This import left nothing out, so there is nothing to take back in.');
    if (pending.plan.whole === whole) return pending.plan;
    const again = readOtherwise(context.db, pending, { id: context.newId('i'), revision: context.revision() });
    context.imports.discard(id);
    context.imports.keep(again);
    return again.plan;
  },

  'import.discard': ({ imports }, { id }) => {
    imports.discard(id);
    return {};
  },
} satisfies Pick<
  NotebookHandlers,
  'import.plan' | 'import.commit' | 'import.remap' | 'import.whole' | 'import.discard'
>;

interface Choices {
  readonly sources: SourceChoices | undefined;
  readonly remember: string | null;
  readonly replaces: string | null | undefined;
}

/** Gives the id of what was written: the document, or the first of the sources, or the source of a table’s figures. */
function write(
  tx: Recorder,
  context: Context,
  pending: PendingImport,
  { sources, replaces, remember }: Choices,
): { readonly id: string; readonly figures: string[] } {
  switch (pending.kind) {
    case 'document':
      return { id: commitImport(tx, context, pending, chosenVersion(pending.plan, replaces)), figures: [] };
    case 'sources':
      return { id: commitSources(tx, context, pending.result, sources ?? []), figures: [] };
    case 'table':
      return commitTable(tx, context, pending, remember);
  }
}
