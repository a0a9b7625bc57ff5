/**
 * Tables below each other on one sheet. The first one is the sheet's own; where a row heads its columns anew behind a gap
 * or a title, or a grid of two assumptions begins, another one does.
 */
import { roleOfHead } from '../figure/cell/column-words';
import { cellText } from '../figure/cell/cell';
import type { DecimalString } from '../figure/model';
import { readValueCell } from '../figure/cell/value-cell';
import { type Head, lookOf } from './head';
import type { Sheet, TableRow } from './model';
import { readLabel } from './units';

/** By indices among the rows of the sheet. */
export interface Block {
  /** Its title, or its head where it has none: what stands above belongs to the table before. */
  readonly from: number;
  readonly head: Head;
  readonly title: string | null;
  /** Of a grid: the column that its rows are headed in, and those of its values. */
  readonly grid: { readonly heads: number; readonly values: readonly number[] } | null;
}

/** More than that is no sheet that a person set. */
const MOST_BLOCKS = 100;
const MOST_COLUMNS = 100;

/** The tables behind the first one; `first` is that one's head. */
export function blocksBelow({ rows }: Sheet, first: Head): readonly Block[] {
  const found: Block[] = [];
  const start = first.row + first.rows;
  let free = 0;
  for (let at = 1; at < rows.length && found.length < MOST_BLOCKS; at += 1) {
    const grid = gridAt(rows, at, free);
    if (grid !== null) {
      found.push(grid);
      const end = endOfGrid(rows, grid);
      // What stands below a grid is none of it.
      if (end < rows.length) found.push({ from: end, head: { row: end, rows: 0 }, title: null, grid: null });
      at = Math.max(at, end - 1);
      free = end;
    } else if (at > start && headsAnew(rows, at)) found.push(headed(rows, at));
  }
  // A block that ends where the next begins holds nothing.
  return found.filter(({ from }, index) => from !== found[index + 1]?.from);
}

const filledOf = ({ cells }: TableRow): readonly number[] =>
  cells.slice(0, MOST_COLUMNS).flatMap((cell, index) => (lookOf(cell) === 'empty' ? [] : [index]));

/** One text, or the same one in every cell of a merged title. */
function titleOf(row: TableRow | undefined): string | null {
  if (row === undefined) return null;
  const texts = new Set(row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
  const [only] = texts;
  return texts.size === 1 && only !== undefined && /\p{L}{2}/u.test(only) && only.length <= 200 ? only : null;
}

const isGap = (rows: readonly TableRow[], at: number): boolean =>
  (rows[at]?.number ?? 0) - (rows[at - 1]?.number ?? 0) > 1;

/** Words over at least one column that numbers stand in below, known as words of heads. */
function headsAnew(rows: readonly TableRow[], at: number): boolean {
  const row = rows[at];
  const below = rows[at + 1];
  if (row === undefined || below === undefined || isGap(rows, at + 1)) return false;
  if (!isGap(rows, at) && titleOf(rows[at - 1]) === null) return false;
  const filled = filledOf(row);
  if (filled.length < 2 || titleOf(row) !== null) return false;
  if (filled.some((index) => lookOf(row.cells[index]) === 'number')) return false;
  const valued = filled.slice(1).filter((index) => lookOf(below.cells[index]) === 'number');
  return valued.length > 0 && filled.some((index) => isHeadWord(cellText(row.cells[index])));
}

function isHeadWord(text: string): boolean {
  if (roleOfHead(text) !== null) return true;
  const look = lookOf(text);
  if (look === 'year' || look === 'period') return true;
  const { unit, scale, currency } = readLabel(text);
  return unit !== null || scale !== null || currency !== null;
}

/** A blank row may stand between a title and its head. */
const FARTHEST_TITLE = 2;

function headed(rows: readonly TableRow[], at: number): Block {
  const title = (rows[at]?.number ?? 0) - (rows[at - 1]?.number ?? 0) <= FARTHEST_TITLE ? titleOf(rows[at - 1]) : null;
  return { from: title === null ? at : at - 1, head: { row: at, rows: 1 }, title, grid: null };
}

const GRID_TITLE = /sensitiv|\bvs\.?(?=\s)|\bversus\b|\bmatrix\b|敏感|sensibili/iu;
const FEWEST_STEPS = 3;
/** Rows between the title of a grid and its head: `Base WACC: 8.5%`. */
const TITLE_WITHIN = 5;

/** `Terminal growth → | 1.5% | 2.0% | 2.5%` over rows that are headed by an assumption too; its title stands at `free` or below. */
function gridAt(rows: readonly TableRow[], at: number, free: number): Block | null {
  const row = rows[at];
  if (row === undefined) return null;
  const steps = stepsOf(row);
  if (steps.length < FEWEST_STEPS) return null;
  const last = titleOf(rows[at + 1]) === null ? at : at + 1;
  const heads = (steps[0] ?? 0) - 1;
  const body = rows.slice(last + 1, last + 3);
  if (body.length < 2 || !body.every((one) => isOfGrid(one, heads, steps))) return null;
  for (let above = at - 1; above >= Math.max(free, at - TITLE_WITHIN); above -= 1) {
    const title = titleOf(rows[above]);
    if (title === null || !GRID_TITLE.test(title)) continue;
    return { from: above, head: { row: at, rows: last - at + 1 }, title, grid: { heads, values: steps } };
  }
  return null;
}

const isOfGrid = ({ cells }: TableRow, heads: number, values: readonly number[]): boolean =>
  lookOf(cells[heads]) !== 'empty' && values.every((index) => lookOf(cells[index]) === 'number');

function endOfGrid(rows: readonly TableRow[], { head, grid }: Block): number {
  if (grid === null) return head.row + head.rows;
  let end = head.row + head.rows;
  for (let row = rows[end]; row !== undefined && isOfGrid(row, grid.heads, grid.values); row = rows[end]) {
    if (end > head.row + head.rows && isGap(rows, end)) break;
    end += 1;
  }
  return end;
}

/** Steps of an assumption are about even. */
const UNEVEN = 4;

/** The columns of a row that steps up or down from cell to cell and holds no other number. */
function stepsOf({ cells }: TableRow): readonly number[] {
  const numbers: { index: number; value: DecimalString; unit: string | null }[] = [];
  for (const [index, cell] of cells.slice(0, MOST_COLUMNS).entries()) {
    if (lookOf(cell) !== 'number') continue;
    const read = readValueCell(cell, 'point');
    if (read.kind !== 'value' || read.low === null || read.low !== read.high) return [];
    numbers.push({ index, value: read.low, unit: read.unit });
  }
  const [first] = numbers;
  if (first === undefined || first.index < 1) return [];
  const isRow = numbers.every(({ index, unit }, n) => index === first.index + n && unit === first.unit);
  const gaps = numbers.slice(1).map(({ value }, n) => Number(value) - Number(numbers[n]?.value ?? value));
  const sizes = gaps.map(Math.abs);
  const isOneWay = gaps.every((gap) => gap > 0) || gaps.every((gap) => gap < 0);
  return isRow && isOneWay && Math.max(...sizes) <= UNEVEN * Math.min(...sizes)
    ? numbers.map(({ index }) => index)
    : [];
}
