/** Heads over columns whose places do not say it: counted, or handed out where the heads below begin again. */
import { isPeriodCell, isUnitRow, type GridRow, type Placed, type Places } from './grid-cells';
import type { Span } from '../model';
import { isMonthDay, isYearAlone } from './period-head';

interface HeadRow {
  readonly row: Span;
  readonly cells: readonly Placed[];
  /** The same cells with their places in the line. */
  readonly raw?: readonly Placed[];
}

/**
 * Each row of heads with its cells at the columns they stand over; `anchors` are the offsets where the columns begin,
 * the label column first. Heads that were broken over lines are joined where they can be counted off; a head over
 * several columns is handed out by the heads below it.
 */
export function leafAndParents(
  text: string,
  heads: readonly GridRow[],
  anchors: readonly number[],
  places: Places,
): HeadRow[] {
  const columns = anchors.length - 1;
  // `As at 30 June, 2016 | Notes | $’000 | $’000` names no column's period.
  const dating = heads.filter((row) => !isUnitRow(text, row.cells));
  const torn =
    heads.some((row) => isBroken(text, row.cells)) || !heads.some((row) => dated(text, row.cells) >= columns);
  const broken = torn && dating.length === heads.length ? fromStream(text, heads, columns) : null;
  if (broken !== null) return broken;
  const whole = heads.map((row) => counted(text, row.cells, anchors, places));
  // A head over several lines has each of them where its column stands, unless one line has a head for each column.
  const inLines = heads.some(({ over }) => over === true) && whole.every((cells) => cells === null);
  const placed = heads.map((row, at) => ({
    row,
    raw: row.cells,
    cells: whole[at] ?? (inLines || row.over === true ? overColumns(row.cells, anchors) : null),
  }));
  return placed.map(({ row, raw, cells }, at) => {
    if (cells !== null) return { row, cells };
    const below = placed.find((one, index) => index > at && (inLines ? one.cells : whole[index]) !== null);
    return { row, cells: handedOut(text, raw, below ? { ...below, cells: below.cells ?? [] } : null, anchors, places) };
  });
}

const NEAR = 12;

/** Each cell over the column that it stands nearest to; null where one is near none, or two are near the same. */
function overColumns(cells: readonly Placed[], anchors: readonly number[]): Placed[] | null {
  const found: Placed[] = [];
  for (const cell of cells) {
    const away = (column: number) => Math.abs((anchors[column] ?? 0) - cell.column);
    let best = 1;
    for (let column = 2; column < anchors.length; column += 1) if (away(column) < away(best)) best = column;
    if (away(best) > NEAR || best <= (found.at(-1)?.column ?? 0)) return null;
    found.push({ ...cell, column: best });
  }
  return found;
}

/** As many heads as columns, or as columns behind the labels. */
function counted(text: string, cells: readonly Placed[], anchors: readonly number[], places: Places): Placed[] | null {
  const columns = anchors.length;
  if (cells.length === columns) return cells.map((cell, column) => ({ ...cell, column }));
  if (cells.length !== columns - 1 || (columns === 2 && !isOverValues(text, cells[0], anchors, places))) return null;
  return cells.map((cell, at) => ({ ...cell, column: at + 1 }));
}

/** Whether a lone head of a table with one column of values stands over it, not over the labels. */
function isOverValues(text: string, cell: Placed | undefined, anchors: readonly number[], places: Places): boolean {
  if (cell === undefined) return false;
  return isPeriodCell(text, cell) || (places === 'columns' && cell.column > (anchors[0] ?? 0));
}

/** Parents: where the file says which columns they span, by that; else where the heads below them begin anew; else evenly. */
function handedOut(
  text: string,
  given: readonly Placed[],
  below: HeadRow | null,
  anchors: readonly number[],
  places: Places,
): Placed[] {
  const [first] = given;
  if (first === undefined) return [];
  const corner = given.length > 1 && !isPeriodCell(text, first) && isAtLabels(first, given[1], anchors, places);
  const parents = corner ? given.slice(1) : given;
  const columns = Array.from({ length: anchors.length - 1 }, (_, at) => at + 1);
  const groups = groupsOf(text, parents, below, columns, anchors, places);
  const out = parents.flatMap((cell, at) => (groups[at] ?? []).map((column) => ({ ...cell, column })));
  return corner ? [{ ...first, column: 0 }, ...out] : out;
}

function isAtLabels(first: Placed, second: Placed | undefined, anchors: readonly number[], places: Places): boolean {
  if (places === 'columns' || places === 'fields') return first.column === 0;
  return second !== undefined && first.column <= Math.max(anchors[0] ?? 0, (anchors[1] ?? 0) / 2);
}

function groupsOf(
  text: string,
  parents: readonly Placed[],
  below: HeadRow | null,
  columns: readonly number[],
  anchors: readonly number[],
  places: Places,
): (readonly number[])[] {
  if (parents.length === 1) return [columns];
  const anew = below === null ? [] : beginnings(text, below.cells);
  if (places === 'columns') {
    const placed = byPlace(parents, columns, anchors);
    // A head that stands in the middle of its columns leaves the first of them without one.
    const isOff = columns[0] !== undefined && !placed.flat().includes(columns[0]);
    return isOff && anew.length === parents.length ? cutAt(columns, anew) : placed;
  }
  if (anew.length === parents.length) return cutAt(columns, anew);
  if (places === 'offsets' && below !== null) return nearest(parents, below);
  const size = columns.length / parents.length;
  return parents.map((_, at) => columns.slice(Math.round(at * size), Math.round((at + 1) * size)));
}

