/**
 * A report's body: the editor's document, as plain JSON. Live figures and citations are nodes that hold ids, so that a
 * figure changed in the grid changes here. The stored value is validated when read: the editor keeps nodes of unknown
 * types, readers skip them and do not throw.
 */

export interface ReportNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly ReportNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Inline atom of a live figure: `attrs.figure` is the figure's id. */
export const LIVE_FIGURE = 'liveFigure' as const;
/** Inline atom of a citation: `attrs.source` is the source's id, `attrs.locator` a page or table, or null. */
export const CITE = 'cite' as const;
/** Inline atom of a footnote: `attrs.text` is the note. */
export const FOOTNOTE = 'footnote' as const;
/** Block atom of a table of live figures: `attrs.figures` lists ids, `attrs.caption` is its caption. */
export const FIGURE_TABLE = 'figureTable' as const;

/**
 * Everything a body can hold, said once. The editor's schema, the note model and every export follow this list: each
 * maps over it, so the compiler asks for what is new, and a test compares the editor's schema with it.
 */
export const BODY_BLOCKS = [
  'heading',
  'paragraph',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
  FIGURE_TABLE,
] as const;
export const BODY_INLINES = ['text', 'hardBreak', LIVE_FIGURE, CITE, FOOTNOTE] as const;
/** Nodes that only stand inside one of the blocks. */
export const BODY_PARTS = ['doc', 'listItem', 'tableRow', 'tableHeader', 'tableCell'] as const;
export const BODY_MARKS = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const;
export type BodyBlock = (typeof BODY_BLOCKS)[number];
export type BodyInline = (typeof BODY_INLINES)[number];
export type BodyMark = (typeof BODY_MARKS)[number];

const BLOCKS: ReadonlySet<string> = new Set(BODY_BLOCKS);
const INLINES: ReadonlySet<string> = new Set(BODY_INLINES);

/** Whether a stored node's type is a block that readers of a report understand. */
export const isBodyBlock = (type: string): type is BodyBlock => BLOCKS.has(type);

/** Whether a stored node's type is an inline that readers of a report understand. */
export const isBodyInline = (type: string): type is BodyInline => INLINES.has(type);

export const EMPTY_BODY: ReportNode = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Bodies nest lists and tables a few levels; past this depth a body is not one the editor made. */
const MAX_DEPTH = 100;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asNode(value: unknown, depth: number): ReportNode | null {
  if (!isRecord(value) || typeof value['type'] !== 'string' || depth > MAX_DEPTH) return null;
  const content = Array.isArray(value['content'])
    ? value['content'].flatMap((child: unknown) => asNode(child, depth + 1) ?? [])
    : undefined;
  const marks = Array.isArray(value['marks'])
    ? value['marks'].flatMap((mark: unknown) => asMark(mark) ?? [])
    : undefined;
  return {
    type: value['type'],
    ...(isRecord(value['attrs']) && { attrs: value['attrs'] }),
    ...(content && { content }),
    ...(typeof value['text'] === 'string' && { text: value['text'] }),
    ...(marks && { marks }),
  };
}

function asMark(value: unknown): NonNullable<ReportNode['marks']>[number] | null {
  if (!isRecord(value) || typeof value['type'] !== 'string') return null;
  return { type: value['type'], ...(isRecord(value['attrs']) && { attrs: value['attrs'] }) };
}

/** The body as a tree of nodes; an empty document where it is none. */
export function readBody(body: unknown): ReportNode {
  const node = asNode(body, 0);
  return node?.type === 'doc' ? node : EMPTY_BODY;
}

/** Every node of the body, parents before children, in reading order. */
export function* nodesOf(node: ReportNode): Generator<ReportNode> {
  yield node;
  for (const child of node.content ?? []) yield* nodesOf(child);
}

/** A string attribute of a node, null where it is missing or something else. */
export function attribute(node: ReportNode, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : [];

/** Ids listed by a table of figures, in order. */
export const tableFigures = (node: ReportNode): readonly string[] => strings(node.attrs?.['figures']);

export interface BodySummary {
  readonly words: number;
  /** Ids in order of first use. */
  readonly figures: readonly string[];
  readonly sources: readonly string[];
}

/** Counts Chinese characters one by one and other words by their letters and digits. */
export function countWords(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}'’.,-])*/gu)?.length ?? 0;
}

/** What a body holds: its words (a live figure counts as one), its live figures and its cited sources. */
export function summarise(body: unknown): BodySummary {
  const figures = new Set<string>();
  const sources = new Set<string>();
  let words = 0;
  for (const node of nodesOf(readBody(body))) {
    if (node.text !== undefined) words += countWords(node.text);
    const figure = node.type === LIVE_FIGURE ? attribute(node, 'figure') : null;
    if (figure) {
      figures.add(figure);
      words += 1;
    }
    if (node.type === FIGURE_TABLE) for (const id of tableFigures(node)) figures.add(id);
    const source = node.type === CITE ? attribute(node, 'source') : null;
    if (source) sources.add(source);
  }
  return { words, figures: [...figures], sources: [...sources] };
}
