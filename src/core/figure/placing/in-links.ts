/** Numbers inside citation markers are the marker's own, except those in the words of a link that are a sentence's too. */
import type { Citation } from '../../citation/model';
import type { Block, Layout, Span } from '../../document/model';
import type { Quantity } from '../model';
import { firstEndingAfter } from '../quantity/spans';

interface Placed {
  readonly quantity: Quantity;
  readonly block: Block;
}

/** `[3]` and `(FactSet 2026-05-19)` hold no figures; `revenue was [$640 million](…)` holds one. */
export function outsideCitations<T extends Placed>(
  layout: Layout,
  found: readonly T[],
  citations: readonly Citation[],
): T[] {
  const spans = citations.toSorted((a, b) => a.start - b.start);
  const labels = labelsOf(layout);
  return found.filter(({ quantity, block }) => {
    const citation = spans[firstEndingAfter(spans, quantity.start)];
    if (!citation || citation.start > quantity.start || citation.end < quantity.end) return true;
    const label = citation.style === 'link' ? labels.get(citation.start) : undefined;
    return label !== undefined && isSentenceWord(layout.text, quantity, citation, { label, block });
  });
}

function labelsOf({ marks }: Layout): ReadonlyMap<number, Span> {
  return new Map(marks.flatMap((mark) => (mark.kind === 'link' ? [[mark.start, mark.label] as const] : [])));
}

/** As far as words beside a link are looked for. */
const BESIDE = 200;

/** Not of an address, not of a source in brackets or a headline on a line of its own, and plainly an amount. */
function isSentenceWord(
  text: string,
  { start, end, unit, low, high }: Quantity,
  link: Span,
  { label, block }: { readonly label: Span; readonly block: Block },
): boolean {
  if (start < label.start || end > label.end) return false;
  if (/[([（［]/.test(text.charAt(link.start - 1))) return false;
  const before = text.slice(Math.max(block.contentStart, link.start - BESIDE), link.start);
  const after = text.slice(link.end, Math.min(block.end, link.end + BESIDE));
  if (block.kind !== 'table-row' && !/\p{L}/u.test(before + after)) return false;
  const isLarge = /\d[\d,.\u00a0 ]{4,}/.test(text.slice(start, end)) || Math.abs(Number(low ?? high ?? 0)) >= 10_000;
  return unit === 'count' || unit === 'other' ? isLarge : true;
}
