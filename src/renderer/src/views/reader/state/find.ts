/** Find in document: searches the words that a reader sees, without markup, and answers offsets into the text. Pure. */

import { type Folded, foldedWithPlaces, searchForm } from '../../../../../core/base/fold';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The visible text and, for each of its pieces, where the piece begins in it and in the document's text. */
export interface Visible {
  readonly text: string;
  readonly pieces: readonly { readonly at: number; readonly from: number }[];
}

/** Leaves out `hidden` stretches (markup), in order of start. */
export function visibleText(text: string, hidden: readonly Stretch[]): Visible {
  const pieces: { at: number; from: number }[] = [];
  let visible = '';
  let from = 0;
  const take = (to: number) => {
    if (to <= from) return;
    pieces.push({ at: visible.length, from });
    visible += text.slice(from, to);
  };
  for (const stretch of hidden) {
    take(stretch.start);
    from = Math.max(from, stretch.end);
  }
  take(text.length);
  return { text: visible, pieces };
}

/** Every match of `query`, folded as in the search and any white space alike, as offsets into the document's text. */
export function findAll(visible: Visible, query: string): readonly Stretch[] {
  const words = searchForm(query.trim());
  if (words === '') return [];
  const { text, at } = foldedOf(visible);
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gu');
  return [...text.matchAll(pattern)].map((match) => ({
    start: toText(visible, at(match.index)),
    end: toText(visible, at(match.index + match[0].length) - 1) + 1,
  }));
}

/** Each text is folded once, however many letters are typed. */
const foldedTexts = new WeakMap<Visible, Folded>();

function foldedOf(visible: Visible): Folded {
  const known = foldedTexts.get(visible);
  if (known) return known;
  const made = foldedWithPlaces(visible.text);
  foldedTexts.set(visible, made);
  return made;
}

function toText(visible: Visible, at: number): number {
  let low = 0;
  let high = visible.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((visible.pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = visible.pieces[low];
  return piece ? piece.from + (at - piece.at) : at;
}
