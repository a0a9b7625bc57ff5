/**
 * Tables whose cells were written one below the other, as a paste from a page or a PDF often comes: a label on its line,
 * then each value on its own, the heads likewise above the first label. Such a stretch is told by its beat: the same
 * number of values behind each of several labels.
 */
import { type GridRow, isPeriodCell, isValueCell, mergeSigns, type Placed } from './grid-cells';
import type { Line } from './lines';
import type { Span } from './model';

export interface StackedTable {
  /** Line indexes: the first head, one past the last value. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly GridRow[];
}

interface StackedRow {
  /** Lines of labels right above the values: the last is the row's own, those before head a group. */
  readonly labels: readonly number[];
  readonly values: readonly Placed[];
  /** One past the row's last line. */
  readonly to: number;
}

const LONGEST_LABEL = 120;
const MOST_VALUES = 12;
const MOST_LABELS = 3;
/** Blank lines that may stand between two cells, and between the heads and the first label. */
const WIDEST_GAP = 8;
/** Rows that must keep the beat before it is one; with a single value a row, as in a list of facts, more of them. */
const FEWEST_ROWS = 3;
const FEWEST_FACTS = 5;
const MOST_PARENTS = 3;
/** Signs of a value that a line of its own holds: `%`, `)`, `$`. */
const SIGN = /^(?:[%％)]|\)\s?%|[$€£¥₹]|\()$/u;

/** The table whose first label stands on line `at`, or null. `floor` is the first line that is free for heads. */
export function readStacked(text: string, lines: readonly Line[], at: number, floor: number): StackedTable | null {
  const first = rowAt(text, lines, at);
  if (first === null) return null;
  const second = rowAt(text, lines, first.to);
  const width = second === null ? 0 : Math.max(first.values.length, second.values.length);
  if (width === 0) return null;
  const rows: StackedRow[] = [];
  for (let row: StackedRow | null = first; row !== null && row.values.length <= width; ) {
    rows.push(row);
    row = rowAt(text, lines, row.to);
  }
  const full = rows.filter(({ values }) => values.length === width).length;
  const fewest = width === 1 ? FEWEST_FACTS : FEWEST_ROWS;
  if (full < fewest || full * 2 < rows.length || first.values.length !== width) return null;
  // What stands above the first label is a head before it is the name of a group.
  const own = first.labels.at(-1) ?? at;
  const heads = headsAbove(text, lines, own, floor, width);
  const headed = heads.rows.length > 0;
  const body = rows.flatMap((row, index) =>
    gridRows(lines, index === 0 && headed ? { ...row, labels: row.labels.slice(-1) } : row),
  );
  return { from: headed ? heads.from : at, to: rows.at(-1)?.to ?? at, rows: [...heads.rows, ...body] };
}

/** Labels and then at least one value from line `at`; null where the lines are anything else. */
function rowAt(text: string, lines: readonly Line[], at: number): StackedRow | null {
  const labels: number[] = [];
  let next = at;
  while (labels.length < MOST_LABELS && isLabel(text, lines[next], next > at)) {
    labels.push(next);
    next += 1;
  }
  if (labels.length === 0) return null;
  const cells: Placed[] = [];
  while (cells.length < 2 * MOST_VALUES && isValue(text, lines[next])) {
    const { start, end } = lines[next] ?? { start: 0, end: 0 };
    cells.push({ start, end, column: cells.length + 1 });
    next += 1;
  }
  const { cells: values } = mergeSigns(text, cells);
  if (!values.some((value) => isValueCell(text, value))) return null;
  return values.length === 0 || values.length > MOST_VALUES ? null : { labels, values, to: next };
}

/** Words without an end of a sentence, not a value, near enough to what stands above. */
function isLabel(text: string, line: Line | undefined, inside: boolean): boolean {
  if (line === undefined || line.end - line.start > LONGEST_LABEL || (inside && line.gap > WIDEST_GAP)) return false;
  const quote = text.slice(line.start, line.end);
  if (quote.includes('\t') || /\S {3,}\S/.test(quote) || /^(?:[-*•#>|]|\d+[.)])\s/.test(quote)) return false;
  return (
    /\p{L}/u.test(quote) && !/[.!?;。！？；]$/u.test(quote) && !isValueCell(text, line) && !isPeriodCell(text, line)
  );
}

function isValue(text: string, line: Line | undefined): boolean {
  if (line === undefined || line.gap > WIDEST_GAP) return false;
  return SIGN.test(text.slice(line.start, line.end)) || isOpen(text, line) || isValueCell(text, line);
}

/** `(209`, whose bracket closes on the next line. */
const isOpen = (text: string, { start, end }: Span): boolean =>
  end - start <= 24 && /^\(\s?[$€£¥₹]?\s?\d[\d,.]*$/u.test(text.slice(start, end));

/** As many lines as there are columns right above the first label, and the periods that stand over them. */
function headsAbove(text: string, lines: readonly Line[], at: number, floor: number, width: number) {
  const none = { from: at, rows: [] as GridRow[] };
  let below = at;
  // `$`, `$`, `%` under the heads repeat what the values print.
  while (at - below < width && SIGN.test(quoteOf(text, lines[below - 1]))) below -= 1;
  const from = below - width;
  if (from < floor) return none;
  const leaves = lines.slice(from, below);
  const isHead = (line: Line) => line.end - line.start <= LONGEST_LABEL / 2 && line.gap <= WIDEST_GAP;
  if (!leaves.every(isHead) || !leaves.some((line) => isPeriodCell(text, line))) return none;
  let top = from;
  while (top > floor && from - top < MOST_PARENTS && isParentLine(text, lines[top - 1], lines[top])) top -= 1;
  const parents = lines.slice(top, from).map(
    (line): GridRow => ({
      ...spanOf(line),
      cells: [{ ...spanOf(line), column: 1 }],
      header: true,
    }),
  );
  const row = { start: leaves[0]?.start ?? 0, end: leaves.at(-1)?.end ?? 0 };
  const cells = leaves.map((line, column) => ({ ...spanOf(line), column: column + 1 }));
  return { from: top, rows: [...parents, { ...row, cells, header: true }] };
}

const quoteOf = (text: string, line: Line | undefined): string =>
  line === undefined ? '' : text.slice(line.start, line.end);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const isParentLine = (text: string, line: Line | undefined, below: Line | undefined): boolean =>
  line !== undefined &&
  below !== undefined &&
  below.gap <= WIDEST_GAP &&
  (isPeriodCell(text, line) || /\b(?:ended|ending|as (?:at|of))\b/i.test(text.slice(line.start, line.end))) &&
  line.end - line.start <= LONGEST_LABEL;

/** The group heads as rows of their own, then the row. */
function gridRows(lines: readonly Line[], { labels, values }: StackedRow): GridRow[] {
  const cellOf = (line: number): Placed => ({ ...spanOf(lines[line] ?? { start: 0, end: 0 }), column: 0 });
  const groups = labels.slice(0, -1).map((line): GridRow => {
    const cell = cellOf(line);
    return { start: cell.start, end: cell.end, cells: [cell], header: false };
  });
  const label = cellOf(labels.at(-1) ?? 0);
  const end = values.at(-1)?.end ?? label.end;
  const cells = [label, ...values.map((value, at) => ({ ...value, column: at + 1 }))];
  return [...groups, { start: label.start, end, cells, header: false }];
}
