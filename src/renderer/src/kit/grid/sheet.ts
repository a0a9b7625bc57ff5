/**
 * The grid itself: AG Grid drawing rows that it does not own. Edits leave as requests and come back through the row
 * source; ranges, the clipboard and filling are this product's own. Knows nothing of figures, sources or React.
 */
import { createGrid, type GridApi } from 'ag-grid-community';
import { menuRequest } from './menus/menu-request';
import { listenForClipboard } from './write/clipboard-events';
import type { GridColumn } from './data/column';
import { columnDef } from './column-def';
import { ColumnActions } from './data/column-actions';
import { Finder } from './find/finder';
import { listenForDragFill } from './write/drag-fill';
import { Filler } from './write/filler';
import { actionOf, type GridAction } from './select/keys';
import type { GridLayout } from './data/layout';
import { arrange, columnsOf, filtersOf, fixedOptions } from './data/library';
import { NumberColumns } from './numbers';
import { ProblemBubble } from './write/problem-bubble';
import { type Bounds, boundsOf, corner, isSingle } from './select/range';
import { Rows } from './data/rows';
import { cellOf, Selection } from './select/selection';
import { rowOptions, type SheetOptions } from './sheet-options';
import type { RowSource } from './data/source';
import { TabRun } from './select/tab-run';
import { messageOf, Writer } from './write/writer';

export class Sheet<Row, Set extends object> {
  readonly #options: SheetOptions<Row, Set>;
  readonly #columns: ReadonlyMap<string, GridColumn<Row, Set>>;
  readonly #editable: boolean;
  readonly #stop = new AbortController();
  readonly #api: GridApi<Row>;
  readonly #bubble: ProblemBubble;
  readonly #rows: Rows<Row>;
  readonly #selection: Selection<Row>;
  readonly #writer: Writer<Row, Set>;
  readonly #filler: Filler<Row, Set>;
  readonly finder: Finder<Row, Set>;
  readonly columnActions: ColumnActions<Row>;
  #filterRow: boolean;
  readonly #tabs = new TabRun();
  /** Column that the focus goes on to once Enter has moved it, after a run of Tabs. */
  #returnTo: string | null = null;
  /** Id of the row that was last reported as focused. */
  #told: string | null = null;
  /** Index of a row to be focused once there are as many rows. */
  #wanted: number | null = null;

