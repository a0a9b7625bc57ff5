/** The sign that a figure's own words print: evidence of its own, where a direction may only have been inferred. */
import type { Direction } from '../../figure/model';
const PLUS = /^[^\d]*[+]/;
const MINUS = /^[^\d]*[-−–]\s?(?:[A-Z]{0,3}[$€£¥]|[\d.])/;
/** Accounts write a negative amount in brackets; prose does so with anything. */
const BRACKET = /^\s*[$€£¥]?\s*\(/;

/** `up` for `+5%`, `down` for `−$5`; null where no sign stands before the digits. */
export const printedSign = (quote: string): Direction | null =>
  PLUS.test(quote) ? 'up' : MINUS.test(quote) ? 'down' : null;

/** Whether a cell of a statement prints a negative amount: `-5`, `(5)`, `$(5`. */
export const isPrintedNegative = (quote: string): boolean => MINUS.test(quote) || BRACKET.test(quote);
