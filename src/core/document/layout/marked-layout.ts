/** Blocks of a Markdown or HTML document, taken from the marks its parser left. */
import { gridsOf } from '../tables/grid';
import { pushCode, pushLines } from './code-blocks';
import { pushGrid } from '../tables/grid-blocks';
import type { GridRow } from '../tables/grid-cells';
import { linesOf, trimSpan } from '../lines/lines';
import { withLooseTables } from './loose-tables';
import { readLeadMarker } from '../lines/marker';
import type { Mark, NormalisedDocument, Span } from '../model';
import { rawBlock, type RawBlock, type RawLayout, type RawTable } from '../lines/raw';
import { endsInColon, isCaption, isOrdinalOpening, isSpeaker, titleSpan } from '../lines/shape';

type BlockMark = Extract<Mark, { kind: 'heading' | 'paragraph' | 'list-item' | 'table' | 'quote' | 'code' | 'note' }>;

const BLOCK_KINDS: ReadonlySet<string> = new Set([
  'heading',
  'paragraph',
  'list-item',
  'table',
  'quote',
  'code',
  'note',
]);

function isBlockMark(mark: Mark): mark is BlockMark {
  return BLOCK_KINDS.has(mark.kind);
}

/**
 * Blocks and tables in reading order. Text that no mark covers is read line by line like plain text, so that nothing of
 * the document is lost.
 */
export function markedLayout(document: NormalisedDocument): RawLayout {
  const { text } = document;
  const marks = document.marks.filter(isBlockMark).sort((a, b) => a.start - b.start || b.end - a.end);
  const blocks: RawBlock[] = [];
  const tables: RawTable[] = [];
  const open: BlockMark[] = [];
  let covered = 0;
  marks.forEach((mark, at) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= mark.start) open.pop();
    const caption = mark.kind === 'table' ? mark.caption : null;
    if (caption && caption.start >= covered && caption.end <= mark.start) {
      pushLoose(text, covered, caption.start, blocks);
      covered = caption.end;
      blocks.push(rawBlock('caption', caption));
    }
    if (mark.start >= covered) pushLoose(text, covered, mark.start, blocks);
    if (mark.kind === 'table') {
      pushTable(text, mark, blocks, tables);
      covered = Math.max(covered, mark.end);
      return;
    }
    const nested = marks[at + 1];
    const end = nested && nested.start < mark.end ? nested.start : mark.end;
    const own = trimSpan(text, Math.max(mark.start, covered), Math.max(mark.start, covered, end));
    if (mark.kind === 'paragraph') pushParagraph(text, own, open, blocks, tables);
    else if (mark.kind === 'code' && own.end > own.start) pushCode(text, own, blocks, tables);
    else if (own.end > own.start) pushOwn(text, mark, own, blocks, open);
    if (own.end > own.start || mark.kind === 'paragraph') covered = Math.max(covered, own.end);
    open.push(mark);
  });
  pushLoose(text, covered, text.length, blocks);
  const loose = withLooseTables(text, { blocks: emphasised(document, blocks), tables });
  return { blocks: introduced(text, loose.blocks), tables: loose.tables };
}

/** A paragraph inside a list item, quote or note that has not shown words of its own yet is that item. */
function pushParagraph(
  text: string,
  own: Span,
  open: readonly BlockMark[],
  blocks: RawBlock[],
  tables: RawTable[],
): void {
  if (own.end <= own.start) return;
  const holder = open.at(-1);
  const last = blocks.at(-1);
  if (holder && holder.kind !== 'paragraph' && holder.kind !== 'heading' && holder.kind !== 'table') {
    const opened =
      last &&
      last.start >= holder.start &&
      last.end <= own.start &&
      !/\p{L}|\p{N}/u.test(text.slice(last.contentStart, last.end));
    if (opened) blocks.pop();
    const first = opened || !last || last.start < holder.start;
    const span = first
      ? { start: Math.max(holder.start, opened && last ? last.start : holder.start), end: own.end }
      : own;
    if (first || holder.kind !== 'list-item') {
      pushOwn(text, holder, span, blocks, open.slice(0, -1));
      return;
    }
  }
  if (isPasted(text, own)) pushLines(text, linesOf(text, own.start, own.end), blocks, tables);
  else if (!pushTicked(text, own, blocks)) blocks.push(rawBlock('paragraph', own));
}

const TICK = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Extended_Pictographic}]*|[✓✔✗✘☑☐])\s+/u;

/** Lines that each open with a tick, a cross or another picture are the items of a list, as they are meant to be read. */
function pushTicked(text: string, own: Span, blocks: RawBlock[]): boolean {
  if (!text.slice(own.start, own.end).includes('\n')) return false;
  const lines = linesOf(text, own.start, own.end);
  const items = lines.map((line) => TICK.exec(text.slice(line.start, line.end))?.[0].length ?? null);
  const led = items[0] === null && lines[0] !== undefined && endsInColon(text, lines[0]);
  if (items.filter((lead) => lead === null).length > (led ? 1 : 0) || items.length < 2) return false;
  for (const [at, line] of lines.entries()) {
    const lead = items[at] ?? null;
    if (lead === null) blocks.push(rawBlock('paragraph', { start: line.start, end: line.end }));
    else
      blocks.push(
        rawBlock(
          'list-item',
          { start: line.start, end: line.end },
          { contentStart: line.start + lead, item: { depth: 1, shape: 'bullet', value: null } },
        ),
      );
  }
  return true;
}

