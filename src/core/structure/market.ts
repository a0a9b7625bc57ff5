/** What the market has in the price and what it has not, scenarios with their ranges, and targets. */
import { clauseAfter, clauseBefore } from '../citation/clause';
import type { Block, Span } from '../document/model';
import { allMatches, CUES, firstMatch, matches } from './cues';
import {
  contentOf,
  type Found,
  found,
  isItem,
  isProse,
  type Passage,
  quoteOf,
  sentencesOf,
  shorten,
  type StructureInput,
} from './passages';

/** Whole sentences and items under such a heading, clauses anywhere else. */
export function findPriced({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  const items: Found[] = [];
  for (const { block, topic, role, section } of passages) {
    if (!isProse(block) || role === 'disclaimer') continue;
    const listed = block.kind !== 'lead-in' && (isItem(block) || role === topic);
    if (topic === 'not_priced_in' && listed) {
      items.push(...notPricedUnits(layout, block, sideAbove(layout, block, section.title)));
      continue;
    }
    for (const sentence of sentencesOf(layout, block)) {
      const clauses = pricedClauses(layout, sentence);
      if (topic === 'priced_in' && listed) {
        const denied = clauses.filter(({ type }) => type === 'not_priced_in');
        const whole = denied.some(({ start }) => start === sentence.start);
        const label = shorten(quoteOf(layout, sentence));
        if (!whole) items.push(found(layout, 'priced_in', sentence, 'priced_in.list', { label }));
        items.push(...denied);
      } else if (block.kind !== 'lead-in') {
        items.push(...clauses);
      }
    }
  }
  return items;
}

/** The side that the lead-in or heading above names; null where it names none or both. */
function sideAbove(layout: StructureInput['layout'], { leadIn }: Block, title: string): 'up' | 'down' | null {
  const lead = leadIn === null ? undefined : layout.blocks[leadIn];
  for (const words of [lead ? quoteOf(layout, lead) : '', title]) {
    const up = /\bupside\b|上行|向上/iu.test(words);
    if (up !== /\bdownside\b|下行|向下/iu.test(words)) return up ? 'up' : 'down';
  }
  return null;
}

function notPricedUnits(layout: StructureInput['layout'], block: Block, side: 'up' | 'down' | null): Found[] {
  const spans = isItem(block) ? [contentOf(layout, block)] : sentencesOf(layout, block);
  return spans.map((span) => {
    const quote = quoteOf(layout, span);
    return found(layout, 'not_priced_in', span, 'not_priced_in.list', {
      label: shorten(quote),
      fields: { side: side ?? sideOf(quote) },
    });
  });
}

/** Clauses of a sentence that say what is priced in or not; "the cadence is not" leans on the clause before it. */
function pricedClauses(layout: StructureInput['layout'], sentence: Span): Found[] {
  const quote = quoteOf(layout, sentence);
  const items: Found[] = [];
  const add = (type: 'priced_in' | 'not_priced_in', span: Span, cue = 0): boolean => {
    const words = quoteOf(layout, span);
    const wondered = /\bwhether\b|是否/u.test(quote.slice(Math.max(0, span.start - sentence.start), cue));
    const asks =
      wondered || words.endsWith('?') || /^(?:whether|if|when|once|until|unless|是否|如果|若)\b/iu.test(words);
    if (asks || items.some((item) => item.start < span.end && span.start < item.end)) return false;
    const fields = type === 'not_priced_in' ? { side: sideOf(words) } : {};
    items.push(found(layout, type, span, `${type}.wording`, { label: shorten(words), fields }));
    return true;
  };
  const negatives = allMatches(CUES.notPricedIn, quote);
  for (const negative of negatives) add('not_priced_in', clauseAround(layout, sentence, negative), negative.start);
  for (const positive of allMatches(CUES.pricedIn, quote)) {
    if (negatives.some((negative) => positive.start < negative.end && negative.start < positive.end)) continue;
    const span = clauseAround(layout, sentence, positive);
    if (!add('priced_in', span, positive.start)) continue;
    const rest = clauseAfterBreak(layout, sentence, span);
    if (rest && matches(CUES.ellipsis, quoteOf(layout, rest))) add('not_priced_in', rest);
  }
  const mover = firstMatch(CUES.movers, quote);
  if (mover)
    add('not_priced_in', {
      start: sentence.start + mover.end,
      end: clauseEnd(layout, sentence, sentence.start + mover.end),
    });
  return items;
}

/**
 * The clause of `sentence` that holds a cue; `cue` counts from the sentence's start, the answer in the document. Words
 * before a colon or a contrast ("but") ahead of the cue are left out.
 */
export function clauseAround(layout: StructureInput['layout'], sentence: Span, cue: Span): Span {
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const bounds = { sentence, floor: sentence.start, ceiling: sentence.end };
  const before = clauseBefore(layout.text, start, bounds);
  const colon = layout.text.slice(before.start, before.end).search(/[:\uff1a]\s(?=[^:\uff1a]*$)/);
  const from = colon >= 0 && colon < before.end - before.start ? before.start + colon + 2 : before.start;
  return { start: afterContrast(layout.text, Math.min(from, start), start), end: clauseEnd(layout, sentence, end) };
}

/** ", but the pace has not been priced in" is about the pace. */
function afterContrast(text: string, start: number, cue: number): number {
  const contrast = /,\s*(?:but|yet|while|whereas|and)\s+(?!.*,\s*(?:but|yet|while|whereas|and)\s)/iu.exec(
    text.slice(start, cue),
  );
  return contrast ? start + contrast.index + contrast[0].length : start;
}

/** The clause ends at a semicolon, an em dash, a bracket that was open, or before ", but". */
function clauseEnd(layout: StructureInput['layout'], sentence: Span, from: number): number {
  const bounds = { sentence, floor: sentence.start, ceiling: sentence.end };
  const after = clauseAfter(layout.text, from, bounds);
  const rest = layout.text.slice(from, Math.max(from, after.end));
  const stop = /\s*[—–]\s*(?=\p{L})|\s[—–]\s|,\s*(?:but|yet|whereas)\s/iu.exec(rest);
  const end = stop ? from + stop.index : Math.max(from, after.end);
  return /[.。]/.test(layout.text.charAt(end - 1)) && end < sentence.end ? end - 1 : end;
}

function clauseAfterBreak(layout: StructureInput['layout'], sentence: Span, span: Span): Span | null {
  const rest = /^\s*[;,\uff1b\uff0c]\s*/u.exec(layout.text.slice(span.end, span.end + 4));
  if (!rest) return null;
  const start = span.end + rest[0].length;
  const end = /[.。!?]$/.test(layout.text.slice(start, sentence.end)) ? sentence.end - 1 : sentence.end;
  return end > start ? { start, end } : null;
}

function sideOf(words: string): 'up' | 'down' | null {
  if (matches(CUES.sideStrongDown, words)) return 'down';
  if (matches(CUES.sideUp, words)) return 'up';
  return matches(CUES.sideDown, words) ? 'down' : null;
}
