/** Finds a document's citations: markers in its text, what each vouches for, and the sources they point to. */
import type { Block, Layout, Span } from '../document/model';
import { type FoundMarker, hostOf, type MarkerContext, markersIn, sourceLine, withoutOverlaps } from './markers';
import type { Citation, Citations, CslItem } from './model';
import { type Entry, entriesOf } from './references';
import { clauseAfter, clauseBefore } from './scope';
import { SourceList } from './sources';

type Scope = Citation['scopes'][number];

/** Citations in reading order and the sources they name; deterministic, linear in the length of the text. */
export function findCitations(layout: Layout): Citations {
  const entries = entriesOf(layout);
  const context = contextOf(layout, entries);
  const sources = new SourceList(entries);
  const marked = markedMarkers(layout, context);
  const citations: Citation[] = [];
  const children = childrenOf(layout.blocks);
  for (const block of layout.blocks) {
    const found = blockMarkers(layout, block, context, marked.get(block.index) ?? []);
    if (found.length === 0) continue;
    found.forEach((marker, at) => {
      const scopes = scopesOf(layout, block, found, at, children);
      citations.push({
        index: citations.length,
        start: marker.start,
        end: marker.end,
        marker: marker.marker,
        style: marker.style,
        source: sources.indexOf(marker),
        locator: marker.locator,
        scopes,
      });
    });
  }
  return { citations, sources: sources.items() satisfies readonly CslItem[] };
}

