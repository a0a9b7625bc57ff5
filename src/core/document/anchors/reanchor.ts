/**
 * Finds places of a document in its newer version. What stands unchanged with its surroundings is where the texts align;
 * anything else is looked for by its words and context, and what cannot be told apart is said to be ambiguous, never guessed.
 */
import { align } from './align';
import type { Span } from '../model';
import { anchor, type Anchor, CONTEXT, selectorFor } from './selector';

/** Characters on each side that must have stayed for a place to be the same one. */
const AROUND = 16;
/** Shorter quotes (`5%`) say nothing by themselves: so many characters around them must agree. */
const TELLING_QUOTE = 40;
const LEAST_AGREEMENT = 12;

export interface Replaced extends Anchor {
  /** Where it was in the older version. */
  readonly was: Span;
}

/** A finder of spans of `before` in `after`; makes the alignment once. An empty span is found as a point. */
export function reanchorer(before: string, after: string): (span: Span) => Replaced {
  const alignment = align(before, after);
  return (was) => {
    const aligned = alignment.find(was, AROUND);
    if (aligned) return { was, span: aligned, how: 'exact' };
    const selector = selectorFor(before, was);
    const start = alignment.near(was.start);
    const found = anchor(after, { ...selector, start, end: start + selector.exact.length });
    if (found.how === 'lost' || found.how === 'ambiguous') return { ...found, was };
    const agreement = agreementOf(before, after, was, found.span);
    const sameWords = after.slice(found.span.start, found.span.end) === selector.exact;
    if (sameWords && agreement.left >= CONTEXT && agreement.right >= CONTEXT) return { ...found, was, how: 'exact' };
    const telling = selector.exact.length >= TELLING_QUOTE || agreement.left + agreement.right >= LEAST_AGREEMENT;
    return { ...found, was, how: telling ? 'moved' : 'ambiguous' };
  };
}

/** How many characters on each side agree; what ends at an end of both texts agrees fully there. */
function agreementOf(
  before: string,
  after: string,
  was: Span,
  is: Span,
): { readonly left: number; readonly right: number } {
  let left = 0;
  while (
    left < CONTEXT &&
    left < was.start &&
    left < is.start &&
    before[was.start - 1 - left] === after[is.start - 1 - left]
  )
    left += 1;
  if (left === was.start && left === is.start) left = CONTEXT;
  let right = 0;
  const [room, roomNow] = [before.length - was.end, after.length - is.end];
  while (right < CONTEXT && right < room && right < roomNow && before[was.end + right] === after[is.end + right])
    right += 1;
  if (right === room && right === roomNow) right = CONTEXT;
  return { left, right };
}
