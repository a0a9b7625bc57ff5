/**
 * Looks phrases up at a place in a text, forwards or backwards, longest first. One map look-up on the nearest word
 * decides whether anything is compared at all, so that a lexicon may grow without slowing the scan.
 */
import { foldedHan, withFoldedHan } from '../../../base/han-folding';
import { isDigit, isHan, isLetter, wordEnd, wordStart } from './characters';

export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

interface Entry<T> {
  readonly phrase: string;
  readonly value: T;
}

function joins(a: number, b: number): boolean {
  return isLetter(a) && isLetter(b);
}

/** One sign or ideograph, as the lexicons write it; none past the end. */
const sign = (text: string, at: number): string =>
  at < 0 || at >= text.length ? '' : String.fromCharCode(foldedHan(text.charCodeAt(at)));

/** Small letters and the lexicons' own ideographs. */
const plain = (words: string): string => withFoldedHan(words.toLowerCase());

const small = (code: number): number => {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
};

/**
 * A number for the nearest word ahead: of a run of letters, small and capital alike, or of one sign or ideograph. Made
 * without cutting the word out, because it is asked at every word of a text. Two words may share a number: what is found
 * by it is compared in full.
 */
function headKey(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (!isLetter(code)) return -1 - foldedHan(code);
  const end = wordEnd(text, at, Math.min(to, at + 40));
  let key = 0;
  for (let i = at; i < end; i += 1) key = (Math.imul(key, 31) + small(text.charCodeAt(i))) & 0x3fffffff;
  return key;
}

function tailKey(text: string, at: number, from: number): string {
  const code = text.charCodeAt(at - 1);
  if (!isLetter(code)) return sign(text, at - 1);
  return text.slice(wordStart(text, at, Math.max(from, at - 40)), at).toLowerCase();
}

function index<T, K>(entries: Iterable<readonly [string, T]>, key: (phrase: string) => K): Map<K, Entry<T>[]> {
  const map = new Map<K, Entry<T>[]>();
  for (const [written, value] of entries) {
    const phrase = withFoldedHan(written);
    const k = key(phrase);
    const list = map.get(k);
    if (list) list.push({ phrase, value });
    else map.set(k, [{ phrase, value }]);
  }
  for (const list of map.values()) list.sort((a, b) => b.phrase.length - a.phrase.length);
  return map;
}

/**
 * Which first three characters any phrase starts with, folded to 7 bits and hashed: most places in a text are ruled out
 * here, before a word is cut out of it.
 */
class Openings {
  readonly #singles = new Uint8Array(128);
  readonly #pairs = new Uint8Array(128 * 128);
  readonly #triples = new Uint8Array(1 << 16);

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const first = fold(phrase.charCodeAt(0));
      const second = fold(phrase.charCodeAt(1));
      if (phrase.length === 1) this.#singles[first] = 1;
      else if (phrase.length === 2) this.#pairs[(first << 7) | second] = 1;
      else this.#triples[triple(first, second, fold(phrase.charCodeAt(2)))] = 1;
    }
  }

  may(text: string, at: number): boolean {
    const first = fold(text.charCodeAt(at));
    if (this.#singles[first] === 1) return true;
    const second = fold(text.charCodeAt(at + 1));
    if (this.#pairs[(first << 7) | second] === 1) return true;
    return this.#triples[triple(first, second, fold(text.charCodeAt(at + 2)))] === 1;
  }
}

function triple(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third * 7919) & 0xffff;
}

/** Capitals fold to small letters; what is beyond ASCII shares slots. */
function fold(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return (code >= 0xc0 && code <= 0xde ? code + 32 : foldedHan(code)) & 127;
}

/** One digit behind a whole word is a note's, raised once and flat now: "million3 of". */
function noteMark(text: string, at: number, phrase: string): boolean {
  return phrase.length >= 4 && /^[1-9](?![\w%]|[.,]\d)/.test(text.slice(at, at + 3));
}

interface Built<T> {
  readonly map: ReadonlyMap<number, readonly Entry<T>[]>;
  readonly openings: Openings;
}

/** Phrases in lower case, matched where they start. */
export class Phrases<T> {
  readonly #entries: readonly (readonly [string, T])[];
  #built: Built<T> | null = null;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#entries = [...entries];
  }

  /** When it is first asked: a process that only opens a notebook reads no text. */
  #build(): Built<T> {
    this.#built = {
      map: index(this.#entries, (phrase) => headKey(phrase, 0, phrase.length)),
      openings: new Openings(this.#entries.map(([phrase]) => withFoldedHan(phrase))),
    };
    return this.#built;
  }

  at(text: string, at: number, to: number): PhraseMatch<T> | null {
    const { map, openings } = this.#built ?? this.#build();
    if (!openings.may(text, at)) return null;
    const list = map.get(headKey(text, at, to));
    if (!list) return null;
    for (const { phrase, value } of list) {
      const end = at + phrase.length;
      // The last character rules most of them out without cutting anything out of the text.
      if (end > to || fold(text.charCodeAt(end - 1)) !== fold(phrase.charCodeAt(phrase.length - 1))) continue;
      if (plain(text.slice(at, end)) !== phrase) continue;
      const last = text.charCodeAt(end - 1);
      if (end < to && joins(last, text.charCodeAt(end))) continue;
      if (end < to && isLetter(last) && isDigit(text.charCodeAt(end)) && !noteMark(text, end, phrase)) continue;
      return { start: at, end, value };
    }
    return null;
  }
}

/** Phrases in lower case, matched where they end. */
export class TailPhrases<T> {
  readonly #map: Map<string, Entry<T>[]>;

  constructor(entries: Iterable<readonly [string, T]>) {
    this.#map = index(entries, (phrase) => tailKey(phrase, phrase.length, 0));
  }

  before(text: string, end: number, from: number): PhraseMatch<T> | null {
    const list = this.#map.get(tailKey(text, end, from));
    if (!list) return null;
    for (const { phrase, value } of list) {
      const start = end - phrase.length;
      if (start < from || plain(text.slice(start, end)) !== phrase) continue;
      const first = text.charCodeAt(start);
      if (start > from && joins(text.charCodeAt(start - 1), first) && !isHan(first)) continue;
      return { start, end, value };
    }
    return null;
  }
}
