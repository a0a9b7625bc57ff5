/** Which figures the view shows: the scope as it holds in this notebook, and the view that the notebook shows first. */
import { type RefObject, useEffect } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { useStore } from '../../../app/state/store';
import { useQuery } from '../../../app/calls/use-query';
import type { GridHandle } from '../../../kit/grid/handle';
import { firstView } from './saved-views';
import { isEverything, type Scope } from './scope';
import { storedScope, scopeIn } from './show';

/** `path` is that of the open notebook; undefined until it has been read. */
export function useScope(path: string | undefined): readonly [Scope, (next: Scope) => void] {
  const scope = scopeIn(useStore(storedScope), path);
  return [scope, (next) => storedScope.set({ scope: next, notebook: path ?? null })];
}

interface First {
  readonly path: string | undefined;
  readonly grid: RefObject<GridHandle<FigureRecord> | null>;
  /** Whether the grid has its first rows: a layout is applied to a grid that shows something. */
  readonly ready: boolean;
  /** Whether the visit asks for the figures of one source: they are then shown in the grid's own layout. */
  readonly ofSource: boolean;
}

/** Applies the view that the notebook shows first, once a notebook, unless another place asked for something else. */
export function useFirstView({ path, grid, ready, ofSource }: First): void {
  const held = useStore(storedScope);
  const { data: views } = useQuery('view.list', path === undefined ? null : { place: 'figures' });
  useEffect(() => {
    if (path === undefined || !views || !ready || held.notebook === path) return;
    const first = firstView(views);
    const asked = held.notebook === null && !isEverything(held.scope);
    storedScope.set({ scope: first && !asked ? first.scope : scopeIn(held, path), notebook: path });
    if (first && !asked && !ofSource) grid.current?.applyLayout(first.layout);
  }, [path, views, ready, held, grid, ofSource]);
}
