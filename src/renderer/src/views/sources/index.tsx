/** Sources: everything that can be cited, editable in a grid, with what rests on each, merging, and the bibliography. */
import { searchForm } from '../../../../core/fold';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SourceRecord } from '../../../../contract/records';
import { call } from '../../app/client';
import { useCommands } from '../../app/commands';
import { open, settle, usePlace } from '../../app/navigation';
import { overlay } from '../../app/overlays';
import { run, start } from '../../app/run';
import { tracked } from '../../app/save-state';
import { createStore } from '../../app/store';
import { showToast } from '../../app/toasts';
import { offerUndo } from '../../app/undo';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { Chip } from '../../kit/Chip';
import { plural } from '../../kit/format';
import { ColumnsMenu } from '../../kit/grid/ColumnsMenu';
import type { GridHandle } from '../../kit/grid/DataGrid';
import type { RowEdit } from '../../kit/grid/edits';
import { memorySource } from '../../kit/grid/source';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { KeptGrid } from '../shared/KeptGrid';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { Bibliography } from './Bibliography';
import { SOURCE_COLUMNS } from './columns';
import type { SourceSet } from './typed-field';
import { likelyDuplicates } from './merge';
import { MergeDialog } from './MergeDialog';
import { SourceDetail } from './SourceDetail';
import { sourceName } from './drafts';
import { sourceEdit } from './source-edit';
import '../shared/cards.css';
import './sources.css';

const NOTHING: readonly SourceRecord[] = [];
const idOf = (source: SourceRecord) => source.id;

