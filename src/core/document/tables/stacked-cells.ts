/**
 * Tables whose cells were written one below the other, as a paste from a page or a PDF often comes: a label on its line,
 * then each value on its own, the heads likewise above the first label. Such a stretch is told by its beat: the same
 * number of values behind each of several labels.
 */
import { type GridRow, isPeriodCell, isValueCell, mergeSigns, type Placed } from './grid-cells';
import type { Line } from '../lines/lines';
import { isMonthDay } from './period-head';
import type { Span } from '../model';

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
/** `Accounts receivable, net of allowances of $13,264 as of …`: behind other rows a label may be a long one. */
const LONGEST_INSIDE = 260;
const MOST_VALUES = 12;
const MOST_LABELS = 3;
/** Blank lines that may stand between two cells, and between the heads and the first label. */
const WIDEST_GAP = 8;
/** Rows that must keep the beat before it is one; with a single value a row, as in a list of facts, more of them. */
const FEWEST_ROWS = 3;
const FEWEST_FACTS = 5;
const MOST_PARENTS = 6;
/** Signs of a value that a line of its own holds: `%`, `)`, `$`. */
const SIGN = /^(?:[%％)]|\)\s?%|[$€£¥₹]|\()$/u;

const SHARED = /^(?:increase|decrease|change|variance)\b/iu;
/** `(Dollars in millions, except per share data) (unaudited)`: no head of a column. */
const UNIT =
  /^\(.*\bin (?:thousands|millions|billions)\b|^(?:(?:u\.?s\.? )?dollars|amounts?|[a-z]{3}|[$€£¥]) in (?:thousands|millions|billions)\b.{0,60}$/iu;

/** The table whose first label stands on line `at`, or null. `floor` is the first line that is free for heads. */
export function readStacked(text: string, lines: readonly Line[], at: number, floor: number): StackedTable | null {
  const first = rowAt(text, lines, at);
  if (first === null) return null;
  if (rowAt(text, lines, first.to) === null) return null;
  const width = first.values.length;
  const rows: StackedRow[] = [];
  for (let row: StackedRow | null = first; row !== null; ) {
    const cut = byWidth(row, width, rows.length > 0);
    if (cut === null) break;
    rows.push(...cut);
    row = rowAt(text, lines, row.to, LONGEST_INSIDE);
  }
  const full = rows.filter(({ values }) => values.length === width).length;
  const fewest = width === 1 ? FEWEST_FACTS : FEWEST_ROWS;
  if (full < fewest || full * 2 < rows.length) return null;
  // What stands above the first label is a head before it is the name of a group.
  const own = first.labels.at(-1) ?? at;
  const above = own === at ? null : headsAbove(text, lines, at, floor, width);
  // Periods right above the name of a group are heads, and the name is that group's.
  const grouped = above !== null && above.rows.at(-1)?.cells.every((cell) => isPeriodCell(text, cell)) === true;
  const heads = grouped ? above : headsAbove(text, lines, own, floor, width);
  const named = heads.rows.length > 0 ? null : headsOverGroups(text, lines, at, floor, width);
  if (named !== null)
    return {
      from: named.from,
      to: rows.at(-1)?.to ?? at,
      rows: [...named.rows, ...rows.flatMap((row) => gridRows(lines, row))],
    };
  const headed = heads.rows.length > 0;
  const body = rows.flatMap((row, index) =>
    gridRows(lines, index === 0 && headed && !grouped ? { ...row, labels: row.labels.slice(-1) } : row),
  );
  return { from: headed ? heads.from : at, to: rows.at(-1)?.to ?? at, rows: [...heads.rows, ...body] };
}

/** A sum that has no label of its own stands right behind the last of its parts: as many values again. */
function byWidth(row: StackedRow, width: number, inside: boolean): StackedRow[] | null {
  const { values, labels, to } = row;
  if (values.length <= width) return [row];
  if (!inside || values.length % width !== 0 || width === 1) return null;
  return Array.from({ length: values.length / width }, (_, at) => ({
    labels: at === 0 ? labels : [],
    values: values.slice(at * width, (at + 1) * width),
    to,
  }));
}

/** Labels and then at least one value from line `at`; null where the lines are anything else. */
function rowAt(text: string, lines: readonly Line[], at: number, longest = LONGEST_LABEL): StackedRow | null {
  const labels: number[] = [];
  let next = at;
  while (labels.length < MOST_LABELS && isLabel(text, lines[next], next > at, longest)) {
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
function isLabel(text: string, line: Line | undefined, inside: boolean, longest = LONGEST_LABEL): boolean {
  if (line === undefined || line.end - line.start > longest || (inside && line.gap > WIDEST_GAP)) return false;
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

const MOST_GROUPS = 3;

/** Heads with names of groups, or the unit of all, between them and the first label: `Assets`, `(unaudited)`. */
function headsOverGroups(text: string, lines: readonly Line[], at: number, floor: number, width: number) {
  for (let count = 1; count <= MOST_GROUPS && at - count >= floor; count += 1) {
    const line = lines[at - count];
    const isGroup = line !== undefined && (UNIT.test(quoteOf(text, line)) || isLabel(text, line, true));
    if (!isGroup) return null;
    const heads = headsAbove(text, lines, at - count, floor, width);
    if (!heads.rows.some(({ cells }) => cells.some((cell) => isPeriodCell(text, cell)))) continue;
    const groups = lines.slice(at - count, at).map((group): GridRow => {
      const cell = { ...spanOf(group), column: 0 };
      return { ...spanOf(group), cells: [cell], header: UNIT.test(quoteOf(text, group)) };
    });
    const units = groups.filter(({ header }) => header);
    return { from: heads.from, rows: [...heads.rows, ...units, ...groups.filter(({ header }) => !header)] };
  }
  return null;
}

/** As many lines as there are columns right above the first label, and the periods that stand over them. */
function headsAbove(text: string, lines: readonly Line[], at: number, floor: number, width: number) {
  const none = { from: at, rows: [] as GridRow[] };
  let below = at;
  // `$`, `$`, `%` under the heads repeat what the values print.
  while (at - below < width && SIGN.test(quoteOf(text, lines[below - 1]))) below -= 1;
  // `Increase/(Decrease)` stands over the amount and the percent.
  const isShared =
    width > 2 && SHARED.test(quoteOf(text, lines[below - 1])) && UNIT.test(quoteOf(text, lines[below - width]));
  const from = below - width + (isShared ? 1 : 0);
  if (from < floor) return none;
  const leaves = lines.slice(from, below);
  const isHead = (line: Line) =>
    line.end - line.start <= LONGEST_LABEL / 2 && line.gap <= WIDEST_GAP && !UNIT.test(quoteOf(text, line));
  if (!leaves.every(isHead)) return none;
  const dated = leaves.some((line) => isPeriodCell(text, line));
  let top = from;
  while (top > floor && from - top < MOST_PARENTS && isParentLine(text, lines[top - 1], lines[top])) top -= 1;
  // Heads that name what is measured are heads where a period stands over them.
  const named = width > 1 && top < from && leaves.every((line) => isLabel(text, line, true));
  if (!dated && !named) return none;
  const row = { start: leaves[0]?.start ?? 0, end: leaves.at(-1)?.end ?? 0 };
  const over = isShared ? [...leaves, ...leaves.slice(-1)] : leaves;
  const cells = over.map((line, column) => ({ ...spanOf(line), column: column + 1 }));
  return { from: top, rows: [...parentRows(text, lines.slice(top, from), width), { ...row, cells, header: true }] };
}

/** `September 30,` and `December 31,` over two columns stand side by side, `Three Months Ended` and `June 30,` over each other. */
function parentRows(text: string, parents: readonly Line[], width: number): GridRow[] {
  const shapes = parents.map((line) => (isMonthDay(quoteOf(text, line)) ? 'day' : 'span'));
  const depth = new Set(shapes).size;
  const groups = parents.length / Math.max(1, depth);
  const stacked = chunksOf(parents, shapes, width, (line) => quoteOf(text, line));
  if (stacked !== null) return stacked;
  const beside = groups > 1 && width % groups === 0 && shapes.every((shape, at) => shape === shapes[at % depth]);
  if (!beside)
    return parents.map((line) => ({ ...spanOf(line), cells: [{ ...spanOf(line), column: 1 }], header: true }));
  const over = width / groups;
  return Array.from({ length: depth }, (_, at) => {
    const own = parents.filter((__, index) => index % depth === at);
    const cells = own.map((line, group) => ({ ...spanOf(line), column: 1 + group * over }));
    return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, cells, header: true };
  });
}

/**
 * `Year ended`, `Three months ended`, `December 31,`, `December 31,`: row by row, each over its share of the columns; null
 * where the lines make no such rows.
 */
function chunksOf(
  parents: readonly Line[],
  shapes: readonly string[],
  width: number,
  quote: (line: Line) => string,
): GridRow[] | null {
  for (let size = 2; size < width; size += 1) {
    if (width % size !== 0 || parents.length % size !== 0 || parents.length === size) continue;
    const rows = Array.from({ length: parents.length / size }, (_, at) => parents.slice(at * size, (at + 1) * size));
    const alike = rows.every((_, at) => new Set(shapes.slice(at * size, (at + 1) * size)).size === 1);
    // Days that stand side by side are the same, or lengths are told apart above them.
    const repeats = rows.some((row) => new Set(row.map(quote)).size === 1);
    if (!alike || !repeats) continue;
    return rows.map((row) => ({
      start: row[0]?.start ?? 0,
      end: row.at(-1)?.end ?? 0,
      cells: row.map((line, at) => ({ ...spanOf(line), column: 1 + at * (width / size) })),
      header: true,
    }));
  }
  return null;
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
  const own = labels.at(-1);
  const label = own === undefined ? [] : [cellOf(own)];
  const cells = [...label, ...values.map((value, at) => ({ ...value, column: at + 1 }))];
  const start = cells[0]?.start ?? 0;
  return [...groups, { start, end: cells.at(-1)?.end ?? start, cells, header: false }];
}
