/** What each marker of a block vouches for: its clause, and from a lead-in, caption or source line what belongs to it. */
import type { Block, Layout, Span, Table } from '../document/model';
import { type ClauseBounds, clauseAfter, clauseBefore } from './clause';
import type { FoundMarker } from './found';
import type { Citation } from './model';
import { rowScopes, sourceColumnOf } from './source-column';
import { groupBy } from '../base/group';

type Scope = Citation['scopes'][number];

/** What the scopes of every block look things up in, made once a document. */
interface ScopeContext {
  readonly layout: Layout;
  readonly children: ReadonlyMap<number, readonly Block[]>;
  readonly lists: ReadonlyMap<number | null, readonly Block[]>;
  readonly captioned: ReadonlyMap<number | null, readonly Table[]>;
}

/** For a document, the function that gives the scopes of a block's markers, in the order of the markers. */
export function scopesFor(layout: Layout): (block: Block, found: readonly FoundMarker[]) => Scope[][] {
  const context: ScopeContext = {
    layout,
    children: childrenOf(layout.blocks),
    lists: groupBy(layout.blocks, (block) => block.list),
    captioned: groupBy(layout.tables, (table) => table.caption?.start ?? null),
  };
  return (block, found) => {
    const runs = runsOf(layout.text, found);
    return found.map((marker, at) => scopesOf(context, block, marker, () => clauseOf(layout, block, found, runs[at])));
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

function scopesOf(context: ScopeContext, block: Block, marker: FoundMarker, clause: () => Span[]): Scope[] {
  const { layout, children, captioned } = context;
  if (marker.style === 'source-line' && block.table === null) return sourceLineScopes(context, block);
  const cell = cellScope(layout, block, marker);
  if (cell) return cell;
  const scopes: Scope[] = clause().map((span) => ({ ...span, via: 'clause' }));
  const introduced = closesBlock(layout, block, marker) ? (children.get(block.index) ?? []) : [];
  for (const child of introduced) scopes.push({ start: child.contentStart, end: child.end, via: 'lead-in' });
  if (introduced.length > 0) return scopes;
  for (const { start, end } of captioned.get(block.start) ?? []) scopes.push({ start, end, via: 'lead-in' });
  return scopes;
}

/** A lead-in hands its sources on only where the marker stands in its last sentence. */
function closesBlock({ sentences }: Layout, block: Block, marker: FoundMarker): boolean {
  const last = sentences[block.endSentence - 1];
  return last === undefined || marker.start >= last.start;
}

/** `Source: X` below a table or list covers all of it, below a paragraph that paragraph; above them what it opens. */
function sourceLineScopes(context: ScopeContext, block: Block): Scope[] {
  const { layout, lists } = context;
  const { blocks, tables } = layout;
  let at = block.index - 1;
  while (at >= 0 && (blocks[at]?.kind === 'caption' || blocks[at]?.kind === 'note')) at -= 1;
  const above = blocks[at];
  if (!above || above.kind === 'heading' || above.section !== block.section) return opened(layout, block);
  const table = above.table === null ? undefined : tables[above.table];
  if (table) return [{ start: table.start, end: table.end, via: 'lead-in' }];
  if (above.list === null) return [{ start: above.contentStart, end: above.end, via: 'clause' }];
  return (lists.get(above.list) ?? []).map((each) => ({
    start: each.contentStart,
    end: each.end,
    via: 'lead-in' as const,
  }));
}

/** The first line of a section that names a source speaks for its tables and lists, or where it has none for its text. */
function opened({ blocks, sections }: Layout, line: Block): Scope[] {
  const end = sections[line.section]?.bodyEnd ?? line.end;
  const below: Block[] = [];
  for (let at = line.index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.section !== line.section || block.start >= end || block.kind === 'heading') break;
    below.push(block);
  }
  // Above the first heading stands what the document itself was made from: that cites nothing in it by name.
  if (!sections[line.section]?.heading) return below[0]?.table === null ? [] : scopesOfTable(below);
  const laid = below.filter(({ table, list }) => table !== null || list !== null);
  const spoken = laid.length > 0 ? laid : below;
  return spoken.map(wholeOf);
}

const wholeOf = ({ contentStart, end }: Block): Scope => ({ start: contentStart, end, via: 'lead-in' });

const scopesOfTable = (below: readonly Block[]): Scope[] =>
  below.filter(({ table }) => table !== null && table === below[0]?.table).map(wholeOf);

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
  if (cell.column === sourceColumnOf(table))
    return rowScopes(table, block.row).map((span) => ({ ...span, via: 'clause' as const }));
  const whole = cell.column > 0 && cell.start >= marker.start - 1 && marker.end >= cell.end - 1;
  if (cell.column === 0 || whole) return [{ start: block.start, end: block.end, via: 'clause' }];
  return [{ start: cell.start, end: cell.end, via: 'clause' }];
}

