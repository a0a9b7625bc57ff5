/**
 * One printed number with what stands against it: sign, currency, scale, unit, an open plus, what it is per. A quantity
 * is one part or the two ends of a range.
 */
import {
  isAsciiLetter,
  isDigit,
  isHan,
  isLetter,
  isSpace,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from './characters';
import {
  attachedScales,
  currencyAfter,
  currencyBefore,
  currencyCodes,
  hanUnits,
  minorUnits,
  minorWords,
  perShareWords,
  scaleWords,
  type UnitEntry,
  unitWords,
} from './lexicon';
import type { DecimalString } from '../model';
import { type PrintedNumber, readNumber } from './number';

export interface Part {
  /** From the sign or currency to the last thing that belongs to the number. */
  readonly start: number;
  readonly end: number;
  readonly digits: number;
  readonly number: PrintedNumber;
  readonly value: DecimalString;
  readonly negative: boolean;
  /** A printed `+` or `-` ahead of the number: the direction of a change. */
  readonly sign: '+' | '-' | '±' | null;
  readonly currency: string | null;
  /** In hundredths of the currency: pence, cents. */
  readonly minor: boolean;
  /** Power of ten of the printed scale ("bn" → 9); null where none is printed. */
  readonly scale: number | null;
  readonly unit: UnitEntry | null;
  readonly plus: boolean;
  readonly per: string | null;
  /** The unit hangs on a hyphen: "12-month". */
  readonly hyphenated: boolean;
}

export interface Ahead {
  readonly start: number;
  readonly currency: string | null;
  readonly sign: Part['sign'];
  /** Inside parentheses that open between currency and digits, or around both. */
  readonly paren: 'inside' | 'around' | null;
  /** The currency is a bare country prefix one space away (`AU 18 cents`): it counts only before a minor unit. */
  readonly loose: boolean;
}

const SIGNS = new Set(['$', '€', '£', '¥', '￥', '₹', '₩', '₽', '₺', '₪', '฿', '₫', '₴', '₱', '₦', '￡']);
const LOOSE_PREFIXES = new Set(['US', 'AU', 'RM', 'Fr', 'kr', 'Fr.']);

interface Money {
  readonly start: number;
  readonly currency: string;
  readonly loose: boolean;
}

/** The currency whose last character is at `end - 1`. */
function currencyEndingAt(text: string, end: number, from: number, spaced: boolean): Money | null {
  const last = text[end - 1];
  if (last === undefined || end <= from) return null;
  if (SIGNS.has(last)) {
    const letters = wordStart(text, end - 1, Math.max(from, end - 5));
    for (let start = letters; start < end; start += 1) {
      if (start > from && start < end - 1 && start > letters) continue;
      const currency = currencyBefore.get(text.slice(start, end));
      if (currency) return { start, currency, loose: false };
    }
    const currency = currencyBefore.get(last);
    return currency ? { start: end - 1, currency, loose: false } : null;
  }
  if (isHan(last.charCodeAt(0))) {
    const currency = currencyBefore.get(text.slice(Math.max(from, end - 3), end));
    return currency ? { start: end - 3, currency, loose: false } : null;
  }
  const dot = last === '.' ? 1 : 0;
  if (!isLetter(text.charCodeAt(end - 1 - dot))) return null;
  const start = wordStart(text, end - dot, Math.max(from, end - 6));
  const word = text.slice(start, end);
  const currency = currencyBefore.get(word);
  if (!currency) return null;
  return { start, currency, loose: spaced && LOOSE_PREFIXES.has(word) };
}

function signAt(text: string, at: number, from: number): Part['sign'] {
  const char = text[at];
  if (char === '+' || char === '±') {
    return char === '+' && at > from && isAsciiLetter(text.charCodeAt(at - 1)) ? null : char;
  }
  if (char !== '-' && char !== '−' && char !== '–' && char !== '—') return null;
  if (at === from) return '-';
  const before = text.charCodeAt(at - 1);
  if (isLetter(before) || isDigit(before) || isHan(before)) return null;
  if (char === '−') return '-';
  const tight = text[at - 1] ?? '';
  if (char === '-') return isSpace(before) || '(~[\t\n|:,/“"≈<>→*$€£¥'.includes(tight) ? '-' : null;
  // A dash is a sign only where it hangs on the number and stands away from the word before it.
  return char === '–' && (isSpace(before) || '(\t\n|~'.includes(tight)) && followsNumberWord(text, at, from)
    ? '-'
    : null;
}

function followsNumberWord(text: string, at: number, from: number): boolean {
  const end = skipSpacesBack(text, at, from);
  return end === from || !isDigit(text.charCodeAt(end - 1));
}

/** What stands directly ahead of the digits at `digits`: currency and sign, in either order, and parentheses. */
export function readAhead(text: string, digits: number, from: number): Ahead {
  let start = digits;
  let sign: Part['sign'] = signAt(text, start - 1, from);
  let paren: Ahead['paren'] = null;
  let probe = sign ? start - 1 : start;
  if (!sign && text[probe - 1] === '(') {
    const money = currencyEndingAt(text, skipSpacesBack(text, probe - 1, from), from, false);
    if (money && SIGNS.has(text[skipSpacesBack(text, probe - 1, from) - 1] ?? '')) {
      return { start: money.start, currency: money.currency, sign: null, paren: 'inside', loose: false };
    }
  }
  const tight = currencyEndingAt(text, probe, from, false);
  const spaceStart = skipSpacesBack(text, probe, Math.max(from, probe - 2));
  const money = tight ?? (spaceStart < probe ? currencyEndingAt(text, spaceStart, from, true) : null);
  let currency: string | null = null;
  if (money) {
    currency = money.currency;
    start = money.start;
    if (!sign) sign = signAt(text, start - 1, from);
    probe = sign && text[start - 1] !== undefined && signAt(text, start - 1, from) ? start - 1 : start;
  }
  if (sign && probe < start) start = probe;
  if (text[start - 1] === '(') paren = 'around';
  return { start, currency, sign, paren, loose: money?.loose ?? false };
}

interface Tail {
  readonly end: number;
  readonly scale: number | null;
  readonly unit: UnitEntry | null;
  readonly plus: boolean;
  readonly currency: string | null;
  readonly minor: boolean;
  readonly hyphenated: boolean;
}

const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 's', 'D', 'G', 'P', 'H', 'Q', 'A', 'E', 'F']);
const SPACED_LETTERS = new Set(['B', 'M', 'T', 'K', 'MM', 'k', 'm', 'b', 'bb', 'bil', 'mil', 'Cr', 'Mio', 'Mrd']);
const NEED_MONEY = new Set(['md', 'mds', 'mil', 'mill', 'cr', 'mm', 't', 'tr', 'hundred', 'tsd']);

