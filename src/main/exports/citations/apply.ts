/** Puts formatted citations into a note: what stood as a short name becomes what the style says, the list stands at its end. */
import type { CitationStyle, OwnStyle } from '../../../core/citation/styles';
import type { Printable } from '../note/note';
import type { Inline, Note, NoteBlock } from '../note/note';
import { formatCitations } from './format';
import type { Cited, Formatted } from './job';

type Cite = Inline & { readonly kind: 'cite' };

const isBlank = (inline: Inline | undefined): boolean => inline?.kind === 'text' && /^\s*$/.test(inline.text);
const isCited = (inline: Inline | undefined): inline is Cite & { readonly number: number } =>
  inline?.kind === 'cite' && inline.number !== null;

interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly cited: readonly Cited[];
}

/** Citations of a run that stand together, with nothing but spaces between. */
function clustersOf(inlines: readonly Inline[]): readonly Cluster[] {
  const found: Cluster[] = [];
  for (let at = 0; at < inlines.length; at += 1) {
    const cited: Cited[] = [];
    let end = at;
    for (let next = at; next < inlines.length; next += 1) {
      const one = inlines[next];
      if (isCited(one)) {
        cited.push({ number: one.number, locator: one.locator });
        end = next + 1;
      } else if (!isBlank(one)) break;
    }
    if (cited.length === 0 || !isCited(inlines[at])) continue;
    found.push({ start: at, end, cited });
    at = end - 1;
  }
  return found;
}

/** The same block with its runs of inlines made anew, in reading order. */
function mapped(block: NoteBlock, change: (inlines: readonly Inline[]) => readonly Inline[]): NoteBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: change(block.inlines) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((one) => mapped(one, change))) };
    case 'table': {
      const caption = block.caption && change(block.caption);
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, inlines: change(cell.inlines) })));
      return { ...block, caption, rows };
    }
    case 'quote':
      return { ...block, blocks: block.blocks.map((one) => mapped(one, change)) };
    case 'references':
    case 'code':
    case 'rule':
      return block;
  }
}

/** A mark or a bracket needs no space before it at the beginning, after a space or an opening bracket. */
const NO_SPACE = /(?:^|[\s([{（【「『“‘]|\p{Script=Han}|[，。；：、）」』])$/u;

class Placing {
  #next = 0;
  readonly footnotes: (readonly Inline[])[] = [];

  constructor(readonly formatted: Formatted) {}

  run(inlines: readonly Inline[]): readonly Inline[] {
    const out: Inline[] = [];
    let at = 0;
    for (const { start, end } of clustersOf(inlines)) {
      out.push(...inlines.slice(at, start).map((one) => this.#numbered(one)));
      this.#put(out, this.formatted.clusters[this.#next]);
      this.#next += 1;
      at = end;
    }
    return [...out, ...inlines.slice(at).map((one) => this.#numbered(one))];
  }

  /** Footnotes of the text and those of the style are counted together. */
  #numbered(inline: Inline): Inline {
    return inline.kind === 'footnote' ? this.#footnote(inline.inlines) : inline;
  }

  #footnote(inlines: readonly Inline[]): Inline {
    return { kind: 'footnote', inlines, number: this.footnotes.push(inlines) };
  }

  #put(out: Inline[], cluster: Formatted['clusters'][number] | undefined): void {
    if (cluster === undefined || cluster.inlines.length === 0) return;
    const [first] = cluster.inlines;
    const raised =
      cluster.note || (first?.kind === 'text' ? first.raised : first?.kind === 'cite' && first.set?.raised);
    const last = out.at(-1);
    if (raised) {
      // A raised mark stands close to what it belongs to.
      if (last?.kind === 'text') out[out.length - 1] = { ...last, text: last.text.replace(/\s+$/, '') };
    } else if (last !== undefined && last.kind !== 'break' && !(last.kind === 'text' && NO_SPACE.test(last.text))) {
      out.push({ kind: 'text', text: ' ' });
    }
    if (cluster.note) out.push(this.#footnote(cluster.inlines));
    else out.push(...cluster.inlines);
  }
}

const TITLES: readonly (readonly [language: RegExp, title: string])[] = [
  [/^zh/i, '参考文献'],
  [/^de/i, 'Literatur'],
  [/^fr/i, 'Références'],
];

const titleOf = (language: string): string => TITLES.find(([known]) => known.test(language))?.[1] ?? 'References';

function withReferences(note: Note, blocks: readonly NoteBlock[], { references }: Formatted): readonly NoteBlock[] {
  if (references.length === 0) return blocks;
  const levels = note.blocks.slice(1).flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const heading: NoteBlock = {
    kind: 'heading',
    level: Math.max(1, Math.min(2, ...levels)),
    inlines: [{ kind: 'text', text: titleOf(note.language) }],
  };
  return [...blocks, heading, { kind: 'references', entries: references }];
}

/** `printable` in the style asked for; as it is where that is by short names or nothing is cited. Errors as of `formatCitations`. */
export function inStyle(printable: Printable, style: CitationStyle | OwnStyle): Printable {
  const { note } = printable;
  if (style === 'names' || note.sources.length === 0) return printable;
  const clusters: (readonly Cited[])[] = [];
  for (const block of note.blocks) {
    mapped(block, (inlines) => {
      clusters.push(...clustersOf(inlines).map(({ cited }) => cited));
      return inlines;
    });
  }
  const sources = note.sources.map(({ csl }) => csl);
  const formatted = formatCitations({ style, language: note.language, sources, clusters });
  const placing = new Placing(formatted);
  const blocks = note.blocks.map((block) => mapped(block, (inlines) => placing.run(inlines)));
  return {
    ...printable,
    note: { ...note, blocks: withReferences(note, blocks, formatted), footnotes: placing.footnotes },
  };
}
