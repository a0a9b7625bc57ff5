/** Tables of tagged files: their tags say what one cell is, and where it stands says its column, for empty cells have no words. */
import { kindOf } from './cells';
import { inColumns, type Piece } from './cut-columns';
import type { Row, TableRow } from '../printed/model';

export interface TaggedRow {
  readonly row: number;
  header: boolean;
  readonly cells: (readonly Row[])[];
}

interface Cell extends Piece {
  readonly lines: readonly Row[];
}

/** Rows with as many cells as their table has columns; as they came where all have the same number. */
export function taggedTable(rows: readonly TaggedRow[]): TableRow[] {
  const counts = new Set(rows.map(({ cells }) => cells.length));
  const placed =
    counts.size > 1
      ? inColumns(
          rows.map(({ cells }) => cells.map(cellOf)),
          sizeOf(rows),
        )
      : null;
  return rows.map(({ header, cells }, at) => ({
    header,
    cells: placed?.[at]?.map((cell) => cell.flatMap(({ lines }) => lines)) ?? cells,
  }));
}

function cellOf(lines: readonly Row[]): Cell {
  const left = Math.min(...lines.map(({ x }) => x));
  const words = lines.map(({ text }) => text).join(' ');
  return {
    lines,
    text: words.trim(),
    kind: kindOf(words),
    left,
    from: left,
    to: Math.max(...lines.map(({ x, w }) => x + w)),
  };
}

const sizeOf = (rows: readonly TaggedRow[]): number => {
  const sizes = rows.flatMap(({ cells }) => cells.flat().map(({ size }) => size)).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 10;
};
