/** Words of cue data as part of a regular expression. */

/** The words as alternatives, each taken literally. */
export function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
}
