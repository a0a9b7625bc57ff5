/** The words of a note made ready to be set: what no font can show is named, what has no ink is left out. */

/** Joiners, variation selectors and marks of direction: they have no ink of their own, and fonts know few of them. */
const INKLESS = /\p{Default_Ignorable_Code_Point}/gu;
/** Controls, and halves of pairs, which no font has and no reader sees. */
const CONTROLS = /[^\P{Cc}\t\n]|\p{Cs}/gu;

export const bare = (words: string): string => words.replace(INKLESS, '').replace(CONTROLS, '');

/** Every character, as the fonts must have them. */
export function codePointsOf(texts: Iterable<string>): ReadonlySet<number> {
  const points = new Set<number>();
  for (const text of texts) for (const character of text) points.add(character.codePointAt(0) ?? 0);
  for (const blank of [9, 10, 13]) points.delete(blank);
  return points;
}

/** How a character that no font has is printed: by its number, so that nothing becomes an empty box. */
export const named = (codePoint: number): string => `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;

export function shown(words: string, missing: ReadonlySet<number>): string {
  if (missing.size === 0) return words;
  return Array.from(words, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return missing.has(codePoint) ? named(codePoint) : character;
  }).join('');
}

/** A line may end between these and anything else, as in running Chinese. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** The pieces between which a line may end: words, and each wide character by itself. */
export function tokensOf(words: string): readonly string[] {
  return words.split(/\s+/).flatMap((word) => {
    if (!WIDE.test(word)) return word === '' ? [] : [word];
    return word
      .split(/(?<=[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef])|(?=[\u2e80-\u9fff\uac00-\ud7af])/u)
      .filter(Boolean);
  });
}

/** Letters of a piece of a word that is too long for its line. */
const PIECE = 4;

/** A word that must break, in pieces: after signs where it has them, else every few letters. */
export function piecesOf(word: string): readonly string[] {
  return word.split(/(?<=[/\-._&?=,;:@])/).flatMap((part) => {
    const letters = Array.from(part);
    return Array.from({ length: Math.ceil(letters.length / PIECE) }, (_, i) =>
      letters.slice(PIECE * i, PIECE * (i + 1)).join(''),
    );
  });
}
