/**
 * What a marker vouches for: the clause it closes. A clause reaches back to the sentence's start, the marker before,
 * a semicolon or arrow, the bracket it stands in, or a conjunction after which a new subject begins.
 */
import cues from '../../../resources/cues/clauses.json';
import { trimSpan } from '../document/lines/lines';
import type { Span } from '../document/model';

const VERBS: ReadonlySet<string> = new Set(cues.verbs);
const NOT_SUBJECTS: ReadonlySet<string> = new Set(cues.notSubjects);
const ALWAYS: ReadonlySet<string> = new Set(cues.always);
const BREAK = new RegExp(`[,\\uff0c—–(]?\\s*\\b(${cues.breaks.join('|')})\\b\\s+|\\s?[—]\\s?|\\s–\\s`, 'giu');
const HARD = ';\uff1b→⇒';
const OPEN = '(\uff08';
const CLOSE = ')\uff09';
const SUBJECT_WORDS = 14;
const SUBJECT_REACH = 200;
/** Conjunctions further back than this are not weighed: no clause is longer. */
const LONGEST_CLAUSE = 1_000;

export interface ClauseBounds {
  /** Where the sentence starts, and one past its end. */
  readonly sentence: Span;
  /** End of the marker before in the same sentence, or the sentence's start. */
  readonly floor: number;
  /** Start of the marker after in the same sentence, or the sentence's end. */
  readonly ceiling: number;
}

/** The clause that a marker at `at` closes; empty where nothing stands before it. */
export function clauseBefore(text: string, at: number, { sentence, floor }: ClauseBounds): Span {
  const low = Math.max(sentence.start, floor);
  const hard = hardBreakBefore(text, low, at);
  const soft = softBreakBefore(text, hard, at);
  return clean(text, soft, at);
}

/** The clause that a marker ending at `at` opens. */
export function clauseAfter(text: string, at: number, { sentence, ceiling }: ClauseBounds): Span {
  const high = Math.min(sentence.end, ceiling);
  let depth = 0;
  let to = at;
  for (; to < high; to += 1) {
    if (isPlain(text.charCodeAt(to))) continue;
    const char = text.charAt(to);
    if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && HARD.includes(char)) break;
  }
  return clean(text, at, to);
}

/** Small letters and spaces bound nothing, and are most of a text. */
function isPlain(code: number): boolean {
  return code === 0x20 || (code > 0x60 && code < 0x7b);
}

/** One past the last semicolon, arrow or unclosed bracket before `at`; what stands in closed brackets does not count. */
function hardBreakBefore(text: string, low: number, at: number): number {
  let depth = 0;
  for (let to = at - 1; to >= low; to -= 1) {
    if (isPlain(text.charCodeAt(to))) continue;
    const char = text.charAt(to);
    if (CLOSE.includes(char)) depth += 1;
    else if (OPEN.includes(char)) {
      if (depth === 0) return to + 1;
      depth -= 1;
    } else if (depth === 0 && HARD.includes(char)) return to + 1;
  }
  return low;
}

/** Where the last conjunction or dash stands after which a new subject has its own verb. */
function softBreakBefore(text: string, low: number, at: number): number {
  const from = Math.max(low, at - LONGEST_CLAUSE);
  const quote = text.slice(from, at);
  let best = low;
  for (const found of quote.matchAll(BREAK)) {
    if (insideBrackets(quote, found.index)) continue;
    const word = found[1]?.toLowerCase() ?? '—';
    const joined = /^[,\uff0c—–]/.test(found[0]) || ALWAYS.has(word) || word === 'but';
    if (!joined) continue;
    const rest = quote.slice(found.index + found[0].length);
    if (hasNewSubject(rest) && /\d/.test(rest)) best = from + found.index + found[0].length;
  }
  return best;
}

function insideBrackets(quote: string, at: number): boolean {
  let depth = 0;
  for (let to = 0; to < at; to += 1) {
    if (isPlain(quote.charCodeAt(to))) continue;
    const char = quote.charAt(to);
    if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** The clause opens with a subject, and a finite verb follows within a few words. */
function hasNewSubject(clause: string): boolean {
  const words =
    clause
      .slice(0, SUBJECT_REACH)
      .match(/[\p{L}\p{N}$€£¥%~+.'’&-]+/gu)
      ?.slice(0, SUBJECT_WORDS) ?? [];
  const first = words[0]?.toLowerCase() ?? '';
  if (first === '' || NOT_SUBJECTS.has(first) || VERBS.has(first)) return false;
  return words.slice(1).some((word) => VERBS.has(word.toLowerCase().replace('’', "'")));
}

/** Without the punctuation that a marker before or the break itself left at the clause's start. */
function clean(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && /[\s,;.:→\uff0c\uff1b\uff1a。、)\]—–|-]/.test(text.charAt(from)) && !isSign(text, from))
    from += 1;
  return trimSpan(text, Math.min(from, end), end);
}

/** A dash right before a digit is a minus sign. */
function isSign(text: string, at: number): boolean {
  return /[-–—]/.test(text.charAt(at)) && /[\d$€£]/.test(text.charAt(at + 1));
}