export default function SourcesView() {
  const { place, serial } = usePlace('sources');
  const list = useQuery('source.list', {});
  const info = useQuery('notebook.info', {});
  const [words, setWords] = useState('');
  const [focused, setFocused] = useState<string | null>(place?.source ?? null);
  const [merging, setMerging] = useState<readonly SourceRecord[] | null>(null);
  const [pane, setPane] = useState<'source' | 'bibliography'>('source');
  const grid = useRef<GridHandle<SourceRecord>>(null);
  const search = useRef<HTMLInputElement>(null);
  const sources = list.data ?? NOTHING;
  // Before the grid's own effects, which read the rows again when the sources have changed.
  const [live] = useState(() => createStore<readonly SourceRecord[]>(NOTHING));
  useLayoutEffect(() => live.set(sources), [live, sources]);
  const source = useMemo(() => memorySource(() => fitting(live.get(), words), SOURCE_COLUMNS, idOf), [live, words]);
  const current = sources.find(({ id }) => id === focused) ?? null;
  const duplicates = useMemo(() => likelyDuplicates(sources), [sources]);

  const shownFor = useRef<number | null>(null);
  useEffect(() => {
    if (place?.source === undefined || shownFor.current === serial || sources.length === 0) return;
    shownFor.current = serial;
    setFocused(place.source);
    grid.current?.focusRow(place.source);
  }, [place, serial, sources]);

  const picked = async () => (await grid.current?.selectedRows()) ?? [];
  const add = async () => {
    const made = await run('source.create', { csl: { type: 'webpage', title: 'New source' } });
    if (!made) return;
    setWords('');
    await grid.current?.refresh();
    setFocused(made.id);
    grid.current?.focusRow(made.id, 'title');
  };
  const remove = async () => {
    const chosen = await picked();
    if (chosen.length === 0) return;
    const done = await run('source.remove', { ids: chosen.map(idOf) });
    if (!done) return;
    const rested = chosen.reduce((sum, one) => sum + one.figures, 0);
    const lost = rested > 0 ? `; ${plural(rested, 'figure')} lost a citation` : '';
    offerUndo(`Removed ${plural(chosen.length, 'source')}${lost}.`, done);
  };
  const merge = async () => {
    const chosen = await picked();
    if (chosen.length > 1) setMerging(chosen);
    else
      showToast({
        kind: 'error',
        text: 'Select two or more sources first: Shift and the arrow keys, or Shift and click.',
      });
  };
  const edit = async (edits: readonly RowEdit<SourceSet>[]) => {
    await tracked(call('source.update', { edits: edits.map(sourceEdit) }), true);
  };
  useCommands([
    { id: 'sources.add', label: 'New source', group: 'Sources', run: add },
    { id: 'sources.remove', label: 'Remove the selected sources', group: 'Sources', keys: ['Ctrl+-'], run: remove },
    { id: 'sources.merge', label: 'Merge the selected sources…', group: 'Sources', keys: ['Ctrl+M'], run: merge },
    {
      id: 'sources.filter',
      label: 'Filter sources by words',
      group: 'Sources',
      keys: ['Ctrl+F'],
      run: () => search.current?.focus(),
    },
  ]);

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
      <Bar title="Sources">
        <Chip>{plural(sources.length, 'source')}</Chip>
        <input
          ref={search}
          className="input sources-words"
          type="search"
          placeholder="Filter by words"
          aria-label="Filter sources by words"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {duplicates[0] && (
          <Button look="quiet" className="sources-alike" onClick={() => setMerging(duplicates[0] ?? null)}>
            {plural(duplicates.length, 'group looks', 'groups look')} alike: merge…
          </Button>
        )}
        <span className="grow" />
        <ColumnsMenu grid={grid} columns={SOURCE_COLUMNS} />
        <Button onClick={() => start(merge())}>Merge…</Button>
        <Button icon="trash" onClick={() => start(remove())}>
          Remove
        </Button>
        <Button onClick={() => overlay.set({ kind: 'export', what: { notebook: true }, sourcesOnly: true })}>
          Export…
        </Button>
        <Button icon="plus" onClick={() => start(add())}>
          New source
        </Button>
      </Bar>
      <div className="sources-body">
        <section className="pane sources-main" aria-label="List of sources">
          <KeptGrid<SourceRecord, SourceSet>
            ref={grid}
            label="Sources"
            columns={SOURCE_COLUMNS}
            idOf={idOf}
            source={source}
            revision={revisionOf(info.data?.path, sources)}
            layoutKey="sources"
            onEdit={edit}
            nameOf={sourceName}
            onFocus={(row) => {
              if (!row) return;
              setFocused(row.id);
              settle({ view: 'sources', source: row.id });
            }}
            onOpen={(row) => row.document !== null && open({ view: 'reader', document: row.document })}
            empty={<NoSources any={sources.length > 0} onAll={() => setWords('')} />}
          />
        </section>
        <aside className="pane sources-side" aria-label="Details">
          <div className="bar">
            <div className="tabs" role="group" aria-label="What is shown">
              <button type="button" aria-pressed={pane === 'source'} onClick={() => setPane('source')}>
                Source
              </button>
              <button type="button" aria-pressed={pane === 'bibliography'} onClick={() => setPane('bibliography')}>
                Bibliography
              </button>
            </div>
          </div>
          {pane === 'bibliography' && <Bibliography sources={sources} onPick={(id) => grid.current?.focusRow(id)} />}
          {pane === 'source' && current && <SourceDetail source={current} />}
          {pane === 'source' && !current && (
            <EmptyState title="No source selected">
              Pick a source: how it will be cited and what rests on it stand here.
            </EmptyState>
          )}
        </aside>
      </div>
      {merging && (
        <MergeDialog
          sources={merging}
          onClose={() => setMerging(null)}
          onMerged={(id) => {
            setMerging(null);
            setFocused(id);
          }}
        />
      )}
    </ViewRoot>
  );
}

/** Changes whenever a source does: the grid then reads its rows again in place. */
function revisionOf(path: string | undefined, sources: readonly SourceRecord[]): string {
  return `${path ?? ''} ${JSON.stringify(sources)}`;
}

function fitting(sources: readonly SourceRecord[], words: string): readonly SourceRecord[] {
  const wanted = searchForm(words.trim());
  if (wanted === '') return sources;
  return sources.filter((source) =>
    [source.formatted, source.csl.title ?? '', source.csl.URL ?? '', ...source.markers].some((text) =>
      searchForm(text).includes(wanted),
    ),
  );
}

function NoSources({ any, onAll }: { readonly any: boolean; readonly onAll: () => void }) {
  if (any) {
    return (
      <EmptyState icon="sources" title="No source fits" actions={<Button onClick={onAll}>Show every source</Button>}>
        Nothing here contains these words.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="sources" title="No sources yet">
      The markers of an imported document become sources here. Fill in title, publisher and date, and merge those that
      are one; or add your own with New source.
    </EmptyState>
  );
}