function contextOf(layout: Layout, entries: readonly Entry[]): MarkerContext {
  const notes = new Set(entries.flatMap((entry) => (entry.label === null ? [] : [entry.label])));
  const authors = new Set(
    entries.flatMap((entry) => (/^(\p{Lu}[\p{L}'’-]+)/u.exec(entry.text)?.[1] ?? '').toLowerCase() || []),
  );
  const closers = new Set<string>();
  for (const found of layout.text.matchAll(/\[([^[\]\n]{2,60})\](?=\s*(?:[.,;:)\]\n。\uff0c\uff1b]|$))/g))
    closers.add((found[1] ?? '').toLowerCase());
  return { notes, authors, closers };
}

function blockMarkers(
  layout: Layout,
  block: Block,
  context: MarkerContext,
  marked: readonly FoundMarker[],
): FoundMarker[] {
  if (block.kind === 'reference' || block.kind === 'code') return [];
  const line =
    block.kind === 'caption' || block.kind === 'paragraph' ? sourceLine(layout.text, block.start, block.end) : null;
  if (line) return withoutOverlaps([...marked, ...line]);
  if (block.kind === 'note') return [];
  return withoutOverlaps([...marked, ...markersIn(layout.text, block.contentStart, block.end, context)]);
}

/** Markers that the parser of Markdown or HTML already knows: links, notes and superscripts, by block. */
function markedMarkers({ text, marks, blocks }: Layout, { notes }: MarkerContext): ReadonlyMap<number, FoundMarker[]> {
  const found = new Map<number, FoundMarker[]>();
  const noted = new Set(marks.flatMap((mark) => (mark.kind === 'note-reference' ? [mark.start] : [])));
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const marker = readMark(text, mark, notes, noted);
    if (!marker) continue;
    while (blocks[at + 1] && (blocks[at + 1]?.start ?? 0) <= marker.start) at += 1;
    const own = found.get(at);
    if (own) own.push(marker);
    else found.set(at, [marker]);
  }
  return found;
}

function readMark(
  text: string,
  mark: Layout['marks'][number],
  notes: ReadonlySet<string>,
  noted: ReadonlySet<number>,
): FoundMarker | null {
  const span = { start: mark.start, end: mark.end };
  const base = { ...span, locator: null, issued: null, url: null, group: span, side: 'after' as const };
  if (mark.kind === 'note-reference') return { ...base, style: 'footnote', marker: mark.note, points: 'note' };
  if (mark.kind === 'superscript') {
    const label = text.slice(mark.start, mark.end).replace(/[\s[\]()^]/g, '');
    const labelled = notes.has(label) || /^\d{1,3}$/.test(label);
    return labelled && !noted.has(mark.start) ? { ...base, style: 'superscript', marker: label, points: 'note' } : null;
  }
  if (mark.kind !== 'link' || !/^https?:/i.test(mark.href)) return null;
  const label = text
    .slice(mark.label.start, mark.label.end)
    .replace(/[*_[\]]/g, '')
    .trim();
  if (label === '') return null;
  const bare = /^\^?\d{1,3}$/.test(label) && notes.has(label.replace('^', ''));
  return bare
    ? { ...base, style: 'bracket-number', marker: label, points: 'note', url: mark.href }
    : {
        ...base,
        style: 'link',
        marker: /^https?:/i.test(label) ? hostOf(label) : label,
        points: 'name',
        url: mark.href,
        side: 'within',
      };
}

/** For each lead-in, the blocks it introduces; nested lead-ins pass on what they introduce. */
function childrenOf(blocks: readonly Block[]): ReadonlyMap<number, readonly Block[]> {
  const children = new Map<number, Block[]>();
  for (const block of blocks) {
    for (let lead = block.leadIn; lead !== null; lead = blocks[lead]?.leadIn ?? null) {
      const own = children.get(lead) ?? [];
      own.push(block);
      children.set(lead, own);
    }
  }
  return children;
}

function scopesOf(
  layout: Layout,
  block: Block,
  found: readonly FoundMarker[],
  at: number,
  children: ReadonlyMap<number, readonly Block[]>,
): Scope[] {
  const marker = found[at];
  if (!marker) return [];
  if (marker.style === 'source-line') return sourceLineScopes(layout, block);
  const cell = cellScope(layout, block, marker);
  if (cell) return cell;
  const clause = clauseOf(layout, block, found, at);
  const scopes: Scope[] = clause.map((span) => ({ ...span, via: 'clause' }));
  const introduced = closesBlock(layout, block, marker) ? (children.get(block.index) ?? []) : [];
  for (const child of introduced) scopes.push({ start: child.contentStart, end: child.end, via: 'lead-in' });
  if (block.kind === 'caption' || block.kind === 'lead-in')
    scopes.push(...captionedTable(layout, block, introduced.length > 0));
  return scopes;
}

/** A lead-in hands its sources on only where the marker stands in its last sentence. */
function closesBlock({ sentences }: Layout, block: Block, marker: FoundMarker): boolean {
  const last = sentences[block.endSentence - 1];
  return last === undefined || marker.start >= last.start;
}

function captionedTable({ tables }: Layout, block: Block, done: boolean): Scope[] {
  if (done) return [];
  return tables
    .filter((table) => table.caption?.start === block.start)
    .map(({ start, end }) => ({ start, end, via: 'lead-in' as const }));
}

/** `Source: X` below a table or list covers all of it, below a paragraph that paragraph. */
function sourceLineScopes({ blocks, tables, text }: Layout, block: Block): Scope[] {
  let at = block.index - 1;
  while (at >= 0 && (blocks[at]?.kind === 'caption' || blocks[at]?.kind === 'note')) at -= 1;
  const above = blocks[at];
  if (!above || above.kind === 'heading' || above.section !== block.section) {
    const below = blocks[block.index + 1];
    const table = below?.table === null || below?.table === undefined ? undefined : tables[below.table];
    return table ? [{ start: table.start, end: table.end, via: 'lead-in' }] : [];
  }
  const table = above.table === null ? undefined : tables[above.table];
  if (table) return [{ start: table.start, end: table.end, via: 'lead-in' }];
  if (above.list === null) return [{ start: above.contentStart, end: above.end, via: 'clause' }];
  return blocks
    .filter((each) => each.list === above.list && each.end <= text.length)
    .map((each) => ({ start: each.contentStart, end: each.end, via: 'lead-in' as const }));
}

/** In a table: a marker in the head covers its column, in the first cell its row, elsewhere its own cell. */
function cellScope({ tables }: Layout, block: Block, marker: FoundMarker): Scope[] | null {
  const table = block.table === null ? undefined : tables[block.table];
  if (!table) return null;
  const within = (cell: Span) => cell.start <= marker.start && marker.end <= cell.end;
  if (block.row === null) {
    const column = table.head.find(within)?.column;
    if (column === undefined) return [];
    if (column === 0) return [{ start: table.start, end: table.end, via: 'lead-in' }];
    return table.rows.flatMap((row) =>
      row.cells
        .filter((cell) => cell.column === column)
        .map(({ start, end }) => ({ start, end, via: 'lead-in' as const })),
    );
  }
  const cell = table.rows[block.row]?.cells.find(within);
  if (!cell) return [{ start: block.start, end: block.end, via: 'clause' }];
  const sourceColumn = cell.column > 0 && cell.start >= marker.start - 1 && marker.end >= cell.end - 1;
  if (cell.column === 0 || sourceColumn) return [{ start: block.start, end: block.end, via: 'clause' }];
  return [{ start: cell.start, end: cell.end, via: 'clause' }];
}

function clauseOf(layout: Layout, block: Block, found: readonly FoundMarker[], at: number): Span[] {
  const { text } = layout;
  const marker = found[at];
  if (!marker) return [];
  const run = runOf(text, found, at);
  const sentence = sentenceOf(layout, block, run.start);
  const before = within(found[run.from - 1], sentence);
  const after = within(found[run.to + 1], sentence);
  const bounds = {
    sentence,
    floor: before ? Math.max(before.end, before.group.end) : sentence.start,
    ceiling: after ? Math.min(after.start, after.group.start) : sentence.end,
  };
  const backward = clauseBefore(text, run.start, bounds);
  if (marker.side === 'within') {
    const closes =
      /^\s*[,.;:)\uff0c。\uff1b]/.test(text.slice(run.end, run.end + 2)) &&
      text.slice(backward.start, backward.end).includes(' ');
    if (closes && marker.style === 'according-to') return [{ start: backward.start, end: marker.end }];
    const forward = clauseAfter(text, run.end, { ...bounds, ceiling: Math.max(run.end, bounds.ceiling) });
    const start = backward.end > backward.start ? backward.start : run.start;
    return [{ start: Math.min(start, marker.start), end: Math.max(forward.end, marker.end) }];
  }
  if (backward.end > backward.start) return [backward];
  const forward = clauseAfter(text, run.end, bounds);
  return forward.end > forward.start ? [forward] : [];
}

