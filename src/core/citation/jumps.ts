/**
 * Citations that lead to their entry in the list of sources by a link inside the document, as programs set them that know
 * styles: `(Berg, 2026b; Moor, 2024)`, `[3, p. 4]`, a raised `7`, or a footnote that holds such links.
 */
import type { Block, Layout, Mark, Span } from '../document/model';
import { firstEndingAfter } from '../base/spans';
import { foundMarker, type FoundMarker } from './found';
import type { Entry } from './entry';

interface Jump extends Span {
  readonly entry: Entry;
}

export interface Jumps {
  /** Markers by the index of their block. */
  readonly markers: ReadonlyMap<number, readonly FoundMarker[]>;
  /** Entries that a note cites, by its label. */
  readonly ofNote: ReadonlyMap<string, readonly Entry[]>;
}

const MOST_AROUND = 300;
/** What stands between the citations of one pair of brackets. */
const BETWEEN = /^[\s,;·]*$/;

type Note = Extract<Mark, { readonly kind: 'note' }>;

/** What of a document leads into its list of sources. */
export function readJumps(layout: Layout, entries: readonly Entry[]): Jumps {
  const jumps = jumpsOf(layout, entries);
  const notes = layout.marks.filter((mark): mark is Note => mark.kind === 'note');
  const ofNote = new Map<string, Entry[]>();
  const inText = new Map<number, Jump[]>();
  for (const jump of jumps) {
    const block = blockAt(layout, jump.start);
    if (!block || block.kind === 'reference') continue;
    const note = notes.find(({ start, end }) => start <= jump.start && jump.end <= end);
    const cited = note ? (ofNote.get(note.note) ?? []) : [];
    if (note && !cited.includes(jump.entry)) ofNote.set(note.note, [...cited, jump.entry]);
    if (!note) inText.set(block.index, [...(inText.get(block.index) ?? []), jump]);
  }
  const markers = new Map(
    [...inText].map(([block, own]) => [block, own.map((jump) => markerOf(layout.text, jump, own))]),
  );
  return { markers, ofNote };
}

/** The block in which `at` stands. */
function blockAt({ blocks }: Layout, at: number): Block | undefined {
  const block = blocks[firstEndingAfter(blocks, at)];
  return block && block.start <= at ? block : undefined;
}

/** Links to entries in reading order; neighbours to the same entry are one. */
function jumpsOf(layout: Layout, entries: readonly Entry[]): readonly Jump[] {
  const byBlock = new Map(entries.map((entry) => [entry.block, entry]));
  const named = new Map<string, Entry>();
  for (const mark of layout.marks) {
    if (mark.kind !== 'place') continue;
    const block = blockAt(layout, mark.start);
    const entry = block?.kind === 'reference' ? byBlock.get(block.index) : undefined;
    if (entry) named.set(mark.name, entry);
  }
  const jumps: Jump[] = [];
  for (const { start, end, entry } of layout.marks
    .flatMap((mark) => (mark.kind === 'jump' ? { ...mark, entry: named.get(mark.to) } : []))
    .sort((a, b) => a.start - b.start)) {
    if (!entry) continue;
    const last = jumps.at(-1);
    if (last && last.entry === entry && start <= last.end) jumps[jumps.length - 1] = { ...last, end };
    else jumps.push({ start, end, entry });
  }
  return jumps;
}

/** Alone in brackets it has them; of several each has its own words. `own` are those of its block. */
function markerOf(text: string, jump: Jump, own: readonly Jump[]): FoundMarker {
  const words = text.slice(jump.start, jump.end).replaceAll(/^[\s[(\uff08]+|[\s\])\uff09]+$/g, '');
  const style = /^\d{1,4}$/.test(words) ? 'bracket-number' : 'author-year';
  const group = bracketsAround(text, jump, own) ?? { start: jump.start, end: jump.end };
  const alone = own.every((other) => other === jump || other.end <= group.start || other.start >= group.end);
  const span = alone ? group : { start: jump.start, end: jump.end };
  return { ...foundMarker(span, style, words, 'note', { group }), entry: jump.entry };
}

/** The brackets around it, where they hold nothing else than citations. */
function bracketsAround(text: string, { start, end }: Span, own: readonly Span[]): Span | null {
  const before = text.slice(Math.max(0, start - MOST_AROUND), start);
  const from = before.search(/[([\uff08][^()[\]\uff08\uff09]*$/);
  const to = text.slice(end, end + MOST_AROUND).search(/[)\]\uff09]/);
  if (from < 0 || to < 0) return null;
  const group = { start: start - before.length + from, end: end + to + 1 };
  let between = '';
  let at = group.start + 1;
  for (const one of own.filter((other) => other.start > group.start && other.end < group.end)) {
    between += text.slice(at, one.start);
    at = one.end;
  }
  return BETWEEN.test(between + text.slice(at, group.end - 1)) ? group : null;
}
