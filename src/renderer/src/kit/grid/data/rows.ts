/** The rows of a grid: pages from the source into the library, and the same rows again, in place, after a change. */
import type { GridApi, IDatasource, IRowNode } from 'ag-grid-community';
import { filtersOf, sortOf } from './library';
import type { PageRequest, RowSource } from './source';

export interface RowsOptions<Row> {
  readonly idOf: (row: Row) => string;
  readonly onTotal: (total: number) => void;
  /** After pages came in: other rows may stand where the focus is. */
  readonly onLoaded: () => void;
  readonly onReplaced: (node: IRowNode<Row>) => void;
  readonly onProblem: (error: unknown) => void;
}

export class Rows<Row> {
  readonly #api: GridApi<Row>;
  readonly #options: RowsOptions<Row>;
  #source: RowSource<Row>;
  #total = 0;
  /** Counts sources, so that an answer from an earlier one is dropped. */
  #generation = 0;
  #refreshing: Promise<void> | null = null;
  #again = false;
  /** Counts other sorts, filters and sources. */
  #order = 0;
  readonly #watchers = new Set<() => void>();
  /** Pages that the library has asked for and that are still on the way. */
  readonly #reading = new Set<Promise<void>>();

  constructor(api: GridApi<Row>, source: RowSource<Row>, options: RowsOptions<Row>) {
    this.#api = api;
    this.#source = source;
    this.#options = options;
    for (const reordered of ['sortChanged', 'filterChanged'] as const) {
      api.addEventListener(reordered, () => this.#reordered());
    }
  }

  get total(): number {
    return this.#total;
  }

  /** Other rows (a new filter): back to the top. */
  setSource(source: RowSource<Row>): void {
    this.#source = source;
    this.#generation += 1;
    this.show();
    this.#reordered();
  }

  /** Another number whenever other rows, or the same in another order, are shown. */
  readonly order = (): number => this.#order;

  /** Tells of another `order`; what it returns ends that. */
  readonly watch = (listener: () => void): (() => void) => {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  };

  #reordered(): void {
    this.#order += 1;
    for (const watcher of this.#watchers) watcher();
  }

  show(): void {
    this.#api.setGridOption('datasource', this.#datasource());
  }

  at(index: number): Row | undefined {
    return this.#api.getDisplayedRowAtIndex(index)?.data;
  }

  /** Rows `top` to `bottom` inclusive where all of them are in memory, else null. */
  loaded(top: number, bottom: number): Row[] | null {
    const rows: Row[] = [];
    for (let index = top; index <= bottom; index += 1) {
      const row = this.at(index);
      if (row === undefined) return null;
      rows.push(row);
    }
    return rows;
  }

  /**
   * The same rows, read from the source where they were scrolled out of memory; never as they were before a change that
   * is still being read.
   */
  async between(top: number, bottom: number): Promise<readonly Row[]> {
    await this.#settled();
    return this.loaded(top, bottom) ?? (await this.#source.page(this.#request(top, bottom + 1))).rows;
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
    this.#refreshing = this.#refreshUntilQuiet().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Until every change that was announced is in the loaded rows: a page that arrives may have the library ask for the next. */
  async #settled(): Promise<void> {
    while (this.#refreshing !== null || this.#reading.size > 0) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.allSettled([this.#refreshing, ...this.#reading]);
    }
  }

  async #refreshUntilQuiet(): Promise<void> {
    do {
      this.#again = false;
      // One at a time: a change that arrives meanwhile is read by the next turn.
      // oxlint-disable-next-line no-await-in-loop
      await this.#refreshOnce();
    } while (this.#again);
  }

  async #refreshOnce(): Promise<void> {
    const generation = this.#generation;
    const ids = this.#loadedIds();
    const [fresh, probe] = await Promise.all([
      ids.length > 0 ? this.#source.byIds(ids) : [],
      this.#source.page(this.#request(0, 1)),
    ]);
    if (this.#api.isDestroyed() || generation !== this.#generation) return;
    if (probe.total !== this.#total || fresh.length !== ids.length) {
      this.#setTotal(probe.total);
      this.#api.refreshInfiniteCache();
    }
    for (const row of fresh) this.#replace(row);
  }

  #replace(row: Row): void {
    const node = this.#api.getRowNode(this.#options.idOf(row));
    if (node?.data === undefined || JSON.stringify(node.data) === JSON.stringify(row)) return;
    node.updateData(row);
    this.#api.refreshCells({ force: true, suppressFlash: true, rowNodes: [node] });
    this.#options.onReplaced(node);
  }

  #loadedIds(): readonly string[] {
    const ids: string[] = [];
    this.#api.forEachNode((node) => node.data !== undefined && ids.push(this.#options.idOf(node.data)));
    return ids;
  }

  #request(start: number, end: number): PageRequest {
    return { start, end, sort: sortOf(this.#api), columns: filtersOf(this.#api) };
  }

  #datasource(): IDatasource {
    const source = this.#source;
    return {
      getRows: (params) => {
        const page = source.page(this.#request(params.startRow, params.endRow)).then(
          ({ rows, total }) => {
            this.#setTotal(total);
            params.successCallback([...rows], total);
            this.#options.onLoaded();
          },
          (error: unknown) => {
            params.failCallback();
            this.#options.onProblem(error);
          },
        );
        this.#reading.add(page);
        void page.finally(() => this.#reading.delete(page));
      },
    };
  }

  #setTotal(total: number): void {
    this.#total = total;
    this.#options.onTotal(total);
  }
}
