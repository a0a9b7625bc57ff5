/**
 * The words a number belongs to, as written: the noun behind it ("12% gross margin", "$5 million in fees"), the phrase
 * it is linked to ("fees were $5 million"), the label ahead of a colon. Kept whether or not the lexicon knows them.
 */
import labelData from '../../../../resources/lexicon/labels.json';
import type { Span } from '../../document/model';
import type { Quantity } from '../model';
import { isDigit, isHan } from '../quantity/characters';
import { itemLabelOf } from './item-label';
import { firstEndingAfter } from '../quantity/spans';
import { hanLabel } from './label-han';
import type { Scene } from './scene';

export interface Label extends Span {
  readonly text: string;
  /** `behind` and `beside` touch the number; `subject` is linked to it by a verb or preposition; `item` heads its line. */
  readonly scope: 'behind' | 'beside' | 'subject' | 'item';
  /** It is a share of what the words name. */
  readonly share: boolean;
}

const links: ReadonlySet<string> = new Set(labelData.links);
const stops: ReadonlySet<string> = new Set(labelData.stops);
const prepositions: ReadonlySet<string> = new Set(labelData.prepositions);
const generic: ReadonlySet<string> = new Set(labelData.generic);
const tails: ReadonlySet<string> = new Set(labelData.tails);
const movements: ReadonlySet<string> = new Set(labelData.movements);

