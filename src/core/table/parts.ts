/**
 * Several tables on one sheet: below the first one others begin, each with a row of heads of its own, or with the steps of
 * an axis, as grids of sensitivities do.
 */
import { type Cell, cellText } from '../figure/cell/cell';
import { readValueCell } from '../figure/cell/value-cell';
import { columnCount } from './columns';
import { type Head, isMergedTitle, type Look, lookOf, periodsOfRow } from './head';
import type { Sheet, TableRow } from './model';

/** Columns of a table, from its first to one past its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Part {
  /** Index of its first row among the sheet's rows (a title above the heads, or the heads), and one past its last. */
  readonly from: number;
  readonly to: number;
  readonly head: Head;
  /** The nearest title above its heads; of a grid without its axes. Empty where there is none. */
  readonly title: string;
  /** Of a grid: the columns that hold what comes out. Null for a table with heads of words or periods. */
  readonly grid: readonly number[] | null;
}

/** A sheet of more rows is an export of one table. */
const LONGEST_SHEET = 5000;
const MOST_PARTS = 100;
const MOST_TITLES = 3;
const FEWEST_HEADS = 2;
const FEWEST_STEPS = 3;
const FEWEST_ROWS = 2;

const NO_ROW: TableRow = { number: 0, cells: [] };

/** The tables that begin below the first, in order; `first` is where the values of the first one begin. */
export function partsBelow({ rows }: Sheet, first: number): readonly Part[] {
  if (rows.length > LONGEST_SHEET) return [];
  const parts: Part[] = [];
  let free = first;
  let hasValues = false;
  let width = filled(rows[first - 1]).length;
  for (let at = first; at < rows.length - 1 && parts.length < MOST_PARTS; at += 1) {
    const grid = gridAt(rows, at);
    hasValues ||= at > first && hasNumber(rows[at - 1] ?? NO_ROW);
    const isBelow = hasValues && isApart(rows, at);
    const facts = grid === null && isBelow && width > FACT_CELLS ? factsAt(rows, at) : 0;
    if (grid === null && facts === 0 && !(isBelow && isHead(rows, at))) continue;
    // Titles of a grid that begins the sheet were taken for its heads.
    const from = titlesAbove(rows, at, at === first ? 0 : free);
    const heads = grid === null ? (facts > 0 ? 0 : 1) : grid.heads;
    const to = grid !== null ? gridEnd(rows, at + heads, grid) : facts > 0 ? at + facts : rows.length;
    const above = rows.slice(from, at).flatMap((row) => filled(row)[0] ?? []);
    const title = grid === null ? (above.at(-1) ?? '') : titleOf(rows, at, grid.columns);
    parts.push({ from, to, head: { row: at, rows: heads }, title, grid: grid?.columns ?? null });
    free = grid === null && facts === 0 ? at + 1 : to;
    if (facts === 0 && grid === null) width = filled(rows[at]).length;
    at = Math.max(at, free - 1);
  }
  return parts.map((part, index) => ({ ...part, to: Math.min(part.to, parts[index + 1]?.from ?? rows.length) }));
}

/** The rows that no part takes: those of the first table. */
export const rowsOutside = (rows: readonly TableRow[], first: number, parts: readonly Part[]): readonly TableRow[] =>
  parts.length === 0
    ? rows.slice(first)
    : rows.filter((_, at) => at >= first && !parts.some(({ from, to }) => from <= at && at < to));

/** A formula whose result was not saved stands for a number. */
const seen = (cell: Cell | undefined): Look =>
  typeof cell === 'object' && cell.formula !== undefined && cell.text === '' ? 'number' : lookOf(cell);

const hasNumber = ({ cells }: TableRow): boolean => cells.some((cell) => seen(cell) === 'number');

const shown = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell.formula !== undefined && cell.text === '' ? '=' : cellText(cell).trim();

const filled = (row: TableRow | undefined): string[] => (row?.cells ?? []).map(shown).filter((text) => text !== '');

