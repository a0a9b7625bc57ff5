/** What menus do to one column of a grid: show, freeze, sort, fit, move. */
import type { GridApi } from 'ag-grid-community';

export class ColumnActions<Row> {
  readonly #api: GridApi<Row>;

  constructor(api: GridApi<Row>) {
    this.#api = api;
  }

  setVisible(id: string, visible: boolean): void {
    this.#api.setColumnsVisible([id], visible);
  }

  setFrozen(id: string, frozen: boolean): void {
    this.#api.setColumnsPinned([id], frozen ? 'left' : null);
  }

  /** Sorts by this column alone, or by none. */
  sortBy(id: string, sort: 'asc' | 'desc' | null): void {
    this.#api.applyColumnState({ state: [{ colId: id, sort }], defaultState: { sort: null } });
  }

  /** As wide as its cells on screen need. */
  fit(id: string): void {
    this.#api.autoSizeColumns([id]);
  }

  /** Moves it by so many places among all columns. */
  move(id: string, by: number): void {
    const order = this.#api.getColumnState().map((state) => state.colId);
    const at = order.indexOf(id);
    if (at >= 0) this.#api.moveColumns([id], Math.max(0, Math.min(order.length - 1, at + by)));
  }
}
