/** Finds tables in the lines of a plain text: by TAB, pipe, box, wide gaps, flattened to single spaces, or a cell a line. */
import { isValueText } from './atoms';
import { readFlatStatement } from './flat-statement';
import { headSplits, readFlatTable } from './flat-table';
import { type Grid, gridsOf } from './grid';
import {
  compact,
  type GridRow,
  hasValues,
  isParent,
  isPeriodCell,
  isValueCell,
  mergeSigns,
  type Placed,
  type Places,
} from './grid-cells';
import { type Line, trimSpan } from '../lines/lines';
import { readLeadMarker } from '../lines/marker';
import type { Span } from '../model';
import { readStacked } from './stacked-cells';
import { smallBehindLabels, tightCells } from './tight-cells';

/** Line indexes of a stretch of tables in the text, and the tables in it. */
export interface FoundTable {
  readonly from: number;
  readonly to: number;
  readonly grids: readonly Grid[];
  /** A head of periods over lines that end in as many values: no text is so by chance. */
  readonly isStatement?: true;
}

type Separator = 'tab' | 'pipe' | 'wide';

/** A drawn rule: dashes, equal signs, pipes and plus signs, or box characters. */
export const TABLE_RULE = /^[\s|:+=\-–—_~*\u2500-\u257f]+$/u;
const BAR = /[|\u2502\u2503\u2551]/gu;
const LONGEST_ROW = 600;
/** A run of double-spaced prose longer than this is given up at once, not tried again from each of its lines. */
const LONGEST_TRY = 40;
const WIDE_GAP = /\s{2,}/g;
const LONGEST_LONE = 160;
/** Lines of one cell in a row: group heads and wrapped labels, not paragraphs. */
const MOST_LONE = 3;
const MOST_BROKEN = 12;

/**
 * The tables among the lines, in order, each with the lines `from`–`to` that it takes. One pass over the lines; a start
 * that failed over a long stretch is not tried again within it.
 */
