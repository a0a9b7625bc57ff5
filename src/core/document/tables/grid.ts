/**
 * One table model for every format: rows of cells as a file gives them become heads, each over the columns it stands for,
 * and rows whose values stand in those columns. A statement that changes its heads half way is two tables.
 */
import {
  hasValues,
  isParent,
  isUnitRow,
  isPeriodCell,
  isValueCell,
  mergeSigns,
  type GridRow,
  type Placed,
  type Places,
} from './grid-cells';
import { leafAndParents } from './grid-heads';
import { headKind } from './flat-table';
import type { Span } from '../model';

export interface Grid {
  /** Titles and unit lines inside the table, above its heads. */
  readonly lines: readonly Span[];
  readonly heads: readonly { readonly row: Span; readonly cells: readonly Placed[] }[];
  readonly rows: readonly (Span & { readonly cells: readonly Placed[] })[];
}

interface Row extends GridRow {
  readonly values: boolean;
}

/** A paste may break one row of heads over many lines. */
const MOST_HEADS = 24;

/**
 * The tables that rows of cells make: one, or several where the heads change on the way. `places` says what a cell's
 * place means: the column it stands in, its count among the fields of the row, or its offset in the line.
 */
export function gridsOf(text: string, given: readonly GridRow[], places: Places): Grid[] {
  let merged = places !== 'columns';
  const rows = given.map((row): Row => {
    const joined = mergeSigns(text, row.cells);
    merged ||= joined.merged;
    return { ...row, cells: joined.cells, values: hasValues(text, joined.cells) && !isUnitRow(text, joined.cells) };
  });
  return segments(text, rows).map((part) => gridOf(text, part, places, merged));
}

/** Cut where new heads of periods begin below values; titles that stand alone right above them go with them. */
function segments(text: string, rows: readonly Row[]): (readonly Row[])[] {
  const cuts: number[] = [];
  const grids = new Set<Row>();
  let seen = false;
  rows.forEach((row, at) => {
    if (isHeadOfGrid(text, row)) {
      const from = withTitles(rows, at);
      if (seen || from < at) cuts.push(from);
      for (const head of rows.slice(from, at + 1)) grids.add(head);
      seen = true;
    } else if (row.values) seen = true;
    else if (seen && !row.header && isHeadOfPeriods(text, row)) {
      cuts.push(withTitles(rows, at));
      seen = false;
    }
  });
  const marked = rows.map((row) => (grids.has(row) ? { ...row, header: true, values: false } : row));
  return [0, ...cuts].map((from, at) => marked.slice(from, cuts[at] ?? rows.length)).filter((part) => part.length > 0);
}

/** Index of the first of the titles that stand alone right above a row; the row's own where there are none. */
function withTitles(rows: readonly Row[], at: number): number {
  let from = at;
  while (from > 0 && rows[from - 1]?.values === false && rows[from - 1]?.cells.length === 1) from -= 1;
  return from;
}

const FEWEST_STEPS = 3;

/** `TGR \ WACC | 7.5% | 8.0% | 8.5%`: the axis of a grid of sensitivities, below other rows of values. */
function isHeadOfGrid(text: string, { cells, header }: Row): boolean {
  const [corner, ...steps] = cells;
  if (header || corner === undefined || steps.length < FEWEST_STEPS) return false;
  if (!/\p{L}\s*[\\/×|↓→]|\bvs\.?\s/u.test(text.slice(corner.start, Math.min(corner.end, corner.start + 60))))
    return false;
  const values = steps.map(
    ({ start, end }) => /^[+−–-]?(\d{1,3}(?:\.\d+)?)\s?[%x×]$/u.exec(text.slice(start, end))?.[1],
  );
  return values.every((value, at) => value !== undefined && (at === 0 || Number(value) !== Number(values[at - 1])));
}

function isHeadOfPeriods(text: string, { cells }: Row): boolean {
  const periods = cells.filter((cell) => isPeriodCell(text, cell)).length;
  return periods >= 2 && periods >= cells.length - 1;
}

const isLoneParent = (text: string, row: Row | undefined): boolean =>
  row !== undefined && row.cells.length === 1 && row.cells[0] !== undefined && isParent(text, row.cells[0]);

function gridOf(text: string, given: readonly Row[], places: Places, loose: boolean): Grid {
  const rows = places === 'offsets' ? withLinesOfHeads(text, given) : given;
  const from = bodyStart(text, rows);
  const { lines, heads } = headRows(text, rows.slice(0, from));
  const body = rows.slice(from);
  const anchors = loose ? anchorsOf(body, places) : null;
  if (anchors === null) {
    const last = heads.length;
    const standing = heads.map((row) => overValues(text, row, body));
    return {
      lines,
      heads: standing.map((row, at) => ({
        row,
        cells: at === last - 1 ? overNext(row.cells, body) : spread(text, row.cells, body, heads),
      })),
      rows: body,
    };
  }
  const placed = body.map((row) => ({ ...row, cells: placeRow(text, row.cells, anchors) }));
  return { lines, heads: leafAndParents(text, heads, anchors, places), rows: placed };
}

