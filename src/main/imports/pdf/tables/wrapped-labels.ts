/** Rows of a table that are the second line of a cell: its words go to the row that they belong to. */
import { isUnitLine } from '../../../../core/figure/placing/cells/unit-line';
import { isValueText } from './cells';
import type { Row, Segment } from '../printed/model';

/** A row with its cells by column. */
export interface Line {
  readonly row: Row;
  readonly cells: readonly (readonly Segment[])[];
}

/** How near a wrapped label comes to the end of its column, in shares of the column's width. */
const NEAR_END = 0.75;
const BINDS = /(?:[,&/(–—-]|\b(?:and|or|of|the|to|for|in|on|from|by|with|upon|net|at|per|a|an))$/iu;

interface Spacing {
  /** The least step from row to row. */
  readonly tight: number;
  /** Some rows stand further apart, so that near ones may be lines of one row. */
  readonly bimodal: boolean;
  /** Right edge of the labels beside values. */
  readonly limit: number;
}

/** Cells by column, the lines of each in order. */
export function joinWrapped(lines: readonly Line[]): Segment[][][] {
  const steps = lines.slice(1).map(({ row }, at) => row.base - (lines[at]?.row.base ?? 0));
  const tight = Math.min(...steps.filter((step) => step > 0));
  const bimodal = steps.some((step) => step > 1.25 * tight);
  const valued = lines.filter(({ cells }) => isValued(cells));
  const limit = Math.max(0, ...valued.flatMap(({ cells: [label] }) => (label ?? []).map(({ x, w }) => x + w)));
  const spacing: Spacing = { tight, bimodal, limit };
  const merged: Segment[][][] = [];
  lines.forEach(({ row, cells }, at) => {
    const last = merged.at(-1);
    const step = steps[at - 1] ?? Number.POSITIVE_INFINITY;
    const isClose = step > 0 && step <= 1.7 * row.size;
    const isOne = step > 0 && step < OVERLAPPING * row.size && !hasBoth(cells, last);
    const goesOn =
      last && isClose && (step <= 1.2 * tight ? continues(cells, last, spacing) : leadsOn(last, cells, spacing));
    if (last && (isOne || goesOn)) {
      cells.forEach((cell, column) => last[column]?.push(...cell));
    } else merged.push(cells.map((cell) => [...cell]));
  });
  return merged;
}

/** Rows nearer than this, in sizes of the text, would overlap: cells of one row that have one or two lines. */
const OVERLAPPING = 0.85;

const hasBoth = (cells: Cells, above: Cells = []): boolean =>
  cells.some((cell, column) => holdsValue(cell) && holdsValue(above[column]));

/** The lines of each cell of a row, by column. */
export type Cells = readonly (readonly Segment[])[];

function continues(cells: Cells, above: Cells, spacing: Spacing): boolean {
  if (isLabelAlone(cells)) return isLabelAlone(above) ? runsOn(above, cells) : labelGoesOn(above, cells, spacing);
  if (isLabelAlone(above)) return isValued(cells) && labelGoesOn(above, cells, spacing);
  if (isUnits(cells)) return false;
  const within = cells.every((cell, column) => cell.length === 0 || (above[column] ?? []).length > 0);
  if (!within) return false;
  // A wrapped line of a label stands beside no value of its own: two values in one column are two rows.
  if (cells.some((cell, column) => column > 0 && holdsValue(cell) && holdsValue(above[column]))) return false;
  // Words do not go on with a number or a period: `(In thousands)` below `2031` is a line of its own.
  if (cells.some((cell, column) => cell.length > 0 && !holdsValue(cell) && holdsValue(above[column]))) return false;
  const numbers = cells.filter(holdsNumber).length;
  if (spacing.bimodal) return numbers < 2;
  const filled = cells.filter((cell) => cell.length > 0).length;
  return (cells[0] ?? []).length === 0 && numbers === 0 && filled < above.filter((cell) => cell.length > 0).length;
}

/** A label alone whose words read on in the row of values below it, however far apart its rows stand. */
const leadsOn = (above: Cells, cells: Cells, spacing: Spacing): boolean =>
  isLabelAlone(above) && isValued(cells) && labelGoesOn(above, cells, { ...spacing, bimodal: false });

const isLabelAlone = (cells: Cells): boolean =>
  (cells[0] ?? []).length > 0 && cells.slice(1).every((cell) => cell.length === 0);

const holdsValue = (cell: readonly Segment[] = []): boolean => cell.some(({ text }) => isValueText(text));
const holdsNumber = (cell: readonly Segment[]): boolean =>
  cell.some(({ text }) => /\d/.test(text) && isValueText(text));
const isValued = (cells: Cells): boolean => cells.slice(1).some(holdsValue);

/** The words of the second label go on with those of the first. */
function runsOn(above: Cells, below: Cells): boolean {
  const [first, second] = [endOf(above), below[0]?.[0]];
  if (!first || !second || /[:.]$/.test(first.text.trim())) return false;
  return reads(above, second.text);
}

const endOf = (cells: Cells): Segment | undefined => cells[0]?.at(-1);

/** By the words alone: a lower letter goes on, and so does what stands behind an open bracket or a joining word. */
function reads(above: Cells, words: string): boolean {
  const label = (above[0] ?? [])
    .map(({ text }) => text)
    .join(' ')
    .trim();
  const open = (label.match(/\(/g) ?? []).length > (label.match(/\)/g) ?? []).length;
  return open || BINDS.test(label) || /^\s*\p{Ll}/u.test(words);
}

/** One of the two rows has the values: the label wraps if it came to the end of its column, and reads on or stands nearer. */
function labelGoesOn(above: Cells, below: Cells, { limit, bimodal }: Spacing): boolean {
  const [first, second] = [endOf(above), below[0]?.[0]];
  if (!first || !second || /[:.]$/.test(first.text.trim()) || first.bold !== second.bold) return false;
  if (second.x < first.x - 0.5 * first.size) return false;
  const start = above[0]?.[0]?.x ?? first.x;
  const word = /^\s*\S+/.exec(second.text)?.[0].length ?? 0;
  const wide = (second.w * word) / Math.max(1, second.text.length);
  const end = first.x + first.w;
  if (reads(above, second.text)) return end + wide >= start + NEAR_END * (limit - start);
  return bimodal && !/:\s*$/.test(second.text) && end + wide + 0.2 * first.size > limit;
}

const UNIT =
  /^[(]?(?:[A-Z]{0,3}[$€£¥₹][’']?(?:0{3}|m|mn|bn|k)?|%|[’']?0{3}s?|[A-Z]{3}(?:\s?[’']?0{3}|\s?m)?|shares|notes?)[)]?$/iu;

/** Whether a row says units (`£’000`, `%`) below its heads: it is one of its own. */
export const isUnits = (row: Cells): boolean =>
  row.slice(1).some((cell) => cell.some(({ text }) => UNIT.test(text.trim()) || isUnitLine(text)));
