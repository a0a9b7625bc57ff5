/** Markers in square brackets: `[Reuters]`, `[3]`, `[1–3]`, `[^1]`, `[[wiki]]`; not `[sic]`, intervals or arrays. */
import type { Span } from '../document/model';
import { foundMarker, type FoundMarker, type MarkerContext } from './found';
import { isDocumentName, isNameLike, knownPublisher, readCitedName } from './names';
import { splitNames } from './split-names';

const BRACKET = /\[(?:\[([^[\]]{1,80})\]|([^[\]]{1,80}))\]/g;
const NUMBERS = /^\^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*$/;
const FOOTNOTE = /^\^([^\s\]]{1,40})$/;

/**
 * All markers in square brackets of `quote`; `offset` is where the quote begins in the document, and spans count in the
 * document. A bracket that names several sources gives a marker for each; numbers are markers only as `context` allows,
 * so that `[0, 1]` is none.
 */
export function brackets(quote: string, offset: number, context: MarkerContext): FoundMarker[] {
  const found: FoundMarker[] = [];
  for (const match of quote.matchAll(BRACKET)) {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    const [whole, wiki, content = ''] = match;
    if (wiki !== undefined) {
      // A link between pages of a note-taking program cites nothing, unless it names a publisher or a document.
      const page = (wiki.split('|')[0] ?? wiki).trim();
      if (knownPublisher(page) || isDocumentName(page)) found.push(foundMarker(span, 'wiki', page, 'name'));
      continue;
    }
    const after = quote.slice(match.index + whole.length, match.index + whole.length + 3);
    if (after.startsWith('(') || after.startsWith(':')) {
      if (after.startsWith('(http') || after.startsWith('(#') || (after.startsWith(':') && match.index === 0)) continue;
    }
    const footnote = FOOTNOTE.exec(content);
    if (footnote) found.push(foundMarker(span, 'footnote', footnote[1] ?? '', 'note'));
    else if (NUMBERS.test(content)) found.push(...numbers(quote, match.index, content, span, context));
    else if (isMarkerBracket(quote, match.index, whole, content, context))
      found.push(...splitNames(content, span.start + 1, 'bracket-name', span));
  }
  return found;
}

/** `[1]`, `[1,2]`, `[1–3]`: not a year, an interval, an array or the number of a list item. */
function numbers(quote: string, at: number, content: string, span: Span, { notes }: MarkerContext): FoundMarker[] {
  const before = quote.slice(Math.max(0, at - 2), at);
  if (before === '' || /[=({,<>:]\s?$/.test(before)) return [];
  const list = expand(content);
  if (list === null) return [];
  const known = list.filter(({ number }) => notes.has(number)).length;
  const glued = /\S$/.test(before);
  if (notes.size > 0 ? known === 0 : !glued && !/[.,;。]\s$/.test(before)) return [];
  if (
    /\w$/.test(before) &&
    /^[A-Za-z_]\w*$/.test(lastWord(quote, at)) &&
    /^\s*[=.[(]\s?[\w'"]/.test(quote.slice(at + content.length + 2)) &&
    notes.size === 0
  )
    return [];
  if (list.length === 1) return [foundMarker(span, 'bracket-number', list[0]?.number ?? '', 'note')];
  return list.map(({ number, start, end }) =>
    foundMarker({ start: span.start + 1 + start, end: span.start + 1 + end }, 'bracket-number', number, 'note', {
      group: span,
    }),
  );
}

/** Numbers of a bracket with where each stands; the middle of a range stands on its dash. Null where it reads otherwise. */
function expand(content: string): { number: string; start: number; end: number }[] | null {
  const list: { number: string; start: number; end: number }[] = [];
  for (const part of content.matchAll(/(\d{1,3})(?:(\s?[–-]\s?)(\d{1,3}))?/g)) {
    const [whole, first = '', dash = '', last] = part;
    if (first.startsWith('0') || last?.startsWith('0')) return null;
    const at = part.index;
    list.push({ number: first, start: at, end: at + first.length });
    if (last === undefined) continue;
    if (Number(last) <= Number(first) || Number(last) - Number(first) > 30) return null;
    for (let n = Number(first) + 1; n < Number(last); n += 1) {
      list.push({ number: String(n), start: at + first.length, end: at + first.length + dash.length });
    }
    list.push({ number: last, start: at + whole.length - last.length, end: at + whole.length });
  }
  return list;
}

function lastWord(quote: string, at: number): string {
  return /\S{0,40}$/.exec(quote.slice(Math.max(0, at - 40), at))?.[0] ?? '';
}

/** `[Reuters]` after a clause; `[the company]` and `[Acme]` set into a quotation are the editor's words. */
function isMarkerBracket(quote: string, at: number, whole: string, content: string, context: MarkerContext): boolean {
  const parts = content.split(/\s?[;|]\s?/);
  if (!parts.every((part) => isNameLike(readCitedName(part).name))) return false;
  const before = quote.charAt(at - 1);
  const after = quote.slice(at + whole.length);
  if (at === 0) return false;
  if (/^\s*$|^[\s]*[.,;:!?。\uff0c\uff1b\uff1a)\]→—–|¹-⁹[\uff09、]/.test(after) || /\S/.test(before)) return true;
  if (parts.some((part) => knownPublisher(readCitedName(part).name)) || context.closers.has(content.toLowerCase()))
    return true;
  return /^\s+(?:and|while|but|with|as|which|though|although|versus|vs)\b/.test(after);
}
