/**
 * Where something stands in a document [W5], so that it can be found again when the text has changed: W3C Web
 * Annotation TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end in UTF-16 code units) in
 * one.
 */
import type { Selector, Span } from '../model';

/** Characters of context kept on either side. */
export const CONTEXT = 32;
/** Longest quote that is looked for approximately; a longer one is found by its ends. */
const LONGEST_APPROXIMATE = 256;
const MOST_ERRORS = 0.25;
/** Occurrences weighed before the nearest is taken, so that a common word cannot make this slow. */
const MOST_OCCURRENCES = 2_000;

/** `exact`: where it was. `moved`: elsewhere. `ambiguous`: several places fit as well. `lost`: an empty span. */
export const HOWS = ['exact', 'moved', 'ambiguous', 'lost'] as const;
export type How = (typeof HOWS)[number];

export interface Anchor {
  readonly span: Span;
  readonly how: How;
}

/** A selector for `text.slice(span.start, span.end)`; `context` is how much text around it is kept. */
export function selectorFor(text: string, span: Span, context = CONTEXT): Selector {
  const start = clamp(span.start, text.length);
  const end = Math.max(start, clamp(span.end, text.length));
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

/** Finds the selector's quote: where it was, else by its words and what stood around them, else approximately. */
export function anchor(text: string, selector: Selector): Anchor {
  const { exact, start, end } = selector;
  if (
    exact !== '' &&
    end - start === exact.length &&
    text.startsWith(exact, start) &&
    contextFits(text, selector, start)
  ) {
    return { span: { start, end }, how: 'exact' };
  }
  if (exact === '') return anchorPoint(text, selector);
  return (
    anchorQuote(text, selector) ?? anchorApproximately(text, selector) ?? { span: { start: 0, end: 0 }, how: 'lost' }
  );
}

/** The text around a place is unchanged at least on one side, or there was none. */
function contextFits(text: string, { exact, prefix, suffix }: Selector, at: number): boolean {
  const before = prefix === '' || text.slice(0, at).endsWith(prefix.slice(-8));
  const after = suffix === '' || text.startsWith(suffix.slice(0, 8), at + exact.length);
  return before || after || exact.length > CONTEXT;
}

function anchorPoint(text: string, { start: wanted, prefix, suffix }: Selector): Anchor {
  const start = clamp(wanted, text.length);
  const around = prefix + suffix;
  if (text.slice(Math.max(0, start - prefix.length), start + suffix.length) === around)
    return { span: { start, end: start }, how: start === wanted ? 'exact' : 'moved' };
  const at = around === '' ? -1 : text.indexOf(around);
  if (at < 0) return { span: { start: 0, end: 0 }, how: 'lost' };
  const point = { start: at + prefix.length, end: at + prefix.length };
  return { span: point, how: text.includes(around, at + 1) ? 'ambiguous' : 'moved' };
}

/** The occurrence of the exact words whose surroundings fit best; the nearest where several fit alike. */
function anchorQuote(text: string, selector: Selector): Anchor | null {
  const { exact, start } = selector;
  let best: { at: number; score: number } | null = null;
  let ties = 0;
  let seen = 0;
  for (let at = text.indexOf(exact); at >= 0 && seen < MOST_OCCURRENCES; at = text.indexOf(exact, at + 1), seen += 1) {
    const score = contextScore(text, selector, at);
    if (best !== null && score === best.score) ties += 1;
    if (best === null || score > best.score) {
      ties = 0;
      best = { at, score };
    } else if (score === best.score && Math.abs(at - start) < Math.abs(best.at - start)) best = { at, score };
  }
  if (best === null) return null;
  const span = { start: best.at, end: best.at + exact.length };
  if (ties > 0) return { span, how: 'ambiguous' };
  return { span, how: best.at === start ? 'exact' : 'moved' };
}

/** How many characters around the place agree with what stood around the quote. */
function contextScore(text: string, { exact, prefix, suffix }: Selector, at: number): number {
  let before = 0;
  while (before < prefix.length && before < at && text[at - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let after = 0;
  const end = at + exact.length;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}

/** Looks between what stood around the quote, then for the quote with a few characters changed near where it was. */
function anchorApproximately(text: string, selector: Selector): Anchor | null {
  const between = betweenContexts(text, selector);
  if (between) return between;
  const { exact, start } = selector;
  if (exact.length < 8 || exact.length > LONGEST_APPROXIMATE) return null;
  const reach = 4 * LONGEST_APPROXIMATE;
  const from = Math.max(0, clamp(start, text.length) - reach);
  const window = text.slice(from, Math.min(text.length, start + exact.length + reach));
  const hit = nearestMatch(window, exact);
  if (!hit || hit.errors > exact.length * MOST_ERRORS) return null;
  return { span: { start: from + hit.start, end: from + hit.end }, how: 'moved' };
}

/** The words between an unchanged prefix and suffix are the quote, edited. */
function betweenContexts(text: string, { exact, prefix, suffix }: Selector): Anchor | null {
  if (prefix.length < 8 || suffix.length < 8) return null;
  const before = text.indexOf(prefix);
  if (before < 0 || text.includes(prefix, before + 1)) return null;
  const start = before + prefix.length;
  const end = text.indexOf(suffix, start);
  if (end < start || end - start > exact.length * 2 + 16) return null;
  return end > start ? { span: { start, end }, how: 'moved' } : null;
}

/** Best approximate occurrence by Sellers' algorithm: one row of edit distances, each with where its match began. */
function nearestMatch(text: string, pattern: string): { start: number; end: number; errors: number } | null {
  const size = pattern.length;
  let errors = Array.from({ length: size + 1 }, (_, at) => at);
  let starts = Array.from({ length: size + 1 }, () => 0);
  let best: { start: number; end: number; errors: number } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const nextErrors = [0];
    const nextStarts = [at + 1];
    for (let row = 1; row <= size; row += 1) {
      const swap = (errors[row - 1] ?? 0) + (pattern[row - 1] === text[at] ? 0 : 1);
      const skip = (errors[row] ?? 0) + 1;
      const drop = (nextErrors[row - 1] ?? 0) + 1;
      const least = Math.min(swap, skip, drop);
      nextErrors.push(least);
      const from =
        least === swap ? (row === 1 ? at : starts[row - 1]) : least === skip ? starts[row] : nextStarts[row - 1];
      nextStarts.push(from ?? at);
    }
    errors = nextErrors;
    starts = nextStarts;
    const cost = errors[size] ?? size;
    if (best === null || cost < best.errors) best = { start: starts[size] ?? 0, end: at + 1, errors: cost };
  }
  return best;
}

function clamp(at: number, length: number): number {
  return Math.min(Math.max(0, at), length);
}
