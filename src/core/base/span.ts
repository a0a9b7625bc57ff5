/** A stretch of a text. */

/** Offsets in UTF-16 code units, `end` exclusive, so that the words are `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