/** A scale against the digits or one word on; null where the letters against the digits make a name of them. */
function readScale(text: string, at: number, to: number, money: boolean): { end: number; scale: number | null } | null {
  const letters = wordEnd(text, at, Math.min(to, at + 12));
  if (letters > at) {
    const run = text.slice(at, letters);
    const scale = attachedScales.get(run);
    if (scale !== undefined && !(run === 't' && !money)) {
      if (isDigit(text.charCodeAt(letters))) return null;
      return { end: letters, scale };
    }
    if (ORDINALS.has(run)) return null;
    return { end: at, scale: null };
  }
  const gap = text[at] === '-' ? at + 1 : skipSpaces(text, at, Math.min(to, at + 2));
  if (gap === at && !isHan(text.charCodeAt(at))) return { end: at, scale: null };
  const word = scaleWords.at(text, gap, to);
  if (word && (money || !NEED_MONEY.has(text.slice(word.start, word.end).toLowerCase()))) {
    return { end: dotAfter(text, word.end), scale: word.value };
  }
  if (money && gap > at) {
    const end = wordEnd(text, gap, Math.min(to, gap + 4));
    const letter = text.slice(gap, end);
    const scale = SPACED_LETTERS.has(letter) ? attachedScales.get(letter) : undefined;
    if (scale !== undefined && end > gap) return { end, scale };
  }
  return { end: at, scale: null };
}

/** `Mrd.` and `bn.`: the point belongs to the abbreviation only before a space and a lower-case word or a sign. */
function dotAfter(text: string, end: number): number {
  if (text[end] !== '.' || text[end + 1] !== ' ') return end;
  const next = text.charCodeAt(end + 2);
  return SIGNS.has(text[end + 2] ?? '') ||
    (isLetter(next) && !isAsciiLetter(next)) ||
    (next >= 97 && next <= 122) ||
    text.startsWith('US', end + 2) ||
    /^(?:Euro|EUR|USD|CHF|GBP)\b/.test(text.slice(end + 2, end + 6))
    ? end + 1
    : end;
}

