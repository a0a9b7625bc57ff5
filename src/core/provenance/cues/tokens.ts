/**
 * Cuts a text into what cue phrases are made of: words, numbers, signs; Chinese character by character. Hyphens and
 * quotation marks are left out, so that `run-rate` is `run rate`. One pass by character code, because every text goes through.
 */
import { foldedHan } from '../../base/han-folding';
import type { Span } from '../../document/model';

export interface Token extends Span {
  /** Lower case, or the sign itself; a possessive is `'s`, whichever apostrophe it has. */
  readonly word: string;
  readonly kind: 'word' | 'name' | 'number' | 'sign';
}

/** Hyphens, quotation marks, emphasis, zero-width space and byte-order mark. */
const SKIPPED = new Set([0x2d, 0x2010, 0x2011, 0x27, 0x2018, 0x2019, 0x22, 0x201c, 0x201d, 0x2a, 0x5f, 0x200b, 0xfeff]);
const SKIPPED_ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => (SKIPPED.has(code) ? 1 : 0));
const LETTER = /[\p{L}\p{M}]/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xaa && !isHan(code) && LETTER.test(String.fromCharCode(code));
}

/** End of the word at `at`; `S&P` and `U.S` hold together, a full stop after them does not. */
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    const joint = text.charCodeAt(end);
    if ((joint !== 38 && joint !== 46) || !isLetter(text.charCodeAt(end + 1))) return end;
    let part = end + 1;
    while (part < text.length && isLetter(text.charCodeAt(part))) part++;
    if (part - end > 3) return end;
    end = part;
  }
}

/** End of the number at `at`: digits, with commas and points between digits. */
function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) end++;
    else if ((code === 44 || code === 46) && isDigit(text.charCodeAt(end + 1))) end += 2;
    else return end;
  }
}

const isSkipped = (code: number): boolean => (code < 0x80 ? SKIPPED_ASCII[code] === 1 : SKIPPED.has(code));

const isPossessive = (text: string, at: number, code: number): boolean =>
  (code === 0x27 || code === 0x2019) &&
  (text[at + 1] === 's' || text[at + 1] === 'S') &&
  !isLetter(text.charCodeAt(at + 2));

/** Words, numbers and signs of a text, in order, with offsets from `base`. */
export function tokenise(text: string, base = 0): readonly Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, word: string, kind: Token['kind']): number => {
    tokens.push({ start: base + start, end: base + end, word, kind });
    return end;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at++;
    else if (isPossessive(text, at, code)) at = push(at, at + 2, "'s", 'word');
    else if (isSkipped(code)) at++;
    else if (isDigit(code)) at = pushNumber(text, at, push);
    else if (isHan(code)) at = push(at, at + 1, String.fromCharCode(foldedHan(code)), 'word');
    else if (isLetter(code)) at = pushWord(text, at, push);
    else at = pushSign(text, at, push);
  }
  return tokens;
}

type Push = (start: number, end: number, word: string, kind: Token['kind']) => number;

function pushNumber(text: string, at: number, push: Push): number {
  const end = numberEnd(text, at);
  return push(at, end, text.slice(at, end), 'number');
}

function pushWord(text: string, at: number, push: Push): number {
  const end = wordEnd(text, at);
  const raw = text.slice(at, end);
  const word = raw.toLowerCase();
  return push(at, end, word, word.charCodeAt(0) === raw.charCodeAt(0) ? 'word' : 'name');
}

/** A sign is one code point, so that an emoji is not cut in half. */
function pushSign(text: string, at: number, push: Push): number {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return push(at, at + sign.length, sign.toLowerCase(), 'sign');
}