/** One text in the row, or one merged over several of its cells. */
const isTitle = (row: TableRow | undefined): boolean =>
  row !== undefined && new Set(filled(row)).size === 1 && /\p{L}/u.test(filled(row)[0] ?? '');

/** Nothing but a title stands right above its columns. */
function isApart(rows: readonly TableRow[], at: number): boolean {
  if ((rows[at]?.number ?? 0) - (rows[at - 1]?.number ?? 0) > 1 || isTitle(rows[at - 1])) return true;
  const isFilled = (row: TableRow | undefined, column: number): boolean => shown(row?.cells[column]) !== '';
  const own = rows[at]?.cells.flatMap((_, column) => (isFilled(rows[at], column) ? [column] : [])) ?? [];
  const [first = 0, last = 0] = [own[0], own.at(-1)];
  return !(rows[at - 1]?.cells ?? []).some(
    (_, column) => column >= first && column <= last && isFilled(rows[at - 1], column),
  );
}

/** Words or periods over columns that hold numbers in the row below, and no number among them. */
function isHead(rows: readonly TableRow[], at: number): boolean {
  const row = rows[at];
  if (row === undefined || isMergedTitle(row) || periodsOfRow(row) !== null) return false;
  const looks = row.cells.map(seen);
  if (looks.includes('number') || new Set(filled(row)).size < FEWEST_HEADS) return false;
  const below = rows[at + 1]?.cells.map(seen) ?? [];
  const heads = looks.flatMap((look, column) => (look === 'empty' ? [] : [column]));
  const headed = heads.filter((column) => below[column] !== undefined && below[column] !== 'empty').length;
  const numbers = heads.filter((column) => column > 0 && below[column] === 'number').length;
  // A head merged over two columns leaves the second without one.
  const over = heads.find((column) => column > 0) ?? Number.POSITIVE_INFINITY;
  const others = below.filter((look, column) => look === 'number' && column < over).length;
  return numbers > 0 && others === 0 && headed * 2 >= heads.length && isFollowed(rows, at);
}

/** Rows with numbers stand right below: words over one such row are words of that table. */
function isFollowed(rows: readonly TableRow[], at: number): boolean {
  const from = rows[at]?.number ?? 0;
  const below = rows.slice(at + 1, at + 1 + FEWEST_ROWS);
  return (
    below.length === FEWEST_ROWS &&
    below.every(
      ({ number, cells }, index) => number === from + index + 1 && cells.some((cell) => seen(cell) === 'number'),
    )
  );
}

const FACT_CELLS = 2;
const FEWEST_FACTS = 3;

/** How many rows of a name and one number stand from row `at` on, as lists of facts do; 0 where too few. */
function factsAt(rows: readonly TableRow[], at: number): number {
  const isFact = (row: TableRow | undefined, column: number): boolean =>
    row !== undefined &&
    row.cells.every((cell, index) =>
      index === column ? lookOf(cell) === 'text' : index === column + 1 || cellText(cell).trim() === '',
    ) &&
    ['number', 'year'].includes(seen(row.cells[column + 1]));
  const column = rows[at]?.cells.findIndex((cell) => cellText(cell).trim() !== '') ?? -1;
  if (column < 0) return 0;
  const from = rows[at]?.number ?? 0;
  const end = rows.slice(at).findIndex((row, index) => row.number !== from + index || !isFact(row, column));
  const count = end < 0 ? rows.length - at : end;
  return count >= FEWEST_FACTS ? count : 0;
}

function titlesAbove(rows: readonly TableRow[], at: number, floor: number): number {
  let from = at;
  while (from > floor && at - from < MOST_TITLES && isTitle(rows[from - 1])) from -= 1;
  return from;
}

const GRID_TITLE = /sensitiv|\bvs\.?(?=\s)|\bversus\b|\bmatrix\b|敏感|sensibili/iu;
const TITLE_WITHIN = 5;

