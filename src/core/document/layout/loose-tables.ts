/**
 * Tables that a marked document holds as mere paragraphs: lines set apart by TAB that a converter took for wrapped text,
 * or cells that each became a paragraph of its own. They are found by the lines, as in a plain text.
 */
import { pushGrid } from '../tables/grid-blocks';
import { type Line, linesOf } from '../lines/lines';
import type { Span } from '../model';
import { rawBlock, type RawBlock, type RawLayout, type RawTable } from '../lines/raw';
import { findTables, type FoundTable } from '../tables/table';

/** Fewer lines than these are no table. */
const FEWEST_LINES = 3;

/** The layout with tables in place of the paragraphs that hold them, tables numbered as they are read. */
export function withLooseTables(text: string, { blocks, tables }: RawLayout): RawLayout {
  const out = { blocks: [] as RawBlock[], tables: [] as RawTable[] };
  const numbers = new Map<number, number>();
  for (let at = 0; at < blocks.length; ) {
    const to = endOfRun(text, blocks, at);
    if (to > at) {
      pushRun(text, blocks.slice(at, to), out);
      at = to;
      continue;
    }
    const block = blocks[at];
    if (block) out.blocks.push(renumbered(block, tables, numbers, out.tables));
    at += 1;
  }
  return out;
}

/** One past the paragraphs from `at` on that nothing but white space parts. */
function endOfRun(text: string, blocks: readonly RawBlock[], at: number): number {
  let to = at;
  while (blocks[to]?.kind === 'paragraph' || (to > at && isDash(text, blocks[to]))) to += 1;
  return to;
}

/** A dash alone on its line, an empty cell: Markdown takes it for an item of a list. */
const isDash = (text: string, block: RawBlock | undefined): boolean =>
  block?.kind === 'list-item' && /^[-–—]$/u.test(text.slice(block.start, block.end).trim());

function renumbered(
  block: RawBlock,
  tables: readonly RawTable[],
  numbers: Map<number, number>,
  kept: RawTable[],
): RawBlock {
  if (block.cell === null) return block;
  const own = tables[block.cell.table];
  const known = numbers.get(block.cell.table);
  if (known !== undefined || own === undefined)
    return { ...block, cell: { ...block.cell, table: known ?? block.cell.table } };
  numbers.set(block.cell.table, kept.length);
  kept.push(own);
  return { ...block, cell: { ...block.cell, table: kept.length - 1 } };
}

interface Out {
  readonly blocks: RawBlock[];
  readonly tables: RawTable[];
}

function pushRun(text: string, run: readonly RawBlock[], out: Out): void {
  const lines = linesOfRun(text, run);
  const found =
    lines.length < FEWEST_LINES ? [] : findTables(text, lines).filter((table) => isSure(text, lines, table));
  const left = [...run];
  let [from, next] = [0, 0];
  for (const table of found) {
    const first = lines[table.from];
    const last = lines[table.to - 1];
    if (!first || !last) continue;
    let covered = run[0]?.start ?? 0;
    for (let block = left[next]; block && block.end <= first.start; block = left[next]) {
      out.blocks.push(block);
      covered = block.end;
      next += 1;
    }
    pushLines(lines, from, table.from, covered, out.blocks);
    for (const grid of table.grids) pushGrid(grid, null, out.blocks, out.tables);
    while ((left[next]?.end ?? Number.POSITIVE_INFINITY) <= last.end) next += 1;
    const torn = left[next];
    const behind = lines[table.to];
    if (torn && torn.start < last.end) {
      if (behind && behind.start < torn.end) left[next] = { ...torn, start: behind.start, contentStart: behind.start };
      else next += 1;
    }
    from = table.to;
  }
  for (const block of left.slice(next)) out.blocks.push(block);
}

/** Lines of a paragraph that a table cuts in two. */
function pushLines(lines: readonly Line[], from: number, to: number, covered: number, blocks: RawBlock[]): void {
  for (const line of lines.slice(from, to)) if (line.start >= covered) blocks.push(rawBlock('paragraph', line));
}

const linesOfRun = (text: string, run: readonly RawBlock[]): Line[] => {
  const start = run[0]?.start ?? 0;
  return linesOf(text, start, run.at(-1)?.end ?? start);
};

/** Every line but a few holds cells: prose with a tab in it, or verse, is no table. */
function isSure(text: string, lines: readonly Line[], { from, to, grids, isStatement }: FoundTable): boolean {
  if (isStatement) return true;
  const own = lines.slice(from, to);
  const tabs = own.filter((line: Span) => text.slice(line.start, line.end).includes('\t')).length;
  const stacked = own.every(({ start, end }) => !/\t|\S {2,}\S|\|/.test(text.slice(start, end)));
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0);
  return tabs * 2 >= own.length || (stacked && own.length >= rows * 2);
}
