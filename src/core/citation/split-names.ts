/** Takes apart what shares one pair of brackets or one source line: `Reuters; FactSet`, `10-K, p. 34`. */
import type { Span } from '../document/model';
import { foundMarker, type FoundMarker, hostOf } from './found';
import type { MarkerStyle } from './model';
import { isLocator, isNameLike, knownPublisher, readCitedName } from './names';

const ADDRESS = /https?:\/\/[^\s<>()[\]"'”’]{4,300}[^\s<>()[\]"'”’.,;:!?。]/;
const LONGEST_NAME = 6;

/** One marker a source: `A; B`, `A, B`, `A and B`; commas split only names, never a date or locator from its name. */
export function splitNames(content: string, offset: number, style: MarkerStyle, group: Span): FoundMarker[] {
  const pieces = pieceSpans(content, style);
  const several = pieces.length > 1;
  return pieces.flatMap(({ start, end }) => {
    const cited = readCitedName(content.slice(start, end));
    const url = ADDRESS.exec(content.slice(start, end))?.[0] ?? null;
    const name =
      url && cited.name.includes('://') ? hostOf(url) : cited.name.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim();
    if (name === '') return [];
    const span = several ? { start: offset + start, end: offset + end } : group;
    return [foundMarker(span, style, name, 'name', { group, locator: cited.locator, issued: cited.issued, url })];
  });
}

function pieceSpans(content: string, style: MarkerStyle): Span[] {
  const strong = cut(content, /\s*[;\uff1b]\s*|\s+\|\s+|\u3001/g, 0);
  return strong.flatMap((piece) => {
    const inner = content.slice(piece.start, piece.end);
    const parts = cut(inner, /\s*[,\uff0c]\s+(?:and\s+)?|\s+(?:and|&|und|和)\s+|\uff0c/g, piece.start);
    if (parts.length < 2) return [piece];
    return separate(
      parts.map((part) => inner.slice(part.start - piece.start, part.end - piece.start)),
      style,
    )
      ? parts
      : [piece];
  });
}

/** Do commas set names apart here, rather than a date, a place in the source or a document from its company? */
function separate(parts: readonly string[], style: MarkerStyle): boolean {
  if (parts.length < 2) return false;
  const names = parts.map(readCitedName);
  return names.every(({ name, issued, locator, isDocument }, at) => {
    if (
      name === '' ||
      isLocator(name) ||
      issued !== null ||
      locator !== null ||
      name.split(/\s+/).length > LONGEST_NAME
    )
      return false;
    const first = names[0];
    const ofFirst =
      at > 0 && isDocument && first !== undefined && !first.isDocument && knownPublisher(first.name) === null;
    if (ofFirst && name.split(/\s+/).length <= 4 && style !== 'source-line') return false;
    return isNameLike(name) || (style === 'source-line' && /^\p{L}/u.test(name));
  });
}

function cut(content: string, separator: RegExp, offset: number): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const match of content.matchAll(separator)) {
    if (match.index > from) pieces.push({ start: offset + from, end: offset + match.index });
    from = match.index + match[0].length;
  }
  if (content.length > from) pieces.push({ start: offset + from, end: offset + content.length });
  return pieces;
}
