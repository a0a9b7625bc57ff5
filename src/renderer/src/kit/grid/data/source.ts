/** Where a grid's rows come from: pages by sort and filter, and single rows again by id after a change. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface PageRequest {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly sort: readonly GridSort[];
  /** Words a column must contain, by column id. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface RowSource<Row> {
  readonly page: (request: PageRequest) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
  /** Those of the rows that still exist, in any order. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly Row[]>;
}
