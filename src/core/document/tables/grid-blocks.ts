/** Blocks of a table: a block for every row, in reading order, heads and lines above them as heads. */
import type { Grid } from './grid';
import type { Span } from '../model';
import { rawBlock, type RawBlock, type RawTable } from '../lines/raw';

/**
 * Adds one block a head and one a row to `blocks`, in order of their places, and the table to `tables`. The blocks
 * refer to it by its index; row −1 is a head.
 */
export function pushGrid(grid: Grid, caption: Span | null, blocks: RawBlock[], tables: RawTable[]): void {
  const index = tables.length;
  const heads = distinct(grid.heads.map(({ row }) => row));
  const above = grid.lines.filter((line) => !heads.some((head) => head.start <= line.start && line.end <= head.end));
  for (const { start, end } of [...above, ...heads].sort((a, b) => a.start - b.start)) {
    blocks.push(rawBlock('table-head', { start, end }, { cell: { table: index, row: -1 } }));
  }
  grid.rows.forEach(({ start, end }, row) => {
    blocks.push(rawBlock('table-row', { start, end }, { cell: { table: index, row } }));
  });
  tables.push({
    caption,
    heads: grid.heads.map(({ cells }) => cells),
    lines: above,
    rows: grid.rows.map(({ cells }) => cells),
  });
}

/** Heads that a paste has broken over lines share their lines. */
function distinct(rows: readonly Span[]): Span[] {
  return rows.filter(
    (row, at) => !rows.slice(0, at).some((other) => other.start === row.start && other.end === row.end),
  );
}
