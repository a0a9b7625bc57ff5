/** The grid of a view: its layout is kept on this machine under a key, and what goes wrong in it is a toast. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { getPref, setPref } from '../../app/prefs';
import { showToast } from '../../app/state/toasts';
import { DataGrid, type DataGridProps } from '../../kit/grid/DataGrid';
import { type GridLayout, parseLayout } from '../../kit/grid/data/layout';
import { gridDrafts } from './grid-drafts';
import { refusalOf } from './refusal';

/** A layout is saved when the person has stopped dragging. */
const LAYOUT_SETTLES_MS = 200;

const prefKey = (layoutKey: string) => `grid.${layoutKey}`;
const isGridLayout = (value: unknown): value is GridLayout => parseLayout(value) !== null;
const showProblem = (text: string): void => showToast({ kind: 'error', text });

interface Props<Row, Set extends object>
  extends Omit<DataGridProps<Row, Set>, 'storedLayout' | 'onProblem' | 'refusalOf' | 'drafts'> {
  /** Names the layout in the preferences. */
  readonly layoutKey: string;
}

export function ViewGrid<Row, Set extends object>({ layoutKey, onLayout, ...props }: Props<Row, Set>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const storedLayout = useCallback(
    () => getPref<GridLayout | null>(prefKey(layoutKey), null, isGridLayout),
    [layoutKey],
  );
  const drafts = useMemo(() => gridDrafts(layoutKey), [layoutKey]);
  const keep = (layout: GridLayout): void => {
    onLayout?.(layout);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPref(prefKey(layoutKey), layout), LAYOUT_SETTLES_MS);
  };
  const own = { storedLayout, drafts, onLayout: keep, onProblem: showProblem, refusalOf };
  return <DataGrid {...props} {...own} key={layoutKey} />;
}
