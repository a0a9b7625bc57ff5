/** Tables of a layout: heads over each column, the labels of groups above each row, and the lines that speak for all of it. */
import type { Block, Cell, Span, Table, TableRow } from '../model';
import type { RawCell, RawLayout, RawTable } from '../lines/raw';
import { isPeriodHead } from './period-head';

/** Lines above a table that may be its title, its unit line or the heading it stands under. */
const MOST_ABOVE = 6;
const MOST_BELOW = 2;
const LONGEST_LINE = 240;
const LONGEST_SENTENCE = 140;
/** Labels of groups are short; a longer cell alone in its row is a remark. */
const LONGEST_GROUP = 160;

/**
 * One table for each raw table that has rows, numbered as the blocks refer to it. A table that goes on with the one
 * before it, without heads or unit of its own, has that one's heads and unit lines.
 */
export function tablesOf(text: string, raw: RawLayout, blocks: readonly Block[]): Table[] {
  const rowBlocks = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.table === null) continue;
    const own = rowBlocks.get(block.table);
    if (own) own.push(block);
    else rowBlocks.set(block.table, [block]);
  }
  const tables: Table[] = [];
  raw.tables.forEach((table, index) => {
    const made = tableOf(text, table, index, rowBlocks.get(index) ?? [], blocks);
    const before = tables.at(-1);
    if (made) tables.push(before ? continued(text, blocks, before, made) : made);
  });
  return tables;
}

/** The table with what it has from the one before it, where it goes on with that. */
function continued(text: string, blocks: readonly Block[], before: Table, table: Table): Table {
  if (follows(blocks, before, table)) return { ...table, unitLines: before.unitLines };
  if (!isNear(text, blocks, before, table)) return table;
  const unitLines = [...table.lines, ...before.unitLines];
  if (table.heads.length > 0) return hasSameHeads(before, table) ? { ...table, unitLines } : table;
  if (before.heads.length === 0 || !hasSameColumns(before, table)) return table;
  return { ...table, head: before.head, heads: before.heads, unitLines };
}

/** Blocks between two parts of one table: the title of a group, a page number, a running head. */
const MOST_BETWEEN = 4;
const LONGEST_BETWEEN = 100;
/** Titles and units of another table. */
const ANEW =
  /\b(?:thousands?|millions?|billions?|crores?|lakhs?|ended|as (?:at|of)|balance sheets?|statements? of|note \d)\b|[%$€£¥₹]|百万|千元|亿元|万元|单位/iu;

/** Nothing but short lines stands between, and none of them says a period or a unit. */
function isNear(text: string, blocks: readonly Block[], before: Table, table: Table): boolean {
  const last = before.rows.at(-1)?.block;
  const first = table.rows[0]?.block;
  if (last === undefined || first === undefined || first <= last) return false;
  const between = blocks.slice(last + 1, first).filter(({ table: of }) => of !== table.index && of !== before.index);
  return (
    between.length <= MOST_BETWEEN &&
    between.every(({ table: of, contentStart, end }) => {
      const line = text.slice(contentStart, Math.min(end, contentStart + LONGEST_BETWEEN + 1));
      return of === null && line.length <= LONGEST_BETWEEN && !ANEW.test(line) && !/[.。]$/u.test(line);
    })
  );
}

const headWords = ({ heads }: Table): string =>
  heads
    .flat()
    .map(({ column, text }) => `${column} ${text}`)
    .join('\n');
const hasSameHeads = (before: Table, table: Table): boolean => headWords(before) === headWords(table);

/** Values stand in the same columns, as far as most rows have them. */
function hasSameColumns(before: Table, table: Table): boolean {
  const [a, b] = [before, table].map(usualColumns);
  // A label and one value stand beside each other in any list.
  return a !== undefined && a.includes(' ', a.indexOf(' ') + 1) && a === b;
}

