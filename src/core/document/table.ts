/** Finds tables in the lines of a plain text: by TAB, pipe, wide gaps, or flattened to single spaces. */
import { isValueText } from './atoms';
import { headKind, headSplits, readFlatTable } from './flat-table';
import { type Line, trimSpan } from './lines';
import { readLeadMarker } from './marker';
import type { Span } from './model';

export interface FoundRow {
  readonly line: number;
  readonly cells: readonly (Span & { readonly column: number })[];
}

/** Line indexes of a table in the text, with its cells; `skipped` lines are rules such as `|---|---|`. */
export interface FoundTable {
  readonly from: number;
  readonly to: number;
  readonly head: FoundRow | null;
  readonly rows: readonly FoundRow[];
  readonly skipped: readonly number[];
}

type Separator = 'tab' | 'pipe' | 'wide';

const RULE = /^[\s|:+=\-–—_]+$/;
const LONGEST_ROW = 600;
/** A run of double-spaced prose longer than this is given up at once, not tried again from each of its lines. */
const LONGEST_TRY = 40;
const WIDE_GAP = /\s{2,}/g;

export function findTables(text: string, lines: readonly Line[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let at = 0;
  let given = 0;
  while (at < lines.length) {
    const separated = at >= given ? readSeparated(text, lines, at) : null;
    if (typeof separated === 'number') given = separated > at + LONGEST_TRY ? separated : given;
    const table = typeof separated === 'object' && separated ? separated : readFlattened(text, lines, at);
    if (table) tables.push(table);
    at = table ? table.to : at + 1;
  }
  return tables;
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
  const rows = table.rows.map((cells, row) => ({ line: at + 1 + row, cells: numberCells(cells) }));
  return { from: at, to: at + 1 + rows.length, head: { line: at, cells: numberCells(table.head) }, rows, skipped: [] };
}

function isBulleted(text: string, line: Line): boolean {
  return readLeadMarker(text, line.start, line.end)?.shape === 'bullet';
}

function numberCells(cells: readonly Span[]): (Span & { column: number })[] {
  return cells.map(({ start, end }, column) => ({ start, end, column }));
}

/** The table that starts at line `at`; a number where lines up to there looked like one and are none. */
function readSeparated(text: string, lines: readonly Line[], at: number): FoundTable | number | null {
  const first = lines[at];
  const separator = first ? separatorOf(text, first) : null;
  if (first === undefined || separator === null) return null;
  const read: { line: number; cells: Span[] }[] = [];
  const skipped: number[] = [];
  let to = at;
  for (; to < lines.length && (to === at || lines[to]?.gap === 0); to += 1) {
    const line = lines[to];
    if (line === undefined) break;
    if (to > at && RULE.test(text.slice(line.start, line.end))) {
      skipped.push(to);
      continue;
    }
    const cells = cellsOf(text, line, separator);
    if (cells.filter((cell) => cell.end > cell.start).length < 2) break;
    read.push({ line: to, cells });
  }
  if (read.length < 2) return null;
  if (separator === 'wide' && !looksTabular(text, read)) return to;
  return assemble(text, lines, at, to, read, skipped, separator);
}

function assemble(
  text: string,
  lines: readonly Line[],
  from: number,
  to: number,
  read: readonly { line: number; cells: Span[] }[],
  skipped: readonly number[],
  separator: Separator,
): FoundTable {
  const [first, ...rest] = read;
  const headed = first !== undefined && (skipped.includes(first.line + 1) || isHead(text, first.cells, rest));
  const columns = Math.max(...read.map((row) => row.cells.length));
  const shift =
    headed && first?.cells.length === columns - 1 && rest.every((row) => row.cells.length === columns) ? 1 : 0;
  const place = (row: { line: number; cells: Span[] }): FoundRow => ({
    line: row.line,
    cells:
      separator === 'wide' && headed && shift === 0 && row.cells.length < columns && first
        ? alignCells(row, first, lines)
        : numberCells(row.cells).filter((cell) => cell.end > cell.start),
  });
  return {
    from,
    to,
    head: headed && first ? shifted(place(first), shift) : null,
    rows: (headed ? rest : read).map(place),
    skipped,
  };
}

/** A head that leaves out the name of the first column stands over the columns after it. */
function shifted(head: FoundRow, by: number): FoundRow {
  return { line: head.line, cells: head.cells.map((cell) => ({ ...cell, column: cell.column + by })) };
}

/** A short row of a space-aligned table: each cell goes under the head whose middle is nearest. */
function alignCells(
  row: { line: number; cells: Span[] },
  head: { line: number; cells: Span[] },
  lines: readonly Line[],
) {
  const middle = (span: Span, line: number) => (span.start + span.end) / 2 - (lines[line]?.lineStart ?? 0);
  let column = -1;
  return row.cells.map((cell, at) => {
    let best = Math.max(column + 1, at);
    for (let next = best; next < head.cells.length; next += 1) {
      const candidate = head.cells[next];
      const current = head.cells[best];
      if (!candidate || !current) continue;
      const here = middle(cell, row.line);
      if (Math.abs(middle(candidate, head.line) - here) < Math.abs(middle(current, head.line) - here)) best = next;
    }
    column = at === 0 ? 0 : best;
    return { start: cell.start, end: cell.end, column };
  });
}

function separatorOf(text: string, line: Line): Separator | null {
  const quote = text.slice(line.start, line.end);
  if (quote.includes('\t')) return 'tab';
  if (quote.startsWith('|') || quote.split('|', 4).length > 2) return 'pipe';
  return /\S\s{2,}\S/.test(quote) && !/[.!?]\s{2}[A-Z]/.test(quote) ? 'wide' : null;
}

function cellsOf(text: string, line: Line, separator: Separator): Span[] {
  if (separator === 'wide') return splitAt(text, line, WIDE_GAP);
  const cells = splitAt(text, line, separator === 'tab' ? /\t/g : /\|/g);
  if (separator === 'pipe') {
    if (text.charAt(line.start) === '|') cells.shift();
    if (text.charAt(line.end - 1) === '|') cells.pop();
  }
  return cells;
}

function splitAt(text: string, line: Line, separator: RegExp): Span[] {
  const quote = text.slice(line.start, line.end);
  const cells: Span[] = [];
  let from = 0;
  for (const found of quote.matchAll(separator)) {
    cells.push(trimSpan(text, line.start + from, line.start + found.index));
    from = found.index + found[0].length;
  }
  cells.push(trimSpan(text, line.start + from, line.end));
  return cells;
}

/** Wide gaps alone are typing habits too; a table repeats them with values or the same number of cells. */
function looksTabular(text: string, rows: readonly { cells: Span[] }[]): boolean {
  const valued = rows.filter((row) => row.cells.slice(1).some((cell) => isValueText(text.slice(cell.start, cell.end))));
  const equal = rows.filter((row) => row.cells.length === rows[0]?.cells.length);
  return valued.length * 2 >= rows.length - 1 && valued.length > 0
    ? true
    : rows.length >= 3 && equal.length === rows.length && (rows[0]?.cells.length ?? 0) >= 3;
}

function isHead(text: string, cells: readonly Span[], rows: readonly { cells: Span[] }[]): boolean {
  const quotes = cells.map((cell) => text.slice(cell.start, cell.end)).filter((quote) => quote !== '');
  const known = quotes.filter((quote) => headKind(quote) !== null).length;
  if (known >= 2 && known * 2 >= quotes.length) return true;
  const valued = (row: readonly Span[]) => row.slice(1).some((cell) => isValueText(text.slice(cell.start, cell.end)));
  return !valued(cells) && rows.some((row) => valued(row.cells));
}
