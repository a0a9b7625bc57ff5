/** Whether a bare number counts something: the head of the noun phrase behind it, found by its form and a few lists. */
import { isDigit, isLetter, isSpace } from '../lexicon/characters';
import { attributivePlurals, countNouns, irregularPlurals, nounPhraseStops, ownItems } from '../lexicon/lexicon';

export interface CountedNoun {
  readonly end: number;
  readonly head: string;
  /** Words of the phrase, head included. */
  readonly words: number;
  readonly plain: boolean;
}

const MOST_WORDS = 6;

function plural(word: string): boolean {
  if (irregularPlurals.has(word)) return true;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|ous|['’]s)$/.test(word);
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly last: boolean;
}

/** A hyphen or point with a letter behind it, or a hyphen with a digit (`T-7A`, `747-8`). */
function joined(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return isLetter(next) || (text[at] === '-' && isDigit(next));
}

/** The next word behind one space: letters, digits, hyphens, points inside; `last` where punctuation closes it. */
function nextWord(text: string, at: number, to: number): Word | null {
  if (!isSpace(text.charCodeAt(at))) return null;
  const start = at + 1;
  let end = start;
  while (end < to && end - start < 30) {
    const code = text.charCodeAt(end);
    const inner = code === 45 || code === 38 || code === 39 || code === 0x2019 || code === 46;
    const kept = isLetter(code) || isDigit(code) || (inner && joined(text, end));
    if (!kept) break;
    end += 1;
  }
  if (end === start || end - start >= 30) return null;
  // "U.S. territories": the last point belongs to the initials.
  if (text[end] === '.' && /^(?:[A-Z]\.)+[A-Z]$/.test(text.slice(start, end))) end += 1;
  const after = text.charCodeAt(end);
  return { start, end, lower: text.slice(start, end).toLowerCase(), last: end >= to || !isSpace(after) };
}

/** "35 of the lawsuits": the phrase stands behind "of the". */
function pastOf(text: string, at: number): number {
  const of = / of (?:the|its|our|their|these|those)(?= )/y;
  of.lastIndex = at;
  return of.test(text) ? of.lastIndex : at;
}

/** The plural (or listed singular, for `one`) that heads the phrase at `at`; null where nothing is counted. */
export function countedNoun(text: string, at: number, to: number, one = false): CountedNoun | null {
  let found: CountedNoun | null = null;
  let position = pastOf(text, at);
  let plain = true;
  for (let words = 1; words <= MOST_WORDS; words += 1) {
    const word = nextWord(text, position, to);
    if (!word) break;
    const joins = (word.lower === 'and' || word.lower === 'or') && !found && !one;
    if (nounPhraseStops.has(word.lower) && !joins) break;
    if (/\d/.test(word.lower)) plain = false;
    const heads = one ? countNouns.has(word.lower) : plural(word.lower);
    if (found && !attributivePlurals.has(found.head)) {
      // One plural ends the phrase; behind it stands the verb ("three metrics gets").
      break;
    }
    if (heads) found = { end: word.end, head: word.lower, words, plain };
    position = word.end;
    if (word.last) break;
    // "low rate initial production (LRIP) lots": an acronym set in between.
    const acronym = text[position + 1] === '(' ? /^ \([A-Z]{2,8}\)/.exec(text.slice(position, position + 12)) : null;
    if (acronym) position += acronym[0].length;
  }
  return found && !ownItems.has(found.head) ? found : null;
}