/** Markers side by side, which vouch for the same clause: index of the first and last, and the stretch they fill. */
interface Run extends Span {
  readonly from: number;
  readonly to: number;
}

/** For each marker the run it stands in. */
function runsOf(text: string, found: readonly FoundMarker[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 0; at < found.length; at += 1) {
    if (adjacent(text, found[at], found[at + 1])) continue;
    const first = found[from];
    const last = found[at];
    if (!first || !last) continue;
    const run = {
      from,
      to: at,
      start: Math.min(first.start, first.group.start),
      end: Math.max(last.end, last.group.end),
    };
    for (let member = from; member <= at; member += 1) runs.push(run);
    from = at + 1;
  }
  return runs;
}

function adjacent(text: string, left: FoundMarker | undefined, right: FoundMarker | undefined): boolean {
  if (!left || !right || left.side !== 'after' || right.side !== 'after' || right.start - left.end > MOST_BETWEEN)
    return false;
  return /^[\s,;/[\]()–-]*$/.test(text.slice(left.end, right.start));
}

const MOST_BETWEEN = 3;

function clauseOf(layout: Layout, block: Block, found: readonly FoundMarker[], run: Run | undefined): Span[] {
  const { text } = layout;
  const marker = run ? found[run.from] : undefined;
  if (!run || !marker) return [];
  const sentence = sentenceOf(layout, block, run.start);
  const before = within(found[run.from - 1], sentence);
  const after = within(found[run.to + 1], sentence);
  const bounds = {
    sentence,
    floor: before ? Math.max(before.end, before.group.end) : sentence.start,
    ceiling: after ? Math.min(after.start, after.group.start) : sentence.end,
  };
  const backward = clauseBefore(text, run.start, bounds);
  if (marker.side === 'within') return [clauseAround(text, run, marker, backward, bounds)];
  if (backward.end > backward.start) return [backward];
  const forward = clauseAfter(text, run.end, bounds);
  return forward.end > forward.start ? [forward] : [];
}

/** "…, according to X" closes its clause; "According to X, …" and a link within it reach on to the clause's end. */
function clauseAround(text: string, run: Run, marker: FoundMarker, backward: Span, bounds: ClauseBounds): Span {
  const closes =
    /^\s*[,.;:)\uff0c。\uff1b]/.test(text.slice(run.end, run.end + 2)) &&
    text.slice(backward.start, backward.end).includes(' ');
  if (closes && marker.style === 'according-to') return { start: backward.start, end: marker.end };
  const forward = clauseAfter(text, run.end, { ...bounds, ceiling: Math.max(run.end, bounds.ceiling) });
  const start = backward.end > backward.start ? backward.start : run.start;
  return { start: Math.min(start, marker.start), end: Math.max(forward.end, marker.end) };
}

function within(marker: FoundMarker | undefined, sentence: Span): FoundMarker | undefined {
  return marker && marker.start >= sentence.start && marker.start < sentence.end ? marker : undefined;
}

/** The last sentence of the block that starts at or before `at`. */
function sentenceOf({ sentences }: Layout, block: Block, at: number): Span {
  let low = block.firstSentence;
  let high = block.endSentence;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const sentence = low > block.firstSentence ? sentences[low - 1] : undefined;
  return sentence ?? { start: block.contentStart, end: block.end };
}
