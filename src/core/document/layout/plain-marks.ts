/** What the lines of a plain text are, as marks: for a text that stands inside a document whose other parts are marked. */
import type { Mark, MarkRow, Span } from '../model';
import { bareDocument } from '../plain';
import { plainLayout } from './plain-layout';
import type { RawBlock, RawTable } from '../lines/raw';

/** In order; every block of the text has one. Headings come below a document's own title. */
export function plainMarks(text: string): readonly Mark[] {
  const { blocks, tables } = plainLayout({ ...bareDocument, format: 'text', text });
  const marks = blocks.flatMap((block) => (block.cell === null ? [markOf(text, block)] : []));
  const own = new Map<number, RawBlock[]>();
  for (const block of blocks) {
    if (block.cell === null) continue;
    const rows = own.get(block.cell.table);
    if (rows === undefined) own.set(block.cell.table, [block]);
    else rows.push(block);
  }
  const rows = tables.flatMap((table, index) => tableMark(own.get(index) ?? [], table));
  return [...marks, ...rows].sort((a, b) => a.start - b.start);
}

/** A tab or two spaces are one step. */
const STEP = 2;
const DEEPEST = 8;

function markOf(text: string, block: RawBlock): Mark {
  const { kind, start, end, contentStart } = block;
  if (kind === 'heading') return { kind, level: Math.max(2, block.heading?.level ?? 2), start, end };
  if (kind === 'note') return { kind, note: text.slice(start, contentStart).trim(), start, end, contentStart };
  if (kind === 'quote' || kind === 'code') return { kind, start, end };
  if (kind !== 'list-item') return { kind: 'paragraph', start, end };
  const ordered = !['bullet', 'circled'].includes(block.item?.shape ?? 'bullet');
  const depth = Math.min(Math.floor((block.item?.depth ?? 0) / STEP), DEEPEST);
  return { kind, ordered, depth, start, end, contentStart };
}

function tableMark(own: readonly RawBlock[], table: RawTable): readonly Mark[] {
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const rows = own.map((block): MarkRow => {
    const header = (block.cell?.row ?? -1) < 0;
    const cells = header ? headAt(block, table) : (table.rows[block.cell?.row ?? 0] ?? []);
    return { start: block.start, end: block.end, header, cells: aligned(block, cells) };
  });
  return [{ kind: 'table', caption: table.caption, rows, start: first.start, end: last.end }];
}

/** The heads that stand in this block, each once. */
function headAt(block: Span, { heads, lines }: RawTable): RawTable['rows'][number] {
  const row = heads.flat().filter(({ start, end }) => block.start <= start && end <= block.end);
  const once = row.filter((cell, at) => row.findIndex(({ start }) => start === cell.start) === at);
  return once.length > 0
    ? once
    : lines.filter(({ start }) => start === block.start).map((line) => ({ ...line, column: 0 }));
}

/** A cell for every column: empty ones stand where the one before them ends. */
function aligned(row: Span, cells: RawTable['rows'][number]): readonly Span[] {
  const out: Span[] = [];
  for (const { column, start, end } of cells) {
    while (out.length < column) {
      const before = out.at(-1)?.end ?? row.start;
      out.push({ start: before, end: before });
    }
    out.push({ start, end });
  }
  return out;
}