/** The columns of the rows that have most cells. */
function usualColumns({ rows }: Table): string {
  const counts = new Map<string, number>();
  for (const { cells } of rows.slice(0, MOST_ASKED)) {
    if (cells.length < 2) continue;
    const key = cells.map(({ column }) => column).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? '';
}

const MOST_ASKED = 60;

/** Behind another table, with no heading between and no title of its own: its units are that one's. */
function follows(blocks: readonly Block[], before: Table, table: Table): boolean {
  const last = before.rows.at(-1)?.block;
  const first = table.rows[0]?.block;
  if (table.lines.length > 0 || last === undefined || first === undefined || before.section !== table.section)
    return false;
  return blocks.slice(last + 1, first).filter((block) => block.table === null).length <= 1;
}

function tableOf(
  text: string,
  table: RawTable,
  index: number,
  own: readonly Block[],
  blocks: readonly Block[],
): Table | null {
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return null;
  const cell = ({ start, end, column }: RawCell): Cell => ({ start, end, column, text: text.slice(start, end) });
  const bodies = own.filter((block) => block.kind === 'table-row');
  const heads = table.heads.map((row) => row.map(cell));
  const rows = bodies.map((block) => ({
    block: block.index,
    cells: (table.rows[block.row ?? 0] ?? []).map(cell),
  }));
  const lines = [
    ...table.lines.toReversed(),
    ...linesAbove(text, table, blocks, first.index),
    ...linesBelow(text, blocks, last.index),
  ];
  return {
    index,
    section: first.section,
    caption: table.caption ?? captionOf(blocks, first.index),
    start: first.start,
    end: last.end,
    head: nearestHeads(heads),
    heads,
    lines,
    unitLines: lines,
    rows: withPaths(rows),
  };
}

/** Over each column the head that stands nearest to it. */
function nearestHeads(heads: readonly (readonly Cell[])[]): Cell[] {
  const found = new Map<number, Cell>();
  for (const row of heads.toReversed())
    for (const cell of row) if (!found.has(cell.column)) found.set(cell.column, cell);
  return [...found.values()].sort((a, b) => a.column - b.column);
}

/**
 * A label alone in its row heads those below; one right below another stands under it. A period alone in its row heads
 * all groups up to the next one.
 */
function withPaths(rows: readonly Omit<TableRow, 'path'>[]): TableRow[] {
  let path: readonly Span[] = [];
  let period: readonly Span[] = [];
  let isOpen = false;
  const indent = deepestLabel(rows);
  return rows.map((row) => {
    const [label, ...rest] = row.cells;
    const lone = label !== undefined && rest.length === 0 && label.column <= indent;
    if (lone && isPeriodHead(label.text)) {
      period = [{ start: label.start, end: label.end }];
      path = period;
      isOpen = true;
      return { ...row, path: [] };
    }
    if (!lone || !/\p{L}/u.test(label.text) || label.end - label.start > LONGEST_GROUP) {
      isOpen = false;
      return { ...row, path };
    }
    const above = isOpen ? path : period;
    path = [...period, ...above.slice(period.length).slice(-2), { start: label.start, end: label.end }];
    isOpen = true;
    return { ...row, path: above };
  });
}

/** Empty cells may indent labels: the last column in which no row has its first value. */
function deepestLabel(rows: readonly Omit<TableRow, 'path'>[]): number {
  const values = rows.flatMap(({ cells: [, ...rest] }) => rest.map(({ column }) => column));
  return Math.max(0, Math.min(MOST_INDENT, Math.min(...values) - 1));
}

const MOST_INDENT = 4;

/** The caption or lead-in right above the table. */
function captionOf(blocks: readonly Block[], first: number): Span | null {
  const above = blocks[first - 1];
  return above && (above.kind === 'caption' || above.kind === 'lead-in')
    ? { start: above.start, end: above.end }
    : null;
}

function linesAbove(text: string, table: RawTable, blocks: readonly Block[], first: number): Span[] {
  const lines: Span[] = table.caption ? [table.caption] : [];
  let headed = false;
  let passed = false;
  for (let at = first - 1; at >= 0 && first - at <= MOST_ABOVE; at -= 1) {
    const block = blocks[at];
    if (!block || block.table !== null || block.kind === 'code' || block.kind === 'list-item') break;
    if (headed && (block.kind !== 'heading' || closesTable(text, blocks, at))) break;
    headed = block.kind === 'heading';
    if (!isLine(text, block)) {
      // One paragraph of words may stand between a title and its table.
      if (passed || block.kind !== 'paragraph') break;
      passed = true;
      continue;
    }
    if (table.caption?.start !== block.start) lines.push({ start: block.contentStart, end: block.end });
    if (block.kind === 'caption') break;
  }
  return lines;
}

/** A note right below another table, whatever it was taken for, is that table's. */
const closesTable = (text: string, blocks: readonly Block[], at: number): boolean => {
  const block = blocks[at];
  return (
    block !== undefined &&
    (blocks[at - 1]?.table ?? null) !== null &&
    NOTE_LEAD.test(text.slice(block.start, block.start + 24))
  );
};

/** Notes below, unless another table begins there, whose title they are. */
function linesBelow(text: string, blocks: readonly Block[], last: number): Span[] {
  const lines: Span[] = [];
  for (let at = last + 1; at <= last + MOST_BELOW; at += 1) {
    const block = blocks[at];
    if (!block) break;
    if (block.table !== null) return [];
    if (!BELOW.has(block.kind) || !isLine(text, block)) break;
    if (!NOTE_LEAD.test(text.slice(block.start, block.start + 24))) break;
    lines.push({ start: block.contentStart, end: block.end });
  }
  return lines;
}

const BELOW: ReadonlySet<Block['kind']> = new Set(['paragraph', 'note', 'heading']);
const NOTE_LEAD =
  /^[*_]{0,3}(?:[(†‡*¹²³]|notes?\b|sources?\b|all |amounts?\b|figures\b|in |unless |values?\b|单位|来源|资料|注|数据)/iu;

/** No paragraph: short, and no full sentence. */
function isLine(text: string, block: Block): boolean {
  const length = block.end - block.contentStart;
  if (block.kind === 'heading' || length <= LONGEST_SENTENCE) return length <= LONGEST_LINE;
  return length <= LONGEST_LINE && !/[.。]$/.test(text.slice(block.start, block.end));
}
