/**
 * Heads that stand apart from their table. Where a converter cut a statement at its first group head, the rows below have
 * no heads of their own: lines of periods above them, or a table that is nothing but heads, are given back to them.
 */
import { hasValues, isPeriodCell, isValueCell } from './grid-cells';
import { type HeadStream, headStream } from './head-stream';
import type { Span } from '../model';
import type { RawBlock, RawCell, RawLayout, RawTable } from '../lines/raw';

/** Blocks above a table in which its heads are looked for. */
const REACH = 12;
const MOST_GROUPS = 3;
const LONGEST_GROUP = 60;
const LONGEST_REMARK = 200;
const FEWEST_ROWS = 2;
const MOST_HEADS = 8;
/** A printed page's number between the heads and their rows. */
const PAGE = /^(?:page\s)?\d{1,4}(?:\s(?:of|\/)\s\d{1,4})?$/i;

interface Found {
  /** Rows of heads, nearest first. */
  readonly heads: HeadStream[];
  /** Index of each block that is a head, and of each that is a line in brackets. */
  readonly headBlocks: number[];
  readonly remarks: number[];
  readonly groups: number[];
}

/** The layout with heads in their tables; tables that were nothing but heads are gone, the others numbered anew. */
export function withHeadsAbove(text: string, raw: RawLayout): RawLayout {
  const firsts = new Map<number, number>();
  raw.blocks.forEach(({ cell }, at) => {
    if (cell !== null && !firsts.has(cell.table)) firsts.set(cell.table, at);
  });
  const changed = new Map<number, { readonly table: RawTable; readonly found: Found }>();
  for (const [index, first] of firsts) {
    const table = raw.tables[index];
    if (!table || table.heads.length > 0) continue;
    const columns = valueColumns(text, table);
    if (columns.length === 0) continue;
    const found = lookAbove(text, raw, first);
    const heads = placed(found.heads, columns, text, table);
    if (heads.length > 0) {
      changed.set(index, { table: joined(raw, table, heads, found), found });
      continue;
    }
    const before = raw.blocks[first - 1]?.cell?.table ?? null;
    const above = before === null ? undefined : (changed.get(before)?.table ?? raw.tables[before]);
    if (above && goesOn(text, above, columns))
      changed.set(index, { table: { ...table, heads: above.heads }, found: NONE });
  }
  return changed.size === 0 ? raw : rebuilt(raw, changed);
}

const NONE: Found = { heads: [], headBlocks: [], remarks: [], groups: [] };

/** Rows right below a table that has heads over the same columns: a converter cut it in two. */
const goesOn = (text: string, above: RawTable, columns: readonly number[]): boolean =>
  above.heads.length > 0 && columns.length > 1 && valueColumns(text, above).join(' ') === columns.join(' ');

function lookAbove(text: string, { blocks, tables }: RawLayout, first: number): Found {
  const found: Found = { heads: [], headBlocks: [], remarks: [], groups: [] };
  for (let at = first - 1; at >= 0 && first - at <= REACH; at -= 1) {
    const block = blocks[at];
    if (!block || block.kind === 'code' || block.kind === 'list-item' || block.kind === 'quote') break;
    const quote = text.slice(block.start, Math.min(block.end, block.start + LONGEST_REMARK + 1));
    if (block.cell !== null) {
      const table = tables[block.cell.table];
      if (!table || !isHeadsOnly(text, table)) break;
      const row = fromCells(text, block, table) ?? headStream(text, block);
      if (row !== null) found.heads.push(row);
      found.headBlocks.push(at);
      continue;
    }
    const stream = block.kind === 'note' ? null : headStream(text, block);
    if (stream !== null) {
      found.heads.push(stream);
      found.headBlocks.push(at);
    } else if (/^\(.{1,200}\)$/su.test(quote)) found.remarks.push(at);
    else if (found.heads.length === 0 && isGroup(quote) && found.groups.length < MOST_GROUPS) found.groups.push(at);
    else if (!PAGE.test(quote.trim())) break;
  }
  return found;
}

const isGroup = (quote: string): boolean =>
  quote.length <= LONGEST_GROUP && /\p{L}/u.test(quote) && !/\d|[.!?。！？]$/u.test(quote);

/** No value in any row, and periods in most of them. */
function isHeadsOnly(text: string, { rows, heads }: RawTable): boolean {
  const all = [...heads, ...rows];
  return (
    all.length <= MOST_HEADS &&
    rows.every(
      (row) =>
        !hasValues(
          text,
          row.filter((cell) => !isDay(text, cell)),
        ),
    ) &&
    all.some((row) => row.some((cell) => isPeriodCell(text, cell)))
  );
}

/** What a narrow column has cut off `September 30,` or `6 months to 30 June`. */
const isDay = (text: string, { start, end }: Span): boolean =>
  /^(?:\d{1,2},|(?:to )?[1-3]\d)$/.test(text.slice(start, end));

