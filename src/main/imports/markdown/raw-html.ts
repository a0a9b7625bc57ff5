/** HTML inside Markdown: its tags are hidden, its words stay, scripts and comments are hidden whole. */
import type { Nodes, Root } from 'mdast';
import { carrying } from '../sources/carried';
import type { Mark, Span } from '../../../core/document/model';

const HIDDEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|iframe|object|svg|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?/]?[A-Za-z][^>]*(?:>|$)/gi;

/** Stretches of `html` that a reader does not see. */
export function htmlSyntax(html: string): readonly Span[] {
  return [...html.matchAll(HIDDEN)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Inline elements come as two separate tags: what stands between them is raised, or code that nobody reads. */
export function pairedMarks(text: string, tags: readonly Span[]): readonly Mark[] {
  const marks: Mark[] = [];
  let open: (Span & { readonly name: string }) | null = null;
  for (const tag of tags) {
    const source = text.slice(tag.start, tag.end);
    const opens = /^<(sup|script|style)\b[^>]*>$/i.exec(source)?.[1]?.toLowerCase();
    const closes = /^<\/(sup|script|style)\s*>$/i.exec(source)?.[1]?.toLowerCase();
    if (opens !== undefined) open = { ...tag, name: opens };
    else if (open && closes === open.name) {
      marks.push({ kind: open.name === 'sup' ? 'superscript' : 'syntax', start: open.end, end: tag.start });
      open = null;
    }
  }
  return marks;
}

const PLACE = /^<a\b[^<>]*\s(?:id|name)\s*=\s*["']([^"'<>]{1,200})["'][^<>]*>$/i;
const JUMP = /<a\b[^<>]*\shref\s*=\s*["']#([^"'<>]{1,200})["'][^<>]*>([\s\S]{0,500}?)<\/a\s*>/gi;

/** Links of whole HTML to a place in the same text; `offset` is where the HTML begins. */
export const jumpsIn = (html: string, offset: number): readonly Mark[] =>
  [...html.matchAll(JUMP)].map((match) => {
    const [whole, to = '', inner = ''] = match;
    const start = offset + match.index + whole.indexOf('>') + 1;
    return { kind: 'jump', to, start, end: start + inner.length };
  });

/** CSL-JSON in an attribute, its signs written as HTML has them. */
function cslOf(tag: string): string | undefined {
  const value = /\sdata-csl="([^"<>]{1,20000})"/.exec(tag)?.[1];
  return value?.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '');
}
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Paragraphs that an anchor in them names. */
export function placesIn(tree: Root, text: string): readonly Mark[] {
  const places: Mark[] = [];
  const visit = (node: Nodes, paragraph: Span | null): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const around = node.type === 'paragraph' ? { start, end } : paragraph;
    const source = node.type === 'html' ? text.slice(start, end) : '';
    const name = PLACE.exec(source)?.[1];
    if (name !== undefined && around) places.push({ kind: 'place', name, ...carrying(cslOf(source)), ...around });
    if ('children' in node) for (const child of node.children) visit(child, around);
  };
  visit(tree, null);
  return places;
}
