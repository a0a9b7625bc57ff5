/**
 * Raised letters right behind a word or figure that name no note (`$37.6B` with a raised D, say who vouches for it): they
 * are a remark about what stands before them, and read on with it they would make another word or unit of it.
 */
const LETTERS = /^\u2060?[\p{Lu}Σ?]{1,2}$/u;
/** Trade and service marks are letters in form only. */
const SIGNS = /^(?:TM|SM|R|C)$/;

/** `before` is the last character written, empty at the start of a line. */
export const isRaisedRemark = (text: string, before: string): boolean =>
  LETTERS.test(text) && !(SIGNS.test(text) && /\p{L}/u.test(before)) && /[\p{L}\p{N}%)+\]]/u.test(before);

export const W_RAISED_LETTERS =
  'Small raised letters that refer to no note were set aside, so that the figures before them can be read.';

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Digits as raised ones, so that no number runs into the mark of a note. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));
