/** The grid library as this product uses it: its modules, its fixed options, and its state as plain layout data. */
import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
} from 'ag-grid-community';
import { type ColumnLayout, type GridLayout, reconcile } from './layout';
import type { GridSort } from './source';
import { gridTheme } from './theme';

ModuleRegistry.registerModules([
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
]);

const PAGE = 200;
/** Pages kept in memory while scrolling: past this the farthest are dropped and read again when needed. */
const PAGES_KEPT = 100;

/** Options that are the same for every grid: rows are asked for in pages, edits only requested, looks are ours. */
export function fixedOptions<Row>(): GridOptions<Row> {
  const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;
  return {
    theme: gridTheme,
    ...(nonce ? { styleNonce: nonce } : {}),
    loadThemeGoogleFonts: false,
    rowModelType: 'infinite',
    cacheBlockSize: PAGE,
    maxBlocksInCache: PAGES_KEPT,
    maintainColumnOrder: true,
    readOnlyEdit: true,
    undoRedoCellEditing: false,
    stopEditingWhenCellsLoseFocus: true,
    suppressStartEditOnTab: true,
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    suppressDragLeaveHidesColumns: true,
    suppressOverlays: ['loading', 'noRows'],
    animateRows: false,
    suppressColumnMoveAnimation: true,
  };
}

/** Sorted columns, first criterion first. */
export function sortOf<Row>(api: GridApi<Row>): readonly GridSort[] {
  return api
    .getColumnState()
    .filter((state) => state.sort === 'asc' || state.sort === 'desc')
    .sort((left, right) => (left.sortIndex ?? 0) - (right.sortIndex ?? 0))
    .map((state) => ({ column: state.colId, descending: state.sort === 'desc' }));
}

/** Words that columns must contain, by column. */
export function filtersOf<Row>(api: GridApi<Row>): Readonly<Record<string, string>> {
  const filters = Object.entries(api.getFilterModel()).map(([id, model]) => [id, containedWords(model)] as const);
  return Object.fromEntries(filters.filter(([, words]) => words !== ''));
}

function containedWords(model: unknown): string {
  if (typeof model !== 'object' || model === null || !('filter' in model)) return '';
  return typeof model.filter === 'string' ? model.filter : '';
}

export function columnsOf<Row>(api: GridApi<Row>): ColumnLayout[] {
  return api.getColumnState().map((state) => ({
    colId: state.colId,
    // A width kept with it would hold the column to the window it was kept in.
    ...(state.flex ? { flex: state.flex } : typeof state.width === 'number' ? { width: state.width } : {}),
    hide: state.hide ?? false,
    pinned: state.pinned ?? null,
    sort: state.sort === 'asc' || state.sort === 'desc' ? state.sort : null,
    sortIndex: state.sortIndex ?? null,
  }));
}

/** Arranges columns and filters as stored, as far as the columns of now allow. */
export function arrange<Row>(api: GridApi<Row>, stored: GridLayout, ids: readonly string[]): void {
  const layout = reconcile(stored, ids);
  const state = layout.columns.map((column) => ({
    colId: column.colId,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.flex ? { flex: column.flex } : {}),
    hide: column.hide ?? false,
    pinned: column.pinned ?? null,
    sort: column.sort ?? null,
    sortIndex: column.sortIndex ?? null,
  }));
  api.applyColumnState({ state, applyOrder: true });
  const filters = Object.entries(layout.filters);
  api.setFilterModel(
    Object.fromEntries(filters.map(([id, filter]) => [id, { filterType: 'text', type: 'contains', filter }])),
  );
}
