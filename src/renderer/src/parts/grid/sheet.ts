/**
 * The grid itself: AG Grid drawing rows that it does not own. Edits leave as requests and come back through the row
 * source; ranges, the clipboard and filling are this product's own. Knows nothing of figures, sources or React.
 */
import {
  CellApiModule,
  CellStyleModule,
  type ColDef,
  type Column,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  CustomEditorModule,
  EventApiModule,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  type IGetRowsParams,
  type IRowNode,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TextFilterModule,
} from 'ag-grid-community';
import { TieoutError } from '../../../../contract/errors';
import { fromClipboard, type Matrix, toClipboard } from './clipboard';
import type { GridColumn } from './column';
import { element } from './dom';
import { ChoiceEditor, type EditorHooks, TextEditor } from './editors';
import { type PlacedText, planClear, planFillDown, planPaste, readEdits, type RowEdit } from './edits';
import { actionOf, type GridAction } from './keys';
import { type ColumnLayout, type GridLayout, reconcile } from './layout';
import { type CellKey, Overlay } from './overlay';
import {
  boundsOf,
  type CellAt,
  type CellRange,
  edgesOf,
  everything,
  extendBy,
  extendTo,
  isSingle,
  single,
  sizeOf,
  type Step,
} from './range';
import type { GridSort, PageRequest, RowSource } from './source';
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
/** Rows kept in memory while scrolling: past this the farthest pages are dropped and read again when needed. */
const PAGES_KEPT = 100;
/** Most cells that one paste, fill or deletion may touch: the limit of one command. */
const MOST_ROWS = 20_000;

export interface SheetOptions<Row, Set extends object> {
  /** Said to a screen reader: what the grid holds. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row, Set>[];
  readonly idOf: (row: Row) => string;
  readonly source: RowSource<Row>;
  readonly layout: GridLayout | null;
  /** Sends edits as one command named `label`; rejects with a sentence for a person. */
  readonly onEdit: (edits: readonly RowEdit<Set>[], label: string) => Promise<void>;
  readonly onFocus: (row: Row | null, column: string | null) => void;
  readonly onOpen: (row: Row) => void;
  readonly onLayout: (layout: GridLayout) => void;
  readonly onTotal: (total: number) => void;
  /** What a screen reader should hear and the status line may show. */
  readonly onSelection: (selection: SelectionInfo) => void;
  readonly onProblem: (message: string) => void;
  /** Rows that carry other rows (group heads) are drawn over the whole width and never edited. */
  readonly headOf?: (row: Row) => HTMLElement | null;
}

export interface SelectionInfo {
  readonly rows: number;
  readonly columns: number;
}

type SentCell = CellKey & { readonly text: string };

/** The words of a column's filter, '' where it has none. */
function containedWords(model: unknown): string {
  if (typeof model !== 'object' || model === null || !('filter' in model)) return '';
  return typeof model.filter === 'string' ? model.filter : '';
}

