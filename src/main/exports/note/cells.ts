/** A table's cells in their columns, whatever spans which: what alignment, widths and splitting are decided from. */
import type { TableCell } from './note';
import { textOf } from './note';

export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  /** The first column it stands in, and how many it takes. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Grid {
  readonly cells: readonly PlacedCell[];
  readonly columns: number;
  /** Rows at the top that are all heads; 0 where everything is. */
  readonly headRows: number;
  readonly rows: number;
}

/** More columns than this are no table of a note. */
const MOST_COLUMNS = 400;

function headRowsOf(rows: readonly (readonly TableCell[])[]): number {
  const body = rows.findIndex((cells) => cells.some((cell) => !cell.header));
  return body === -1 ? 0 : body;
}

/** Each cell goes to the first free column of its row, as HTML lays tables out. */
export function gridOf(rows: readonly (readonly TableCell[])[]): Grid {
  const taken = rows.map(() => new Set<number>());
  const headRows = headRowsOf(rows);
  const cells = rows.flatMap((row, at) => {
    let column = 0;
    return row.map((cell): PlacedCell => {
      while (taken[at]?.has(column)) column += 1;
      const columns = Math.max(1, Math.min(cell.columns, MOST_COLUMNS));
      // A head that reaches into the body would bind both over a page's end.
      const below = (at < headRows ? headRows : rows.length) - at;
      const placed = { cell, row: at, column, columns, rows: Math.max(1, Math.min(cell.rows, below)) };
      for (let r = at; r < at + placed.rows; r++) for (let c = 0; c < columns; c++) taken[r]?.add(column + c);
      column += columns;
      return placed;
    });
  });
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columns), 0);
  return { cells, columns, headRows, rows: rows.length };
}

/** A value with its signs, currency and unit; dates and periods are not values. */
const NUMERIC = /^[~≈<>≤≥±+−(-]*\s*[$€£¥]?\s*\d[\d.,–—-]*\s*(?:%|bps|pp|x|[KMBT]\b|bn\b|m\b)?\)?[+✓]?$/i;
const DATE = /^\d{4}(?:-\d{2}){1,2}$/;
const EMPTY = /^[—–-]?$/;

export const isNumeric = (words: string): boolean => NUMERIC.test(words) && !DATE.test(words);

/** Columns most of whose filled cells are values are set flush right, head included, so that a column never zigzags. */
export function numericColumns(grid: Grid): ReadonlySet<number> {
  const filled = new Map<number, { values: number; all: number }>();
  for (const { cell, row, column, columns } of grid.cells) {
    if (row < grid.headRows || columns > 1) continue;
    const words = textOf(cell.inlines).trim();
    if (EMPTY.test(words)) continue;
    const known = filled.get(column) ?? { values: 0, all: 0 };
    filled.set(column, { values: known.values + (isNumeric(words) ? 1 : 0), all: known.all + 1 });
  }
  return new Set([...filled].flatMap(([column, { values, all }]) => (values > 0.6 * all ? [column] : [])));
}

/** An address that a reader can follow safely, null for any other. */
export const safeAddress = (address: unknown): string | null =>
  typeof address === 'string' && /^(?:https?:|mailto:)/i.test(address) && !/\s/.test(address) ? address : null;