/** Units whose plain word must not be read across a space where more text follows ("4 x 4"). */
function unitFits(text: string, gap: number, end: number, spaced: boolean): boolean {
  const word = text.slice(gap, end);
  if ((word === 'x' || word === 'X' || word === '×') && spaced) {
    const next = skipSpaces(text, end, end + 2);
    return next > end ? !isDigit(text.charCodeAt(next)) : true;
  }
  if (word === 'mal' || word === 'ans' || word === 'mt' || word === 'MT') return spaced;
  if (word === 'BP' && spaced) return false;
  return true;
}

function readUnit(text: string, at: number, to: number): { end: number; unit: UnitEntry; hyphenated: boolean } | null {
  const first = text.charCodeAt(at);
  if (isHan(first) || (isSpace(first) && isHan(text.charCodeAt(at + 1)))) {
    const gap = skipSpaces(text, at, Math.min(to, at + 2));
    const match = hanUnits.at(text, gap, to);
    return match ? { end: match.end, unit: match.value, hyphenated: false } : null;
  }
  if (text[at] === '-') {
    const hyphen = unitWords.at(text, at, to) ?? unitWords.at(text, at + 1, to);
    return hyphen ? { end: hyphen.end, unit: hyphen.value, hyphenated: true } : null;
  }
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  const match = unitWords.at(text, gap, to);
  if (!match || !unitFits(text, gap, match.end, gap > at)) return null;
  return { end: match.end, unit: match.value, hyphenated: false };
}

function readCurrencyAfter(
  text: string,
  at: number,
  to: number,
  scaled: boolean,
): { end: number; currency: string } | null {
  const gap = text[at] === '-' ? at + 1 : skipSpaces(text, at, Math.min(to, at + 2));
  const match = currencyAfter.at(text, gap, to);
  if (!match) return null;
  const word = text.slice(match.start, match.end);
  const sign = SIGNS.has(word);
  // `5 $12`: the sign opens the next amount.
  if (sign && isDigit(text.charCodeAt(match.end))) return null;
  if (sign && gap > at && text.slice(at, gap) === ' ' && word === '$' && !scaled) return null;
  if (word.length === 3 && currencyCodes.has(word.toUpperCase()) && word !== word.toUpperCase()) return null;
  if (
    currencyCodes.has(word) &&
    isSpace(text.charCodeAt(match.end)) &&
    isDigit(text.charCodeAt(match.end + 1)) &&
    !scaled
  )
    return null;
  if ((word === 'won' || word === 'rand' || word === 'sterling') && !scaled) return null;
  return { end: match.end, currency: match.value };
}

function readMinor(text: string, at: number, to: number): { end: number; currency: string | null } | null {
  if (text[at] === 'p' && !isLetter(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at + 1))) {
    return { end: at + 1, currency: 'GBP' };
  }
  if (text.startsWith('GBp', at) || text.startsWith('GBX', at)) return { end: at + 3, currency: 'GBP' };
  const gap = text[at] === '-' ? at + 1 : skipSpaces(text, at, Math.min(to, at + 2));
  if (text.startsWith('GBp', gap) || text.startsWith('GBX', gap)) return { end: gap + 3, currency: 'GBP' };
  const match = minorWords.at(text, gap, to);
  return match
    ? { end: match.end, currency: minorUnits.get(text.slice(match.start, match.end).toLowerCase()) ?? null }
    : null;
}

function readTail(text: string, at: number, to: number, ahead: Ahead): Tail | null {
  const money = ahead.currency !== null && !ahead.loose;
  const minor = readMinor(text, at, to);
  if (minor) {
    return {
      end: minor.end,
      scale: null,
      unit: null,
      plus: false,
      currency: minor.currency,
      minor: true,
      hyphenated: false,
    };
  }
  const scale = readScale(text, at, to, money);
  if (!scale) return null;
  let end = scale.end;
  let plus = plusAt(text, end);
  if (plus) end += 1;
  let currency: string | null = null;
  const unit = money ? null : readUnit(text, end, to);
  if (unit) end = unit.end;
  else if (!money) {
    const after = readCurrencyAfter(text, end, to, scale.scale !== null);
    if (after) {
      end = after.end;
      currency = after.currency;
    }
  }
  if (!plus && plusAt(text, end)) {
    plus = true;
    end += 1;
  }
  if (!unit && !currency && scale.scale === null && isLetter(text.charCodeAt(at))) return null;
  return {
    end,
    scale: scale.scale,
    unit: unit?.unit ?? null,
    plus,
    currency,
    minor: false,
    hyphenated: unit?.hyphenated ?? false,
  };
}