/** The columns of a grid whose upper axis is row `at`, and how many rows of heads it has; null where it is none. */
function gridAt(
  rows: readonly TableRow[],
  at: number,
): { readonly columns: readonly number[]; readonly heads: number } | null {
  const axis = numbersIn(rows[at]);
  const columns = [...axis.keys()].slice(-trailing([...axis.keys()]));
  const [first] = columns;
  if (first === undefined || first === 0 || columns.length < FEWEST_STEPS) return null;
  const steps = columns.map((column) => axis.get(column) ?? 0);
  if (axis.size > columns.length || !isOneWay(steps) || unitsAt(rows[at], columns).size > 1) return null;
  // The name of the side axis may stand alone above it.
  const heads = isTitle(rows[at + 1]) ? 2 : 1;
  const body = rows.slice(at + heads, at + heads + FEWEST_STEPS);
  const isBody = (row: TableRow, index: number): boolean => {
    const isNext = row.number === (rows[at]?.number ?? 0) + heads + index;
    if (!isNext || shown(row.cells[first - 1]) === '') return false;
    const numbers = numbersIn(row);
    return columns.every((column) => numbers.has(column));
  };
  const held = body.findIndex((row, index) => !isBody(row, index));
  if ((held < 0 ? body.length : held) < FEWEST_ROWS) return null;
  const side = body.slice(0, held < 0 ? body.length : held).flatMap((row) => numbersIn(row).get(first - 1) ?? []);
  if (side.length === FEWEST_STEPS && isSteps(side) && isSteps(steps)) return { columns, heads };
  const above = rows.slice(Math.max(0, at - TITLE_WITHIN), at);
  return above.some((row) => isTitle(row) && GRID_TITLE.test(filled(row)[0] ?? '')) ? { columns, heads } : null;
}

/** One past the last row that has a head at its side and values under the upper axis, from row `at` on. */
function gridEnd(rows: readonly TableRow[], at: number, { columns }: { readonly columns: readonly number[] }): number {
  const side = (columns[0] ?? 0) - 1;
  const end = rows.findIndex((row, index) => {
    if (index < at) return false;
    const isNext = index === at || row.number - (rows[index - 1]?.number ?? 0) === 1;
    if (!isNext || shown(row.cells[side]) === '') return true;
    const numbers = numbersIn(row);
    return !columns.some((column) => numbers.has(column));
  });
  return end < 0 ? rows.length : end;
}

/** How many of the columns stand beside each other at the end. */
function trailing(columns: readonly number[]): number {
  let count = columns.length === 0 ? 0 : 1;
  while (count < columns.length && columns.at(-count - 1) === (columns.at(-count) ?? 0) - 1) count += 1;
  return count;
}

const isOneWay = (values: readonly number[]): boolean => {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
};

/** Always up or always down, by steps of about the same size: `8%, 8.5%, 8.8%, 9%`. */
function isSteps(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  const sizes = steps.map(Math.abs);
  return isOneWay(values) && Math.max(...sizes) <= MOST_UNEVEN * Math.min(...sizes);
}

const MOST_UNEVEN = 3;

/** The units that an axis prints: one throughout, where measures of several kinds stand side by side in a table. */
const unitsAt = (row: TableRow | undefined, columns: readonly number[]): ReadonlySet<string | null> =>
  new Set(
    columns.map((column) => {
      const read = readValueCell(row?.cells[column] ?? '', 'point');
      return read.kind === 'value' ? read.unit : null;
    }),
  );

function numbersIn(row: TableRow | undefined): Map<number, number> {
  const found = new Map<number, number>();
  row?.cells.slice(0, 60).forEach((cell, column) => {
    const read = readValueCell(cell, 'point');
    if (read.kind === 'value' && read.low !== null && read.low === read.high) found.set(column, Number(read.low));
  });
  return found;
}

