/** Rows of a sheet as they are read, and the columns that references name. */
import type { Cell } from '../../../core/figure/cell/cell';

export interface ReadRow {
  readonly number: number;
  readonly cells: Cell[];
}

/** Sets a cell, with blanks before it where the row is shorter. */
export function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push('');
  cells[column] = cell;
}

/** `BC12` → 54; null where the reference is none. */
export function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? null : column - 1;
}