const LINE_OF_HEAD = /^\p{L}[\p{L}’'/ -]{1,22}$/u;
/** What is said of the whole table. */
const OF_ALL =
  /\b(?:in|millions?|thousands?|billions?|unaudited|audited|except|amounts|ended|ending|months|year|weeks|notes?|restated|as of|as at)\b/i;

/**
 * `YoY` above and `Movement` below the years of the columns beside them: words alone on their line that begin right of where
 * the values do are a line of a head, no title.
 */
function withLinesOfHeads(text: string, rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ values }) => values);
  const starts = rows.flatMap(({ values, cells: [, value] }) =>
    values && value !== undefined ? [value.column - (value.end - value.start)] : [],
  );
  const from = starts.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return rows.map((row, at) => {
    const [cell] = row.cells;
    if (at >= first || row.cells.length !== 1 || cell === undefined) return row;
    const words = text.slice(cell.start, cell.end);
    const over = cell.column - words.length > from && LINE_OF_HEAD.test(words) && !OF_ALL.test(words);
    return over && !isPeriodCell(text, cell) ? { ...row, over } : row;
  });
}

/** Heads that lack the empty cell over the labels stand one column too far left. */
function overValues(text: string, row: Row, body: readonly Row[]): Row {
  const [first] = row.cells;
  const widest = Math.max(0, ...body.map(({ cells }) => cells.length));
  const shifted =
    first?.column === 0 &&
    isPeriodCell(text, first) &&
    row.cells.length === widest - 1 &&
    row.cells.every(({ column }, at) => column === at) &&
    body.every(({ cells: [label] }) => label === undefined || label.column > 0 || !isPeriodCell(text, label));
  return shifted ? { ...row, cells: row.cells.map((cell) => ({ ...cell, column: cell.column + 1 })) } : row;
}

/** A head over a column that holds nothing is that of the values right of it: `$` stood there, or the column is a margin. */
function overNext(cells: readonly Placed[], body: readonly Row[]): Placed[] {
  const filled = new Set(body.flatMap((row) => row.cells.map(({ column }) => column)));
  return cells.flatMap((cell, at) => {
    if (cell.column === 0 || filled.has(cell.column)) return [cell];
    const next = cells[at + 1]?.column ?? Number.POSITIVE_INFINITY;
    const right = [...filled].filter((column) => column > cell.column && column < next);
    return right.length === 0 ? [cell] : right.map((column) => ({ ...cell, column }));
  });
}

/** Index of the first row that is no head. */
function bodyStart(text: string, rows: readonly Row[]): number {
  let at = 0;
  while (at < rows.length && rows[at]?.header) at += 1;
  if (at > 0) {
    while (at < rows.length - 1 && goesOn(text, rows[at])) at += 1;
    return at;
  }
  const first = rows.findIndex((row) => row.values && !isKnownHead(text, row));
  if (first > 0) {
    const isHead = (row: Row) => row.cells.length > 1 || row.over === true || isLoneParent(text, row);
    const ends = rows.slice(0, first).findLastIndex(isHead);
    const last = headsGroup(text, rows, ends, first) ? rows.slice(0, ends).findLastIndex(isHead) : ends;
    if (last < 0) return 0;
    // Labels alone below the heads head the first group; what stands in brackets still speaks of the heads.
    const group = rows.findIndex((row, at) => at > last && at < first && !isRemark(text, row));
    return group < 0 ? first : group;
  }
  return first < 0 && rows[0] && isKnownHead(text, rows[0]) ? 1 : 0;
}

/** `Three Months Ended June 30, 2025` alone below the heads, and another such line between the values: each heads its rows. */
function headsGroup(text: string, rows: readonly Row[], at: number, first: number): boolean {
  const isGroup = (row: Row | undefined) =>
    isLoneParent(text, row) && /(?:19|20)\d{2}/.test(text.slice(row?.start ?? 0, row?.end ?? 0));
  return isGroup(rows[at]) && rows.slice(0, at).some((row) => row.cells.length > 1) && rows.slice(first).some(isGroup);
}

const isRemark = (text: string, row: Row): boolean =>
  row.cells[0] !== undefined &&
  /^\(.*\)$|\b(?:in|of) (?:thousand|million|billion)|^单位/isu.test(text.slice(row.cells[0].start, row.cells[0].end));

/** A second row of heads below one that the file marks. */
function goesOn(text: string, row: Row | undefined): boolean {
  if (!row || row.values || row.cells.length < 2) return false;
  const rest = row.cells.filter(({ column }) => column > 0);
  if (rest.length === 0) return false;
  const periods = rest.filter((cell) => isPeriodCell(text, cell)).length;
  // Beside the periods a head may name the change between them.
  return periods === rest.length || rest.length === row.cells.length || (periods >= 2 && periods * 2 >= rest.length);
}

