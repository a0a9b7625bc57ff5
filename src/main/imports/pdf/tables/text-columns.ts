/** Columns of tables without numbers, from the rows with the most cells: overlapping cells are of one column. */
import type { Row, Segment } from '../printed/model';

interface Column {
  from: number;
  to: number;
}

/** The cells of each row by column, left to right. */
export function byMostCells(rows: readonly Row[]): Segment[][][] {
  const columns = columnsOf(rows);
  return rows.map((row) => place(row.segments, columns));
}

function columnsOf(rows: readonly Row[]): Column[] {
  const most = Math.max(...rows.map((row) => row.segments.length));
  const columns: Column[] = [];
  const full = rows.filter((row) => row.segments.length === most);
  for (const cell of full.flatMap((row) => row.segments).sort((a, b) => a.x - b.x)) {
    const column = columns.find((one) => cell.x < one.to && cell.x + cell.w > one.from);
    if (column) {
      column.from = Math.min(column.from, cell.x);
      column.to = Math.max(column.to, cell.x + cell.w);
    } else columns.push({ from: cell.x, to: cell.x + cell.w });
  }
  return columns.sort((a, b) => a.from - b.from);
}

function place(segments: readonly Segment[], columns: readonly Column[]): Segment[][] {
  const cells: Segment[][] = columns.map(() => []);
  for (const segment of segments) {
    let best = 0;
    let near = Number.NEGATIVE_INFINITY;
    columns.forEach((column, at) => {
      const overlap = Math.min(column.to, segment.x + segment.w) - Math.max(column.from, segment.x);
      if (overlap > near + 0.01) {
        near = overlap;
        best = at;
      }
    });
    cells[best]?.push(segment);
  }
  return cells;
}
