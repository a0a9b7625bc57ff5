/** Tables of a Word document while they are read: rows, cells, and what is merged. */
import { attribute, type Attributes } from '../archive/xml';
import type { Paragraph, TableCell, TableRow } from './model';
import { isOn } from './on-off';

interface OpenTable {
  rows: TableRow[];
  header: boolean;
  cells: TableCell[];
  cell: OpenCell | null;
}

interface OpenCell {
  readonly paragraphs: Paragraph[];
  columns: number;
  continued: boolean;
}

const MOST_COLUMNS = 200;
const columnsOf = (attributes: Attributes): number =>
  Math.min(Math.max(Number(attribute(attributes, 'val')) || 1, 1), MOST_COLUMNS);

export class OpenTables {
  readonly #open: OpenTable[] = [];

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** The cell that is being read, of the innermost table. */
  get cell(): OpenCell | null {
    return this.#open.at(-1)?.cell ?? null;
  }

  begin(): void {
    this.#open.push({ rows: [], header: false, cells: [], cell: null });
  }

  /** Rows, cells and their properties; false where the element is none of a table's. */
  open(name: string, attributes: Attributes): boolean {
    const table = this.#open.at(-1);
    switch (name) {
      case 'tr':
        if (table) Object.assign(table, { header: false, cells: [] });
        return true;
      case 'tblHeader':
        if (table) table.header = isOn(attributes);
        return true;
      case 'gridBefore':
        // Columns that the row leaves out at its start.
        if (table) table.cells.push({ paragraphs: [], columns: columnsOf(attributes), continued: true });
        return true;
      case 'tc':
        if (table) table.cell = { paragraphs: [], columns: 1, continued: false };
        return true;
      case 'gridSpan':
        if (table?.cell) table.cell.columns = columnsOf(attributes);
        return true;
      case 'vMerge':
        if (table?.cell) table.cell.continued = (attribute(attributes, 'val') ?? 'continue') === 'continue';
        return true;
      default:
        return false;
    }
  }

  endCell(): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.cells.push(table.cell);
    if (table) table.cell = null;
  }

  endRow(): void {
    const table = this.#open.at(-1);
    if (table && table.cells.length > 0) table.rows.push({ header: table.header, cells: table.cells });
  }

  /** The rows of the table that ends; null where none is open. */
  end(): readonly TableRow[] | null {
    return this.#open.pop()?.rows ?? null;
  }
}
