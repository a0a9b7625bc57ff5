/** Sources: everything that can be cited, editable in a grid, with what rests on each, merging, and the bibliography. */
import { useMemo } from 'react';
import type { SourceRecord } from '../../../../contract/records';
import { call } from '../../app/calls/client';
import { open } from '../../app/state/navigation';
import { tracked } from '../../app/state/save-state';
import { useQuery } from '../../app/calls/use-query';
import type { RowEdit } from '../../kit/grid/data/edits';
import { ErrorState, Loading } from '../../kit/States';
import { ViewGrid } from '../shared/ViewGrid';
import { ViewRoot } from '../shared/ViewRoot';
import { SOURCE_COLUMNS } from './columns';
import type { SourceSet } from '../../../../core/citation/typed-field';
import { draftName } from './drafts';
import { likelyDuplicates } from './merge';
import { MergeDialog } from './MergeDialog';
import { NoSources } from './NoSources';
import { sourceEdit } from './source-edit';
import { useSourcesCommands } from './sources-commands';
import { SourcesBar } from './SourcesBar';
import { SourcesSide } from './SourcesSide';
import { idOf, type SourcesState, useSources } from './use-sources';
import '../shared/cards.css';
import './sources.css';

export default function SourcesView() {
  const list = useQuery('source.list', {});
  const state = useSources(list.data);
  const { sources } = state;
  const duplicates = useMemo(() => likelyDuplicates(sources), [sources]);
  useSourcesCommands(state);
  if (list.error) {
    return (
      <ViewRoot view="sources" label="Sources" ready>
        <ErrorState error={list.error} />
      </ViewRoot>
    );
  }
  if (!list.data) {
    return (
      <ViewRoot view="sources" label="Sources" ready={false}>
        <Loading />
      </ViewRoot>
    );
  }
  return (
    <ViewRoot view="sources" label="Sources" ready>
      <SourcesBar state={state} duplicates={duplicates} />
      <div className="sources-body">
        <section className="pane sources-main" aria-label="List of sources">
          <SourceGrid state={state} />
        </section>
        <SourcesSide state={state} />
      </div>
      <Merging state={state} />
    </ViewRoot>
  );
}

function SourceGrid({ state }: { readonly state: SourcesState }) {
  const { data: info } = useQuery('notebook.info', {});
  const { sources, rows, grid, focusRow, setWords } = state;
  return (
    <ViewGrid<SourceRecord, SourceSet>
      ref={grid}
      label="Sources"
      columns={SOURCE_COLUMNS}
      idOf={idOf}
      source={rows}
      revision={revisionOf(info?.path, sources)}
      layoutKey="sources"
      onEdit={edit}
      nameOf={draftName}
      onFocus={focusRow}
      onOpen={(row) => row.document !== null && open({ view: 'reader', document: row.document })}
      empty={<NoSources any={sources.length > 0} onAll={() => setWords('')} />}
    />
  );
}

async function edit(edits: readonly RowEdit<SourceSet>[]): Promise<void> {
  await tracked(call('source.update', { edits: edits.map(sourceEdit) }), true);
}

/** Changes whenever a source does: the grid then reads its rows again in place. */
function revisionOf(path: string | undefined, sources: readonly SourceRecord[]): string {
  return `${path ?? ''} ${JSON.stringify(sources)}`;
}

function Merging({ state: { merging, setMerging, setFocused } }: { readonly state: SourcesState }) {
  if (merging === null) return null;
  return (
    <MergeDialog
      sources={merging}
      onClose={() => setMerging(null)}
      onMerged={(id) => {
        setMerging(null);
        setFocused(id);
      }}
    />
  );
}
