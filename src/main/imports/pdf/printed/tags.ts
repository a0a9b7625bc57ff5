/** The structure that a tagged PDF gives of a page: for each piece of marked content, the block it belongs to. Plain data in, plain data out. */

export interface Tag {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note' | 'cell';
  /** Pieces with the same number are of one block. */
  readonly block: number;
  /** Of a heading, from 1; 0 where the tag names none. */
  readonly level: number;
  /** Lists around a list item, less one. */
  readonly depth: number;
  /** Of a cell; else 0. */
  readonly table: number;
  readonly row: number;
  readonly header: boolean;
}

/** By the content's id, in reading order. */
export type Tags = ReadonlyMap<string, Tag>;

/** More pieces, or deeper, than any page has. */
const MOST = 200_000;
const DEEPEST = 100;

interface Around {
  readonly tag: Omit<Tag, 'block'> & { readonly block: number | null };
  readonly lists: number;
}

const NOTHING: Around = {
  tag: { kind: 'paragraph', block: null, level: 0, depth: 0, table: 0, row: 0, header: false },
  lists: 0,
};

/** `tree` as pdf.js gives it: elements with `role` and `children`, leaves with `id`. */
export function tagsOf(tree: unknown): Tags {
  const tags = new Map<string, Tag>();
  let count = 0;
  const walk = (node: unknown, around: Around, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > DEEPEST || count > MOST) return;
    count += 1;
    if ('id' in node && typeof node.id === 'string' && 'type' in node && node.type === 'content') {
      const { block } = around.tag;
      if (block !== null && !tags.has(node.id)) tags.set(node.id, { ...around.tag, block });
      return;
    }
    if (!('children' in node) || !Array.isArray(node.children)) return;
    const role = 'role' in node && typeof node.role === 'string' ? node.role : '';
    const inside = within(role, around, count);
    for (const child of node.children) walk(child, inside, depth + 1);
  };
  walk(tree, NOTHING, 0);
  return tags;
}

/** What an element makes of what stands around it; `fresh` is a number of its own. Inline elements change nothing. */
function within(role: string, around: Around, fresh: number): Around {
  const { tag, lists } = around;
  if (role === 'L') return { tag, lists: lists + 1 };
  if (role === 'Table') return { tag: { ...NOTHING.tag, table: fresh }, lists: 0 };
  if (tag.table > 0) return { tag: cellWithin(role, tag, fresh), lists };
  if (role === 'LI')
    return { tag: { ...NOTHING.tag, kind: 'item', block: fresh, depth: Math.max(0, lists - 1) }, lists };
  // What a block holds belongs to it, whatever it is called.
  if (tag.block !== null && tag.kind !== 'paragraph') return around;
  const level = /^H([1-6])?$/.exec(role);
  if (level) return { tag: { ...NOTHING.tag, kind: 'heading', block: fresh, level: Number(level[1] ?? 0) }, lists };
  if (/^(?:Note|FENote)$/.test(role)) return { tag: { ...NOTHING.tag, kind: 'note', block: fresh }, lists };
  const isBlock = /^(?:P|Caption|BlockQuote|Code|TOCI|BibEntry)$/.test(role);
  return isBlock && tag.block === null ? { tag: { ...NOTHING.tag, block: fresh }, lists } : around;
}

function cellWithin(role: string, tag: Around['tag'], fresh: number): Around['tag'] {
  if (role === 'TR') return { ...tag, row: fresh, block: null };
  const isCell = role === 'TD' || role === 'TH';
  return isCell && tag.block === null ? { ...tag, kind: 'cell', block: fresh, header: role === 'TH' } : tag;
}
