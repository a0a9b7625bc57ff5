/** Tables by alignment: neighbouring rows with several cells whose left or right edges agree. */
import type { Row, Segment, TableRow } from './model';

/** Where a table begins at `at`, the index past its last row; else `at`. */
export function tableEnd(rows: readonly Row[], at: number): number {
  const first = rows[at];
  if (!first || first.segments.length < 2) return at;
  let end = at + 1;
  let last = end;
  while (end < rows.length) {
    const row = rows[end];
    const above = rows[end - 1];
    if (!row || !above || row.page !== above.page) break;
    const gap = row.base - above.base;
    if (gap > 4 * Math.max(row.size, above.size) || gap < 0) break;
    const many = row.segments.length >= 2;
    // A wrapped cell or a subheading inside the table: one cell that stays within a column's reach.
    if (!many && (end - last >= 3 || row.w > 0.6 * first.w)) break;
    end += 1;
    if (many) last = end;
  }
  const several = rows.slice(at, last).filter((row) => row.segments.length >= 2).length;
  return several >= 2 && hasNumbersOrShortCells(rows.slice(at, last)) ? last : at;
}

function hasNumbersOrShortCells(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.segments);
  const short = cells.filter((cell) => cell.text.length <= 40).length;
  return short >= 0.6 * cells.length;
}

export function tableRows(rows: readonly Row[]): TableRow[] {
  const columns = columnsOf(rows);
  const lines = rows.map((row) => ({ row, cells: place(row.segments, columns) }));
  const steps = rows.slice(1).map((row, at) => row.base - (rows[at]?.base ?? 0));
  const tight = Math.min(...steps.filter((step) => step > 0));
  const bimodal = steps.some((step) => step > 1.25 * tight);
  const merged: { readonly cells: Segment[][]; readonly bold: boolean }[] = [];
  lines.forEach(({ row, cells }, at) => {
    const last = merged.at(-1);
    const step = steps[at - 1] ?? Number.POSITIVE_INFINITY;
    if (last && continues(row, cells, last.cells, step, tight, bimodal)) {
      cells.forEach((cell, column) => last.cells[column]?.push(...cell));
    } else merged.push({ cells, bold: row.bold });
  });
  const headEnd = headRows(merged);
  return merged.map(({ cells }, at) => ({ header: at < headEnd, cells }));
}

function continues(
  row: Row,
  cells: readonly (readonly Segment[])[],
  above: readonly (readonly Segment[])[],
  step: number,
  tight: number,
  bimodal: boolean,
): boolean {
  if (step > 1.2 * tight || step > 1.7 * row.size) return false;
  const numbers = cells.filter((cell) => cell.some((part) => isNumber(part.text))).length;
  const filled = cells.filter((cell) => cell.length > 0).length;
  const within = cells.every((cell, column) => cell.length === 0 || (above[column] ?? []).length > 0);
  if (!within) return false;
  // A wrapped line of a label stands beside no value of its own: two values in one column are two rows.
  const isValued = (cell: readonly Segment[] = []): boolean => cell.some((part) => isValue(part.text));
  if (cells.some((cell, column) => column > 0 && isValued(cell) && isValued(above[column]))) return false;
  if (bimodal) return numbers < 2;
  return (cells[0] ?? []).length === 0 && numbers === 0 && filled < above.filter((cell) => cell.length > 0).length;
}

/** A number, or the dash that stands for none. */
const isValue = (text: string): boolean => isNumber(text) || /^[$€£¥]?\s*[-‐–—−]{1,3}$/.test(text.trim());

const isNumber = (text: string): boolean => /^[(\-–—~$€£¥]*\s*\d[\d.,]*\s*[%)x]?\)?$/.test(text.trim());

/** Rows above the first one with numbers in its cells, when there are any such below. */
function headRows(
  rows: readonly { readonly cells: readonly (readonly Segment[])[]; readonly bold: boolean }[],
): number {
  const first = rows.findIndex(({ cells }) =>
    cells.slice(1).some((cell) => cell.some((part) => /\d/.test(part.text) && !isYear(part.text))),
  );
  if (first > 0 && first <= 3) return first;
  return rows[0]?.bold ||
    first < 0 ||
    (rows[0]?.cells.slice(1) ?? []).every((cell) => cell.every((part) => isYear(part.text) || !/\d/.test(part.text)))
    ? 1
    : 0;
}

const isYear = (text: string): boolean =>
  /^(?:[QH]\d\s*)?(?:FY\s*)?(?:19|20)\d{2}[AE]?$|\b[QH][1-4]\b/.test(text.trim());

interface Column {
  from: number;
  to: number;
}

/** Columns from the rows with the most cells: overlapping cells are of one column. */
function columnsOf(rows: readonly Row[]): Column[] {
  const most = Math.max(...rows.map((row) => row.segments.length));
  const columns: Column[] = [];
  const full = rows.filter((row) => row.segments.length === most);
  for (const cell of full.flatMap((row) => row.segments).sort((a, b) => a.x - b.x)) {
    const column = columns.find((one) => cell.x < one.to && cell.x + cell.w > one.from);
    if (column) {
      column.from = Math.min(column.from, cell.x);
      column.to = Math.max(column.to, cell.x + cell.w);
    } else columns.push({ from: cell.x, to: cell.x + cell.w });
  }
  return columns.sort((a, b) => a.from - b.from);
}

function place(segments: readonly Segment[], columns: readonly Column[]): Segment[][] {
  const cells: Segment[][] = columns.map(() => []);
  for (const segment of segments) {
    let best = 0;
    let near = Number.NEGATIVE_INFINITY;
    columns.forEach((column, at) => {
      const overlap = Math.min(column.to, segment.x + segment.w) - Math.max(column.from, segment.x);
      if (overlap > near + 0.01) {
        near = overlap;
        best = at;
      }
    });
    cells[best]?.push(segment);
  }
  return cells;
}