const byPlace = (
  parents: readonly Placed[],
  columns: readonly number[],
  anchors: readonly number[],
): (readonly number[])[] =>
  parents.map(({ column }, at) => {
    const next = parents[at + 1]?.column ?? Number.POSITIVE_INFINITY;
    return columns.filter((one) => (anchors[one] ?? 0) >= column && (anchors[one] ?? 0) < next);
  });

/**
 * Columns at which a head stands that stood already since the last of them. Heads of periods before the first that
 * comes again (`Jun 25 | Reported | Underlying | Reported | Underlying`) belong to none.
 */
function beginnings(text: string, below: readonly Placed[]): number[] {
  const starts: number[] = [];
  let seen = new Set<string>();
  const words = ({ start, end }: Span) => text.slice(start, end).replaceAll(/\s+/g, ' ');
  const counts = new Map<string, number>();
  for (const cell of below) if (cell.column > 0) counts.set(words(cell), (counts.get(words(cell)) ?? 0) + 1);
  for (const cell of below) {
    if (cell.column === 0) continue;
    const quote = words(cell);
    if (starts.length === 0 && counts.get(quote) === 1 && counts.size < below.length && isPeriodCell(text, cell))
      continue;
    if (starts.length === 0 || seen.has(quote)) {
      starts.push(cell.column);
      seen = new Set();
    }
    seen.add(quote);
  }
  return starts;
}

const cutAt = (columns: readonly number[], starts: readonly number[]): (readonly number[])[] =>
  starts.map((from, at) => columns.filter((one) => one >= from && one < (starts[at + 1] ?? Number.POSITIVE_INFINITY)));

/** Each head goes to the parent whose middle is nearest; `column` is where a cell ends in its line. */
function nearest(parents: readonly Placed[], below: HeadRow): (readonly number[])[] {
  const middle = ({ start, end, column }: Placed) => column - (end - start) / 2;
  const groups: number[][] = parents.map(() => []);
  const raw = below.raw ?? [];
  below.cells.forEach(({ column }, at) => {
    const here = raw[at];
    if (column === 0 || here === undefined) return;
    let best = 0;
    parents.forEach((parent, index) => {
      const known = parents[best];
      if (known && Math.abs(middle(parent) - middle(here)) < Math.abs(middle(known) - middle(here))) best = index;
    });
    groups[best]?.push(column);
  });
  return groups;
}

/** How many heads of the row name a year. */
const dated = (text: string, cells: readonly Placed[]): number =>
  cells.filter((cell) => isPeriodCell(text, cell) && /\d{4}/.test(text.slice(cell.start, cell.end))).length;

/** Heads that a paste has cut over the lines: `September 30` ends one line, its `2025` begins the next. */
function isBroken(text: string, cells: readonly Placed[]): boolean {
  const year = cells.findIndex((cell) => isYearAlone(text.slice(cell.start, cell.end)));
  return year >= 0 && cells.slice(year + 1).some((cell) => isMonthDay(text.slice(cell.start, cell.end)));
}

function fromStream(text: string, heads: readonly GridRow[], columns: number): HeadRow[] | null {
  const quote = ({ start, end }: Span) => text.slice(start, end);
  const leafs: Placed[] = [];
  const parents: Placed[] = [];
  let corner: Placed | null = null;
  let before: Placed | null = null;
  for (const cell of heads.flatMap((row) => row.cells)) {
    const last = leafs.at(-1);
    // A year goes with the day right before it in the stream, not with one that another head stands behind.
    const follows = last !== undefined && before !== null && last.start === before.start;
    before = cell;
    if (isYearAlone(quote(cell)) && follows && isMonthDay(quote(last)))
      leafs[leafs.length - 1] = { ...last, end: cell.end };
    else if (!isPeriodCell(text, cell) && /^\(.*\)$/.test(quote(cell))) continue;
    else if (isMonthDay(quote(cell)) || (isPeriodCell(text, cell) && /\d{4}/.test(quote(cell)))) leafs.push(cell);
    else if (isPeriodCell(text, cell)) parents.push(cell);
    else corner ??= cell;
  }
  const [first] = heads;
  const end = heads.at(-1)?.end;
  if (leafs.length !== columns || first === undefined || end === undefined) return null;
  const row = { start: first.start, end };
  const below = leafs.map((cell, at) => ({ ...cell, column: at + 1 }));
  const labelled = corner === null ? below : [{ ...corner, column: 0 }, ...below];
  if (parents.length === 0) return [{ row, cells: labelled }];
  const all = below.map(({ column }) => column);
  const groups = groupsOf(text, parents, { row, cells: below }, all, [], 'fields');
  const over = parents.flatMap((cell, at) => (groups[at] ?? []).map((column) => ({ ...cell, column })));
  return [
    { row, cells: over },
    { row, cells: labelled },
  ];
}
