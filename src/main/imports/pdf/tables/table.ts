/** Tables by alignment: neighbouring rows with several cells whose left or right edges agree. */
import { type CellPiece, cellsOf, kindOf } from './cells';
import { inColumns } from './cut-columns';
import type { Row, TableRow } from '../printed/model';
import { byMostCells } from './text-columns';
import { joinStacked } from './stacked-heads';
import { type Cells, joinWrapped, type Line } from './wrapped-labels';

/** Rows that are looked ahead to see how wide a table is. */
const AHEAD = 20;
/** Titles and sources stand between tables, not in them. */
const BETWEEN = /^(?:sources?|table|figure|exhibit|chart)\b/i;

/** Where a table begins at `at`, the index past its last row; else `at`. */
export function tableEnd(rows: readonly Row[], at: number): number {
  const first = rows[at];
  if (!first) return at;
  const from = firstWithCells(rows, at);
  const start = rows[from];
  if (!start || start.segments.length < 2) return at;
  const extent = extentFrom(rows, from);
  let end = from + 1;
  let last = end;
  while (end < rows.length) {
    const row = rows[end];
    const above = rows[end - 1];
    if (!row || !above || row.page !== above.page) break;
    const gap = row.base - above.base;
    if (gap > 4 * Math.max(row.size, above.size) || gap < 0) break;
    const many = row.segments.length >= 2 || endsInValue(row);
    if (!many && (end - last >= 3 || !isInside(row, extent))) break;
    end += 1;
    if (many) last = end;
  }
  const own = rows.slice(from, last);
  const several = own.filter((row) => row.segments.length >= 2).length;
  return several >= 2 && hasNumbersOrShortCells(own) ? last : at;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  /** Of its largest text. */
  readonly size: number;
}

/** Left and right edge of the next rows of several cells. */
function extentFrom(rows: readonly Row[], at: number): Extent {
  const near = rows.slice(at, at + AHEAD).filter((row) => row.segments.length >= 2 && row.page === rows[at]?.page);
  return {
    from: Math.min(...near.map(({ x }) => x)),
    to: Math.max(...near.map(({ x, w }) => x + w)),
    size: Math.max(...near.map(({ size }) => size)),
  };
}

/** A long label that comes near its first number. */
function endsInValue(row: Row): boolean {
  if (row.runs.length < 2 || !/\d[)%\s]*$/.test(row.text)) return false;
  const cells = cellsOf(row);
  return cells.length >= 2 && cells[0]?.kind === 'words' && cells.at(-1)?.kind === 'value';
}

/** A wrapped cell or a subheading inside the table: one cell that stays within a column's reach. */
const isInside = (row: Row, { from, to, size }: Extent): boolean =>
  row.w <= 0.6 * (to - from) &&
  row.x >= from - 2 * row.size &&
  row.x + row.w <= to + row.size &&
  row.size <= 1.15 * size &&
  !BETWEEN.test(row.text);

/** Lines of heads that may stand above the first row of several cells. */
const MOST_OVER = 5;

/** The first row of several cells, below such lines as `Years ended 31 December` that stand alone over the columns of values. */
function firstWithCells(rows: readonly Row[], at: number): number {
  let from = at;
  while (from < at + MOST_OVER && rows[from]?.segments.length === 1) from += 1;
  const start = rows[from];
  if (from === at || !start || start.segments.length < 2) return at;
  const extent = extentFrom(rows, from);
  return rows.slice(at, from).every((row, index) => standsOver(row, rows[at + index + 1], extent)) ? from : at;
}

function standsOver(row: Row, below: Row | undefined, { from, to, size }: Extent): boolean {
  if (!below || row.page !== below.page) return false;
  const gap = below.base - row.base;
  return (
    gap > 0 &&
    gap <= 2 * Math.max(row.size, below.size) &&
    row.size <= 1.15 * size &&
    row.x > from + 0.3 * (to - from) &&
    row.x + row.w <= to + row.size &&
    !/[.;:]$/.test(row.text.trim())
  );
}

function hasNumbersOrShortCells(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.segments);
  const short = cells.filter((cell) => cell.text.length <= 40).length;
  return short >= 0.6 * cells.length;
}

export function tableRows(rows: readonly Row[]): TableRow[] {
  const pieces = rows.map(cellsOf);
  const sizes = rows.map(({ size }) => size).sort((a, b) => a - b);
  const placed = inColumns<CellPiece>(pieces, sizes[sizes.length >> 1] ?? 10);
  const cells = placed
    ? withCodes(placed).map((row) => row.map((cell) => cell.map(({ segment }) => segment)))
    : byMostCells(rows);
  const lines = rows.map((row, at): Line => ({ row, cells: cells[at] ?? [] }));
  const merged = joinWrapped(lines);
  const headEnd = headRows(merged);
  const heads = joinStacked(merged.slice(0, headEnd));
  return [
    ...heads.map((row) => ({ header: true, cells: row })),
    ...merged.slice(headEnd).map((row) => ({ header: false, cells: row })),
  ];
}

/** Codes and numbers of rows before the labels (`1100 | Cash`) are of one cell with them. */
function withCodes(rows: CellPiece[][][]): CellPiece[][][] {
  const codes = rows.flatMap(([first]) => first ?? []);
  const labels = rows.flatMap(([, second]) => second ?? []);
  const isCoded =
    codes.length >= 2 &&
    codes.filter(({ segment }) => CODE.test(segment.text)).length >= 0.8 * codes.length &&
    labels.length > 0 &&
    labels.filter(({ kind }) => kind === 'words').length >= 0.8 * labels.length;
  if (!isCoded) return rows;
  return rows.map(([first = [], second = [], ...rest]) => [[...first, ...second], ...rest]);
}

const CODE = /^\s*(?:\(?\d{1,5}[.)]?|\(?[a-z][.)]|[ivx]{1,4}[.)]?)\s*$/iu;

/** Rows above the first one with values, when there are any such below; labels that stand alone above it are no heads. */
function headRows(rows: readonly Cells[]): number {
  const first = rows.findIndex(isBodyRow);
  if (first < 0) return 1;
  const last = rows.slice(0, first).findLastIndex((cells) => cells.slice(1).some((cell) => cell.length > 0));
  return last < MOST_HEADS ? last + 1 : 0;
}

/** A value beside a label, or one that is no day of a head over several lines. */
function isBodyRow([label = [], ...rest]: Cells): boolean {
  const values = rest.flat().filter(({ text }) => kindOf(text) === 'value');
  return values.length > 0 && (label.length > 0 || values.some(({ text }) => /\d{3}|[.,%]/.test(text)));
}

const MOST_HEADS = 8;