/** Lines of cells set apart by tabs: Markdown knows no such table, but that is how one is pasted from a page or a sheet. */
function isPasted(text: string, { start, end }: Span): boolean {
  const first = text.indexOf('\t', start);
  if (first < 0 || first >= end) return false;
  const second = text.indexOf('\n', first);
  if (second < 0 || second >= end) return false;
  const tab = text.indexOf('\t', second);
  return tab >= 0 && tab < end;
}

function pushOwn(text: string, mark: BlockMark, own: Span, blocks: RawBlock[], open: readonly BlockMark[]): void {
  switch (mark.kind) {
    case 'heading':
      blocks.push(headingOf(text, mark.level, own));
      return;
    case 'list-item': {
      const contentStart = Math.min(Math.max(own.start, mark.contentStart), own.end);
      const depth = Math.max(mark.depth, open.filter((outer) => outer.kind === 'list-item').length);
      const shape = mark.ordered ? 'arabic' : 'bullet';
      const value = mark.ordered ? (readLeadMarker(text, own.start, own.end)?.value ?? null) : null;
      blocks.push(rawBlock('list-item', own, { contentStart, item: { depth, shape, value } }));
      return;
    }
    case 'note':
      blocks.push(rawBlock('note', own, { contentStart: Math.min(Math.max(own.start, mark.contentStart), own.end) }));
      return;
    case 'quote': {
      const lead = /^(?:>\s?)+/.exec(text.slice(own.start, own.end))?.[0].length ?? 0;
      blocks.push(rawBlock('quote', own, { contentStart: own.start + lead }));
      return;
    }
    case 'code':
      blocks.push(rawBlock('code', own));
      return;
    case 'paragraph':
    case 'table':
      blocks.push(rawBlock('paragraph', own));
  }
}

function headingOf(text: string, level: number, own: Span): RawBlock {
  const lead = /^#{1,6}\s+/.exec(text.slice(own.start, own.end))?.[0].length ?? 0;
  const tail = /(?:\s+#+|\n[=-]+)\s*$/.exec(text.slice(own.start + lead, own.end))?.[0].length ?? 0;
  const title = titleSpan(text, own.start + lead, own.end - tail);
  const marker = readLeadMarker(text, title.start, title.end);
  const numbered = marker && marker.shape !== 'bullet' && marker.shape !== 'circled' ? marker : null;
  const titleStart = numbered ? numbered.end : title.start;
  return rawBlock('heading', own, {
    contentStart: titleStart,
    heading: { level, numeral: numbered?.numeral ?? null, titleStart, titleEnd: Math.max(titleStart, title.end) },
  });
}

function pushTable(text: string, mark: Extract<Mark, { kind: 'table' }>, blocks: RawBlock[], tables: RawTable[]): void {
  if (mark.caption && mark.caption.start >= mark.start) blocks.push(rawBlock('caption', mark.caption));
  const rows = mark.rows.flatMap((row): GridRow[] => {
    const span = trimSpan(text, row.start, row.end);
    const cells = row.cells.map((cell, column) => ({ ...trimSpan(text, cell.start, cell.end), column }));
    return span.end > span.start ? [{ ...span, cells, header: row.header }] : [];
  });
  for (const grid of gridsOf(text, rows, 'columns')) pushGrid(grid, mark.caption, blocks, tables);
}

/** Text that no mark covers is kept, line by line, so that nothing the document says is lost. */
function pushLoose(text: string, from: number, to: number, blocks: RawBlock[]): void {
  if (to <= from) return;
  for (const line of linesOf(text, from, to)) {
    if (/[\p{L}\p{N}]/u.test(text.slice(line.start, line.end))) blocks.push(rawBlock('paragraph', line));
  }
}

/** Without heading marks, short paragraphs in bold are the headings; the first of them, at the top, is the title. */
function emphasised({ text, marks }: NormalisedDocument, blocks: readonly RawBlock[]): RawBlock[] {
  const headings = blocks.filter((block) => block.kind === 'heading').length;
  const strong = new Map(marks.flatMap((mark) => (mark.kind === 'strong' ? [[mark.start, mark.end] as const] : [])));
  const bold = (block: RawBlock) => {
    const own = strong.get(block.start);
    const short = block.end - block.start <= LONGEST_BOLD;
    return (
      block.kind === 'paragraph' &&
      short &&
      own === block.end &&
      !endsInColon(text, block) &&
      !isSpeaker(text.slice(block.start, block.end))
    );
  };
  const candidates = blocks.filter(bold).length;
  if (headings > 1 || candidates < FEWEST_BOLD) return [...blocks];
  return blocks.map((block, at) => (bold(block) ? headingOf(text, at === 0 && headings === 0 ? 1 : 2, block) : block));
}

const LONGEST_BOLD = 120;
const FEWEST_BOLD = 2;

/** Paragraphs that introduce, caption or count what stands below them. */
function introduced(text: string, blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.map((block, at) => {
    if (block.kind !== 'paragraph') return block;
    const quote = text.slice(block.start, Math.min(block.end, block.start + 200));
    if (isCaption(quote) && block.end - block.start < 300) return { ...block, kind: 'caption' as const };
    if (endsInColon(text, block) && blocks[at + 1]) return { ...block, kind: 'lead-in' as const };
    return isOrdinalOpening(text, block.start)
      ? { ...block, item: { depth: 0, shape: 'ordinal', value: null } }
      : block;
  });
}
