/** Tables of a page: which hold data, and how spanned cells line up in columns. */
import type { DomElement } from './dom';
import { isElement } from './dom';

/** Tables that only arrange a page are read as if their cells were paragraphs. */
export function isDataTable(table: DomElement): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if ([...table.querySelectorAll('table,h1,h2,h3,h4,h5,h6')].length > 0) return false;
  return rowsOf(table).some((row) => cellsOf(row).length > 1);
}

/** Rows as a browser shows them: heads first and feet last, wherever they stand in the source. */
export function rowsOf(table: DomElement): readonly DomElement[] {
  const rows = [...table.querySelectorAll('tr')];
  const places = rows.map(placeOf);
  if (places.every((place, at) => at === 0 || (places[at - 1] ?? 0) <= place)) return rows;
  return [0, 1, 2].flatMap((place) => rows.filter((_row, at) => places[at] === place));
}

function placeOf(row: DomElement): number {
  const parent = row.parentNode;
  const name = parent && isElement(parent) ? parent.localName : '';
  return name === 'thead' ? 0 : name === 'tfoot' ? 2 : 1;
}

export const cellsOf = (row: DomElement): readonly DomElement[] =>
  [...row.childNodes].filter(isElement).filter((cell) => cell.localName === 'td' || cell.localName === 'th');

/** A row of nothing but `th`, or one inside `thead`. */
export function isHeaderRow(row: DomElement): boolean {
  const parent = row.parentNode;
  if (parent && isElement(parent) && parent.localName === 'thead') return true;
  const cells = cellsOf(row);
  return cells.length > 0 && cells.every((cell) => cell.localName === 'th');
}

const MOST_COLUMNS = 200;

/** `colspan` or `rowspan`, kept within what a table can sensibly have. */
export function spanOf(cell: DomElement, attribute: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), MOST_COLUMNS) : 1;
}

/** Says, row by row, which columns are taken by a cell that reaches down from above. */
export interface Carried {
  readonly take: (column: number) => boolean;
  readonly put: (column: number, rows: number) => void;
}

export function carriedCells(): Carried {
  const left = new Map<number, number>();
  return {
    take: (column) => {
      const rows = left.get(column) ?? 0;
      if (rows > 0) left.set(column, rows - 1);
      return rows > 0;
    },
    put: (column, rows) => {
      if (rows > 0) left.set(column, rows);
    },
  };
}
