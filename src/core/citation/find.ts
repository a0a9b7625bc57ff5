/** Finds a document's citations: markers in its text, what each vouches for, and the sources they point to. */
import type { Block, Layout } from '../document/model';
import { markedMarkers } from './marked';
import { type FoundMarker, type MarkerContext, withoutOverlaps } from './found';
import { type Jumps, readJumps } from './jumps';
import { markersIn } from './markers';
import { sourceLine } from './parentheses';
import type { Citation, Citations } from './model';
import type { Entry } from './entry';
import { entriesOf } from './references';
import { scopesFor } from './scopes';
import { columnMarkers } from './source-column';
import { SourceList } from './sources';

/** Citations in reading order and the sources they name; deterministic, linear in the length of the text. */
export function findCitations(layout: Layout): Citations {
  const entries = entriesOf(layout);
  const context = contextOf(layout, entries);
  const jumps = readJumps(layout, entries);
  const sources = new SourceList(entries, jumps.ofNote);
  const marked = markedMarkers(layout, context.notes, jumps);
  const scopesIn = scopesFor(layout);
  const citations: Citation[] = [];
  for (const block of layout.blocks) {
    const found = blockMarkers(layout, block, context, marked.get(block.index) ?? [], jumps);
    if (found.length === 0) continue;
    const scopes = scopesIn(block, found);
    found.forEach((marker, at) => {
      citations.push({
        index: citations.length,
        start: marker.start,
        end: marker.end,
        marker: marker.marker,
        style: marker.style,
        source: sources.indexOf(marker),
        locator: marker.locator,
        scopes: scopes[at] ?? [],
      });
    });
  }
  return { citations, sources: sources.items() };
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
  jumps: Jumps,
): FoundMarker[] {
  if (block.kind === 'reference' || block.kind === 'code') return [];
  const leading = jumps.markers.get(block.index);
  if (!leading) return wordMarkers(layout, block, context, marked);
  // What leads to its entry by itself is sure: nothing else is read into its brackets.
  const free = (marker: FoundMarker): boolean =>
    leading.every(({ group }) => marker.end <= group.start || marker.start >= group.end);
  return withoutOverlaps([...leading, ...wordMarkers(layout, block, context, marked).filter(free)]);
}

function wordMarkers(
  layout: Layout,
  block: Block,
  context: MarkerContext,
  marked: readonly FoundMarker[],
): FoundMarker[] {
  const line = SOURCE_LINES.has(block.kind) ? sourceLine(layout.text, block.contentStart, block.end) : null;
  if (line) return withoutOverlaps([...marked, ...line]);
  if (block.kind === 'note') return [];
  const column = columnMarkers(layout, block);
  const inText = markersIn(layout.text, block.contentStart, block.end, context);
  return withoutOverlaps([...marked, ...column, ...inText]);
}

const SOURCE_LINES: ReadonlySet<Block['kind']> = new Set(['caption', 'paragraph', 'list-item', 'lead-in', 'quote']);
