/**
 * Splits a stretch of prose into sentences. A citation marker, footnote mark or closing quote after the full stop
 * stays with the sentence it closes, because that is the sentence it vouches for.
 */
import cues from '../../../../resources/cues/sentence.json';
import { isSpace, trimSpan } from './lines';
import type { Span } from '../model';
import { GERMAN_MONTHS } from '../../base/months';

const ABBREVIATIONS: ReadonlySet<string> = new Set(cues.abbreviations);
const CLOSING: ReadonlySet<string> = new Set(cues.closing);
const OPENERS: ReadonlySet<string> = new Set(cues.openers);

const CLOSERS = '"”\'’)]}»』」\uff09】〉》*_';
const SUPERSCRIPTS = '¹²³⁰⁴⁵⁶⁷⁸⁹†‡§';
const STOPS = /[.!?…。\uff01\uff1f]/g;
const MARKER_MAX = 60;
const LONGEST_ABBREVIATION = 24;

/** Sentences of `text.slice(start, end)` in order; white space between them belongs to none. Linear in length. */
export function splitSentences(text: string, start: number, end: number): Span[] {
  const sentences: Span[] = [];
  // On the stretch alone: in the whole text a search without a hit would run to its end each time.
  const stretch = text.slice(start, end);
  let from = start;
  let run = start;
  for (const found of stretch.matchAll(STOPS)) {
    const at = start + found.index;
    // Each of many stops in a row closes what the first of them closes: their end is looked for once.
    if (at >= run) run = runEnd(text, at, end);
    const boundary = at < from ? null : boundaryAt(text, at, { from, run, end });
    if (boundary === null) continue;
    push(sentences, text, from, boundary);
    from = boundary;
  }
  push(sentences, text, from, end);
  return sentences;
}

/**
 * Nobody writes a longer one; what holds no stop for so long is a list or a trap. Within a sentence every figure is held
 * against every other, so that one without an end would take the square of its length.
 */
const LONGEST = 4000;

function push(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  while (end - from > LONGEST) {
    const cut = lastSpace(text, from + LONGEST / 2, from + LONGEST);
    pushWhole(sentences, text, from, cut);
    from = cut;
  }
  pushWhole(sentences, text, from, end);
}

function pushWhole(sentences: Span[], text: string, start: number, end: number): void {
  const span = trimSpan(text, start, end);
  if (span.end > span.start) sentences.push(span);
}

/** The last place between `low` and `high` at which words part; `high` where they never do, but not inside a letter. */
function lastSpace(text: string, low: number, high: number): number {
  for (let at = high; at > low; at -= 1) if (isSpace(text.charCodeAt(at))) return at;
  return /[\udc00-\udfff]/.test(text.charAt(high)) ? high - 1 : high;
}

/** One past the end of the sentence that the stop at `at` closes, or null where it closes none. */
function boundaryAt(
  text: string,
  at: number,
  { from, run, end }: { readonly from: number; readonly run: number; readonly end: number },
): number | null {
  const stop = text.charAt(at);
  const wide = stop > '\u2fff';
  const to = skipClosers(text, run, end);
  if (to >= end) return end;
  if (wide) return to;
  if (!isSpace(text.charCodeAt(to))) return isCjk(text.charCodeAt(to)) && stop !== '.' ? to : null;
  let next = to;
  while (next < end && isSpace(text.charCodeAt(next))) next += 1;
  if (next >= end) return to;
  if (!canOpen(text, next, end)) return null;
  if (stop === '.' && !text.startsWith('..', at) && isAbbreviation(text, at, from, next, end)) return null;
  return to;
}

/** One past the last of the stops that follow each other from `at`. */
function runEnd(text: string, at: number, end: number): number {
  let to = at + 1;
  while (to < end && isStop(text.charAt(to))) to += 1;
  return to;
}

function isStop(char: string): boolean {
  return '.!?…。\uff01\uff1f'.includes(char);
}

function skipClosers(text: string, at: number, end: number): number {
  let to = at;
  for (;;) {
    const char = text.charAt(to);
    if (to < end && (CLOSERS.includes(char) || SUPERSCRIPTS.includes(char))) {
      to += 1;
      continue;
    }
    const marker = to < end ? bracketEnd(text, to, end) : null;
    if (marker === null) return to;
    to = marker;
  }
}

/** `.[3]`, `.[Reuters]`, `. [3][4]`: a short bracket right after the stop, or numbers after one space. */
function bracketEnd(text: string, at: number, end: number): number | null {
  let open = at;
  if (text.charCodeAt(open) === 32) open += 1;
  const bracket = text.charAt(open);
  if (bracket !== '[' && bracket !== '【') return null;
  const inside = text.slice(open, Math.min(end, open + MARKER_MAX)).indexOf(bracket === '[' ? ']' : '】');
  if (inside < 0) return null;
  const close = open + inside;
  if (open > at && !/^[\d,;–\-^\s]+$/.test(text.slice(open + 1, close)) && !endsUnit(text, close + 1, end)) return null;
  return close + 1;
}

function endsUnit(text: string, at: number, end: number): boolean {
  return trimSpan(text, at, end).start >= end;
}

function isCjk(code: number): boolean {
  return code >= 0x2e80 && code <= 0x9fff;
}

/** A sentence opens with a capital, digit, quote, bracket, currency sign or a script without case. */
function canOpen(text: string, at: number, end: number): boolean {
  let from = at;
  while (from < end && '"“\'‘([{«「『\uff08【*_'.includes(text.charAt(from))) from += 1;
  const char = text.charAt(from);
  return char !== char.toLowerCase() || char === char.toUpperCase();
}

function isAbbreviation(text: string, at: number, from: number, next: number, end: number): boolean {
  let start = at;
  const low = Math.max(from, at - LONGEST_ABBREVIATION);
  while (start > low && isWordChar(text.charCodeAt(start - 1))) start -= 1;
  const word = text.slice(start, at).toLowerCase();
  if (word === '') return false;
  if (ABBREVIATIONS.has(word)) return true;
  if (/^\p{L}$/u.test(word)) {
    return (
      text.charAt(start) !== text.charAt(start).toLowerCase() && word !== 'i' && !OPENERS.has(wordAt(text, next, end))
    );
  }
  const dotted = word.includes('.');
  if (CLOSING.has(word) && (dotted || !/\d/.test(text.charAt(start - 1)))) return !OPENERS.has(wordAt(text, next, end));
  if (/^\d+$/.test(word)) return word.length <= 2 && /^\p{Lu}?\p{Ll}+$/u.test(monthAfter(text, next, end));
  return dotted && /^(?:\p{L}\.)+\p{L}$/u.test(word) && !OPENERS.has(wordAt(text, next, end));
}

/** German dates keep together: `31. März`. Empty where no month follows. */
function monthAfter(text: string, at: number, end: number): string {
  const word = wordAt(text, at, end);
  return GERMAN_MONTHS.has(word) || word === 'quartal' || word === 'halbjahr' ? word : '';
}

function wordAt(text: string, at: number, end: number): string {
  let to = at;
  while (to < end && isWordChar(text.charCodeAt(to)) && text.charAt(to) !== '.') to += 1;
  return text.slice(at, to).toLowerCase();
}

/** Letters, digits and the full stops inside `U.S`. */
function isWordChar(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 46 ||
    (code >= 0xc0 && code <= 0x24f)
  );
}
