/**
 * The words a number belongs to, as written: the noun behind it ("12% gross margin", "$5 million in fees"), the phrase
 * it is linked to ("fees were $5 million"), the label ahead of a colon. Kept whether or not the lexicon knows them.
 */
import type { Span } from '../../../document/model';
import type { Quantity } from '../../model';
import { isDigit, isHan } from '../../quantity/lexicon/characters';
import { itemLabelOf } from './item-label';
import { isWordLetter, type LabelWords, labelWords } from './label-words';
import { firstEndingAfter } from '../../../base/spans';
import { hanLabel } from './label-han';
import type { Label } from './label-model';
import type { BlockView } from './block-view';

const MOST_WORDS = 6;
/** A label is looked for this far from its number. */
const REACH = 160;
const WORD_AHEAD = /[ \u00a0]{1,2}[*_`"“]{0,3}(\p{L}[\p{L}\d_&/’'.-]{0,30})[*_`"”]{0,3}/uy;

interface Word extends Span {
  readonly lower: string;
  readonly capital: boolean;
}

/** "l'inflation": the article joined to a word is not part of its name. */
const ELISION = /^(?:l|d|dell|all|nell|sull|un|qu)['’](?=\p{L})/iu;

function wordAt(text: string, from: number, end: number): Word {
  const start = from + (ELISION.exec(text.slice(from, end))?.[0].length ?? 0);
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  return { start, end, lower, capital: word.charAt(0) !== lower.charAt(0) };
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
    found.push(wordAt(text, start, start + word.length));
    at = match.index + match[0].length;
    if (word.length < raw.length && raw.endsWith('.')) break;
  }
  return found;
}

const VERBAL = /(?:ly|ed)$/;

/** The noun phrase in the words right behind the number. */
function nounBehind(words: readonly Word[], { stops, prepositions, links, joins }: LabelWords): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    if (kept.length >= MOST_WORDS || stops.has(word.lower) || prepositions.has(word.lower)) break;
    if (kept.length > 0 && (VERBAL.test(word.lower) || links.has(word.lower) || joins.has(word.lower))) break;
    kept.push(word);
  }
  return kept;
}

const PLACED: ReadonlySet<string> = new Set(['in', 'en', 'em', 'im', 'am', 'an', 'beim', 'sur', 'vom']);

function labelOf(text: string, words: readonly Word[], scope: Label['scope'], share: boolean): Label | null {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  return { ...span, text: text.slice(span.start, span.end), scope, share };
}

/** It has a word that names something; where nouns have a capital, one with it. */
function telling(words: readonly Word[], { tails, movements, generic, capitals }: LabelWords): boolean {
  return words.some(
    ({ lower, capital }) =>
      lower.length > 1 && (capital || !capitals) && !tails.has(lower) && !movements.has(lower) && !generic.has(lower),
  );
}

function behind(text: string, figure: Quantity, view: BlockView): Label | null {
  const next = view.figures[firstEndingAfter(view.figures, figure.end)];
  const to = Math.min(view.end, figure.end + REACH, next ? next.start : view.end);
  const words = wordsAhead(text, figure.end, to);
  const lead = words[0];
  if (!lead) return null;
  const lexis = labelWords(view.language);
  const led = lexis.led.has(lead.lower);
  const rest = led ? withoutArticle(withoutArticle(words.slice(1), lexis), lexis) : words;
  const noun = nounBehind(rest, lexis);
  if (!led && !lexis.trails && figure.unit !== 'count' && figure.unit !== 'other') return null;
  // "8% growth in service": what grew stands behind the movement.
  const moved = !led && noun.length > 0 && !telling(noun, lexis) && lexis.movements.has(noun.at(-1)?.lower ?? '');
  if (moved) {
    const on = rest.slice(noun.length);
    const what = lexis.led.has(on[0]?.lower ?? '') ? nounBehind(withoutArticle(on.slice(1), lexis), lexis) : [];
    return telling(what, lexis) ? labelOf(text, what, 'behind', false) : null;
  }
  if (!telling(noun, lexis) || lexis.tails.has(noun[0]?.lower ?? '')) return null;
  // "$5M in 2024": a year is no name; "3 in Europe" names the place, not the thing.
  if (led && lead.lower === 'in' && figure.unit !== 'money' && figure.unit !== 'per_share') return null;
  if (noun.some((word) => isTime(word, view))) return null;
  const share = led && !PLACED.has(lead.lower) && figure.unit === 'percent';
  return labelOf(text, noun, 'behind', share);
}

