/**
 * Words as they are searched: without accents, in one width, in simplified characters, with plain quotes and hyphens. What
 * is folded keeps the place of each of its characters in the text it was made from. The caller handles case.
 */
import { withFoldedHan } from './han-folding';

/** What decomposition leaves whole. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ß: 'ss',
    æ: 'ae',
    Æ: 'AE',
    œ: 'oe',
    Œ: 'OE',
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ı: 'i',
  }),
  ...Array.from('‐‑‒–—―−﹣－', (dash): [string, string] => [dash, '-']),
  ...Array.from('‘’‚‛′＇', (quote): [string, string] => [quote, "'"]),
  ...Array.from('“”„‟″＂', (quote): [string, string] => [quote, '"']),
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u2060', ''],
]);

const BEYOND_ASCII = /[\u0080-\uffff]/;
/** Hangul comes apart when decomposed and is one syllable a character already. */
const HANGUL = /[\uac00-\ud7a3]/;

function foldCharacter(character: string): string {
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  const simplified = withFoldedHan(character);
  if (simplified !== character) return simplified;
  if (HANGUL.test(character)) return character;
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return Array.from(bare, (one) => LETTERS.get(one) ?? withFoldedHan(one)).join('');
}

/** Each character is folded once: texts repeat few of them. */
const folded = new Map<string, string>();
const MOST_KNOWN = 20_000;

function foldOf(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const made = foldCharacter(character);
  if (folded.size < MOST_KNOWN) folded.set(character, made);
  return made;
}

/** `text` as it is searched; the same string where nothing folds. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  let out = '';
  for (const character of text) out += character < '\u0080' ? character : foldOf(character);
  return out;
}

/** How two words are compared when one is looked for in the other. */
export const searchForm = (text: string): string => fold(text).toLowerCase();

/** A folded text in lower case in which places can be told in the text it was made from. */
export interface Folded {
  readonly text: string;
  /** Where the character that stands at `index` of the folded text begins in the original; its length at the end. */
  readonly at: (index: number) => number;
}

/**
 * Folded and in lower case, with the way back to places of the original. For searching a whole text; `at` takes
 * logarithmic time where folding changed a length, constant time else.
 */
export function foldedWithPlaces(text: string): Folded {
  if (!BEYOND_ASCII.test(text)) return { text: text.toLowerCase(), at: (index) => index };
  // Places are kept only where the two lengths part: most characters fold one to one.
  const anchors: { readonly at: number; readonly from: number }[] = [{ at: 0, from: 0 }];
  let out = '';
  let from = 0;
  for (const character of text) {
    const made = (character < '\u0080' ? character : foldOf(character)).toLowerCase();
    if (made.length !== character.length) {
      for (let unit = 0; unit < made.length; unit += 1) anchors.push({ at: out.length + unit, from });
      anchors.push({ at: out.length + made.length, from: from + character.length });
    }
    out += made;
    from += character.length;
  }
  return { text: out, at: (index) => placeAt(anchors, index) };
}

function placeAt(anchors: readonly { readonly at: number; readonly from: number }[], index: number): number {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((anchors[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const { at, from } = anchors[low] ?? { at: 0, from: 0 };
  return from + index - at;
}

/** Quotation marks around words that are searched as they stand. */
const PHRASE =
  /"([^"]{1,200})"|“([^”]{1,200})”|„([^“”]{1,200})[“”]|«([^»]{1,200})»|「([^」]{1,200})」|『([^』]{1,200})』|(\S+)/gu;
const MOST_WORDS = 12;

/** What a person asked for: single words, and phrases between quotation marks, folded and in lower case. */
export function searchedWords(query: string): readonly string[] {
  const words: string[] = [];
  for (const match of query.slice(0, 2000).matchAll(PHRASE)) {
    const said = match.slice(1).find((group) => group !== undefined) ?? '';
    const word = fold(said.replaceAll(/\s+/g, ' ').trim()).toLowerCase();
    // A mark that was opened and not closed is none.
    const bare = match[7] === undefined ? word : word.replace(/^["«「『]+(?=.)/, '');
    if (bare !== '') words.push(bare);
  }
  return words.slice(0, MOST_WORDS);
}
