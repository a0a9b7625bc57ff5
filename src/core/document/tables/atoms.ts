/**
 * Cuts a line into the smallest pieces that no table cell boundary may split: a value with its unit and bracket,
 * a rating word, any other word. Ground for reading tables whose cells are set apart by single spaces only.
 */
import ratings from '../../../../resources/cues/ratings.json';
import type { Span } from '../model';

export type AtomKind = 'value' | 'dash' | 'rating' | 'basis' | 'word';

export interface Atom extends Span {
  readonly kind: AtomKind;
  /** Starts with a capital, a digit or a script without case: may open a cell. */
  readonly opens: boolean;
  /** Ends in a word or sign that binds to what follows ("of", "+", "in"). */
  readonly binds: boolean;
}

const RATINGS: ReadonlySet<string> = new Set(ratings.words);
const CURRENCY = '(?:[A-Z]{0,3}[$€£¥₹₩]|USD|EUR|GBP|RMB|CNY|JPY|INR|HKD|CHF|Rs\\.?)';
const NUMBER = '\\d[\\d,.\u202f]*';
const SUFFIX =
  '(?:%|[xX×]|[kKmMbBtT]n?|bps|bp|pps?|ppt|pts?|GWh?|MWh?|TWh?|kWh?|p|c|亿|万|元|亿元|万元|亿美元|百万|个百分点|倍|年|月|天|季度)';
const SIGNS = '[~≈<>≤≥±+\\-−–—c.]{0,3}';
const ONE = `${SIGNS}${CURRENCY}?${SIGNS}${NUMBER}${SUFFIX}{0,2}\\+?`;
const VALUE = new RegExp(`^\\(?${ONE}(?:[-–—~/]${ONE})?\\)?(?:/[a-z]{1,8})?[,;*†‡]?$`);
const PERIOD = /^(?:[QH][1-4](?:['’]?\d{2,4})?[AE]?|[1-4][QH]\d{2,4}[AE]?|FY['’]?\d{2,4}[AE]?|(?:19|20)\d{2}[AE]?)$/;
const UNIT_WORD =
  /^(?:million|billion|trillion|thousand|mn|bn|tn|mln|bln|m|b|percent|per|cent|bps|bp|pp|ppt|ppts|pts|points?|basis|x|times|years?|quarters?|months?|weeks?|days?|GW|MW|units?|shares?)[,;]?$/i;
const BASIS_WORD =
  /^(?:YoY|QoQ|MoM|Y\/Y|Q\/Q|y\/y|q\/q|yoy|qoq|~|≈|c\.|ca\.|approx\.?|USD|EUR|GBP|RMB|CNY|JPY|INR|HKD|Rs\.?|US\$|同比|环比|约)$/;
const DASH = /^(?:[-–—]{1,2}|n\/?a\.?|N\/?A\.?|n\.a\.|NM|nm|n\.m\.|TBD|tbd|无)$/;
/** Where no digit stands, only one of these can stand for a value. */
const DASHED = /(?:^|\s)(?:[-–—]|[nN]\/?[aA]|n\.|NM|nm|TBD|tbd|无)/;
const JOINER = /^(?:\/|to|–|-|~|至|or)$/;
const BINDER =
  /^(?:of|in|on|at|to|for|from|by|with|and|or|the|a|an|vs\.?|versus|per|than|as|&|\+|\/|incl\.?|ex|excluding|including|its|their|near|over|under|about|[-–—:])$/i;

interface Word extends Span {
  readonly text: string;
}

/** Atoms of a line in order. Brackets never split; a bracket joins what stands before it unless it is a number. */
export function atomsOf(text: string, start: number, end: number): Atom[] {
  const words = wordsOf(text, start, end);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < words.length) {
    const to = Math.max(at + 1, atomEnd(words, at));
    atoms.push(atomOf(words, at, to));
    at = to;
  }
  return atoms.map((atom, at) => (isDashBetweenWords(atoms, at) ? { ...atom, kind: 'word', binds: true } : atom));
}

