/** Heads of several lines: `6 months to` over `30 September` over `2031` is one head, and its unit below is not. */
import { isUnitLine } from '../../../../core/figure/placing/cells/table-scale';
import type { Segment } from '../printed/model';
import type { Cells } from './wrapped-labels';

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

const UNIT =
  /^[(]?(?:[A-Z]{0,3}[$€£¥₹][’']?(?:0{3}|m|mn|bn|k)?|%|[’']?0{3}s?|[A-Z]{3}(?:\s?[’']?0{3}|\s?m)?|shares|notes?)[)]?$/iu;

/** A row of units is one of its own. */
const isUnits = (row: Cells): boolean =>
  row.slice(1).some((cell) => cell.some(({ text }) => UNIT.test(text.trim()) || isUnitLine(text)));