const MOST_WORDS = 6;
/** A label is looked for this far from its number. */
const REACH = 160;
const WORD_AHEAD = /[ \u00a0]{1,2}[*_`"“]{0,3}([A-Za-z][\w&/’'.-]{0,30})[*_`"”]{0,3}/y;

interface Word extends Span {
  readonly lower: string;
}

function wordsAhead(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  let at = from;
  while (/[*_`+)]/.test(text[at] ?? '') && at - from < 4) {
    // A bracket that closes behind the number ends what it is part of.
    if (text[at] === ')') return found;
    at += 1;
  }
  while (found.length < MOST_WORDS + 1) {
    WORD_AHEAD.lastIndex = at;
    const match = WORD_AHEAD.exec(text);
    if (!match || match.index + match[0].length > to) break;
    const raw = match[1] ?? '';
    const word = raw.replace(/[.'’-]+$/, '');
    const start = match.index + match[0].indexOf(raw);
    found.push({ start, end: start + word.length, lower: word.toLowerCase() });
    at = match.index + match[0].length;
    if (word.length < raw.length && raw.endsWith('.')) break;
  }
  return found;
}

const VERBAL = /(?:ly|ed)$/;

/** The noun phrase in the words right behind the number. */
function nounBehind(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    if (kept.length >= MOST_WORDS || stops.has(word.lower) || prepositions.has(word.lower)) break;
    if (kept.length > 0 && (VERBAL.test(word.lower) || links.has(word.lower)) && word.lower !== 'of') break;
    if (kept.length > 0 && word.lower === 'of') break;
    kept.push(word);
  }
  return kept;
}

const LED: ReadonlySet<string> = new Set(['in', 'of']);

function labelOf(text: string, words: readonly Word[], scope: Label['scope'], share: boolean): Label | null {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  return { ...span, text: text.slice(span.start, span.end), scope, share };
}

function telling(words: readonly Word[]): boolean {
  return words.some(
    ({ lower }) => lower.length > 1 && !tails.has(lower) && !movements.has(lower) && !generic.has(lower),
  );
}

function behind(text: string, figure: Quantity, scene: Scene): Label | null {
  const next = scene.figures[firstEndingAfter(scene.figures, figure.end)];
  const to = Math.min(scene.end, figure.end + REACH, next ? next.start : scene.end);
  const words = wordsAhead(text, figure.end, to);
  const lead = words[0];
  if (!lead) return null;
  const led = LED.has(lead.lower);
  const rest = led ? withoutArticle(withoutArticle(words.slice(1))) : words;
  const noun = nounBehind(rest);
  // "8% growth in service": what grew stands behind the movement.
  const moved = !led && noun.length > 0 && !telling(noun) && movements.has(noun.at(-1)?.lower ?? '');
  if (moved) {
    const on = rest.slice(noun.length);
    const what = LED.has(on[0]?.lower ?? '') ? nounBehind(withoutArticle(on.slice(1))) : [];
    return telling(what) ? labelOf(text, what, 'behind', false) : null;
  }
  if (!telling(noun) || tails.has(noun[0]?.lower ?? '')) return null;
  // "$5M in 2024": a year is no name; "3 in Europe" names the place, not the thing.
  if (led && lead.lower === 'in' && figure.unit !== 'money' && figure.unit !== 'per_share') return null;
  if (noun.some((word) => isTime(word, scene))) return null;
  const share = led && lead.lower === 'of' && figure.unit === 'percent';
  return labelOf(text, noun, 'behind', share);
}

/** "$5M in the second quarter": when it was is no name of it. */
function isTime({ start, end }: Word, scene: Scene): boolean {
  const mention = scene.periods[firstEndingAfter(scene.periods, start)];
  return mention !== undefined && mention.start < end && start < mention.end;
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  return /^(?:the|its|our|their|all|total|a|an)$/.test(words[0]?.lower ?? '') ? words.slice(1) : words;
}

const LONGEST_WORD = 41;
const STEPPED_OVER: ReadonlySet<string> = new Set(' \u00a0*_`"“”');
const IN_WORD: ReadonlySet<string> = new Set("&/’'.+-_");
const JOINING: ReadonlySet<string> = new Set('&/+');

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The word that ends at `at` behind spaces and marks; null at a border. Asked for each word before each number. */
function wordBefore(text: string, at: number, from: number): Word | null {
  let end = at;
  while (end > from && STEPPED_OVER.has(text[end - 1] ?? '')) end -= 1;
  let start = -1;
  for (let place = end - 1; place >= Math.max(from, end - LONGEST_WORD); place -= 1) {
    const code = text.charCodeAt(place);
    if (isLatin(code)) start = place;
    else if (!isDigit(code) && !IN_WORD.has(text[place] ?? '')) break;
  }
  if (start < 0 && end > from && JOINING.has(text[end - 1] ?? '')) start = end - 1;
  return start < 0 ? null : { start, end, lower: text.slice(start, end).toLowerCase() };
}

/** What stands between a name and its number is stepped over: "was", "of about", "(", ":". */
function overLinks(text: string, at: number, from: number): { at: number; linked: boolean; colon: boolean } {
  let place = at;
  let linked = false;
  let colon = false;
  for (let step = 0; step < 8 && place > from; step += 1) {
    const gap = /[\s*_`"“”~≈+\-–−<>≤≥$€£¥]*$/.exec(text.slice(Math.max(from, place - 12), place))?.[0] ?? '';
    const end = place - gap.length;
    if (/\n/.test(gap)) break;
    const sign = text[end - 1] ?? '';
    if (/[:=(：（[@]/.test(sign) && !colon) {
      colon ||= sign === ':' || sign === '：' || sign === '=';
      place = end - 1;
      linked = true;
      continue;
    }
    const word = wordBefore(text, end, from);
    if (!word || !links.has(word.lower)) break;
    linked ||= !/^(?:a|an|the)$/.test(word.lower);
    place = word.start;
  }
  return { at: place, linked, colon };
}

/** The noun phrase that ends at `at`, read backwards to its border. */
function phraseBefore(text: string, at: number, from: number): Word[] {
  const words: Word[] = [];
  let place = at;
  while (words.length < 12) {
    const word = wordBefore(text, place, from);
    if (!word) break;
    const joins = word.lower === 'and' || word.lower === '&' || word.lower === 'of' || word.lower === '/';
    if (stops.has(word.lower) && !(joins && words.length > 0)) break;
    words.unshift(word);
    place = word.start;
  }
  while (words[0] && (prepositions.has(words[0].lower) || links.has(words[0].lower) || words[0].lower === 'and'))
    words.shift();
  return words;
}

/** "portfolio size for all stores" is a portfolio size; "return on equity" stays whole where the lexicon knows it. */
function headOf(words: readonly Word[], scene: Scene): readonly Word[] {
  const cut = words.findIndex(({ lower, start }, i) => {
    if (i === 0 || !(prepositions.has(lower) || (i > 0 && links.has(lower) && lower !== 'of'))) return false;
    return !scene.metrics.some((mention) => mention.start < start && mention.end > start);
  });
  if (cut <= 0) return words.slice(-7);
  const head = words.slice(0, cut);
  return telling(head) ? head.slice(-5) : words.slice(-7);
}

const TIME_PHRASE =
  /[\s,](?:in|for|during|over|at|on)\s(?:(?:the|this|last|our)\s)?(?:[\w-]{1,14}\s){0,2}(?:quarter|year|period|half|month|quarters|months)[\s,]*$/i;
const TIME_LEAD = /[\s,](?:in|for|during|over|at|on|of|as of)\s(?:the\s)?$/i;

/** "Orders in the quarter grew", "Margins in 2031 were": when it was stands between the name and its verb. */
function overTime(text: string, at: number, from: number, scene: Scene): number {
  const lead = text.slice(Math.max(from, at - 60), at);
  const phrase = TIME_PHRASE.exec(lead);
  if (phrase) return at - phrase[0].length;
  const mention = scene.periods[firstEndingAfter(scene.periods, at - 3)];
  if (!mention || mention.end > at || mention.start < from || text.slice(mention.end, at).trim() !== '') return at;
  const preposition = TIME_LEAD.exec(text.slice(Math.max(from, mention.start - 12), mention.start));
  return preposition ? mention.start - preposition[0].length : at;
}

function before(text: string, figure: Quantity, scene: Scene, from: number): Label | null {
  // What stands ahead of another number is that one's.
  const other = scene.figures[firstEndingAfter(scene.figures, figure.start - 1) - 1];
  const start = Math.max(from, figure.start - REACH, other ? other.end : 0);
  const linked = overLinks(text, figure.start, start);
  const words = phraseBefore(text, linked.linked ? overTime(text, linked.at, start, scene) : linked.at, start);
  const head = headOf(words, scene);
  // "…, compressed from 19x", "FY25's €8.2B": a deed or a time is no name.
  if (!telling(head) || head.every(({ lower }) => VERBAL.test(lower)) || head.every((word) => isTime(word, scene)))
    return null;
  return labelOf(text, head, linked.linked ? 'subject' : 'beside', false);
}

/** The label that heads the line the figure stands in. */
export function itemLabel(text: string, figure: Quantity, scene: Scene): Label | null {
  const found = itemLabelOf(text, figure.start, scene.start);
  return found && { ...found, scope: 'item', share: false };
}

/** The words the number belongs to, nearest first. */
export function labelsOf(text: string, figure: Quantity, scene: Scene, from: number): Label[] {
  const chinese = isHan(text.charCodeAt(figure.start - 1)) || isHan(text.charCodeAt(figure.start - 2));
  const found = chinese
    ? [hanLabel(text, figure, Math.max(from, figure.start - REACH))]
    : [behind(text, figure, scene), before(text, figure, scene, from)];
  return [...found, itemLabel(text, figure, scene)].filter((label) => label !== null);
}
