/** Heads of several lines: `6 months to` over `30 September` over `2031` is one head, and its unit below is not. */
import type { Segment } from '../printed/model';
import { type Cells, isUnits } from './wrapped-labels';

/** Step between the lines of one head, in sizes of the text. */
const NEAR = 1.6;

/** Rows of heads, each with those below it that stand over the same columns as its next line. */
export function joinStacked(heads: readonly Cells[]): Segment[][][] {
  const out: Segment[][][] = [];
  for (const row of heads) {
    const above = out.at(-1);
    if (above && goesOn(above, row)) row.forEach((cell, column) => above[column]?.push(...cell));
    else out.push(row.map((cell) => [...cell]));
  }
  return out;
}

function goesOn(above: Cells, row: Cells): boolean {
  const [last, next] = [above.flat().at(-1), row.flat()[0]];
  if (!last || !next || last.page !== next.page || next.base <= last.base) return false;
  const isNear = next.base - last.base <= NEAR * Math.max(last.size, next.size);
  const isSame = row.every((cell, column) => cell.length > 0 === (above[column] ?? []).length > 0);
  const over = row.flat().length;
  return isNear && isSame && over > 1 && !isUnits(row) && !isUnits(above);
}