function within(marker: FoundMarker | undefined, sentence: Span): FoundMarker | undefined {
  return marker && marker.start >= sentence.start && marker.start < sentence.end ? marker : undefined;
}

/** Markers side by side vouch for the same clause. */
function runOf(text: string, found: readonly FoundMarker[], at: number): Span & { from: number; to: number } {
  let from = at;
  let to = at;
  const adjacent = (left: FoundMarker | undefined, right: FoundMarker | undefined) =>
    left !== undefined &&
    right !== undefined &&
    left.side === 'after' &&
    right.side === 'after' &&
    /^[\s,;/[\]()–-]{0,3}$/.test(text.slice(left.end, right.start));
  while (adjacent(found[from - 1], found[from])) from -= 1;
  while (adjacent(found[to], found[to + 1])) to += 1;
  const first = found[from];
  const last = found[to];
  return {
    from,
    to,
    start: Math.min(first?.start ?? 0, first?.group.start ?? 0),
    end: Math.max(last?.end ?? 0, last?.group.end ?? 0),
  };
}

/** The sentence that holds the marker, or the one it was set behind. */
function sentenceOf({ sentences }: Layout, block: Block, at: number): Span {
  for (let index = block.endSentence - 1; index >= block.firstSentence; index -= 1) {
    const sentence = sentences[index];
    if (sentence && sentence.start <= at) return sentence;
  }
  return { start: block.contentStart, end: block.end };
}
