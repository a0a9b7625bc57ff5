/** Merged cells of a sheet: their words stand in each of their places. */
import { IMPORT_LIMITS } from '../limits';
import { columnOf, put, type ReadRow } from './row';

/** Rows as the file counts them, columns from 0; both ends belong to it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MOST_MERGES = 20_000;
const MOST_SPREAD = 200_000;

/** `A1:B3`; none where the reference is no range. */
export function rangeOf(reference: string): readonly Range[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return [];
  const left = columnOf(match[1]) ?? 0;
  const right = Math.min(columnOf(match[3]) ?? 0, IMPORT_LIMITS.tableColumns - 1);
  return [{ top: Number(match[2]), left, bottom: Number(match[4]), right }];
}

/**
 * Words of a merged cell in all its places, so that a company merged over its rows is named in each of them. A title
 * merged over the sheet from its first column on stays one title; numbers are never doubled.
 */
export function spread(rows: ReadRow[], merges: readonly Range[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let left = MOST_SPREAD;
  for (const range of merges) {
    const cell = byNumber.get(range.top)?.cells[range.left];
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    const right = range.left === 0 ? 0 : range.right;
    for (let number = range.top; number <= range.bottom && left > 0; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined) {
        if (number - range.top > MOST_MERGES) break;
        continue;
      }
      for (let column = range.left; column <= right && left > 0; column += 1) {
        left -= 1;
        if ((row.cells[column] ?? '') === '') put(row.cells, column, cell);
      }
    }
  }
}