/** The text that the notebook could not read, where its error names one. */
function refusedText(error: unknown): string | null {
  if (!(error instanceof TieoutError) || typeof error.details !== 'object' || error.details === null) return null;
  return 'value' in error.details && typeof error.details.value === 'string' ? error.details.value : null;
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export class Sheet<Row, Set extends object> {
  readonly #options: SheetOptions<Row, Set>;
  readonly #columns: ReadonlyMap<string, GridColumn<Row, Set>>;
  readonly #host: HTMLElement;
  readonly #api: GridApi<Row>;
  readonly #overlay = new Overlay();
  readonly #bubble = element('div', 'grid-problem', [], { role: 'alert', hidden: '' });
  readonly #stop = new AbortController();
  readonly #editable: boolean;
  #source: RowSource<Row>;
  #shown: readonly Column[] = [];
  #range: CellRange | null = null;
  #total = 0;
  #generation = 0;
  #refreshing: Promise<void> | null = null;
  #again = false;
  #filterRow: boolean;
  #quiet = true;
  /** Id of the row last told as focused. */
  #told: string | null = null;

  constructor(host: HTMLElement, options: SheetOptions<Row, Set>) {
    this.#host = host;
    this.#options = options;
    this.#source = options.source;
    this.#filterRow = options.layout?.filterRow ?? false;
    this.#editable = options.columns.some((column) => column.read !== undefined);
    this.#columns = new Map(options.columns.map((column) => [column.id, column]));
    this.#api = createGrid(host, this.#gridOptions());
    if (options.layout) this.applyLayout(options.layout);
    host.append(this.#bubble);
    this.#listen();
    this.#quiet = false;
  }

  destroy(): void {
    this.#stop.abort();
    this.#api.destroy();
    this.#bubble.remove();
  }

  /** Other rows (a new filter): back to the top. */
  setSource(source: RowSource<Row>): void {
    this.#source = source;
    this.#generation += 1;
    this.#setRange(null);
    this.#api.setGridOption('datasource', this.#datasource());
  }

  /**
   * After a change elsewhere: loaded rows are read again where they stand, so that neither scroll nor focus moves and an
   * edited row does not jump away under a sorted column. Only when rows came or went are the pages read anew.
   */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refreshOnce().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Focuses the row with this id where it is loaded; says whether it was. */
  focusRow(id: string, column?: string): boolean {
    const node = this.#api.getRowNode(id);
    if (!node || node.rowIndex === null) return false;
    this.focusIndex(node.rowIndex, column);
    return true;
  }

  focusIndex(index: number, column?: string): void {
    const target = column ?? this.#api.getFocusedCell()?.column.getColId() ?? this.#shown[0]?.getColId();
    if (target === undefined || index < 0 || index >= this.#total) return;
    this.#api.ensureIndexVisible(index, null);
    this.#api.setFocusedCell(index, target);
  }

  /** Row the keyboard stands on, null before the first focus. */
  focusedIndex(): number | null {
    return this.#api.getFocusedCell()?.rowIndex ?? null;
  }

  edit(index: number, column: string): void {
    this.focusIndex(index, column);
    this.#api.startEditingCell({ rowIndex: index, colKey: column });
  }

  selectedRows(): Promise<readonly Row[]> {
    return this.#range ? this.#rowsIn(this.#range) : Promise.resolve([]);
  }

  layout(): GridLayout {
    const columns: ColumnLayout[] = this.#api.getColumnState().map((state) => ({
      colId: state.colId,
      ...(typeof state.width === 'number' ? { width: state.width } : {}),
      hide: state.hide ?? false,
      pinned: state.pinned ?? null,
      sort: state.sort === 'asc' || state.sort === 'desc' ? state.sort : null,
      sortIndex: state.sortIndex ?? null,
    }));
    return { columns, filters: this.#filters(), filterRow: this.#filterRow };
  }

  applyLayout(stored: GridLayout): void {
    const layout = reconcile(
      stored,
      this.#options.columns.map((column) => column.id),
    );
    this.#api.applyColumnState({
      state: layout.columns.map((column) => ({
        colId: column.colId,
        ...(column.width === undefined ? {} : { width: column.width }),
        hide: column.hide ?? false,
        pinned: column.pinned ?? null,
        sort: column.sort ?? null,
        sortIndex: column.sortIndex ?? null,
      })),
      applyOrder: true,
    });
    this.setFilterRow(layout.filterRow);
    this.#api.setFilterModel(
      Object.fromEntries(
        Object.entries(layout.filters).map(([id, filter]) => [id, { filterType: 'text', type: 'contains', filter }]),
      ),
    );
  }

  resetLayout(): void {
    this.#api.resetColumnState();
    this.#api.setFilterModel(null);
    this.setFilterRow(false);
  }

  setFilterRow(on: boolean): void {
    this.#filterRow = on;
    this.#api.setGridOption('columnDefs', this.#columnDefs());
    if (!on) this.#api.setFilterModel(null);
    this.#layoutChanged();
  }

  setColumnVisible(id: string, visible: boolean): void {
    this.#api.setColumnsVisible([id], visible);
  }

  setColumnFrozen(id: string, frozen: boolean): void {
    this.#api.setColumnsPinned([id], frozen ? 'left' : null);
  }

  moveColumn(id: string, by: number): void {
    const order = this.#api.getColumnState().map((state) => state.colId);
    const at = order.indexOf(id);
    if (at >= 0) this.#api.moveColumns([id], Math.max(0, Math.min(order.length - 1, at + by)));
  }

  // ── Making the grid ──────────────────────────────────────────────────────────────────────────

  #gridOptions(): GridOptions<Row> {
    const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce;
    return {
      theme: gridTheme,
      ...(nonce ? { styleNonce: nonce } : {}),
      loadThemeGoogleFonts: false,
      rowModelType: 'infinite',
      datasource: this.#datasource(),
      cacheBlockSize: PAGE,
      maxBlocksInCache: PAGES_KEPT,
      getRowId: ({ data }) => this.#options.idOf(data),
      columnDefs: this.#columnDefs(),
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
      ...this.#headOptions(),
      onCellEditRequest: ({ data, column, newValue }) =>
        this.#commitTyped(data, column.getColId(), String(newValue ?? '')),
      onCellFocused: ({ rowIndex, column }) =>
        this.#onCellFocused(rowIndex, typeof column === 'object' ? column : null),
      onCellDoubleClicked: ({ data, colDef }) => {
        if (data !== undefined && this.#columns.get(colDef.colId ?? '')?.opens) this.#options.onOpen(data);
      },
      onDisplayedColumnsChanged: () => this.#onColumnsShown(),
      onColumnMoved: ({ finished }) => finished && this.#layoutChanged(),
      onColumnResized: ({ finished }) => finished && this.#layoutChanged(),
      onColumnVisible: () => this.#layoutChanged(),
      onColumnPinned: () => this.#layoutChanged(),
      onSortChanged: () => this.#onReordered(),
      onFilterChanged: () => this.#onReordered(),
      onBodyScroll: () => this.#placeBubble(),
      onGridReady: ({ api }) => api.setGridAriaProperty('label', this.#options.label),
    };
  }

  #headOptions(): GridOptions<Row> {
    const { headOf } = this.#options;
    if (!headOf) return {};
    return {
      isFullWidthRow: ({ rowNode }) => rowNode.data !== undefined && headOf(rowNode.data) !== null,
      fullWidthCellRenderer: ({ data }: { data?: Row }) =>
        (data === undefined ? null : headOf(data)) ?? element('span', ''),
    };
  }

  #columnDefs(): ColDef<Row>[] {
    return this.#options.columns.map((column) => this.#columnDef(column));
  }

  #columnDef(column: GridColumn<Row, Set>): ColDef<Row> {
    const editable = column.read !== undefined;
    return {
      colId: column.id,
      headerName: column.title,
      ...(column.hint ? { headerTooltip: column.hint } : {}),
      ...(column.flex === undefined ? { initialWidth: column.width } : { initialFlex: column.flex }),
      minWidth: column.minWidth ?? (column.flex === undefined ? 48 : column.width),
      initialHide: column.hidden ?? false,
      ...(column.frozen ? { initialPinned: 'left' as const } : {}),
      sortable: column.sortable ?? true,
      resizable: true,
      editable,
      ...(column.filterable === false
        ? {}
        : {
            filter: 'agTextColumnFilter',
            filterParams: { filterOptions: ['contains'], maxNumConditions: 1, debounceMs: 150 },
          }),
      floatingFilter: this.#filterRow,
      suppressFloatingFilterButton: true,
      suppressHeaderFilterButton: true,
      suppressHeaderMenuButton: true,
      headerClass: column.align ? `grid-head-${column.align}` : '',
      cellClass: `grid-cell${column.align ? ` grid-${column.align}` : ''}${editable ? '' : ' grid-locked'}`,
      cellClassRules: this.#cellClassRules(),
      valueGetter: ({ data }) => (data === undefined ? '' : this.#textOf(data, column)),
      cellRenderer: ({ data }: { data?: Row }) => this.#draw(data, column),
      cellEditor: column.choices ? ChoiceEditor : TextEditor,
      cellEditorPopup: column.choices !== undefined,
      cellEditorParams: { hooks: this.#editorHooks(column) },
      suppressKeyboardEvent: ({ event, editing }) => !editing && actionOf(event) !== null,
    };
  }

  #cellClassRules(): NonNullable<ColDef<Row>['cellClassRules']> {
    const edge = (rowIndex: number, colId: string | undefined, step: Step) =>
      this.#edges(rowIndex, colId)?.includes(step) ?? false;
    return {
      'grid-in-range': ({ rowIndex, colDef }) => this.#edges(rowIndex, colDef.colId) !== null,
      'grid-edge-up': ({ rowIndex, colDef }) => edge(rowIndex, colDef.colId, 'up'),
      'grid-edge-down': ({ rowIndex, colDef }) => edge(rowIndex, colDef.colId, 'down'),
      'grid-edge-left': ({ rowIndex, colDef }) => edge(rowIndex, colDef.colId, 'left'),
      'grid-edge-right': ({ rowIndex, colDef }) => edge(rowIndex, colDef.colId, 'right'),
      'grid-refused': ({ data, colDef }) => this.#problemOf(data, colDef.colId) !== null,
    };
  }

  #editorHooks(column: GridColumn<Row, Set>): EditorHooks {
    return {
      startText: ({ data }: { data: Row }) => {
        const held = this.#overlay.get({ id: this.#options.idOf(data), column: column.id });
        return held?.text ?? (column.editText ?? column.text)(data);
      },
      label: () => column.title,
      moveBy: ({ rowIndex, column: at }, key) => this.#stepFrom(rowIndex, at.getColId(), key),
      ...(column.choices ? { choices: column.choices } : {}),
    };
  }

  #datasource() {
    const source = this.#source;
    return {
      getRows: (params: IGetRowsParams<Row>) => {
        void source.page(this.#pageRequest(params)).then(
          ({ rows, total }) => {
            this.#setTotal(total);
            params.successCallback([...rows], total);
            this.#tellIfOther();
          },
          (error: unknown) => {
            params.failCallback();
            this.#options.onProblem(messageOf(error));
          },
        );
      },
    };
  }

  #pageRequest(params: IGetRowsParams<Row>): PageRequest {
    const sort: GridSort[] = params.sortModel.map(({ colId, sort }) => ({
      column: colId,
      descending: sort === 'desc',
    }));
    return { start: params.startRow, end: params.endRow, sort, columns: this.#filters() };
  }

  #currentRequest(start: number, end: number): PageRequest {
    const sort = this.#api
      .getColumnState()
      .filter((state) => state.sort === 'asc' || state.sort === 'desc')
      .sort((left, right) => (left.sortIndex ?? 0) - (right.sortIndex ?? 0))
      .map((state) => ({ column: state.colId, descending: state.sort === 'desc' }));
    return { start, end, sort, columns: this.#filters() };
  }

  #filters(): Record<string, string> {
    const filters: Record<string, string> = {};
    for (const [id, model] of Object.entries(this.#api?.getFilterModel() ?? {})) {
      const words = containedWords(model);
      if (words !== '') filters[id] = words;
    }
    return filters;
  }

  #setTotal(total: number): void {
    this.#total = total;
    this.#options.onTotal(total);
  }

  // ── Drawing ──────────────────────────────────────────────────────────────────────────────────

  #textOf(row: Row, column: GridColumn<Row, Set>): string {
    return this.#overlay.get({ id: this.#options.idOf(row), column: column.id })?.text ?? column.text(row);
  }

  #problemOf(row: Row | undefined, column: string | undefined): string | null {
    if (row === undefined || column === undefined) return null;
    return this.#overlay.get({ id: this.#options.idOf(row), column })?.problem ?? null;
  }

  #draw(row: Row | undefined, column: GridColumn<Row, Set>): HTMLElement {
    if (row === undefined) return element('span', 'grid-waiting', [], { 'aria-label': 'Loading' });
    const held = this.#overlay.get({ id: this.#options.idOf(row), column: column.id });
    if (held) {
      const problem: Record<string, string> = held.problem === null ? {} : { title: held.problem };
      return element('span', 'grid-held', [held.text], problem);
    }
    const tip = column.tip?.(row) ?? null;
    const drawn = column.draw?.(row) ?? element('span', 'grid-text', [column.text(row)]);
    if (tip !== null) drawn.title = tip;
    return drawn;
  }

  #redraw(ids?: readonly string[]): void {
    const nodes = ids?.map((id) => this.#api.getRowNode(id)).filter((node) => node !== undefined);
    this.#api.refreshCells({ force: true, suppressFlash: true, ...(nodes ? { rowNodes: nodes } : {}) });
    this.#placeBubble();
  }

  async #refreshOnce(): Promise<void> {
    do {
      this.#again = false;
      const generation = this.#generation;
      const nodes: IRowNode<Row>[] = [];
      this.#api.forEachNode((node) => node.data !== undefined && nodes.push(node));
      const ids = nodes.flatMap((node) => (node.data === undefined ? [] : [this.#options.idOf(node.data)]));
      // One at a time: a second change that arrives meanwhile is read by the next turn of this loop.
      // oxlint-disable-next-line no-await-in-loop
      const [fresh, probe] = await Promise.all([
        ids.length > 0 ? this.#source.byIds(ids) : [],
        this.#source.page(this.#currentRequest(0, 1)),
      ]);
      if (this.#api.isDestroyed() || generation !== this.#generation) return;
      if (probe.total !== this.#total || fresh.length !== ids.length) {
        this.#setTotal(probe.total);
        this.#api.refreshInfiniteCache();
      }
      this.#replaceRows(fresh);
    } while (this.#again);
  }

  #replaceRows(rows: readonly Row[]): void {
    for (const row of rows) {
      const node = this.#api.getRowNode(this.#options.idOf(row));
      if (node?.data === undefined || JSON.stringify(node.data) === JSON.stringify(row)) continue;
      node.updateData(row);
      this.#api.refreshCells({ force: true, suppressFlash: true, rowNodes: [node] });
      if (node.rowIndex === this.#active()?.row) this.#tellFocus();
    }
  }

  // ── Selection ────────────────────────────────────────────────────────────────────────────────

  #size() {
    return { rows: this.#total, columns: this.#shown.length };
  }

  #edges(rowIndex: number, colId: string | undefined) {
    if (!this.#range || isSingle(this.#range)) return null;
    const column = this.#shown.findIndex((shown) => shown.getColId() === colId);
    return column < 0 ? null : edgesOf(this.#range, { row: rowIndex, column });
  }

  #setRange(range: CellRange | null): void {
    this.#range = range;
    this.#paintRange();
    this.#placeBubble();
    this.#options.onSelection(range ? sizeOf(range) : { rows: 0, columns: 0 });
  }

  /** Marks the cells that are on screen; cells that scroll in later get the same marks from `cellClassRules`. */
  #paintRange(): void {
    for (const cell of this.#host.querySelectorAll<HTMLElement>('.ag-cell')) {
      const at = this.#cellAt(cell);
      const edges = at && this.#range && !isSingle(this.#range) ? edgesOf(this.#range, at) : null;
      cell.classList.toggle('grid-in-range', edges !== null);
      cell.setAttribute('aria-selected', String(edges !== null || cell.classList.contains('ag-cell-focus')));
      for (const step of ['up', 'down', 'left', 'right'] as const) {
        cell.classList.toggle(`grid-edge-${step}`, edges?.includes(step) ?? false);
      }
    }
  }

  #cellAt(cell: Element): CellAt | null {
    const row = cell.closest('[row-index]')?.getAttribute('row-index');
    const column = this.#shown.findIndex((shown) => shown.getColId() === cell.getAttribute('col-id'));
    return row === null || row === undefined || column < 0 ? null : { row: Number(row), column };
  }

  #onCellFocused(rowIndex: number | null, column: Column | null): void {
    if (rowIndex === null) return;
    const at = column ? this.#shown.findIndex((shown) => shown.getColId() === column.getColId()) : 0;
    this.#setRange(single({ row: rowIndex, column: Math.max(0, at) }));
    this.#tellFocus();
  }

  /** The cell the keyboard stands on; inside the range, and not always at its corner (after Ctrl+A). */
  #active(): (CellAt & { readonly id: string; readonly data: Row | undefined }) | null {
    const focused = this.#api.getFocusedCell();
    if (!focused) return null;
    const id = focused.column.getColId();
    const column = Math.max(
      0,
      this.#shown.findIndex((shown) => shown.getColId() === id),
    );
    return { row: focused.rowIndex, column, id, data: this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data };
  }

  /** Other rows may have come under the focus (sorting, a deletion): whoever shows the focused row must hear of it. */
  #tellIfOther(): void {
    const data = this.#active()?.data;
    if (data !== undefined && this.#options.idOf(data) !== this.#told) this.#tellFocus();
  }

  #tellFocus(): void {
    const active = this.#active();
    this.#told = active?.data === undefined ? null : this.#options.idOf(active.data);
    this.#options.onFocus(active?.data ?? null, active?.id ?? null);
  }

  #extend(range: CellRange): void {
    const column = this.#shown[range.head.column];
    this.#api.ensureIndexVisible(range.head.row, null);
    if (column) this.#api.ensureColumnVisible(column);
    this.#setRange(range);
  }

  #stepFrom(rowIndex: number, colId: string, key: string): void {
    const column = this.#shown.findIndex((shown) => shown.getColId() === colId);
    const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const across = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const row = Math.max(0, Math.min(this.#total - 1, rowIndex + down));
    const next = this.#shown[Math.max(0, Math.min(this.#shown.length - 1, column + across))];
    if (next) this.focusIndex(row, next.getColId());
  }

  #onColumnsShown(): void {
    // Fires from within `createGrid`, before the field is set.
    this.#shown = (this.#api ?? null)?.getAllDisplayedColumns() ?? [];
    this.#shrink();
  }

  /** The range back to the active cell: after a change of order its corners would mean other cells. */
  #shrink(): void {
    const active = this.#range && this.#active();
    if (active) this.#setRange(single(active));
  }

  #onReordered(): void {
    this.#shrink();
    this.#layoutChanged();
  }

  #layoutChanged(): void {
    if (!this.#quiet) this.#options.onLayout(this.layout());
  }

  // ── Keyboard, pointer, clipboard ─────────────────────────────────────────────────────────────

  #listen(): void {
    const { signal } = this.#stop;
    this.#onColumnsShown();
    this.#host.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    this.#host.addEventListener('pointerdown', (event) => this.#onPointerDown(event), { capture: true, signal });
    // The rest of a shift-click that extended the range must reach neither the library nor the focus.
    for (const rest of ['mousedown', 'click'] as const) {
      this.#host.addEventListener(rest, (event) => this.#afterExtending(event), { capture: true, signal });
    }
    // On the document: without a text selection these events go to the body, not to the focused cell.
    document.addEventListener('copy', (event) => this.#onCopy(event, false), { signal });
    document.addEventListener('cut', (event) => this.#onCopy(event, true), { signal });
    document.addEventListener('paste', (event) => this.#onPaste(event), { signal });
  }

  #isEditing(): boolean {
    return this.#api.getEditingCells().length > 0;
  }

  #inCell(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('.ag-cell, .ag-full-width-row') : null;
  }

  /** A cell has the focus, and not the text box in it. */
  #holdsFocus(): boolean {
    const focused = document.activeElement;
    return this.#host.contains(focused) && this.#inCell(focused) !== null && !this.#isEditing();
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#isEditing() || !this.#inCell(event.target) || !this.#range) return;
    const action = actionOf(event);
    if (!action) return;
    if (!this.#act(action)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key was used up. */
  #act(action: GridAction): boolean {
    const range = this.#range;
    if (!range) return false;
    switch (action.do) {
      case 'extend':
        this.#extend(extendBy(range, action.step, this.#size(), action.toEdge));
        return true;
      case 'all':
        this.#setRange(everything(this.#size()));
        return true;
      case 'fill-down':
        if (this.#editable) this.#fillDown(range);
        return this.#editable;
      case 'clear':
        if (!this.#editable) return false;
        this.#put(planClear(boundsOf(range)), 'Clear');
        return true;
      case 'open': {
        const row = this.#active()?.data;
        if (row !== undefined) this.#options.onOpen(row);
        return true;
      }
      case 'cancel':
        return this.#cancel(range);
      case 'compose':
        this.#startComposing();
        return false;
    }
  }

  #cancel(range: CellRange): boolean {
    const problems = this.#overlay.problems();
    if (problems.length > 0) {
      this.#overlay.clear(problems);
      this.#redraw();
      return true;
    }
    const active = this.#active();
    if (isSingle(range) || !active) return false;
    this.#setRange(single(active));
    return true;
  }

  #startComposing(): void {
    const active = this.#active();
    if (active) this.#api.startEditingCell({ rowIndex: active.row, colKey: active.id, key: '' });
  }

  #onPointerDown(event: PointerEvent): void {
    const cell = this.#inCell(event.target);
    if (event.button !== 0 || !cell || this.#isEditing()) return;
    const at = this.#cellAt(cell);
    if (!at) return;
    if (event.shiftKey && this.#range) {
      event.stopPropagation();
      this.#extend(extendTo(this.#range, at));
    }
    this.#drag();
  }

  #afterExtending(event: MouseEvent): void {
    if (!event.shiftKey || event.button !== 0 || !this.#inCell(event.target) || this.#isEditing()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #drag(): void {
    const done = new AbortController();
    const over = (event: MouseEvent) => {
      const under = this.#inCell(document.elementFromPoint(event.clientX, event.clientY));
      const at = under && this.#host.contains(under) ? this.#cellAt(under) : null;
      const head = this.#range?.head;
      if (!at || !this.#range || (head?.row === at.row && head.column === at.column)) return;
      this.#extend(extendTo(this.#range, at));
    };
    document.addEventListener('mousemove', over, { signal: done.signal });
    document.addEventListener('mouseup', () => done.abort(), { signal: done.signal });
  }

  #onCopy(event: ClipboardEvent, cut: boolean): void {
    const range = this.#range;
    if (!range || !this.#holdsFocus()) return;
    event.preventDefault();
    const loaded = this.#loadedRows(range);
    if (loaded) event.clipboardData?.setData('text/plain', toClipboard(this.#matrix(range, loaded)));
    else this.#copyLater(range);
    if (cut && this.#editable) this.#put(planClear(boundsOf(range)), 'Cut');
  }

  /** Rows that were scrolled out of memory are read first; the clipboard is then written by a second copy event. */
  #copyLater(range: CellRange): void {
    this.#rowsIn(range).then(
      (rows) => {
        const text = toClipboard(this.#matrix(range, rows));
        const write = (event: ClipboardEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          event.clipboardData?.setData('text/plain', text);
        };
        document.addEventListener('copy', write, { capture: true, once: true });
        document.execCommand('copy');
        document.removeEventListener('copy', write, { capture: true });
      },
      (error: unknown) => this.#options.onProblem(messageOf(error)),
    );
  }

  #matrix(range: CellRange, rows: readonly Row[]): Matrix {
    const { left, right } = boundsOf(range);
    const columns = this.#shown.slice(left, right + 1).flatMap((shown) => this.#columns.get(shown.getColId()) ?? []);
    return rows.map((row) => columns.map((column) => (column.editText ?? column.text)(row)));
  }

  #onPaste(event: ClipboardEvent): void {
    const range = this.#range;
    if (!range || !this.#editable || !this.#holdsFocus()) return;
    event.preventDefault();
    const cells = fromClipboard(event.clipboardData?.getData('text/plain') ?? '');
    const placed = planPaste(boundsOf(range), cells, this.#size());
    if (placed.length === 0) return;
    this.#put(placed, 'Paste');
    const last = placed.at(-1);
    const first = placed[0];
    if (last && first) this.#setRange({ anchor: first, head: last });
  }

  #fillDown(range: CellRange): void {
    const bounds = boundsOf(range);
    const from = bounds.top === bounds.bottom ? bounds.top - 1 : bounds.top;
    const source = this.#api.getDisplayedRowAtIndex(from)?.data;
    if (source === undefined) return;
    const textAt = (_row: number, column: number) => {
      const definition = this.#columns.get(this.#shown[column]?.getColId() ?? '');
      return definition ? (definition.editText ?? definition.text)(source) : '';
    };
    this.#put(planFillDown(bounds, textAt), 'Fill down');
  }

  #loadedRows(range: CellRange): Row[] | null {
    const { top, bottom } = boundsOf(range);
    const rows: Row[] = [];
    for (let index = top; index <= bottom; index += 1) {
      const row = this.#api.getDisplayedRowAtIndex(index)?.data;
      if (row === undefined) return null;
      rows.push(row);
    }
    return rows;
  }

  async #rowsIn(range: CellRange): Promise<readonly Row[]> {
    const loaded = this.#loadedRows(range);
    if (loaded) return loaded;
    const { top, bottom } = boundsOf(range);
    return (await this.#source.page(this.#currentRequest(top, bottom + 1))).rows;
  }

  // ── Changing ─────────────────────────────────────────────────────────────────────────────────

  #commitTyped(row: Row, columnId: string, text: string): void {
    const column = this.#columns.get(columnId);
    if (!column) return;
    const cell = { id: this.#options.idOf(row), column: columnId };
    const start = (column.editText ?? column.text)(row);
    // Typing back what is stored takes a refused text away again.
    if (text.trim() === start.trim()) {
      this.#overlay.clear([cell]);
      this.#redraw([cell.id]);
      return;
    }
    this.#send([{ row, column, text }], `Edit ${column.title.toLocaleLowerCase()}`);
  }

  #put(placed: readonly PlacedText[], verb: string): void {
    const rows = placed.map((cell) => cell.row);
    const top = Math.min(...rows.slice(0, 1), rows.at(-1) ?? 0);
    const bottom = Math.max(...rows.slice(0, 1), rows.at(-1) ?? 0);
    if (placed.length === 0) return;
    if (bottom - top >= MOST_ROWS) {
      this.#options.onProblem(`More than ${MOST_ROWS} rows are selected: select fewer and do it in parts.`);
      return;
    }
    const range: CellRange = { anchor: { row: top, column: 0 }, head: { row: bottom, column: 0 } };
    this.#rowsIn(range).then(
      (loaded) => {
        const cells = placed.flatMap(({ row: index, column: at, text }) => {
          const row = loaded[index - top];
          const column = this.#columns.get(this.#shown[at]?.getColId() ?? '');
          return row === undefined || !column ? [] : [{ row, column, text }];
        });
        this.#send(cells, `${verb} ${cells.length === 1 ? 'a cell' : `${cells.length} cells`}`);
      },
      (error: unknown) => this.#options.onProblem(messageOf(error)),
    );
  }

  #send(cells: readonly { row: Row; column: GridColumn<Row, Set>; text: string }[], label: string): void {
    const { edits, accepted, rejected, readOnly } = readEdits(cells, this.#options.idOf);
    for (const cell of rejected) this.#overlay.refuse([cell], cell.message);
    this.#overlay.sending(accepted);
    this.#redraw([...new Set([...accepted, ...rejected].map((cell) => cell.id))]);
    if (readOnly > 0 && accepted.length + rejected.length === 0) {
      this.#options.onProblem('This column is read from the document or computed: it cannot be typed over.');
    }
    if (edits.length === 0) return;
    this.#options
      .onEdit(edits, label)
      .then(() => this.refresh())
      .then(
        () => this.#overlay.clear(accepted),
        (error: unknown) => this.#onRefused(cells, accepted, error, label),
      )
      .finally(() => {
        if (!this.#api.isDestroyed()) this.#redraw([...new Set(accepted.map((cell) => cell.id))]);
      });
  }

  /** A command is all or nothing: cells with the text that was refused keep it and say why, the others are sent again. */
  #onRefused(
    cells: readonly { row: Row; column: GridColumn<Row, Set>; text: string }[],
    accepted: readonly SentCell[],
    error: unknown,
    label: string,
  ): void {
    const culprit = refusedText(error);
    const [refused, others] = partition(accepted, ({ text }) => text === culprit);
    if (refused.length === 0 || others.length === 0) {
      this.#overlay.refuse(accepted, messageOf(error));
      return;
    }
    this.#overlay.refuse(refused, messageOf(error));
    const again = new Set(others.map(({ id, column }) => `${column} ${id}`));
    this.#send(
      cells.filter(({ row, column }) => again.has(`${column.id} ${this.#options.idOf(row)}`)),
      label,
    );
  }

  /** Why a text was refused, said under the focused cell. */
  #placeBubble(): void {
    const active = this.#active();
    const problem = this.#problemOf(active?.data, active?.id);
    const cell =
      problem === null || !active
        ? null
        : this.#host.querySelector<HTMLElement>(`[row-index="${active.row}"] [col-id="${active.id}"]`);
    this.#bubble.hidden = cell === null;
    if (!cell || problem === null) return;
    const outer = this.#host.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    this.#bubble.textContent = problem;
    this.#bubble.style.left = `${Math.max(0, Math.min(box.left - outer.left, outer.width - 280))}px`;
    this.#bubble.style.top = `${box.bottom - outer.top + 2}px`;
  }
}
