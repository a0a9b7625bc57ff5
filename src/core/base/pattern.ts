/** Words of cue data as part of a regular expression. */

/** The words as alternatives, each taken literally. */
export function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
}

/** The same, the longest first: where one word begins another, the whole of it is found. */
export const longestFirst = (words: readonly string[]): string =>
  alternatives(words.toSorted((a, b) => b.length - a.length));
