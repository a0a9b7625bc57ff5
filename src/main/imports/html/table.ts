/** Tables of a page: which hold data, and how spanned cells line up in columns. */
import type { DomElement } from './dom';
import { isElement } from './dom';

/** Tables that only arrange a page are read as if their cells were paragraphs. */
export function isDataTable(table: DomElement): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if ([...table.querySelectorAll('h1,h2,h3,h4,h5,h6')].length > 0) return false;
  const inner = rowsWithTables(table);
  if (inner.length === 0 && [...table.querySelectorAll('table')].length > 0) return false;
  const own = rowsOf(table);
  if (inner.length > 0 && own.length < FEWEST_ROWS * inner.length) return false;
  return own.some((row) => cellsOf(row).length > 1);
}

/** A table of data may hold another at its foot: the notes to its rows. */
const FEWEST_ROWS = 4;

/** Its own rows that are nothing but a cell with another table in it. */
export const rowsWithTables = (table: DomElement): readonly DomElement[] =>
  [...table.querySelectorAll('tr')].filter(
    (row) => isOwnRow(table, row) && cellsOf(row).length === 1 && [...row.querySelectorAll('table')].length > 0,
  );

function isOwnRow(table: DomElement, row: DomElement): boolean {
  for (let node = row.parentNode; node !== null; node = node.parentNode)
    if (isElement(node) && node.localName === 'table') return node === table;
  return false;
}

/** `<TABLE><CAPTION>…<S><C>`: columns by spaces, as filings before web pages were sent. */
export const isPlainTable = (element: DomElement): boolean =>
  element.localName === 'table' &&
  [...element.querySelectorAll('tr,td,th')].length === 0 &&
  /\S {2,}\S[^\n]*\n/.test(element.textContent ?? '');

/** Rows as a browser shows them: heads first and feet last, wherever they stand in the source; none of a table inside. */
export function rowsOf(table: DomElement): readonly DomElement[] {
  const all = [...table.querySelectorAll('tr')];
  const isNested = [...table.querySelectorAll('table')].length > 0;
  const rows = isNested
    ? all.filter((row) => isOwnRow(table, row) && [...row.querySelectorAll('table')].length === 0)
    : all;
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