export function findTables(text: string, lines: readonly Line[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let at = 0;
  let given = 0;
  while (at < lines.length) {
    const separated = at >= given ? readSeparated(text, lines, at, tables.at(-1)?.to ?? 0) : null;
    if (typeof separated === 'number') given = separated > at + LONGEST_TRY ? separated : given;
    const table =
      typeof separated === 'object' && separated
        ? separated
        : (flatStatementAt(text, lines, at, tables.at(-1)?.to ?? 0) ??
          readFlattened(text, lines, at) ??
          stackedAt(text, lines, at, tables.at(-1)?.to ?? 0));
    if (table) tables.push(table);
    at = table ? table.to : at + 1;
  }
  return tables;
}

function flatStatementAt(text: string, lines: readonly Line[], at: number, floor: number): FoundTable | null {
  const found = readFlatStatement(text, lines, at, floor);
  return found && { from: found.from, to: found.to, grids: [found.grid], isStatement: true };
}

function stackedAt(text: string, lines: readonly Line[], at: number, floor: number): FoundTable | null {
  const stacked = readStacked(text, lines, at, floor);
  return stacked && { from: stacked.from, to: stacked.to, grids: gridsOf(text, stacked.rows, 'columns') };
}

function readFlattened(text: string, lines: readonly Line[], at: number): FoundTable | null {
  const first = lines[at];
  if (first === undefined || lines[at + 1]?.gap !== 0 || lines[at + 2]?.gap !== 0) return null;
  const splits = headSplits(text, first);
  if (splits.length === 0) return null;
  const rowAfter = (row: number): Line | null => {
    const line = lines[at + 1 + row];
    if (line === undefined || line.gap !== 0 || line.end - line.start > LONGEST_ROW) return null;
    return isBulleted(text, line) ? null : line;
  };
  const table = readFlatTable(text, splits, rowAfter);
  if (table === null) return null;
  const rows = table.rows.map((cells, row) => {
    const { start, end } = lines[at + 1 + row] ?? first;
    return { start, end, cells: numberCells(cells) };
  });
  const head = { row: { start: first.start, end: first.end }, cells: numberCells(table.head) };
  return { from: at, to: at + 1 + rows.length, grids: [{ lines: [], heads: [head], rows }] };
}

function isBulleted(text: string, line: Line): boolean {
  return readLeadMarker(text, line.start, line.end)?.shape === 'bullet';
}

function numberCells(cells: readonly Span[]): Placed[] {
  return cells.map(({ start, end }, column) => ({ start, end, column }));
}

interface ReadLine {
  readonly line: number;
  readonly cells: readonly Placed[];
}

/** The table that starts at line `at`; a number where lines up to there looked like one and are none. */
function readSeparated(text: string, lines: readonly Line[], at: number, floor: number): FoundTable | number | null {
  const first = lines[at];
  const separator = first ? separatorOf(text, first) : null;
  if (first === undefined || separator === null) return null;
  const region = regionAt(text, lines, at, separator);
  const full = region.read.filter(({ cells }) => cells.length > 1);
  if (full.length < 2) return null;
  if (separator === 'wide' && !looksTabular(text, full)) return region.to;
  const from = parentsAbove(text, lines, at, floor);
  const above = Array.from({ length: at - from }, (_, index) => ({
    line: from + index,
    cells: cellsOf(text, lines[from + index], separator),
  }));
  const own = separator === 'wide' ? withSmallValues(text, lines, region.read) : region.read;
  const read = joinBroken(text, lines, [...above, ...own]);
  const ruled = region.rules.includes(full[0]?.line ?? -1) && region.read[0] === full[0];
  const rows = read.map(
    ({ span, cells }, index): GridRow => ({ ...span, cells, header: ruled && index === above.length }),
  );
  const places: Places = separator === 'wide' ? 'offsets' : separator === 'tab' ? 'fields' : 'columns';
  return { from, to: region.to, grids: gridsOf(text, rows, places) };
}

/** The same lines with the small numbers that stand one space behind their labels as cells of their own. */
function withSmallValues(text: string, lines: readonly Line[], read: readonly ReadLine[]): readonly ReadLine[] {
  const rows = smallBehindLabels(
    text,
    read.map(({ cells }) => cells),
  );
  return read.map((one, at) => {
    const cells = rows[at] ?? one.cells;
    const lineStart = lines[one.line]?.lineStart ?? 0;
    return cells === one.cells
      ? one
      : { ...one, cells: cells.map((cell) => ({ ...cell, column: cell.end - lineStart })) };
  });
}

interface Region {
  readonly read: readonly ReadLine[];
  /** Lines that a rule stands directly below. */
  readonly rules: readonly number[];
  readonly to: number;
}

/** Lines of one table: rows, rules, the lines of one cell between them, and blank lines that more of its rows follow. */
function regionAt(text: string, lines: readonly Line[], at: number, separator: Separator): Region {
  const read: ReadLine[] = [];
  const rules: number[] = [];
  let waiting: ReadLine[] = [];
  let to = at;
  let apart = false;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (line.gap > 2 && index > at)) break;
    if (index > at && line.gap > 0) apart = true;
    if (index > at && TABLE_RULE.test(text.slice(line.start, line.end))) {
      if (apart) break;
      const above = read.at(-1)?.line;
      if (above !== undefined) rules.push(above);
      if (waiting.length === 0) to = index + 1;
      continue;
    }
    const cells = cellsOf(text, line, separator);
    const own = separatorOf(text, line) === separator || (separator === 'tab' && hasTab(text, line));
    if (own && (cells.length >= 2 || (separator === 'pipe' && read.length > 0))) {
      if (apart && !(separator !== 'pipe' && goesOn(text, cells, read))) break;
      read.push(...waiting, { line: index, cells });
      waiting = [];
      apart = false;
      to = index + 1;
    } else if (cells.length > 0 && isLone(text, line, cells) && separator !== 'pipe' && mayWait(text, waiting, cells))
      waiting.push({ line: index, cells });
    else break;
  }
  // Values that a paste has put on lines of their own, at the end of the table.
  const tail = waiting.findIndex(({ line, cells }) => (lines[line]?.gap ?? 1) > 0 || !hasValues(text, cells));
  const kept = waiting.slice(0, tail < 0 ? waiting.length : tail);
  return { read: [...read, ...kept], rules, to: to + kept.length };
}

/** Values that a paste has put on lines of their own are no labels: as many of them as a row may have. */
const mayWait = (text: string, waiting: readonly ReadLine[], cells: readonly Placed[]): boolean =>
  waiting.length < MOST_BROKEN &&
  (hasValues(text, cells) || waiting.filter((one) => !hasValues(text, one.cells)).length < MOST_LONE);

const hasTab = (text: string, { lineStart, end }: Line): boolean => {
  const stop = text.indexOf('\n', end);
  const tab = text.indexOf('\t', lineStart);
  return tab >= 0 && tab < (stop < 0 ? text.length : stop);
};

/** Behind a blank line the same table goes on where values stand in about as many columns. */
function goesOn(text: string, cells: readonly Placed[], read: readonly ReadLine[]): boolean {
  const count = mergeSigns(text, cells).cells.length;
  const known = read
    .slice(-40)
    .map((row) => mergeSigns(text, row.cells).cells)
    .filter((row) => row.length > 2 && hasValues(text, row));
  const most = Math.max(0, ...known.map((row) => row.length));
  return hasValues(text, mergeSigns(text, cells).cells) && (known.length < 2 || count <= most);
}