/** A row of heads cell by cell, where its words do not read on. */
function fromCells(text: string, block: Span, table: RawTable): HeadStream | null {
  const row = [...table.heads, ...table.rows].find(
    ([cell]) => cell && cell.start >= block.start && cell.end <= block.end,
  );
  const periods = (row ?? []).filter((cell) => isPeriodCell(text, cell) || isDay(text, cell));
  if (periods.length === 0) return null;
  const over = (row ?? []).filter((cell) => cell.column > 0 || isPeriodCell(text, cell) || isDay(text, cell));
  const whole = periods.every((cell) => /(?:19|20)\d{2}/.test(text.slice(cell.start, cell.end)));
  return { parents: whole ? [] : over, leaves: whole ? over : [], units: [], group: null };
}

/** Columns behind the labels that hold values in a third of the rows that have any. */
function valueColumns(text: string, { rows }: RawTable): number[] {
  const counts = new Map<number, number>();
  let valued = 0;
  for (const row of rows) {
    if (hasValues(text, row)) valued += 1;
    for (const cell of row)
      if (cell.column > 0 && (isValueCell(text, cell) || /\d/.test(text.slice(cell.start, cell.end))))
        counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  }
  if (valued < FEWEST_ROWS) return [];
  const most = Math.max(0, ...counts.values());
  return [...counts].flatMap(([column, times]) => (times * 3 >= most ? [column] : [])).sort((a, b) => a - b);
}

/** The heads over their columns, from the top; empty where their number does not tell which is which. */
function placed(found: readonly HeadStream[], columns: readonly number[], text: string, table: RawTable): RawCell[][] {
  const over = withoutNotes(found, columns, text, table);
  const out: RawCell[][] = [];
  let leaves = false;
  for (const { parents, leaves: own, units } of found) {
    const row = own.length > 0 ? own : units.length > 0 ? units : parents;
    const spread = spreadOver(row, over);
    if (spread === null) continue;
    leaves ||= row.length === over.length;
    out.unshift(spread);
    if (own.length > 0 && parents.length > 0) out.unshift(spreadOver(parents, over) ?? []);
  }
  return leaves ? out : [];
}

/** A first column of references to notes is headed by no period. */
function withoutNotes(
  found: readonly HeadStream[],
  columns: readonly number[],
  text: string,
  { rows }: RawTable,
): readonly number[] {
  const needed = Math.max(0, ...found.flatMap(({ leaves, units }) => [leaves.length, units.length]));
  const [first, ...rest] = columns;
  const isNotes = rows
    .flatMap((row) => row.filter(({ column }) => column === first))
    .every(({ start, end }) => /^\d{1,2}(?:\(?[a-z]\)?)?(?:[,&\s]+\d{1,2})*$/.test(text.slice(start, end)));
  return rest.length === needed && isNotes ? rest : columns;
}

function spreadOver(row: readonly Span[], columns: readonly number[]): RawCell[] | null {
  if (row.length === 0 || columns.length % row.length !== 0) return null;
  const size = columns.length / row.length;
  return columns.flatMap((column, at) => {
    const cell = row[Math.floor(at / size)];
    return cell ? [{ start: cell.start, end: cell.end, column }] : [];
  });
}

function joined(
  raw: RawLayout,
  table: RawTable,
  heads: RawCell[][],
  { remarks, groups, heads: rows }: Found,
): RawTable {
  const span = (at: number): Span[] => {
    const block = raw.blocks[at];
    return block ? [{ start: block.start, end: block.end }] : [];
  };
  const trailing = rows.flatMap(({ group }) => (group ? [group] : []));
  const labels = [...trailing, ...groups.toReversed().flatMap(span)];
  return {
    ...table,
    heads,
    lines: [...remarks.toReversed().flatMap(span), ...table.lines],
    rows: [...labels.map(({ start, end }) => [{ start, end, column: 0 }]), ...table.rows],
  };
}

function rebuilt(
  raw: RawLayout,
  changed: ReadonlyMap<number, { readonly table: RawTable; readonly found: Found }>,
): RawLayout {
  const roles = new Map<number, { readonly table: number; readonly row: number }>();
  const shifts = new Map<number, number>();
  for (const [table, { found }] of changed) {
    const trailing = found.heads.filter(({ group }) => group !== null).length;
    shifts.set(table, trailing + found.groups.length);
    for (const at of [...found.headBlocks, ...found.remarks]) roles.set(at, { table, row: -1 });
    found.groups.toReversed().forEach((at, index) => roles.set(at, { table, row: trailing + index }));
  }
  const numbers = new Map<number, number>();
  const tables: RawTable[] = [];
  const blocks = raw.blocks.map((block, at): RawBlock => {
    const role = roles.get(at);
    const cell = role ?? block.cell;
    if (cell === null) return block;
    let number = numbers.get(cell.table);
    if (number === undefined) {
      const table = changed.get(cell.table)?.table ?? raw.tables[cell.table];
      if (!table) return block;
      number = tables.length;
      numbers.set(cell.table, number);
      tables.push(table);
    }
    if (role !== undefined) {
      const kind = role.row < 0 ? 'table-head' : 'table-row';
      return {
        ...block,
        kind,
        heading: null,
        item: null,
        contentStart: block.start,
        cell: { table: number, row: role.row },
      };
    }
    const shift = cell.row >= 0 ? (shifts.get(cell.table) ?? 0) : 0;
    return { ...block, cell: { table: number, row: cell.row + shift } };
  });
  return { blocks, tables };
}