/** "$5M in the second quarter": when it was is no name of it. */
function isTime({ start, end }: Word, view: BlockView): boolean {
  const mention = view.periods[firstEndingAfter(view.periods, start)];
  return mention !== undefined && mention.start < end && start < mention.end;
}

function withoutArticle(words: readonly Word[], { trails, links }: LabelWords): readonly Word[] {
  const first = words[0]?.lower ?? '';
  const article = /^(?:the|its|our|their|all|total|a|an)$/.test(first) || (!trails && links.has(first));
  return article ? words.slice(1) : words;
}

const LONGEST_WORD = 41;
const STEPPED_OVER: ReadonlySet<string> = new Set(' \u00a0*_`"“”');
const IN_WORD: ReadonlySet<string> = new Set("&/’'.+-_");
const JOINING: ReadonlySet<string> = new Set('&/+');

/** The word that ends at `at` behind spaces and marks; null at a border. Asked for each word before each number. */
function wordBefore(text: string, at: number, from: number): Word | null {
  let end = at;
  while (end > from && STEPPED_OVER.has(text[end - 1] ?? '')) end -= 1;
  let start = -1;
  for (let place = end - 1; place >= Math.max(from, end - LONGEST_WORD); place -= 1) {
    const code = text.charCodeAt(place);
    if (isWordLetter(code) || (start === place + 2 && isDigit(code) && text[place + 1] === '-')) start = place;
    else if (start === place + 1 && isDigit(code) && isDigit(text.charCodeAt(start))) start = place;
    else if (!isDigit(code) && !IN_WORD.has(text[place] ?? '')) break;
  }
  if (start < 0 && end > from && JOINING.has(text[end - 1] ?? '')) start = end - 1;
  return start < 0 ? null : wordAt(text, start, end);
}

const ARTICLE = /^(?:an?|the|der|die|das|den|dem|ein|eine|einen|le|la|les|un|une|el|los|las|una|il|lo|gli|um|uma|os)$/;

/** What stands between a name and its number is stepped over: "was", "of about", "(", ":". */
function overLinks(
  text: string,
  at: number,
  from: number,
  { links }: LabelWords,
): { at: number; linked: boolean; colon: boolean } {
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
    linked ||= !ARTICLE.test(word.lower);
    place = word.start;
  }
  return { at: place, linked, colon };
}

/** The noun phrase that ends at `at`, read backwards to its border. */
function phraseBefore(text: string, at: number, from: number, lexis: LabelWords): Word[] {
  const { stops, prepositions, links } = lexis;
  const words: Word[] = [];
  let place = at;
  while (words.length < 12) {
    const word = wordBefore(text, place, from);
    if (!word) break;
    if (stops.has(word.lower) && !(lexis.joins.has(word.lower) && words.length > 0)) break;
    words.unshift(word);
    place = word.start;
  }
  while (
    words[0] &&
    (prepositions.has(words[0].lower) || links.has(words[0].lower) || (stops.has(words[0].lower) && words.length > 1))
  )
    words.shift();
  return words;
}

/** Without what joins it to nothing, and where nouns have a capital without the small words behind the last of them. */
function trimmed(words: readonly Word[], lexis: LabelWords): readonly Word[] {
  let end = words.length;
  const loose = ({ lower, capital }: Word): boolean =>
    !lexis.trails && (lexis.joins.has(lower) || lexis.links.has(lower) || (lexis.capitals && !capital));
  for (let last = words[end - 1]; last && loose(last); last = words[end - 1]) end -= 1;
  return words.slice(0, end);
}

