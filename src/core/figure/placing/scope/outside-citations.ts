/** Which numbers stand in the text, and not in a marker that points to a source. */
import type { Citation } from '../../../citation/model';
import type { Span } from '../../../document/model';
import { firstEndingAfter } from '../../../base/spans';

/** Numbers inside a marker are its own: `[3]`, `(FactSet 2026-05-19)`; the words of a link are the text's. */
export function outsideCitations<T extends { readonly quantity: Span }>(
  text: string,
  found: readonly T[],
  citations: readonly Citation[],
): T[] {
  const spans = citations.flatMap((one) => addressIn(text, one) ?? []).sort((a, b) => a.start - b.start);
  return found.filter(({ quantity }) => {
    const citation = spans[firstEndingAfter(spans, quantity.start)];
    return !citation || citation.start > quantity.start || citation.end < quantity.end;
  });
}

/** What of a marker is no text: all of it, of a link its address alone. */
function addressIn(text: string, { style, start, end }: Citation): Span | null {
  if (style !== 'link') return { start, end };
  const quote = text.slice(start, end);
  const at = /^\W{0,2}https?:/i.test(quote) ? 0 : quote.indexOf('](');
  return at < 0 ? null : { start: start + at, end };
}
