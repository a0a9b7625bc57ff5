/** The range over the library's cells: which cells it covers, how it looks, and how pointer and keys grow it. */
import type { Column, GridApi } from 'ag-grid-community';
import {
  type Bounds,
  boundsOf,
  type CellAt,
  type CellRange,
  clampCell,
  type Corner,
  cornerOf,
  edgesOf,
  lines,
  everything,
  extendBy,
  extendTo,
  isSingle,
  single,
  sizeOf,
  type Step,
} from './range';

export interface SelectionInfo {
  readonly rows: number;
  readonly columns: number;
  /** Ids of the columns it covers. */
  readonly columnIds: readonly string[];
}

export interface ActiveCell<Row> extends CellAt {
  /** The column's id. */
  readonly id: string;
  /** Undefined while the row is being loaded. */
  readonly data: Row | undefined;
}

export interface SelectionOptions {
  readonly total: () => number;
  readonly onChange: (selection: SelectionInfo) => void;
  readonly onFocus: () => void;
  readonly signal: AbortSignal;
}

const STEPS = ['up', 'down', 'left', 'right'] as const;

/** The cell (or whole-row head) that a node lies in. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.ag-cell, .ag-full-width-row') : null;
}

export class Selection<Row> {
  readonly #host: HTMLElement;
  readonly #api: GridApi<Row>;
  readonly #options: SelectionOptions;
  #range: CellRange | null = null;

  constructor(host: HTMLElement, api: GridApi<Row>, options: SelectionOptions) {
    this.#host = host;
    this.#api = api;
    this.#options = options;
    api.addEventListener('cellFocused', ({ rowIndex, column }) => {
      this.#onFocused(rowIndex, typeof column === 'object' && column !== null ? column.getColId() : null);
    });
    const { signal } = options;
    host.addEventListener('pointerdown', (event) => this.#onPointerDown(event), { capture: true, signal });
    // The rest of a shift-click that extended the range must reach neither the library nor the focus.
    for (const rest of ['mousedown', 'click'] as const) {
      host.addEventListener(rest, (event) => this.#afterExtending(event), { capture: true, signal });
    }
  }

  get range(): CellRange | null {
    return this.#range;
  }

  columns(): readonly Column[] {
    return this.#api.getAllDisplayedColumns();
  }

  size() {
    return { rows: this.#options.total(), columns: this.columns().length };
  }

  isEditing(): boolean {
    return this.#api.getEditingCells().length > 0;
  }

  /** A cell has the focus, and not the text box in it. */
  holdsFocus(): boolean {
    const focused = document.activeElement;
    return this.#host.contains(focused) && cellOf(focused) !== null && !this.isEditing();
  }

  /** The cell the keyboard stands on; inside the range, and not always at its corner (after Ctrl+A). */
  active(): ActiveCell<Row> | null {
    const focused = this.#api.getFocusedCell();
    if (!focused) return null;
    const id = focused.column.getColId();
    const column = Math.max(0, this.#indexOf(id));
    return { row: focused.rowIndex, column, id, data: this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data };
  }

  /** Sides of the outline that a cell carries; null outside a range of several cells. */
  edges(row: number, columnId: string | undefined): readonly Step[] | null {
    if (!this.#range || isSingle(this.#range) || columnId === undefined) return null;
    const column = this.#indexOf(columnId);
    return column < 0 ? null : edgesOf(this.#range, { row, column });
  }

  /** The selected cells where they are several; null else. */
  severalCells(): Bounds | null {
    return this.#range && !isSingle(this.#range) ? boundsOf(this.#range) : null;
  }

  /** Ids of the columns that the selection covers. */
  columnIds(): readonly string[] {
    if (!this.#range) return [];
    const { left, right } = boundsOf(this.#range);
    return this.columns()
      .slice(left, right + 1)
      .map((column) => column.getColId());
  }

  covers(row: number, columnId: string): boolean {
    return this.#range !== null && edgesOf(this.#range, { row, column: this.#indexOf(columnId) }) !== null;
  }

  /** Moves the focus without taking the range away. */
  whileKept(move: () => void): void {
    const range = this.#range;
    move();
    this.set(range);
  }

  set(range: CellRange | null): void {
    this.#range = range;
    this.#paint();
    this.#options.onChange({ ...(range ? sizeOf(range) : { rows: 0, columns: 0 }), columnIds: this.columnIds() });
  }

  grow(step: Step, toEdge: boolean): void {
    if (this.#range) this.#extend(extendBy(this.#range, step, this.size(), toEdge));
  }

  /** Home and End: moves the active cell, or with `extend` the range's head. */
  jump(to: Corner, extend: boolean): void {
    const from = extend ? this.#range?.head : this.active();
    if (!this.#range || !from) return;
    const target = cornerOf(from, to, this.size());
    if (extend) this.#extend(extendTo(this.#range, target));
    else this.focus(target.row, this.columns()[target.column]?.getColId());
  }

  /** Whole rows or columns. */
  line(whole: 'row' | 'column'): void {
    if (this.#range) this.set(lines(this.#range, whole, this.size()));
  }

  all(): void {
    this.set(everything(this.size()));
  }

  /** Back to the active cell: after a change of order the corners would mean other cells. */
  shrink(): void {
    const active = this.#range && this.active();
    if (active) this.set(single(active));
  }

  focus(index: number, column?: string): void {
    const target = column ?? this.#api.getFocusedCell()?.column.getColId() ?? this.columns()[0]?.getColId();
    if (target === undefined || index < 0 || index >= this.#options.total()) return;
    // Drawn first: a cell that is not there yet cannot take the focus.
    this.#api.ensureIndexVisible(index, null);
    this.#api.ensureColumnVisible(target);
    this.#api.setFocusedCell(index, target);
  }

  /** One cell on from a cell, by the name of an arrow key. */
  stepFrom(row: number, columnId: string, key: string): void {
    const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const across = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = clampCell({ row: row + down, column: this.#indexOf(columnId) + across }, this.size());
    this.focus(next.row, this.columns()[next.column]?.getColId());
  }

  #indexOf(columnId: string): number {
    return this.columns().findIndex((column) => column.getColId() === columnId);
  }

  #onFocused(row: number | null, columnId: string | null): void {
    if (row === null) return;
    const at = { row, column: Math.max(0, columnId === null ? 0 : this.#indexOf(columnId)) };
    // An editor opens in the active cell of a range, which stays: what is typed may be meant for all of it.
    const within = this.isEditing() && this.#range !== null && edgesOf(this.#range, at) !== null;
    if (!within) this.set(single(at));
    this.#options.onFocus();
  }

  #extend(range: CellRange): void {
    const column = this.columns()[range.head.column];
    this.#api.ensureIndexVisible(range.head.row, null);
    if (column) this.#api.ensureColumnVisible(column);
    this.set(range);
  }

  /** Marks the cells that are on screen; cells that scroll in later get the same marks from their class rules. */
  #paint(): void {
    for (const cell of this.#host.querySelectorAll<HTMLElement>('.ag-cell')) {
      const at = this.placeOf(cell);
      const edges = at && this.#range && !isSingle(this.#range) ? edgesOf(this.#range, at) : null;
      cell.classList.toggle('grid-in-range', edges !== null);
      cell.setAttribute('aria-selected', String(edges !== null || cell.classList.contains('ag-cell-focus')));
      cell.classList.toggle('grid-corner', at !== null && this.isCorner(at));
      for (const step of STEPS) cell.classList.toggle(`grid-edge-${step}`, edges?.includes(step) ?? false);
    }
  }

  /** Whether a cell is the last of the range, where the fill handle stands. */
  isCorner(at: CellAt): boolean {
    if (!this.#range) return false;
    const { bottom, right } = boundsOf(this.#range);
    return at.row === bottom && at.column === right;
  }

  isCornerAt(row: number, columnId: string | undefined): boolean {
    return columnId !== undefined && this.isCorner({ row, column: this.#indexOf(columnId) });
  }

  /** Where a cell of the page stands; null for what is no cell of a shown column. */
  placeOf(cell: Element): CellAt | null {
    const row = cell.closest('[row-index]')?.getAttribute('row-index') ?? null;
    const column = this.#indexOf(cell.getAttribute('col-id') ?? '');
    return row === null || column < 0 ? null : { row: Number(row), column };
  }

  #onPointerDown(event: PointerEvent): void {
    const cell = cellOf(event.target);
    const at = cell && this.placeOf(cell);
    if (event.button !== 0 || !at || this.isEditing()) return;
    if (event.shiftKey && this.#range) {
      event.stopPropagation();
      this.#extend(extendTo(this.#range, at));
    }
    this.#drag();
  }

  #afterExtending(event: MouseEvent): void {
    if (!event.shiftKey || event.button !== 0 || !cellOf(event.target) || this.isEditing()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #drag(): void {
    const done = new AbortController();
    const over = (event: MouseEvent) => {
      const under = cellOf(document.elementFromPoint(event.clientX, event.clientY));
      const at = under && this.#host.contains(under) ? this.placeOf(under) : null;
      const head = this.#range?.head;
      if (!at || !this.#range || (head?.row === at.row && head.column === at.column)) return;
      this.#extend(extendTo(this.#range, at));
    };
    document.addEventListener('mousemove', over, { signal: done.signal });
    document.addEventListener('mouseup', () => done.abort(), { signal: done.signal });
  }
}
