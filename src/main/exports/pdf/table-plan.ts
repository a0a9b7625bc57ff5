/**
 * Decides how a table fits: as it is, smaller, on a turned page, and where even that is too narrow, in parts of fewer
 * columns that each begin with the label column. What is decided here is set as decided, so nothing is ever cut.
 */
import type { Grid, PlacedCell } from '../note/cells';
import type { Measure } from './measure';

export interface Space {
  /** Points between the margins, upright and turned; 0 where the page cannot turn. */
  readonly upright: number;
  readonly turned: number;
}

export interface Part {
  /** Columns of the whole table, in order; the label column comes first in every part. */
  readonly columns: readonly number[];
  readonly widths: readonly number[];
}

export interface TablePlan {
  /** Points. */
  readonly size: number;
  readonly inset: number;
  readonly turned: boolean;
  readonly parts: readonly Part[];
}

/** Points: the usual size, and the smallest that is still read with ease. */
export const USUAL = 8.2;
const SMALLEST = 6.6;
const SIZES = [USUAL, 7.4, SMALLEST] as const;
const INSET = 4.5;
const TIGHT_INSET = 2.6;
/** From here on columns stand closer. */
const MANY_COLUMNS = 9;
/** A word longer than this, in letter heights, may break; a text is not asked to stand on a longer line. */
const [LONGEST_WORD, LONGEST_LINE] = [13, 42];

interface ContentWidth {
  /** As shares of the font size: the least, and one line. */
  least: number;
  line: number;
}

/** What each column asks for; a cell over several is served by what they have together. */
function contentWidths(grid: Grid, measure: Measure): readonly ContentWidth[] {
  const needs = Array.from({ length: grid.columns }, (): ContentWidth => ({ least: 1, line: 1 }));
  const spanning: PlacedCell[] = [];
  for (const placed of grid.cells) {
    if (placed.columns > 1) {
      spanning.push(placed);
      continue;
    }
    const need = needs[placed.column];
    if (!need) continue;
    const { word, line } = measure.inlines(placed.cell.inlines, placed.cell.header);
    need.least = Math.max(need.least, Math.min(word, LONGEST_WORD));
    need.line = Math.max(need.line, Math.min(line, LONGEST_LINE));
  }
  for (const { cell, column, columns } of spanning) {
    const { word } = measure.inlines(cell.inlines, cell.header);
    const own = needs.slice(column, column + columns);
    const lacking = Math.min(word, LONGEST_WORD) - own.reduce((sum, { least }) => sum + least, 0);
    for (const need of own) if (lacking > 0) need.least += lacking / own.length;
  }
  for (const need of needs) need.line = Math.max(need.line, need.least);
  return needs;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Columns share what is left over by how much longer their lines are than their words. */
function widthsFor(needs: readonly ContentWidth[], size: number, inset: number, space: number): readonly number[] {
  const least = needs.map((need) => need.least * size + 2 * inset);
  const wanted = needs.map((need) => need.line * size + 2 * inset);
  const spare = space - sum(least);
  const want = sum(wanted) - sum(least);
  if (want <= spare) {
    // Everything stands on one line: what is left is shared evenly, so that columns stand as far apart.
    const rest = (space - sum(wanted)) / needs.length;
    return wanted.map((width) => width + rest);
  }
  return least.map((width, i) => width + (spare * ((wanted[i] ?? 0) - width)) / want);
}

const fits = (needs: readonly ContentWidth[], size: number, inset: number, space: number): boolean =>
  sum(needs.map((need) => need.least * size + 2 * inset)) <= space;

/** How many upright widths a table may need on one line before it is worth a turned page. */
const WORDY = 2.6;

export function planTable(grid: Grid, measure: Measure, space: Space): TablePlan {
  const needs = contentWidths(grid, measure);
  const inset = grid.columns >= MANY_COLUMNS ? TIGHT_INSET : INSET;
  const all = needs.map((_, column) => column);
  const whole = (size: number, turned: boolean): TablePlan => ({
    size,
    inset,
    turned,
    parts: [{ columns: all, widths: widthsFor(needs, size, inset, turned ? space.turned : space.upright) }],
  });
  const line = sum(needs.map((need) => need.line * USUAL + 2 * inset));
  const wordy = grid.columns >= 6 && line > WORDY * space.upright;
  const upright = SIZES.find((size) => fits(needs, size, inset, space.upright));
  if (upright !== undefined && !(wordy && fits(needs, USUAL, inset, space.turned))) return whole(upright, false);
  const turned = SIZES.find((size) => fits(needs, size, inset, space.turned));
  if (turned !== undefined) return whole(turned, true);
  const widest = Math.max(space.upright, space.turned);
  const parts = partsOf(needs, SIZES[1], inset, widest);
  return { size: SIZES[1], inset, turned: space.turned > 0, parts };
}

/** As many columns a part as fit beside the label, spread so that the last part is not a lone column. */
function partsOf(needs: readonly ContentWidth[], size: number, inset: number, space: number): readonly Part[] {
  const widthOf = (column: number): number => (needs[column]?.least ?? 0) * size + 2 * inset;
  const label = widthOf(0);
  const fill = (room: number): number[][] => {
    const groups: number[][] = [];
    let left = 0;
    for (let column = 1; column < needs.length; column++) {
      const group = groups.at(-1);
      if (group && widthOf(column) <= left) group.push(column);
      else {
        groups.push([column]);
        left = room;
      }
      left -= widthOf(column);
    }
    return groups;
  };
  const room = space - label;
  const { length } = fill(room);
  const total = sum(needs.slice(1).map((_, i) => widthOf(i + 1)));
  const even = [1.02, 1.1, 1.25].map((more) => fill(Math.min(room, (total / length) * more)));
  const groups = even.find((one) => one.length === length) ?? fill(room);
  return groups.map((group) => {
    const columns = [0, ...group];
    const own = columns.flatMap((column) => needs[column] ?? []);
    return { columns, widths: widthsFor(own, size, inset, space) };
  });
}

/** The part of a cell that stands in these columns: its place among them, or null. A span is cut, its words repeated. */
export function within(placed: PlacedCell, columns: readonly number[]): { column: number; columns: number } | null {
  const own = columns.flatMap((column, at) =>
    column >= placed.column && column < placed.column + placed.columns ? [at] : [],
  );
  const [first] = own;
  return first === undefined ? null : { column: first, columns: own.length };
}
