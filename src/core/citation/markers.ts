/** Finds the citation markers in a block of text, in every style that notes use. Meaning and scope come later. */
import { brackets } from './brackets';
import { foundMarker, type FoundMarker, hostOf, type MarkerContext, withoutOverlaps } from './found';
import { narratives } from './narrative';
import { superscripts, symbols } from './note-marks';
import { parentheses } from './parentheses';

const URL = /https?:\/\/[^\s<>()[\]"'”’]{4,300}[^\s<>()[\]"'”’.,;:!?。]/g;

/** Markers of `text.slice(start, end)`, in order, without overlaps. */
export function markersIn(text: string, start: number, end: number, context: MarkerContext): FoundMarker[] {
  const quote = text.slice(start, end);
  const found: FoundMarker[] = [];
  if (quote.includes('[')) found.push(...brackets(quote, start, context));
  if (/[(\uff08]/.test(quote)) found.push(...parentheses(quote, start, context));
  if (/[¹²³⁰⁴-⁹]/.test(quote)) found.push(...superscripts(quote, start, context));
  if (/[*†‡§]/.test(quote)) found.push(...symbols(quote, start, context));
  if (/\b(?:according|per|reported|data|figures|estimates|estimated|citing)\b|[据據引]/i.test(quote))
    found.push(...narratives(quote, start));
  if (quote.includes('://')) found.push(...addresses(quote, start));
  return withoutOverlaps(found);
}

function addresses(quote: string, offset: number): FoundMarker[] {
  return [...quote.matchAll(URL)].map((match) => {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    return foundMarker(span, 'link', hostOf(match[0]), 'name', { url: match[0] });
  });
}