/** A dash that goes on in lower case is punctuation, not an empty cell. */
function isDashBetweenWords(atoms: readonly Atom[], at: number): boolean {
  const next = atoms[at + 1];
  return (
    atoms[at]?.kind === 'dash' &&
    at > 0 &&
    next !== undefined &&
    (next.kind === 'word' || next.kind === 'rating') &&
    !next.opens
  );
}

/** True where the text reads as one printed value: `$181.5B`, `4 / 5`, `10% to 15%`. */
export function isValueText(text: string): boolean {
  if (!/\d/.test(text) && !DASHED.test(text)) return false;
  // Most lines that are asked have many pieces: the second tells.
  const words = wordsOf(text, 0, text.length);
  let pieces = 0;
  for (let at = 0; at < words.length; ) {
    if (kindOf(words[at]) !== 'basis') pieces += 1;
    if (pieces > 1) return false;
    at = Math.max(at + 1, atomEnd(words, at));
  }
  const atoms = atomsOf(text, 0, text.length).filter((atom) => atom.kind !== 'basis');
  return atoms.length === 1 && (atoms[0]?.kind === 'value' || atoms[0]?.kind === 'dash');
}

/** Words at white space; a bracketed group counts as part of one word however many spaces it has. */
function wordsOf(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  let from = -1;
  let depth = 0;
  for (let at = start; at <= end; at += 1) {
    const char = at < end ? text.charAt(at) : ' ';
    if ('([\uff08【'.includes(char)) depth += 1;
    else if (')]\uff09】'.includes(char)) depth = Math.max(0, depth - 1);
    const space = at === end || (depth === 0 && /\s/.test(char));
    if (space && from >= 0) {
      words.push({ start: from, end: at, text: text.slice(from, at) });
      from = -1;
    } else if (!space && from < 0) from = at;
  }
  return words;
}

function atomEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  if (isValue(words[at])) {
    to = valueEnd(words, at);
  }
  while (to < words.length && isBracket(words[to]) && !isValue(words[to])) to += 1;
  return to;
}

function valueEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  for (;;) {
    while (UNIT_WORD.test(words[to]?.text ?? '')) to += 1;
    if (!JOINER.test(words[to]?.text ?? '') || !isValue(words[to + 1])) return to;
    to += 2;
  }
}

function isBracket(word: Word | undefined): boolean {
  return word !== undefined && /^[(\uff08]/.test(word.text);
}

function isValue(word: Word | undefined): boolean {
  return word !== undefined && VALUE.test(word.text) && !PERIOD.test(word.text);
}

function atomOf(words: readonly Word[], from: number, to: number): Atom {
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined) throw new RangeError('an atom has at least one word');
  const kind = kindOf(first);
  const lead = first.text.replace(/^[["“'‘(\uff08*_]+/, '').charAt(0);
  return {
    start: first.start,
    end: last.end,
    kind,
    opens: lead === '' || lead.toLowerCase() !== lead || lead.toUpperCase() === lead,
    binds: to === from + 1 && kind === 'word' && BINDER.test(first.text),
  };
}

function kindOf(word: Word | undefined): AtomKind {
  if (word === undefined) return 'word';
  if (isValue(word)) return 'value';
  if (DASH.test(word.text)) return 'dash';
  if (BASIS_WORD.test(word.text)) return 'basis';
  return isRating(word.text) ? 'rating' : 'word';
}

/** `Medium`, `Neutral-to-Bullish`, `Strong (near-term chop)`. */
function isRating(word: string): boolean {
  const plain = word.replace(/[,;]$/, '').toLowerCase();
  if (RATINGS.has(plain)) return true;
  return /[-/–]/.test(plain) && plain.split(/[-/–]/).every((part) => part !== '' && RATINGS.has(part));
}