/** `TABLE 1 — Value per share (USD) by WACC × growth`: what comes out is the part without the table's number and the axes. */
function titleOf(rows: readonly TableRow[], at: number, columns: readonly number[]): string {
  const [first = 0, last = 0] = [columns[0], columns.at(-1)];
  for (let above = at - 1; above >= Math.max(0, at - TITLE_WITHIN); above -= 1) {
    // Beside the grid another table may stand.
    const over = rows[above]?.cells.slice(0, last + 1) ?? [];
    if (over.some((cell) => lookOf(cell) === 'number')) break;
    // Over the values alone stands the name of their axis.
    if (!over.slice(0, first).some((cell) => cellText(cell).trim() !== '')) continue;
    const title = over
      .map((cell) => cellText(cell).trim())
      .find((text) => /\p{L}{2}/u.test(text) && !/^\(.*\)$/u.test(text));
    const named = title === undefined ? '' : withoutAxes(title);
    if (named !== '') return named;
  }
  return '';
}

const LEAD =
  /^(?:table\s+\w{1,3}\s*[—–:.-]\s*|(?:[\w ]{0,24}\s)?sensitivity(?: analysis| table| matrix| of)?(?: \w{1,2})?(?:\s*[—–:-]\s*|\s+(?=\()|$))/iu;
const JOINED = String.raw`(?:\bvs\.?\s|[×*\\]|\sx\s|\sand\s|\s\/\s)`;
const AXES = new RegExp(String.raw`\s*(?:(?:[-–—:]\s|\bby\s)\S.{0,70}?|\([^()]{1,70}?)${JOINED}.*$`, 'iu');

/** A slash or an `and` also stands in what is measured: `Value / share`. */
const IS_AXES = /\bvs\.?\s|\bversus\s|[×*]|\sx\s/iu;
/** `WACC vs growth`: two assumptions, and not what comes out. */
export const namesAxes = (title: string): boolean => IS_AXES.test(title);
const BEFORE_SENSITIVITY = /^(.+?)\s+sensitivit/iu;

/** `Share price sensitivity - WACC vs growth`: where only axes follow, the words before say what comes out. */
function withoutAxes(title: string): string {
  const rest = title.replace(LEAD, '').replace(AXES, '').trim();
  return (namesAxes(rest) ? BEFORE_SENSITIVITY.exec(title)?.[1]?.trim() : undefined) ?? rest;
}

/**
 * The columns of tables that stand beside each other in the same rows, set apart by a column without any cell: the first
 * of each has names or periods, and numbers stand behind it. One stretch where there is one table. `rows` begin with the
 * `heads` rows of heads.
 */
export function besides(rows: readonly TableRow[], heads: number): readonly Stretch[] {
  const count = columnCount({ rows });
  const whole = [{ from: 0, to: count }];
  if (heads === 0 || rows.length > LONGEST_SHEET || count > MOST_COLUMNS) return whole;
  const isFilled = (row: TableRow, column: number): boolean => cellText(row.cells[column]).trim() !== '';
  const gaps = Array.from({ length: count }, (_, column) => column).filter(
    (column) => column > 1 && !rows.some((row) => isFilled(row, column)),
  );
  const cuts = gaps.filter((gap) => {
    const from = gap + 1;
    const isTable = (side: readonly TableRow[], low: number, high: number): boolean => {
      const head = rows
        .slice(0, heads)
        .some(({ cells }) => cells.slice(low, high).filter((cell) => cellText(cell).trim() !== '').length > 1);
      return (
        head && side.filter(({ cells }) => cells.slice(low, high).some((cell) => seen(cell) === 'number')).length > 1
      );
    };
    const body = rows.slice(heads);
    const names = body.filter(({ cells }) => ['text', 'period', 'year'].includes(lookOf(cells[from]))).length;
    const valued = body.filter(({ cells }) => cells.slice(from).some((cell) => seen(cell) === 'number')).length;
    return names * 2 > valued && isTable(body, 0, gap) && isTable(body, from, count);
  });
  const starts = [0, ...cuts.map((gap) => gap + 1)];
  return starts.map((from, at) => ({ from, to: (starts[at + 1] ?? count + 1) - 1 }));
}

const MOST_COLUMNS = 60;

/** The rows with the cells of one stretch of columns only. */
export const withinColumns = (rows: readonly TableRow[], { from, to }: Stretch): TableRow[] =>
  rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell, column) => (column >= from && column < to ? cell : '')),
  }));