/** "portfolio size for all stores" is a portfolio size; "return on equity" stays whole where the lexicon knows it. */
function headOf(words: readonly Word[], view: BlockView, lexis: LabelWords): readonly Word[] {
  const { prepositions, links, joins } = lexis;
  const cut = words.findIndex(({ lower, start }, i) => {
    if (i === 0 || !(prepositions.has(lower) || (links.has(lower) && !joins.has(lower)))) return false;
    return !view.metrics.some((mention) => mention.start < start && mention.end > start);
  });
  if (cut <= 0) return trimmed(words.slice(-7), lexis);
  const head = words.slice(0, cut);
  return trimmed(telling(head, lexis) ? head.slice(-5) : words.slice(-7), lexis);
}

const TIME_PHRASE =
  /[\s,](?:in|for|during|over|at|on)\s(?:(?:the|this|last|our)\s)?(?:[\w-]{1,14}\s){0,2}(?:quarter|year|period|half|month|quarters|months)[\s,]*$/i;
const TIME_LEAD = /[\s,](?:in|for|during|over|at|on|of|as of)\s(?:the\s)?$/i;

/** "Orders in the quarter grew", "Margins in 2031 were": when it was stands between the name and its verb. */
function overTime(text: string, at: number, from: number, view: BlockView, { trails }: LabelWords): number {
  const lead = text.slice(Math.max(from, at - 60), at);
  const phrase = TIME_PHRASE.exec(lead);
  if (phrase) return at - phrase[0].length;
  const mention = view.periods[firstEndingAfter(view.periods, at - 3)];
  if (!mention || mention.end > at || mention.start < from || text.slice(mention.end, at).trim() !== '') return at;
  const preposition = TIME_LEAD.exec(text.slice(Math.max(from, mention.start - 12), mention.start));
  // "sank der Gewinn 2031 um": other languages date without a preposition.
  return preposition ? mention.start - preposition[0].length : trails ? at : mention.start;
}

function before(text: string, figure: Quantity, view: BlockView, from: number): Label | null {
  // What stands ahead of another number is that one's.
  const other = view.figures[firstEndingAfter(view.figures, figure.start - 1) - 1];
  const start = Math.max(from, figure.start - REACH, other ? other.end : 0);
  const lexis = labelWords(view.language);
  const linked = overLinks(text, figure.start, start, lexis);
  const timed = linked.linked ? overTime(text, linked.at, start, view, lexis) : linked.at;
  const at = timed < linked.at && !lexis.trails ? overLinks(text, timed, start, lexis).at : timed;
  const head = headOf(phraseBefore(text, at, start, lexis), view, lexis);
  // "…, compressed from 19x", "FY25's €8.2B": an action or a time is not a name.
  // "52-week | high": a span of time alone is no name.
  if (
    !telling(head, lexis) ||
    head.every(({ lower }) => /^\d/.test(lower)) ||
    head.every(({ lower }) => VERBAL.test(lower)) ||
    head.every((word) => isTime(word, view))
  )
    return null;
  return labelOf(text, head, linked.linked ? 'subject' : 'beside', false);
}

/** The label that heads the line the figure stands in. */
export function itemLabel(text: string, figure: Quantity, view: BlockView): Label | null {
  const found = itemLabelOf(text, figure.start, view.start);
  return found && { ...found, scope: 'item', share: false };
}

/** The words the number belongs to, nearest first. */
export function labelsOf(text: string, figure: Quantity, view: BlockView, from: number): Label[] {
  const chinese = isHan(text.charCodeAt(figure.start - 1)) || isHan(text.charCodeAt(figure.start - 2));
  const found = chinese
    ? [hanLabel(text, figure, Math.max(from, figure.start - REACH))]
    : [behind(text, figure, view), before(text, figure, view, from)];
  return [...found, itemLabel(text, figure, view)].filter((label) => label !== null);
}
