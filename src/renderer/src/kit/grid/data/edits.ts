/**
 * From what a person does to cells (type, paste, fill, clear) to what is asked of the notebook: pure planning of cell
 * texts, then reading them by column into one set of changes a row. The grid itself never owns a value.
 */
import type { Matrix } from '../clipboard/clipboard';
import type { Bounds } from '../select/range';

/** What a column makes of a text that was put into one of its cells: changes to the record, or what is wrong with it. */
export type CellReading<Set> =
  | { readonly ok: true; readonly set: Set }
  | { readonly ok: false; readonly message: string };

/** A text put into a cell by position. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Where the cells of a pasted table go: from the top left of the selection; over and over where the selection is a
 * whole multiple of it (so that one copied cell fills a selection); cut at the grid's last row and column.
 */
export function planPaste(into: Bounds, cells: Matrix, size: { rows: number; columns: number }): PlacedText[] {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const rows = into.bottom - into.top + 1;
  const columns = into.right - into.left + 1;
  const repeats = rows % height === 0 && columns % width === 0;
  const down = Math.min(repeats ? rows : height, size.rows - into.top);
  const across = Math.min(repeats ? columns : width, size.columns - into.left);
  const placed: PlacedText[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const text = cells[row % height]?.[column % width];
      if (text !== undefined) placed.push({ row: into.top + row, column: into.left + column, text });
    }
  }
  return placed;
}

/** Ctrl+R: the left column of the selection into the columns right of it; a single column takes the one left of it. */
export function planFillRight(selection: Bounds, textAt: (row: number, column: number) => string): PlacedText[] {
  const from = selection.left === selection.right ? selection.left - 1 : selection.left;
  if (from < 0) return [];
  const placed: PlacedText[] = [];
  for (let row = selection.top; row <= selection.bottom; row += 1) {
    const text = textAt(row, from);
    for (let column = from + 1; column <= selection.right; column += 1) placed.push({ row, column, text });
  }
  return placed;
}

/** One text into every cell of the selection. */
export function planSame(selection: Bounds, text: string): PlacedText[] {
  return planClear(selection).map((cell) => ({ ...cell, text }));
}

/** What of a pasted table stands below the last row and right of the last column. */
export function overhang(
  into: Bounds,
  cells: Matrix,
  size: { rows: number; columns: number },
): { readonly rows: Matrix; readonly columns: number } {
  const width = Math.max(0, ...cells.map((row) => row.length));
  return {
    rows: cells.slice(Math.max(0, size.rows - into.top)),
    columns: Math.max(0, width - (size.columns - into.left)),
  };
}

/** Ctrl+D: the top row of the selection into the rows below it; a single row takes the row above. */
export function planFillDown(selection: Bounds, textAt: (row: number, column: number) => string): PlacedText[] {
  const oneRow = selection.top === selection.bottom;
  const from = oneRow ? selection.top - 1 : selection.top;
  if (from < 0) return [];
  const placed: PlacedText[] = [];
  for (let row = from + 1; row <= selection.bottom; row += 1) {
    for (let column = selection.left; column <= selection.right; column += 1) {
      placed.push({ row, column, text: textAt(from, column) });
    }
  }
  return placed;
}

/** Delete: every cell of the selection emptied. */
export function planClear(selection: Bounds): PlacedText[] {
  const placed: PlacedText[] = [];
  for (let row = selection.top; row <= selection.bottom; row += 1) {
    for (let column = selection.left; column <= selection.right; column += 1) placed.push({ row, column, text: '' });
  }
  return placed;
}

/** The parts of a column that editing needs. */
export interface EditableColumn<Row, Set> {
  readonly id: string;
  /** Its head, for a person. */
  readonly title?: string;
  readonly text: (row: Row) => string;
  /** What the editor starts from and what is copied, where that is not what the cell shows. */
  readonly editText?: (row: Row) => string;
  /** Absent where the column cannot be edited. */
  readonly read?: ((text: string, row: Row) => CellReading<Set>) | undefined;
}

export interface CellText<Row, Set> {
  readonly row: Row;
  readonly column: EditableColumn<Row, Set>;
  readonly text: string;
}

export interface RowEdit<Set> {
  readonly id: string;
  readonly set: Set;
}

export interface RejectedCell {
  readonly id: string;
  readonly column: string;
  readonly text: string;
  readonly message: string;
}

export interface ReadEdits<Set> {
  readonly edits: readonly RowEdit<Set>[];
  /** Cells whose new text goes into `edits`, to be shown until the notebook has answered. */
  readonly accepted: readonly { readonly id: string; readonly column: string; readonly text: string }[];
  readonly rejected: readonly RejectedCell[];
  /** Cells that cannot be edited at all; said once, not cell by cell. */
  readonly readOnly: number;
}

/** Reads cell texts by column; texts that change nothing are left out, changes to one row become one edit. */
export function readEdits<Row, Set extends object>(
  cells: readonly CellText<Row, Set>[],
  idOf: (row: Row) => string,
): ReadEdits<Set> {
  const sets = new Map<string, Set>();
  const accepted: { id: string; column: string; text: string }[] = [];
  const rejected: RejectedCell[] = [];
  let readOnly = 0;
  for (const { row, column, text } of cells) {
    if (!column.read) {
      readOnly += 1;
      continue;
    }
    const wanted = text.trim();
    if (wanted === (column.editText ?? column.text)(row).trim()) continue;
    const id = idOf(row);
    const reading = column.read(wanted, row);
    if (reading.ok) {
      sets.set(id, { ...sets.get(id), ...reading.set });
      accepted.push({ id, column: column.id, text: wanted });
    } else {
      rejected.push({ id, column: column.id, text, message: reading.message });
    }
  }
  return { edits: [...sets].map(([id, set]) => ({ id, set })), accepted, rejected, readOnly };
}
