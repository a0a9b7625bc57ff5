/** HTML inside Markdown: its tags are hidden, its words stay, scripts and comments are hidden whole. */
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