  constructor(host: HTMLElement, options: SheetOptions<Row, Set>) {
    this.#options = options;
    this.#columns = new Map(options.columns.map((column) => [column.id, column]));
    this.#editable = options.columns.some((column) => column.read !== undefined);
    this.#filterRow = options.layout?.filterRow ?? false;
    this.#api = createGrid<Row>(host, { ...fixedOptions(), ...rowOptions(options) });
    new NumberColumns(host, this.#api).watch();
    this.#bubble = new ProblemBubble(host);
    this.#rows = this.#makeRows();
    this.#writer = this.#makeWriter();
    this.#filler = new Filler(this.#rows, this.#writer, {
      counts: (column) => this.#columnAt(column)?.filterKind === 'period',
      onFilled: (bounds) => this.#selection.set({ anchor: corner(bounds, 0), head: corner(bounds, 1) }),
      textAt: (row, column) => this.#copiedText(row, column),
      onProblem: options.onProblem,
    });
    this.#selection = this.#makeSelection(host);
    this.columnActions = new ColumnActions(this.#api);
    const parts = { rows: this.#rows, selection: this.#selection, writer: this.#writer, columns: this.#columns };
    this.finder = new Finder(parts);
    this.#start(host);
  }

  destroy(): void {
    // The text in an open editor was typed: it is sent like any other.
    this.#api.stopEditing();
    this.#stop.abort();
    this.#api.destroy();
    this.#bubble.remove();
  }

  /** Other rows (a new filter): back to the top. */
  setSource(source: RowSource<Row>): void {
    this.#wanted = null;
    this.#selection.set(null);
    this.#rows.setSource(source);
  }

  refresh(): Promise<void> {
    return this.#rows.refresh();
  }

  /** Focuses the row with this id where it is loaded; says whether it was. */
  focusRow(id: string, column?: string): boolean {
    const index = this.#api.getRowNode(id)?.rowIndex ?? null;
    if (index !== null) this.#selection.focus(index, column);
    return index !== null;
  }

  /** Focuses a row by its place; where its page is still on the way, as soon as it is known to be there. */
  focusIndex(index: number, column?: string): void {
    this.#wanted = index < this.#rows.total ? null : index;
    this.#selection.focus(index, column);
  }

  /** Index of the focused row, null before the first focus. */
  focusedIndex(): number | null {
    return this.#selection.active()?.row ?? null;
  }

  selectedRows(): Promise<readonly Row[]> {
    const { range } = this.#selection;
    if (!range) return Promise.resolve([]);
    const { top, bottom } = boundsOf(range);
    return this.#rows.between(top, bottom);
  }

  layout(): GridLayout {
    return { columns: columnsOf(this.#api), filters: { ...filtersOf(this.#api) }, filterRow: this.#filterRow };
  }

  applyLayout(layout: GridLayout): void {
    this.#showFilterRow(layout.filterRow);
    arrange(this.#api, layout, [...this.#columns.keys()]);
    this.#layoutChanged();
  }

  resetLayout(): void {
    this.#api.resetColumnState();
    this.setFilterRow(false);
  }

  setFilterRow(on: boolean): void {
    this.#showFilterRow(on);
    if (!on) this.#api.setFilterModel(null);
    this.#layoutChanged();
  }

  /** The keyboard goes back into the grid. */
  refocus(): void {
    const active = this.#selection.active();
    if (active) this.#api.setFocusedCell(active.row, active.id);
  }

  /** Does what a key would do to the selection. */
  act(action: 'fill-down' | 'fill-right' | 'clear' | 'copy' | 'cut'): void {
    this.#selection.whileKept(() => this.refocus());
    const { range } = this.#selection;
    if (!range) return;
    const bounds = boundsOf(range);
    if (action === 'copy' || action === 'cut') document.execCommand(action);
    else if (action === 'clear') this.#filler.clear(bounds);
    else this.#filler.fill(bounds, action === 'fill-down' ? 'down' : 'right');
  }

  /** Find and replace is asked for, by key or menu. */
  askToFind(): void {
    if (this.#editable) this.#options.onFind();
  }

  // ── Wiring ───────────────────────────────────────────────────────────────────────────────────

  #makeRows(): Rows<Row> {
    const { source, idOf, onTotal, onProblem } = this.#options;
    return new Rows(this.#api, source, {
      idOf,
      onTotal,
      onLoaded: () => this.#onLoaded(),
      onReplaced: (node) => {
        if (node.rowIndex === this.#selection.active()?.row) this.#tellFocus();
      },
      onProblem: (error) => onProblem(messageOf(error)),
    });
  }

  #makeWriter(): Writer<Row, Set> {
    return new Writer(this.#api, this.#rows, {
      ...this.#options,
      columnAt: (index) => this.#columnAt(index),
      onDrawn: () => this.#placeBubble(),
    });
  }

  #makeSelection(host: HTMLElement): Selection<Row> {
    return new Selection(host, this.#api, {
      total: () => this.#rows.total,
      onChange: (selection) => {
        this.#placeBubble();
        this.#options.onSelection(selection);
      },
      onFocus: () => this.#tellFocus(),
      signal: this.#stop.signal,
    });
  }

  #start(host: HTMLElement): void {
    const { label, layout, onProblem } = this.#options;
    const { signal } = this.#stop;
    this.#api.setGridAriaProperty('label', label);
    this.#showFilterRow(this.#filterRow);
    if (layout) arrange(this.#api, layout, [...this.#columns.keys()]);
    this.#listenToLibrary();
    const unsubscribe = this.#options.drafts.subscribe(() =>
      this.#api.refreshCells({ force: true, suppressFlash: true }),
    );
    signal.addEventListener('abort', unsubscribe);
    host.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    const leaveTabs = () => {
      this.#tabs.end();
      this.#returnTo = null;
    };
    host.addEventListener('pointerdown', leaveTabs, { capture: true, signal });
    host.addEventListener('contextmenu', (event) => this.#askMenu(event), { signal });
    listenForClipboard({
      selection: this.#selection,
      rows: this.#rows,
      writer: this.#writer,
      editable: this.#editable,
      columnAt: (index) => this.#columnAt(index)?.id,
      readNew: this.#options.readNew,
      textAt: (row, column) => this.#copiedText(row, column),
      onProblem,
      signal,
    });
    listenForDragFill(host, {
      selection: this.#selection,
      filler: this.#filler,
      isEditable: (column) => this.#columnAt(column)?.read !== undefined,
      signal,
    });
    this.#rows.show();
  }

