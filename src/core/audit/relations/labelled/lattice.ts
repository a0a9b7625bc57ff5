/** A table as rows and columns with their labels, either way round: what holds of columns holds of rows turned over. */
import { plain } from '../../facts/labels';
import type { DocumentIndex } from '../../model/document-index';
import type { Table } from '../../../document/model';
import { type Cell, signedEnds } from '../../arithmetic/ends';

export interface Line {
  readonly label: string;
  /** By the place in the line; places without a figure are missing. */
  readonly cells: ReadonlyMap<number, Cell>;
  readonly texts: ReadonlyMap<number, string>;
}

export interface Lattice {
  readonly lines: readonly Line[];
  /** Labels of the places, by their number. */
  readonly heads: ReadonlyMap<number, string>;
}

/** The first figure of each cell, which is what the cell is of. */
function firsts(index: DocumentIndex, table: Table): ReadonlyMap<string, Cell> {
  const found = new Map<string, Cell>();
  for (const figure of index.inTable(table.index)) {
    const key = `${figure.cell?.row}/${figure.cell?.column}`;
    const ends = found.has(key) ? null : signedEnds(figure);
    if (ends) found.set(key, { figure, ends });
  }
  return found;
}

const MOST_ROWS = 90;
const MOST_COLUMNS = 60;

type Lattices = readonly [Lattice, Lattice] | null;
const known = new WeakMap<DocumentIndex, Map<Table, Lattices>>();

/** Asked by every reader of tables, so kept as long as the index of its document. */
export function latticesOf(index: DocumentIndex, table: Table): Lattices {
  const own = known.get(index) ?? new Map<Table, Lattices>();
  known.set(index, own);
  const before = own.get(table);
  if (before !== undefined) return before;
  const lattices = readLattices(index, table);
  own.set(table, lattices);
  return lattices;
}

/** Rows as lines with the columns as places, and columns as lines with the rows as places. */
function readLattices(index: DocumentIndex, table: Table): Lattices {
  if (table.rows.length > MOST_ROWS || table.rows.length < 2) return null;
  const cells = firsts(index, table);
  const columns = [...new Set(table.rows.flatMap((row) => row.cells.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  );
  if (columns.length > MOST_COLUMNS) return null;
  const head = new Map(table.head.map(({ column, text }) => [column, plain(text)]));
  const labels = table.rows.map((row) => plain(row.cells[0]?.text ?? ''));
  // Each text stands in its row and in its column: read once, the first of cells that share a place.
  const texts = table.rows.map((row) => new Map(row.cells.toReversed().map((cell) => [cell.column, plain(cell.text)])));
  const text = (row: number, column: number): string => texts[row]?.get(column) ?? '';
  const line = (label: string, places: readonly (readonly [number, number, number])[]): Line => ({
    label,
    cells: new Map(
      places.flatMap(([place, row, column]): [number, Cell][] => {
        const cell = cells.get(`${row}/${column}`);
        return cell ? [[place, cell]] : [];
      }),
    ),
    texts: new Map(places.map(([place, row, column]) => [place, text(row, column)])),
  });
  const body = columns.filter((column) => column > 0);
  const rows = labels.map((label, row) =>
    line(
      label,
      body.map((column) => [column, row, column]),
    ),
  );
  const turned = body.map((column) =>
    line(
      head.get(column) ?? '',
      labels.map((_, row) => [row, row, column]),
    ),
  );
  return [
    { lines: rows, heads: new Map(body.map((column) => [column, head.get(column) ?? ''])) },
    { lines: turned, heads: new Map(labels.map((label, row) => [row, label])) },
  ];
}
