/**
 * Blocks of a page by its tags, where they can be trusted: they say what is a heading, an item or a cell, which geometry can
 * only guess. What they leave out, or a page whose tags cover too little, is read by geometry.
 */
import { headingLevel, noteLabel, plainTitle, type Style } from './blocks';
import type { Block, PageContent, Row, Run } from './printed/model';
import { inReadingOrder } from './reading-order';
import { rowsOf, segmentsOf } from './printed/rows';
import { type TaggedRow, taggedTable } from './tables/tagged-table';
import type { Tag } from './printed/tags';

/** Share of a page's letters that must stand in tagged blocks. */
const COVERED = 0.8;
const BULLET = /^[•●▪■◦‣∙·–—*-]\s/;
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s/i;

export interface TaggedPage {
  /** Runs of each block, in reading order. */
  readonly groups: readonly { readonly tag: Tag; readonly rows: readonly Row[] }[];
  /** Words that no tag claims. */
  readonly rest: readonly Run[];
  /** What the file calls no part of the text. */
  readonly artifacts: readonly Run[];
}

/** Null where the page has no tags, or none that can be trusted. `runs` are those of the text, without running heads. */
export function taggedPage({ tags }: PageContent, runs: readonly Run[]): TaggedPage | null {
  if (tags === null || tags.size === 0) return null;
  const byContent = new Map<string, Run[]>();
  const rest: Run[] = [];
  const artifacts: Run[] = [];
  for (const run of runs) {
    if (run.content === 'artifact') artifacts.push(run);
    else if (run.content === null || !tags.has(run.content)) rest.push(run);
    else byContent.set(run.content, [...(byContent.get(run.content) ?? []), run]);
  }
  const letters = (some: readonly Run[]): number => some.reduce((sum, run) => sum + run.text.length, 0);
  const all = letters(runs);
  const isCovered = all > 0 && [...byContent.values()].reduce((sum, some) => sum + letters(some), 0) >= COVERED * all;
  if (!isCovered) return null;
  const groups = new Map<number, { readonly tag: Tag; readonly runs: Run[] }>();
  for (const [content, tag] of tags) {
    const some = byContent.get(content);
    if (!some) continue;
    const group = groups.get(tag.block) ?? { tag, runs: [] };
    groups.set(tag.block, group);
    group.runs.push(...some);
  }
  const inTagOrder = [...groups.values()].map(({ tag, runs: some }) => ({
    tag,
    rows: columnsOf(some).flatMap((part) => rowsOf(segmentsOf(part))),
  }));
  return { groups: inReadingOrder(inTagOrder), rest, artifacts };
}

/** Runs of one block parted where it goes on at the top of the next column. */
function columnsOf(runs: readonly Run[]): Run[][] {
  const columns: Run[][] = [];
  let above: Run | null = null;
  for (const run of runs) {
    const open = columns.at(-1);
    if (open && above && run.base > above.base - 2 * Math.max(run.size, above.size)) open.push(run);
    else columns.push([run]);
    above = run;
  }
  return columns;
}

export function taggedBlocks({ groups }: TaggedPage, style: Style): Block[] {
  const made: (Block | { readonly kind: 'rows'; readonly rows: TaggedRow[] })[] = [];
  const tables = new Map<number, TaggedRow[]>();
  for (const { tag, rows } of groups) {
    if (rows.length === 0) continue;
    if (tag.kind !== 'cell') {
      made.push(blockOf(tag, rows, style));
      continue;
    }
    const known = tables.get(tag.table);
    const table = known ?? [];
    if (!known) {
      tables.set(tag.table, table);
      made.push({ kind: 'rows', rows: table });
    }
    addCell(table, tag, rows);
  }
  return made.map((one) => (one.kind === 'rows' ? { kind: 'table', rows: taggedTable(one.rows) } : one));
}

function addCell(table: TaggedRow[], tag: Tag, lines: readonly Row[]): void {
  const last = table.at(-1);
  if (last?.row === tag.row) {
    last.cells.push(lines);
    // The names of rows are heads too; only a row of nothing else is the table's head.
    last.header = last.header && tag.header;
  } else table.push({ row: tag.row, header: tag.header, cells: [lines] });
}

function blockOf(tag: Tag, rows: readonly Row[], style: Style): Block {
  const [first] = rows;
  const text = first?.text.trimStart() ?? '';
  if (tag.kind === 'heading') {
    const level = tag.level || (first && (headingLevel(first, style) ?? style.outline.get(plainTitle(text)))) || 1;
    return { kind: 'heading', level, rows };
  }
  if (tag.kind === 'item') {
    const ordered = NUMBER.test(text);
    return { kind: 'item', ordered, bare: !ordered && !BULLET.test(text), depth: tag.depth, rows };
  }
  const label = first ? noteLabel(first, style) : null;
  return label !== null ? { kind: 'note', label, rows } : { kind: 'paragraph', rows };
}