function plusAt(text: string, at: number): boolean {
  if (text[at] !== '+') return false;
  const next = text.charCodeAt(at + 1);
  return !isDigit(next) && !(isAsciiLetter(next) && !isAsciiLetter(text.charCodeAt(at + 2)));
}

const PER_WORDS = new Set(['per', 'a', 'an', 'each', 'pro']);
const PER_PERIODS = new Set([
  'year',
  'month',
  'quarter',
  'week',
  'day',
  'share',
  'barrel',
  'tonne',
  'ton',
  'ounce',
  'pound',
  'unit',
  'user',
  'seat',
  'annum',
  'mcf',
  'mmbtu',
  'bbl',
  'kg',
  'gallon',
  'hour',
  'head',
  'ads',
]);

/** `/month`, `per share`, `a share`: what one unit of the value is per. */
function readPer(text: string, at: number, to: number): { end: number; per: string } | null {
  if (text[at] === '/' && isLetter(text.charCodeAt(at + 1))) {
    const end = wordEnd(text, at + 1, to);
    return { end, per: text.slice(at + 1, end).toLowerCase() };
  }
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  if (gap === at) return null;
  const opener = wordEnd(text, gap, Math.min(to, gap + 5));
  const word = text.slice(gap, opener).toLowerCase();
  if (!PER_WORDS.has(word) || !isSpace(text.charCodeAt(opener))) return null;
  const per = perPhrase(text, opener + 1, to, word === 'per' || word === 'pro');
  return per && /^\s(?:ago|earlier|before|later|from now)\b/.test(text.slice(per.end, per.end + 10)) ? null : per;
}

function perPhrase(text: string, at: number, to: number, any: boolean): { end: number; per: string } | null {
  let end = at;
  for (let words = 0; words < 4; words += 1) {
    const next = wordEnd(text, end, to);
    if (next === end) return null;
    const phrase = text.slice(at, next).toLowerCase();
    const last = text.slice(end, next).toLowerCase();
    if (perShareWords.has(last)) return { end: next, per: phrase };
    if (words === 0 && PER_PERIODS.has(last)) return { end: next, per: last };
    if (
      words === 0 &&
      any &&
      !['basic', 'diluted', 'common', 'ordinary', 'class', 'weighted', 'depositary', 'american'].includes(last)
    ) {
      return { end: next, per: last };
    }
    if (!isSpace(text.charCodeAt(next))) return null;
    end = next + 1;
  }
  return null;
}

function scaleBehind(text: string, at: number, to: number): boolean {
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  return gap > at && scaleWords.at(text, gap, to) !== null;
}

/** Reads the part whose first digit is at `digits`; null where the digits belong to a name. */
export function readPart(text: string, digits: number, from: number, to: number, european: boolean): Part | null {
  const number = readNumber(text, digits, to, european);
  if (!number) return null;
  const ahead = readAhead(text, digits, from);
  let end = number.end;
  let negative = ahead.sign === '-';
  const closes = ahead.paren !== null && text[end] === ')';
  if (closes && (ahead.paren === 'inside' || ahead.sign === null)) {
    if (ahead.paren === 'inside') {
      negative = true;
      end += 1;
    }
  }
  // "($3.2) million": the scale stands behind the parentheses.
  const split = closes && ahead.paren === 'around' && ahead.currency !== null && scaleBehind(text, end + 1, to);
  if (split) {
    negative = true;
    end += 1;
  }
  const tail = readTail(text, end, to, ahead);
  if (!tail) return null;
  if (ahead.paren === 'inside' && !closes && text[tail.end] === ')') negative = true;
  const currency = ahead.loose && !tail.minor ? null : (ahead.currency ?? tail.currency);
  const start = ahead.loose && !tail.minor ? digits : ahead.start - (split ? 1 : 0);
  const per =
    tail.unit === null || tail.unit.unit === 'energy' || tail.unit.unit === 'volume'
      ? readPer(text, tail.end, to)
      : null;
  let last = tail.end;
  if (per && (currency !== null || tail.minor)) last = per.end;
  return {
    start,
    end: last,
    digits,
    number,
    value: number.value,
    negative,
    sign: ahead.sign,
    currency,
    minor: tail.minor,
    scale: tail.scale,
    unit: tail.unit,
    plus: tail.plus,
    per: last === tail.end ? null : (per?.per ?? null),
    hyphenated: tail.hyphenated,
  };
}