function isKnownHead(text: string, { cells }: Row): boolean {
  const known = cells.filter(
    (cell) => !isValueCell(text, cell) && headKind(text.slice(cell.start, cell.end)) !== null,
  ).length;
  return known >= 2 && known * 2 >= cells.length;
}

/** A single cell above the heads is a title or unit line, unless it says a period: then it stands over all columns. */
function headRows(text: string, rows: readonly Row[]): { lines: Span[]; heads: Row[] } {
  const lines: Span[] = [];
  const heads: Row[] = [];
  for (const row of rows) {
    const lone = row.cells.length === 1 && rows.length > 1 && row.over !== true && !isLoneParent(text, row);
    if (lone && row.cells[0]) lines.push(row.cells[0]);
    else if (row.cells.length > 0) heads.push(row);
  }
  while (heads.length > MOST_HEADS) lines.push(...(heads.shift()?.cells ?? []));
  return { lines, heads };
}

/** Whether a row of heads is the same words `times` over, so that each parent has an equal share of the columns. */
function comesAgain(text: string, heads: readonly Row[], values: readonly number[], times: number): boolean {
  const size = values.length / times;
  if (size < 2 || !Number.isInteger(size)) return false;
  return heads.some(({ cells }) => {
    const words = values.map((column) => {
      const cell = cells.find((one) => one.column === column);
      return cell ? text.slice(cell.start, cell.end).replaceAll(/\s+/gu, ' ') : null;
    });
    return words.every((word, at) => word !== null && word === words[at % size]);
  });
}

/** Parents of a regular table stand over the columns up to the next one that has a head of its own. */
function spread(text: string, cells: readonly Placed[], body: readonly Row[], heads: readonly Row[]): Placed[] {
  const columns = new Set([...body, ...heads].flatMap((row) => row.cells.map(({ column }) => column)));
  const sorted = [...columns].sort((a, b) => a - b);
  const parents = cells.filter(({ column }) => column > 0);
  const values = sorted.filter(
    (column) => column > 0 && body.some((row) => row.cells.some((one) => one.column === column)),
  );
  const isOff =
    parents.length > 1 &&
    (values[0] ?? 0) < (parents[0]?.column ?? 0) &&
    comesAgain(text, heads, values, parents.length);
  if (isOff) {
    const size = values.length / parents.length;
    const over = values.flatMap((column, at) => {
      const parent = parents[Math.floor(at / size)];
      return parent ? [{ ...parent, column }] : [];
    });
    return [...cells.filter(({ column }) => column === 0), ...over];
  }
  return cells.flatMap((cell, at) => {
    const next = cells[at + 1]?.column ?? Number.POSITIVE_INFINITY;
    const over = cell.column === 0 ? [0] : sorted.filter((column) => column >= cell.column && column < next);
    return over.map((column) => ({ ...cell, column }));
  });
}

/** Where the columns stand: the middle place of the cells of rows that have them all. */
function anchorsOf(body: readonly Row[], places: Places): readonly number[] | null {
  const counts = new Map<number, number>();
  for (const row of body) if (row.values) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  if (counts.size === 0) for (const row of body) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const usual = [...counts].filter(([size, times]) => size > 1 && times * 3 >= most).map(([size]) => size);
  const columns = Math.max(0, ...usual);
  if (columns < 2) return null;
  const full = body.filter((row) => row.cells.length === columns);
  const anchors = Array.from({ length: columns }, (_, at) => {
    const found = full.map((row) => row.cells[at]?.column ?? 0).sort((a, b) => a - b);
    return found[found.length >> 1] ?? at;
  });
  return places === 'columns' || anchors.every((one, at) => at === 0 || one > (anchors[at - 1] ?? 0)) ? anchors : null;
}

/** The cells of a row in its table's columns: in order where it has them all, else each where it is nearest. */
function placeRow(text: string, cells: readonly Placed[], anchors: readonly number[]): Placed[] {
  if (cells.length === anchors.length) return cells.map((cell, column) => ({ ...cell, column }));
  const first = cells[0];
  const labelled = first !== undefined && !isValueCell(text, first);
  let column = labelled ? -1 : 0;
  return cells.map((cell, at) => {
    if (at === 0 && labelled) {
      column = 0;
      return { ...cell, column };
    }
    let best = column + 1;
    const last = anchors.length - (cells.length - at);
    for (let next = best + 1; next <= last; next += 1) {
      const [here, there] = [anchors[best] ?? 0, anchors[next] ?? 0];
      if (Math.abs(there - cell.column) < Math.abs(here - cell.column)) best = next;
    }
    column = best;
    return { ...cell, column };
  });
}
