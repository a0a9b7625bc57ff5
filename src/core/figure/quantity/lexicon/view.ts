/**
 * A stretch of text as a person sees it: marks of emphasis and code, escapes and invisible characters left out, digits
 * of full width and the many hyphens of Unicode as the plain ones. The grammar reads the view; places are handed back
 * as places in the text, so that no mark can break a number and none has to be known by the grammar.
 */
import { isDigit, isLetter } from './characters';

export interface View {
  readonly text: string;
  /** The place in the text of the character at `index`. */
  at(index: number): number;
  /** One past the character before `index`, taking in marks that close what was opened since `start`. */
  endAt(start: number, index: number): number;
}

const UNUSUAL = /[*_`\\\u00ad\u200b-\u200f\u2010-\u2012\u2015\u2060\ufe58\ufe63\ufeff\uff01-\uff5d]/;
const NEXT_UNUSUAL = new RegExp(UNUSUAL, 'g');
const ESCAPABLE = '$%~#&_*-+.<>()[]|`!{}=';
const DROPPED = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Characters that mean the same as a plain one, whatever stands around them. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...['\u2010', '\u2011', '\u2012', '\ufe63', '\uff0d'].map((dash): [string, string] => [dash, '-']),
  ['\u2015', '\u2014'],
  ['\ufe58', '\u2014'],
  ['（', '('],
  ['）', ')'],
  ['％', '%'],
  ['＋', '+'],
  ['＄', '$'],
  ['／', '/'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
]);

const isWord = (code: number): boolean => isDigit(code) || isLetter(code);

function halfWidth(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const digit = (one: number) => isDigit(one) || (one >= 0xff10 && one <= 0xff19);
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  // Point, comma and colon of full width end clauses in Chinese; inside a number they are its own.
  if (code === 0xff0e || code === 0xff0c || code === 0xff1a) {
    const wide = (one: number) => one >= 0xff10 && one <= 0xff19;
    const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
    const inside = code === 0xff0c ? wide(before) && wide(after) : digit(before) && digit(after);
    if (inside) return String.fromCharCode(code - 0xfee0);
  }
  return text[at] ?? '';
}

/**
 * Whether a mark is only typographic: it may not join two words, nor a word to digits, nor stand alone between spaces.
 */
function isDress(text: string, at: number, end: number, from: number, to: number): boolean {
  const before = at > from ? text.charCodeAt(at - 1) : 32;
  const after = end < to ? text.charCodeAt(end) : 32;
  if (before === 32 && after === 32) return false;
  const mark = text[at];
  if (mark === '_') return !isWord(before) || !isWord(after);
  return !(isWord(before) && isDigit(after));
}

interface Kept {
  readonly char: string;
  readonly next: number;
}

/** What the view shows of the text at `at`: one character, or nothing. */
function shown(text: string, at: number, from: number, to: number): Kept {
  const char = text[at] ?? '';
  if (char === '*' || char === '_' || char === '`') {
    let end = at + 1;
    while (end < to && end - at < 4 && text[end] === char) end += 1;
    return isDress(text, at, end, from, to) ? { char: '', next: end } : { char: text.slice(at, end), next: end };
  }
  if (char === '\\' && at + 1 < to && ESCAPABLE.includes(text[at + 1] ?? ' ')) return { char: '', next: at + 1 };
  if (DROPPED.test(char)) return { char: '', next: at + 1 };
  return { char: PLAIN.get(char) ?? (char >= '\uff01' ? halfWidth(text, at) : char), next: at + 1 };
}

const CLOSING = /^(?:\*{1,3}|_{1,3}|`{1,3})/;

/** The view of a stretch; null where it shows the text as it is. */
export function viewOf(text: string, from: number, to: number): View | null {
  const slice = text.slice(from, to);
  if (!UNUSUAL.test(slice)) return null;
  let seen = '';
  const places: number[] = [];
  const keep = (words: string, at: number): void => {
    seen += words;
    for (let i = 0; i < words.length; i += 1) places.push(at + i);
  };
  for (let at = from; at < to; ) {
    // What stands before the next unusual character is shown as it is.
    NEXT_UNUSUAL.lastIndex = at - from;
    const unusual = from + (NEXT_UNUSUAL.exec(slice)?.index ?? slice.length);
    if (unusual > at) keep(text.slice(at, unusual), at);
    if (unusual >= to) break;
    const { char, next } = shown(text, unusual, from, to);
    keep(char, unusual);
    at = next;
  }
  return {
    text: seen,
    at: (index) => places[index] ?? to,
    endAt(start, index) {
      const end = (places[index - 1] ?? to - 1) + 1;
      const mark = CLOSING.exec(text.slice(end, Math.min(to, end + 3)))?.[0];
      const opened = mark ? text.slice(places[start] ?? from, end).split(mark).length % 2 === 0 : false;
      return mark && opened ? end + mark.length : end;
    },
  };
}
