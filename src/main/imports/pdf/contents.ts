/** Tables of contents: their words stand in the document anyway, and their numbers are pages, which nobody should read as figures. */
import { plainTitle } from './blocks';
import type { Block, Row, Segment } from './printed/model';

const FEWEST = 4;
/** Share of the entries that must be headings or bookmarks of the document. */
const KNOWN = 0.6;
const ENTRY = /^(.*?\S)[\s.…·_]*\s(\d{1,4})$/;
const LONGEST = 400;

interface Entry {
  readonly title: string;
  readonly page: number;
}

/** The blocks without tables of contents and the headings above them, and how many there were. */
export function withoutContents(
  blocks: readonly Block[],
  outline: ReadonlyMap<string, number>,
): { readonly blocks: readonly Block[]; readonly found: number; readonly lines: readonly string[] } {
  const titles = new Set(outline.keys());
  for (const block of blocks) if (block.kind === 'heading') titles.add(plainTitle(wordsOf(block.rows)));
  const kept: Block[] = [];
  const lines: string[] = [];
  let found = 0;
  let at = 0;
  while (at < blocks.length) {
    const end = contentsEnd(blocks, at, titles);
    const block = blocks[at];
    if (end === at) {
      if (block) kept.push(block);
      at += 1;
      continue;
    }
    found += 1;
    const heading = kept.length > 1 && kept.at(-1)?.kind === 'heading' ? kept.pop() : undefined;
    if (heading && heading.kind !== 'table') lines.push(wordsOf(heading.rows));
    for (const one of blocks.slice(at, end)) lines.push(...linesOf(one));
    at = end;
  }
  return { blocks: kept, found, lines };
}

function contentsEnd(blocks: readonly Block[], from: number, titles: ReadonlySet<string>): number {
  const entries: Entry[] = [];
  let at = from;
  for (; at < blocks.length; at += 1) {
    const more = entriesOf(blocks[at]);
    const last = entries.at(-1)?.page ?? 0;
    if (more === null || (more[0]?.page ?? 0) < last) break;
    entries.push(...more);
  }
  const known = entries.filter(({ title }) => titles.has(plainTitle(title))).length;
  return entries.length >= FEWEST && known >= KNOWN * entries.length ? at : from;
}

/** What a block lists, or null where a line of it names no page, or an earlier one than the line before. */
function entriesOf(block: Block | undefined): readonly Entry[] | null {
  if (!block || block.kind === 'heading' || block.kind === 'note') return null;
  const entries = linesOf(block).map(entryOf);
  const rises = entries.every((entry, index) => entry && entry.page >= (entries[index - 1]?.page ?? 0));
  return rises ? entries.filter((entry) => entry !== null) : null;
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.map(({ cells }) => wordsOf(cells.flat()));
  return block.kind === 'item' ? [wordsOf(block.rows)] : block.rows.map((row) => row.text);
}

function entryOf(line: string): Entry | null {
  if (line.length > LONGEST) return null;
  const match = ENTRY.exec(line.trim());
  return match ? { title: match[1] ?? '', page: Number(match[2]) } : null;
}

const wordsOf = (rows: readonly (Row | Segment)[]): string => rows.map((row) => row.text).join(' ');
