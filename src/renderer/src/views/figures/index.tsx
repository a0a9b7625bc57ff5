/** Figures: the editable grid of everything quantitative in the notebook, and one entity's figures as a table. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { call } from '../../app/client';
import { dispatch, useCommands } from '../../app/commands';
import { open, settle, usePlace } from '../../app/navigation';
import { isBoolean, isString, usePref } from '../../app/prefs';
import { start } from '../../app/run';
import { createStore, useStore } from '../../app/store';
import { useQuery } from '../../app/use-query';
import { readRow } from '../../../../core/table/typed-row';
import { Button } from '../../kit/Button';
import { Chip } from '../../kit/Chip';
import { plural } from '../../kit/format';
import { ColumnsMenu } from '../../kit/grid/ColumnsMenu';
import type { GridHandle } from '../../kit/grid/DataGrid';
import type { SelectionInfo } from '../../kit/grid/selection';
import { Inspector } from '../shared/inspector/Inspector';
import { EmptyState, ErrorState } from '../../kit/States';
import { KeptGrid } from '../shared/KeptGrid';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { figureColumns } from './columns';
import { figureName } from './drafts';
import { GroupList } from './GroupList';
import { NewFigure } from './NewFigure';
import { Offer } from './Offer';
import { PivotTable } from './PivotTable';
import { firstView, SavedViews } from './SavedViews';
import { figureItems } from './figure-items';
import { columnChips } from './column-chips';
import { EVERYTHING, figureSource, isEverything, type Scope } from './scope';
import { heldScope, scopeIn } from './show';
import { ScopeBar } from './ScopeBar';
import { SelectionSums } from './SelectionSums';
import { removeFigures, revealFigure, useFigureEdits } from './use-figures';
import './figures.css';

const isLayoutName = (value: unknown): value is 'grid' | 'pivot' => isString(value) && /^(grid|pivot)$/.test(value);
const idOf = (figure: FigureRecord) => figure.id;
const QUICK_SETTLES_MS = 150;
const NO_SELECTION: SelectionInfo = { rows: 0, columns: 0, columnIds: [] };

export default function FiguresView() {
  const { place, serial } = usePlace('figures');
  const info = useQuery('notebook.info', {});
  const summary = useQuery('audit.summary', {});
  const documents = useQuery('document.list', {});
  const sources = useQuery('source.list', {});
  const held = useStore(heldScope);
  const path = info.data?.path;
  const scope = scopeIn(held, path);
  const setScope = (next: Scope) => heldScope.set({ scope: next, notebook: path ?? null });
  const [layout, setLayout] = usePref<'grid' | 'pivot'>('figures.layout', 'grid', isLayoutName);
  const [inspecting, setInspecting] = usePref('figures.inspector', true, isBoolean);
  const [focused, setFocused] = useState<string | null>(place?.figure ?? null);
  const [creating, setCreating] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const [selected, setSelected] = useState<SelectionInfo>(NO_SELECTION);
  const [filters, setFilters] = useState<Readonly<Record<string, string>>>({});
  const grid = useRef<GridHandle<FigureRecord>>(null);
  const quick = useRef<HTMLInputElement>(null);
  const edits = useFigureEdits();

  const source = useMemo(() => figureSource(scope, (request) => call('figure.page', request)), [scope]);
  // Asked when a cell is drawn, so that a renamed document needs no new columns.
  const [titles] = useState(() => createStore<ReadonlyMap<string, string>>(new Map()));
  useLayoutEffect(
    () => titles.set(new Map(documents.data?.map(({ id, title }) => [id, title]))),
    [titles, documents.data],
  );
  const columns = useMemo(() => figureColumns((id) => titles.get().get(id) ?? ''), [titles]);

  // The view that the notebook shows first, once a notebook, unless something else was asked for.
  const views = useQuery('view.list', path === undefined ? null : { place: 'figures' });
  useEffect(() => {
    if (path === undefined || !views.data || total === null || held.notebook === path) return;
    const first = firstView(views.data);
    const asked = held.notebook === null && !isEverything(held.scope);
    heldScope.set({ scope: first && !asked ? first.scope : scope, notebook: path });
    if (first && !asked && place?.source === undefined) grid.current?.applyLayout(first.layout);
  }, [path, views.data, total, held, scope, place]);
  useAsked(place?.source, serial, (id) => {
    setScope({ ...EVERYTHING, source: id });
    // Asked for once: coming back later shows what was picked since.
    settle({ view: 'figures', figure: place?.figure });
  });
  // Asked for by search, the Reader or a finding: shown even where the current scope leaves it out.
  const [awaited, setAwaited] = useState<string | null>(null);
  useAsked(place?.figure, serial, (id) => {
    const show = async () => {
      if (!grid.current || layout === 'pivot' || (await revealFigure(grid.current, source, id))) return;
      setScope(EVERYTHING);
      setAwaited(id);
    };
    start(show());
  });
  useEffect(() => {
    if (awaited === null || !isEverything(scope) || !grid.current) return;
    start(revealFigure(grid.current, source, awaited).then(() => setAwaited(null)));
  }, [awaited, scope, source]);

  const removeSelected = async () => removeFigures((await grid.current?.selectedRows()) ?? []);
  useCommands([
    { id: 'figures.new', label: 'New figure…', group: 'Figures', keys: ['Ctrl+Shift+F'], run: () => setCreating(true) },
    {
      id: 'figures.delete',
      label: 'Delete the selected figures',
      group: 'Figures',
      keys: ['Ctrl+-'],
      run: removeSelected,
    },
    {
      id: 'figures.quick',
      label: 'Filter figures by words',
      group: 'Figures',
      keys: ['Ctrl+F'],
      run: () => quick.current?.focus(),
    },
    {
      id: 'figures.filters',
      label: 'Filter row',
      group: 'Figures',
      keys: ['Ctrl+Shift+L'],
      run: () => toggleFilters(grid.current),
    },
    {
      id: 'figures.layout',
      label: layout === 'grid' ? 'Figures as a table by period' : 'Figures as a grid',
      group: 'Figures',
      run: () => setLayout(layout === 'grid' ? 'pivot' : 'grid'),
    },
  ]);

  const focus = (figure: FigureRecord | null) => {
    if (!figure) return;
    setFocused(figure.id);
    settle({ view: 'figures', figure: figure.id });
  };
  // A table is of one entity: the one with the most figures until the person picks.
  const pivoted = { ...scope, entity: scope.entity ?? largestEntity(summary.data?.byEntity ?? []) };
  const ready = info.data !== undefined && (layout === 'pivot' ? summary.data !== undefined : total !== null);
  if (info.error) {
    return (
      <ViewRoot view="figures" label="Figures" ready>
        <ErrorState error={info.error} />
      </ViewRoot>
    );
  }
  const names = {
    document: (id: string) => documents.data?.find((one) => one.id === id)?.title ?? 'A document',
    source: (id: string) => sources.data?.find((one) => one.id === id)?.formatted ?? 'a source',
  };
  return (
    <ViewRoot view="figures" label="Figures" ready={ready}>
      <Bar title="Figures">
        <Chip>{countOf(layout === 'grid' ? total : (summary.data?.figures ?? null))}</Chip>
        <div className="segments" role="group" aria-label="Layout">
          <Button aria-pressed={layout === 'grid'} onClick={() => setLayout('grid')}>
            Grid
          </Button>
          <Button aria-pressed={layout === 'pivot'} onClick={() => setLayout('pivot')}>
            By period
          </Button>
        </div>
        <QuickFilter inputRef={quick} value={scope.quick} onChange={(words) => setScope({ ...scope, quick: words })} />
        <span className="grow" />
        {layout === 'grid' && (
          <>
            <Button onClick={() => toggleFilters(grid.current)}>Filter</Button>
            <ColumnsMenu grid={grid} columns={columns} />
            <SavedViews
              current={() => ({
                layout: grid.current?.layout() ?? { columns: [], filters: {}, filterRow: false },
                scope,
              })}
              onApply={(state) => {
                setScope(state.scope);
                grid.current?.applyLayout(state.layout);
              }}
            />
          </>
        )}
        <Button
          icon="import"
          title="Import cells copied from a spreadsheet as figures"
          onClick={() => dispatch('import.range')}
        >
          Import range…
        </Button>
        <Button icon="plus" onClick={() => setCreating(true)}>
          New figure
        </Button>
        <Button
          icon="panel"
          look="quiet"
          className="button-icon"
          aria-label="Inspector"
          title="Inspector"
          aria-pressed={inspecting}
          onClick={() => setInspecting(!inspecting)}
        />
      </Bar>
      <ScopeBar
        scope={scope}
        pivoted={layout === 'pivot' ? pivoted.entity : null}
        names={names}
        summary={summary.data}
        onScope={setScope}
        filters={layout === 'grid' ? columnChips(columns, filters) : []}
        onUnfilter={(column) => grid.current && dropFilter(grid.current, column)}
      />
      <div className="figures-body">
        <GroupList summary={summary.data} scope={scope} onScope={setScope} />
        <section className="figures-main pane" aria-label={layout === 'grid' ? 'Grid' : 'Table by period'}>
          {layout === 'grid' ? (
            <KeptGrid<FigureRecord, FigureEdit>
              ref={grid}
              label="Figures"
              columns={columns}
              idOf={idOf}
              source={source}
              revision={`${info.data?.path ?? ''} ${info.data?.revision ?? 0}`}
              layoutKey="figures"
              onEdit={edits.edit}
              nameOf={figureName}
              readNew={readRow}
              menuItems={() => figureItems(grid.current)}
              onFocus={focus}
              onOpen={openQuote}
              onTotal={setTotal}
              onSelection={setSelected}
              onLayout={({ filters }) => setFilters(filters)}
              empty={<NoFigures scoped={!isEverything(scope)} onClear={() => setScope(EVERYTHING)} />}
            />
          ) : (
            <PivotTable scope={pivoted} selected={focused} onSelect={focus} onOpen={openQuote} />
          )}
          {layout === 'grid' && (
            <SelectionSums grid={grid} selection={selected} revision={String(info.data?.revision ?? 0)} />
          )}
          {edits.offer && (
            <Offer
              offer={edits.offer}
              onApply={() => start(edits.applyOffer())}
              onShow={() => edits.offer && setScope(likeScope(edits.offer.like))}
              onDismiss={edits.dismissOffer}
            />
          )}
        </section>
        {inspecting && (
          <aside className="figures-inspector pane" aria-label="Inspector">
            {focused === null ? (
              <EmptyState title="No figure selected">
                Pick a figure: its quote, its class and why, its checks stand here.
              </EmptyState>
            ) : (
              <Inspector figure={focused} />
            )}
          </aside>
        )}
      </div>
      {creating && (
        <NewFigure
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            setFocused(id);
            open({ view: 'figures', figure: id });
          }}
        />
      )}
    </ViewRoot>
  );
}

function dropFilter(grid: GridHandle<FigureRecord>, column: string): void {
  const layout = grid.layout();
  const { [column]: _gone, ...filters } = layout.filters;
  grid.applyLayout({ ...layout, filters });
}

const countOf = (figures: number | null) => (figures === null ? '…' : plural(figures, 'figure'));

function largestEntity(entities: readonly { readonly entity: string; readonly figures: number }[]): string | null {
  return entities.toSorted((left, right) => right.figures - left.figures)[0]?.entity ?? null;
}

/** Acts once on each visit that asks for something; the serial tells a new visit of the same place from a redrawing. */
function useAsked(id: string | undefined, serial: number, act: (id: string) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (id !== undefined) latest.current(id);
    // Settling on another row changes `id` but is no new visit.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [serial]);
}