/** A group head or a value on a line of its own: short, no sentence, no list item or heading mark. */
function isLone(text: string, line: Line, cells: readonly Placed[]): boolean {
  if (cells.length > 1 || line.end - line.start > LONGEST_LONE) return false;
  const quote = text.slice(line.start, line.end);
  return !/[.!?。！？;；]$/u.test(quote) && !/^(?:#|>|```)/.test(quote) && !isBulleted(text, line);
}

const LONE_PARENTS = 3;

/** `Three Months Ended` alone on the line above the heads. */
function parentsAbove(text: string, lines: readonly Line[], at: number, floor: number): number {
  let from = at;
  while (from > floor && at - from < LONE_PARENTS && lines[from]?.gap === 0) {
    const above = lines[from - 1];
    if (above === undefined || !isParent(text, above)) break;
    from -= 1;
  }
  return from;
}

/** Rows that a paste has broken over lines: values alone go on with the row above until it has all columns. */
function joinBroken(text: string, lines: readonly Line[], read: readonly ReadLine[]) {
  const merged = read.map(({ line, cells }) => ({ line, cells: mergeSigns(text, cells).cells }));
  const values = (cells: readonly Placed[]) => cells.filter((cell) => isValueCell(text, cell)).length;
  const most = Math.max(0, ...merged.map(({ cells }) => values(cells)));
  const out: { span: Span; cells: Placed[]; last: number }[] = [];
  merged.forEach(({ line, cells }, at) => {
    const own = lines[line];
    if (own === undefined) return;
    const above = out.at(-1);
    const all = cells.every((cell) => isValueCell(text, cell));
    const has = above ? values(above.cells) : 0;
    const joins =
      above !== undefined && all && own.gap === 0 && above.last === line - 1 && has + cells.length <= Math.max(most, 2);
    const labelled = above?.cells[0] !== undefined && !isValueCell(text, above.cells[0]) && has > 0;
    if (joins && labelled && above) {
      const next = (above.cells.at(-1)?.column ?? 0) + 1;
      above.cells.push(...(read[at]?.cells ?? []).map((cell, index) => ({ ...cell, column: next + index })));
      above.span = { start: above.span.start, end: own.end };
      above.last = line;
    } else out.push({ span: { start: own.start, end: own.end }, cells: [...(read[at]?.cells ?? [])], last: line });
  });
  return out;
}

function separatorOf(text: string, line: Line): Separator | null {
  const quote = text.slice(line.start, line.end);
  if (quote.includes('\t')) return 'tab';
  const bars = quote.match(BAR)?.length ?? 0;
  if (bars > 1 || /^[|\u2502\u2503\u2551]/u.test(quote)) return 'pipe';
  return /\S\s{2,}\S/.test(quote) && !/[.!?]\s{2}[A-Z]/.test(quote) ? 'wide' : null;
}

/** The cells of a line that hold something, each with its place. */
function cellsOf(text: string, line: Line | undefined, separator: Separator): Placed[] {
  if (line === undefined) return [];
  if (separator === 'wide') {
    const { lineStart } = line;
    const apart = splitAt(text, line, line.start, WIDE_GAP).flatMap((cell) => closedApart(text, cell));
    return tightCells(text, apart).map((cell) => ({ ...cell, column: cell.end - lineStart }));
  }
  const bars = separator === 'pipe';
  const cells = splitAt(text, line, bars ? line.start : line.lineStart, bars ? BAR : /\t/g);
  if (bars && /[|\u2502\u2503\u2551]/u.test(text.charAt(line.start))) cells.shift();
  return cells.map((cell, column) => ({ ...cell, column })).filter((cell) => cell.end > cell.start);
}

/** `(78,894    ) (182,257    )`: the bracket that closes one number stands right before the next. */
function closedApart(text: string, cell: Span): Span[] {
  const closing = /^\)\s?%?\s(?=\S)/.exec(text.slice(cell.start, Math.min(cell.end, cell.start + 8)));
  if (!closing) return [cell];
  return [
    trimSpan(text, cell.start, cell.start + closing[0].length),
    { start: cell.start + closing[0].length, end: cell.end },
  ];
}

function splitAt(text: string, line: Line, start: number, separator: RegExp): Span[] {
  const quote = text.slice(start, line.end);
  const cells: Span[] = [];
  let from = 0;
  for (const found of quote.matchAll(separator)) {
    cells.push(trimSpan(text, start + from, start + found.index));
    from = found.index + found[0].length;
  }
  cells.push(trimSpan(text, start + from, line.end));
  return cells;
}

/** Wide gaps alone are typing habits too; a table repeats them with values or the same number of cells. */
function looksTabular(text: string, rows: readonly ReadLine[]): boolean {
  const value = (cell: Span) =>
    isValueText(text.slice(cell.start, cell.end)) || isValueText(compact(text.slice(cell.start, cell.end)));
  const first = rows.findIndex(({ cells }) => cells.slice(1).some(value));
  const valued = rows.filter(({ cells }) => cells.slice(1).some(value));
  // Heads may take several lines; below them every row holds values.
  if (
    first > 0 &&
    rows.slice(0, first).every(({ cells }) => cells.slice(1).every((cell) => isPeriodCell(text, cell)))
  ) {
    return valued.length * 2 >= rows.length - first;
  }
  const equal = rows.filter(({ cells }) => cells.length === rows[0]?.cells.length);
  return valued.length * 2 >= rows.length - 1 && valued.length > 0
    ? true
    : rows.length >= 3 && equal.length === rows.length && (rows[0]?.cells.length ?? 0) >= 3;
}
