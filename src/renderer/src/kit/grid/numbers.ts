/** Numbers are never shown in part: their column grows to hold them, or the cell says that it is too narrow. */
import type { GridApi } from 'ag-grid-community';

/** A column that grew by itself takes no more than this. */
const WIDEST = 260;
const TOO_NARROW = 'grid-too-narrow';

export class NumberColumns<Row> {
  readonly #host: HTMLElement;
  readonly #api: GridApi<Row>;
  /** Columns whose width a person has set: they keep it. */
  readonly #kept = new Set<string>();

  constructor(host: HTMLElement, api: GridApi<Row>) {
    this.#host = host;
    this.#api = api;
  }

  /** Starts watching, until the grid is destroyed. */
  watch(): void {
    const api = this.#api;
    for (const drawn of ['modelUpdated', 'bodyScrollEnd', 'viewportChanged'] as const) {
      api.addEventListener(drawn, () => this.#soon());
    }
    api.addEventListener('columnResized', ({ finished, source, column }) => {
      if (!finished) return;
      if (source === 'uiColumnResized' && column) this.#kept.add(column.getColId());
      this.#soon();
    });
  }

  /** After the cells are drawn. */
  #soon(): void {
    requestAnimationFrame(() => {
      if (!this.#api.isDestroyed()) this.#fit();
    });
  }

  #fit(): void {
    const wanted = new Map<string, number>();
    for (const cell of this.#host.querySelectorAll<HTMLElement>('.ag-cell.grid-right')) {
      const text = cell.querySelector<HTMLElement>('.grid-text');
      const column = cell.getAttribute('col-id');
      if (!text || column === null) continue;
      const over = text.scrollWidth - text.clientWidth;
      const grows = over > 0 && !this.#kept.has(column) && cell.offsetWidth + over <= WIDEST;
      cell.classList.toggle(TOO_NARROW, over > 0 && !grows);
      if (grows) wanted.set(column, Math.max(wanted.get(column) ?? 0, cell.offsetWidth + over + 2));
    }
    if (wanted.size > 0) this.#api.setColumnWidths([...wanted].map(([key, newWidth]) => ({ key, newWidth })));
  }
}
