/** What a view can ask of the grid that it shows. Before the grid is made, it holds nothing and does nothing. */
import { EMPTY_LAYOUT, type GridLayout } from './data/layout';
import type { Sheet } from './sheet';

export interface GridHandle<Row> {
  readonly focusRow: (id: string, column?: string) => boolean;
  readonly focusIndex: (index: number, column?: string) => void;
  readonly focusedIndex: () => number | null;
  readonly refresh: () => Promise<void>;
  readonly selectedRows: () => Promise<readonly Row[]>;
  readonly layout: () => GridLayout;
  readonly applyLayout: (layout: GridLayout) => void;
  readonly resetLayout: () => void;
  readonly setFilterRow: (on: boolean) => void;
  readonly setColumnVisible: (id: string, visible: boolean) => void;
  readonly setColumnFrozen: (id: string, frozen: boolean) => void;
  readonly moveColumn: (id: string, by: number) => void;
  readonly refocus: () => void;
  /** Opens find and replace over the grid. */
  readonly find: () => void;
}

export function handleOf<Row, Set extends object>(sheet: {
  readonly current: Sheet<Row, Set> | null;
}): GridHandle<Row> {
  return {
    focusRow: (id, column) => sheet.current?.focusRow(id, column) ?? false,
    focusIndex: (index, column) => sheet.current?.focusIndex(index, column),
    focusedIndex: () => sheet.current?.focusedIndex() ?? null,
    refresh: () => sheet.current?.refresh() ?? Promise.resolve(),
    selectedRows: () => sheet.current?.selectedRows() ?? Promise.resolve([]),
    layout: () => sheet.current?.layout() ?? EMPTY_LAYOUT,
    applyLayout: (layout) => sheet.current?.applyLayout(layout),
    resetLayout: () => sheet.current?.resetLayout(),
    setFilterRow: (on) => sheet.current?.setFilterRow(on),
    setColumnVisible: (id, visible) => sheet.current?.columnActions.setVisible(id, visible),
    setColumnFrozen: (id, frozen) => sheet.current?.columnActions.setFrozen(id, frozen),
    moveColumn: (id, by) => sheet.current?.columnActions.move(id, by),
    refocus: () => sheet.current?.refocus(),
    find: () => sheet.current?.askToFind(),
  };
}
