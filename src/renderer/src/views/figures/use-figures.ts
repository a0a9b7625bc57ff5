/** The state of the Figures view: what is shown and how, the figure in focus, and the grid with what it was asked to show. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { FigureRecord } from '../../../../contract/records';
import { call } from '../../app/calls/client';
import { type PlaceOf, settle, usePlace } from '../../app/state/navigation';
import { isBoolean, isString, usePref } from '../../app/prefs';
import { start } from '../../app/calls/run';
import type { GridHandle } from '../../kit/grid/handle';
import type { RowSource } from '../../kit/grid/data/source';
import { useVisitTarget } from '../shared/use-visit-target';
import type { FigureColumn } from './grid/columns';
import { revealFigure } from './grid/reveal';
import { EVERYTHING, figureSource, isEverything, type Scope } from './scope/scope';
import { useFigureColumns } from './grid/use-columns';
import { useFirstView, useScope } from './scope/use-scope';

/** A grid of rows, or one entity's figures as a table by period. */
export type Layout = 'grid' | 'pivot';

export interface FiguresState {
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly layout: Layout;
  readonly setLayout: (layout: Layout) => void;
  /** The table by period is of all entities where none is picked. */
  readonly pivotsAll: boolean;
  readonly setPivotsAll: (all: boolean) => void;
  readonly inspecting: boolean;
  readonly setInspecting: (shown: boolean) => void;
  /** Id of the figure in the inspector. */
  readonly focused: string | null;
  readonly setFocused: (id: string) => void;
  readonly focus: (figure: FigureRecord | null) => void;
  readonly creating: boolean;
  readonly setCreating: (shown: boolean) => void;
  /** Rows of the grid under its scope and filters; null until they were counted. */
  readonly total: number | null;
  readonly setTotal: (total: number) => void;
  /** The texts of the filter row, by column. */
  readonly filters: Readonly<Record<string, string>>;
  readonly setFilters: (filters: Readonly<Record<string, string>>) => void;
  readonly columns: readonly FigureColumn[];
  readonly source: RowSource<FigureRecord>;
  readonly grid: RefObject<GridHandle<FigureRecord> | null>;
  /** The box of the quick filter. */
  readonly quick: RefObject<HTMLInputElement | null>;
}

const isLayout = (value: unknown): value is Layout => isString(value) && /^(grid|pivot)$/.test(value);

/** `path` is that of the open notebook; undefined until it has been read. */
export function useFigures(path: string | undefined): FiguresState {
  const { place, serial } = usePlace('figures');
  const [scope, setScope] = useScope(path);
  const [layout, setLayout] = usePref<Layout>('figures.layout', 'grid', isLayout);
  const [pivotsAll, setPivotsAll] = usePref('figures.pivots-all', false, isBoolean);
  const [inspecting, setInspecting] = usePref('figures.inspector', true, isBoolean);
  const [focused, setFocused] = useState<string | null>(place?.figure ?? null);
  const [creating, setCreating] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  const [filters, setFilters] = useState<Readonly<Record<string, string>>>({});
  const grid = useRef<GridHandle<FigureRecord>>(null);
  const quick = useRef<HTMLInputElement>(null);
  const columns = useFigureColumns();
  const source = useMemo(() => figureSource(scope, (request) => call('figure.page', request)), [scope]);
  useFirstView({ path, grid, ready: total !== null, ofSource: place?.source !== undefined });
  const shown = { scope, setScope, layout, setLayout, pivotsAll, setPivotsAll, source, grid };
  useShowAsked(place, serial, shown);
  const focus = (figure: FigureRecord | null) => {
    if (!figure) return;
    setFocused(figure.id);
    settle({ view: 'figures', figure: figure.id });
  };
  const inspected = { inspecting, setInspecting, focused, setFocused, focus };
  return { ...shown, ...inspected, creating, setCreating, total, setTotal, filters, setFilters, columns, quick };
}

type Shown = Pick<FiguresState, 'scope' | 'setScope' | 'layout' | 'source' | 'grid'>;

/** Shows what search, the Reader or a finding asked for: the figures of a source, or one figure wherever it stands. */
function useShowAsked(place: PlaceOf<'figures'> | null, serial: number, shown: Shown): void {
  const { scope, setScope, layout, source, grid } = shown;
  // A figure that the scope of the visit leaves out: looked for again once everything is shown.
  const [awaited, setAwaited] = useState<string | null>(null);
  const itself = (id: string) => id;
  useVisitTarget(place?.source, serial, itself, (id) => {
    setScope({ ...EVERYTHING, source: id });
    // Asked for once: coming back later shows what was picked since.
    settle({ view: 'figures', figure: place?.figure });
  });
  useVisitTarget(place?.figure, serial, itself, (id) => {
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
  }, [awaited, scope, source, grid]);
}