  #listenToLibrary(): void {
    const api = this.#api;
    api.addEventListener('cellEditRequest', ({ data, column, newValue }) => {
      const edited = this.#columns.get(column.getColId());
      if (edited) this.#writer.type(data, edited, String(newValue ?? ''));
    });
    api.addEventListener('cellDoubleClicked', ({ data, column }) => {
      if (data !== undefined && this.#columns.get(column.getColId())?.opens) this.#options.onOpen(data);
    });
    api.addEventListener('displayedColumnsChanged', () => this.#selection.shrink());
    api.addEventListener('bodyScroll', () => this.#placeBubble());
    for (const moved of ['columnMoved', 'columnResized'] as const) {
      api.addEventListener(moved, ({ finished }) => finished && this.#layoutChanged());
    }
    for (const shown of ['columnVisible', 'columnPinned'] as const) {
      api.addEventListener(shown, () => this.#layoutChanged());
    }
    for (const reordered of ['sortChanged', 'filterChanged'] as const) {
      api.addEventListener(reordered, () => {
        this.#selection.shrink();
        this.#layoutChanged();
      });
    }
  }

  #showFilterRow(on: boolean): void {
    this.#filterRow = on;
    const parts = {
      selection: this.#selection,
      writer: this.#writer,
      filterRow: on,
      editable: this.#editable,
      typeIntoAll: (text: string) => this.#typeIntoAll(text),
    };
    this.#api.setGridOption(
      'columnDefs',
      this.#options.columns.map((column) => columnDef(column, parts)),
    );
  }

  #layoutChanged(): void {
    this.#options.onLayout(this.layout());
  }

  #columnAt(index: number): GridColumn<Row, Set> | undefined {
    return this.#columns.get(this.#selection.columns()[index]?.getColId() ?? '');
  }

  #copiedText(row: Row, index: number): string {
    const column = this.#columnAt(index);
    return column ? (column.editText ?? column.text)(row) : '';
  }

  // ── Telling ──────────────────────────────────────────────────────────────────────────────────

  #onLoaded(): void {
    if (this.#wanted !== null) this.focusIndex(this.#wanted);
    this.#tellIfOther();
  }

  /** Sorting or a deletion may put another row under the focus: the view that shows the focused row is called. */
  #tellIfOther(): void {
    const data = this.#selection.active()?.data;
    if (data !== undefined && this.#options.idOf(data) !== this.#told) this.#tellFocus();
  }

  #tellFocus(): void {
    const active = this.#selection.active();
    const column = this.#returnTo;
    this.#returnTo = null;
    if (active && column !== null && column !== active.id) return this.#selection.focus(active.row, column);
    this.#told = active?.data === undefined ? null : this.#options.idOf(active.data);
    this.#options.onFocus(active?.data ?? null, active?.id ?? null);
  }

  #askMenu(event: MouseEvent): void {
    const asked = menuRequest(event);
    if (!asked) return;
    event.preventDefault();
    if (asked.row !== null && !this.#selection.covers(asked.row, asked.column)) {
      this.#selection.focus(asked.row, asked.column);
    }
    this.#options.onMenu(asked);
  }

  #placeBubble(): void {
    const active = this.#selection.active();
    if (active) this.#bubble.show(this.#writer.held(active.data, active.id)?.problem ?? null, active.row, active.id);
    else this.#bubble.hide();
  }

  // ── Keyboard ─────────────────────────────────────────────────────────────────────────────────

  #onKey(event: KeyboardEvent): void {
    const { range } = this.#selection;
    const active = this.#selection.active();
    if (active && cellOf(event.target)) this.#returnTo = this.#tabs.key(event, active.id);
    if (this.#selection.isEditing() || !cellOf(event.target) || !range) return;
    const action = actionOf(event, this.#editable);
    if (!action || !this.#act(action, boundsOf(range))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key was used up. */
  #act(action: GridAction, bounds: Bounds): boolean {
    switch (action.do) {
      case 'extend':
        this.#selection.grow(action.step, action.toEdge);
        return true;
      case 'jump':
        this.#selection.jump(action.to, action.extend);
        return true;
      case 'all':
        this.#selection.all();
        return true;
      case 'fill':
        if (this.#editable) this.#filler.fill(bounds, action.way);
        return this.#editable;
      case 'line':
        this.#selection.line(action.whole);
        return true;
      case 'clear':
        if (this.#editable) this.#filler.clear(bounds);
        return this.#editable;
      case 'find':
        this.askToFind();
        return this.#editable;
      case 'open':
        return this.#open();
      case 'cancel':
        return this.#cancel();
      case 'compose':
        this.#compose();
        return false;
    }
  }

  /** Ctrl+Enter in an editor: what stands in it goes into every cell of the selection. */
  #typeIntoAll(text: string): void {
    const { range } = this.#selection;
    this.#api.stopEditing(true);
    if (range) this.#filler.same(boundsOf(range), text);
  }

  #open(): boolean {
    const row = this.#selection.active()?.data;
    if (row !== undefined) this.#options.onOpen(row);
    return true;
  }

  #cancel(): boolean {
    const { range } = this.#selection;
    if (range && this.#writer.forget(boundsOf(range))) return true;
    if (!range || isSingle(range)) return false;
    this.#selection.shrink();
    return true;
  }

  #compose(): void {
    const active = this.#selection.active();
    if (active) this.#api.startEditingCell({ rowIndex: active.row, colKey: active.id, key: '' });
  }
}