function openQuote(figure: FigureRecord): void {
  if (!figure.place) return;
  const { document, start: from, end } = figure.place;
  open({ view: 'reader', document, start: from, end, figure: figure.id });
}

function toggleFilters(grid: GridHandle<FigureRecord> | null): void {
  grid?.setFilterRow(!grid.layout().filterRow);
}

function likeScope(like: readonly FigureRecord[]): Scope {
  return { ...EVERYTHING, ids: { label: plural(like.length, 'like figure'), list: like.map(({ id }) => id) } };
}

interface QuickProps {
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

/** Typing settles before the notebook is asked, so that each letter does not throw the rows away. */
function QuickFilter({ inputRef, value, onChange }: QuickProps) {
  const [words, setWords] = useState(value);
  const [shown, setShown] = useState(value);
  // Changed from outside (a saved view, "show everything").
  if (shown !== value) {
    setShown(value);
    setWords(value);
  }
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => onChange(words), QUICK_SETTLES_MS);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <input
      ref={inputRef}
      className="input figures-quick"
      type="search"
      value={words}
      placeholder="Filter by words"
      aria-label="Filter figures by words"
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && words !== '') setWords('');
      }}
    />
  );
}

function NoFigures({ scoped, onClear }: { readonly scoped: boolean; readonly onClear: () => void }) {
  if (scoped) {
    return (
      <EmptyState icon="figures" title="No figure fits" actions={<Button onClick={onClear}>Show every figure</Button>}>
        Nothing in this notebook fits what is picked and filtered here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="figures"
      title="No figures yet"
      actions={<Button onClick={() => open({ view: 'library' })}>Go to the library</Button>}
    >
      Import a note, an article or a filing: every quantity in it lands here with its quote, its class and its
      citations. Or type figures of your own with New figure.
    </EmptyState>
  );
}
