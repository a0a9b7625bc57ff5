/** What stands directly behind a number: scale, unit, currency, hundredths of a currency, an open plus. */
import type { Ahead } from './ahead';
import { scaledCurrency, SIGNS } from './ahead';
import { isAsciiLetter, isDigit, isHan, isLetter, isSpace, skipSpaces, wordEnd } from '../lexicon/characters';
import {
  attachedScales,
  creditNouns,
  currencyAfter,
  currencyCodes,
  currencyBefore,
  durationDress,
  hanUnits,
  minorUnits,
  minorWords,
  moneyPrefixes,
  moneySuffixes,
  scaleWords,
  type UnitEntry,
  unitWords,
} from '../lexicon/lexicon';
import { DURATIONS } from '../../../base/unit';

export interface Tail {
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
const MORE = '多余餘';

interface Scale {
  readonly end: number;
  readonly scale: number | null;
  readonly more: boolean;
}

const none = (end: number): Scale => ({ end, scale: null, more: false });

/** Whether one digit behind a word is a note's, raised once and flat now: `$12.5bn2`, not `5G2` or `3x2.5`. */
function noteDigit(text: string, at: number): boolean {
  return /^[1-9]\d?(?![\w.,%])|^[1-9][.,](?!\d)/.test(text.slice(at, at + 4));
}

function attachedScale(text: string, at: number, letters: number, money: boolean): Scale | null {
  const run = text.slice(at, letters);
  const scale = attachedScales.get(run);
  if (scale !== undefined && !(run === 't' && !money)) {
    if (isDigit(text.charCodeAt(letters)) && !(money && noteDigit(text, letters))) return null;
    return { end: letters, scale, more: false };
  }
  return ORDINALS.has(run) ? null : none(at);
}

/** "30多亿", "500余万", "30万多亿": more than is said, wherever the word stands among the scales. */
function hanScale(text: string, at: number, to: number): Scale {
  let end = skipSpaces(text, at, Math.min(to, at + 2));
  let scale = 0;
  let more = false;
  for (let rounds = 0; rounds < 4; rounds += 1) {
    if (MORE.includes(text[end] ?? ' ') && isHan(text.charCodeAt(end + 1))) {
      more = true;
      end += 1;
      continue;
    }
    const word = scaleWords.at(text, end, to);
    if (!word || !isHan(text.charCodeAt(end)) || (text[end] === '百' && text[end + 1] === '分')) break;
    if (scale > 0 && !((word.value === 4 || word.value === 8) && scale < word.value)) break;
    scale += word.value;
    end = word.end;
  }
  if (scale > 0) return { end, scale, more };
  return more ? { end, scale: null, more } : none(at);
}

/** A scale against the digits or one word on; null where the letters against the digits make a name of them. */
function readScale(text: string, at: number, to: number, money: boolean): Scale | null {
  const letters = wordEnd(text, at, Math.min(to, at + 12));
  if (letters > at) return attachedScale(text, at, letters, money);
  const gap = text[at] === '-' ? at + 1 : skipSpaces(text, at, Math.min(to, at + 2));
  if (isHan(text.charCodeAt(gap))) return hanScale(text, at, to);
  if (gap === at) return none(at);
  const word = scaleWords.at(text, gap, to);
  if (word && (money || !NEED_MONEY.has(text.slice(word.start, word.end).toLowerCase()))) {
    return { end: dotAfter(text, word.end), scale: word.value, more: false };
  }
  if (money && gap > at) {
    const end = wordEnd(text, gap, Math.min(to, gap + 4));
    const letter = text.slice(gap, end);
    const scale = SPACED_LETTERS.has(letter) ? attachedScales.get(letter) : undefined;
    if (scale !== undefined && end > gap) return { end, scale, more: false };
  }
  return none(at);
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
  if (word === 'x' || word === 'X' || word === '×') {
    const next = skipSpaces(text, end, end + 2);
    // "45X credits": a section of the tax code.
    if (word === 'X' && creditNouns.has(text.slice(next, wordEnd(text, next, next + 14)).toLowerCase())) return false;
    return !spaced || next === end || !isDigit(text.charCodeAt(next));
  }
  if (word === 'mal' || word === 'ans' || word === 'mt' || word === 'MT' || word.startsWith('t ')) return spaced;
  if (word === 'BP' && spaced) return false;
  return true;
}

/** Words that begin with a unit's ideograph and are none: 成本, 点评, 分析. */
export function hanUnitFits(text: string, digits: number, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const next = text[end] ?? '';
  if (word === '成') return !'本为為立员員长長功果交分熟品都因份绩績'.includes(next) || next === '';
  if (word === '点' || word === '點') return start - digits >= 3 && !'评評击擊半'.includes(next);
  if (word === '分') return !'析之红紅别別布部公类類拆配子享'.includes(next) || next === '';
  return true;
}

interface UnitTail {
  readonly end: number;
  readonly unit: UnitEntry;
  readonly hyphenated: boolean;
}

/** "30 trading days", "30-trading-day", "5 consecutive quarters": a word stands between number and length. */
function dressedDuration(text: string, gap: number, to: number): UnitTail | null {
  const end = wordEnd(text, gap, Math.min(to, gap + 12));
  if (end === gap || !durationDress.has(text.slice(gap, end).toLowerCase())) return null;
  if (text[end] !== ' ' && text[end] !== '-') return null;
  const unit = unitWords.at(text, end + 1, to);
  return unit && DURATIONS.has(unit.value.unit)
    ? { end: unit.end, unit: unit.value, hyphenated: text[gap - 1] === '-' }
    : null;
}

function readUnit(text: string, digits: number, at: number, to: number): UnitTail | null {
  const first = text.charCodeAt(at);
  if (isHan(first) || (isSpace(first) && isHan(text.charCodeAt(at + 1)))) {
    const gap = skipSpaces(text, at, Math.min(to, at + 2));
    const money = currencyAfter.at(text, gap, to);
    const match = hanUnits.at(text, gap, to);
    if (!match || (money && money.end > match.end) || !hanUnitFits(text, digits, match.start, match.end)) return null;
    return { end: match.end, unit: match.value, hyphenated: false };
  }
  if (text[at] === '-') {
    const hyphen = unitWords.at(text, at, to) ?? unitWords.at(text, at + 1, to);
    if (hyphen) return { end: hyphen.end, unit: hyphen.value, hyphenated: true };
    return dressedDuration(text, at + 1, to);
  }
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  const match = unitWords.at(text, gap, to);
  if (!match) return gap > at ? dressedDuration(text, gap, to) : null;
  if (!unitFits(text, gap, match.end, gap > at)) return null;
  // "同比+1.2pct": behind Chinese words it is short for 百分点.
  if (
    text.slice(gap, match.end) === 'pct' &&
    /[\u3400-\u9fff][+\-−]?$/.test(text.slice(Math.max(0, digits - 2), digits))
  )
    return { end: match.end, unit: { unit: 'percentage_points', exponent: 0 }, hyphenated: false };
  return { end: match.end, unit: match.value, hyphenated: false };
}

interface MoneyTail {
  readonly end: number;
  readonly currency: string;
  readonly scale: number | null;
}

/** `50 MUSD`, `450 k€`, `125 USD million`, `4.5 EUR bn`, `12 €m`: scale and currency in one or in this order. */
function scaledMoney(text: string, at: number, to: number): MoneyTail | null {
  const gap = skipSpaces(text, at, Math.min(to, at + 2));
  const letters = wordEnd(text, gap, Math.min(to, gap + 7));
  const word = text.slice(gap, letters);
  const joined = scaledCurrency(word);
  if (joined && !isDigit(text.charCodeAt(letters))) return { end: letters, ...joined };
  const prefix = moneyPrefixes.get(word);
  const sign = text[letters] ?? '';
  if (prefix !== undefined && SIGNS.has(sign) && !isDigit(text.charCodeAt(letters + 1)))
    return { end: letters + 1, currency: currencyBefore.get(sign) ?? 'USD', scale: prefix };
  const code = currencyCodes.has(word) ? word : null;
  const signed = word === '' && SIGNS.has(text[gap] ?? '') ? (currencyBefore.get(text[gap] ?? '') ?? null) : null;
  const currency = code ?? signed;
  if (!currency) return null;
  const end = code ? letters : gap + 1;
  const behind = skipSpaces(text, end, Math.min(to, end + 2));
  const stop = wordEnd(text, behind, Math.min(to, behind + 9));
  const scale = moneySuffixes.get(text.slice(behind, stop));
  return scale === undefined || isDigit(text.charCodeAt(stop)) ? null : { end: stop, currency, scale };
}

function readCurrencyAfter(text: string, at: number, to: number, scaled: boolean): MoneyTail | null {
  const gap = text[at] === '-' ? at + 1 : skipSpaces(text, at, Math.min(to, at + 2));
  const match = currencyAfter.at(text, gap, to);
  if (!match) return null;
  const word = text.slice(match.start, match.end);
  const sign = SIGNS.has(word);
  const next = text.charCodeAt(match.end);
  // `5 $12`: the sign opens the next amount.
  if (sign && isDigit(next)) return null;
  if (sign && gap > at && text.slice(at, gap) === ' ' && word === '$' && !scaled) return null;
  if (word.length === 3 && currencyCodes.has(word.toUpperCase()) && word !== word.toUpperCase()) return null;
  // "USD/JPY": a pair of currencies, not what the number before it is in.
  if (currencyCodes.has(word) && text[match.end] === '/' && isAsciiLetter(text.charCodeAt(match.end + 1))) {
    if (currencyCodes.has(text.slice(match.end + 1, match.end + 4))) return null;
  }
  if (currencyCodes.has(word) && isSpace(next) && isDigit(text.charCodeAt(match.end + 1)) && !scaled) return null;
  if ((word === 'won' || word === 'rand' || word === 'sterling') && !scaled) return null;
  return { end: match.end, currency: match.value, scale: null };
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

const NOTE_MARK =
  /(?:\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁰⁴-⁹]{1,3})(?=\s?(?:%|million|billion|trillion|thousand|bn\b|mn\b|m\b))/y;

/** `$310(1) million`: a note's mark between the number and its scale. */
function pastNote(text: string, at: number): number {
  NOTE_MARK.lastIndex = at;
  return NOTE_MARK.test(text) ? NOTE_MARK.lastIndex : at;
}

/** The 元 behind an amount whose currency stands ahead of it: "新台幣 1,234 億元". */
function pastHanMoney(text: string, at: number): number {
  return '元圆圓'.includes(text[at] ?? ' ') ? at + 1 : at;
}

function plusAt(text: string, at: number): boolean {
  if (text[at] !== '+') return false;
  const next = text.charCodeAt(at + 1);
  return !isDigit(next) && !(isAsciiLetter(next) && !isAsciiLetter(text.charCodeAt(at + 2)));
}

/** Reads what stands behind the number that ends at `from`; null where the letters against it make a name. */
export function readTail(text: string, digits: number, from: number, to: number, ahead: Ahead): Tail | null {
  const money = ahead.currency !== null && !ahead.loose;
  const at = pastNote(text, from);
  const minor = readMinor(text, at, to);
  if (minor) return { ...minor, scale: null, unit: null, plus: false, minor: true, hyphenated: false };
  const own = money ? null : scaledMoney(text, at, to);
  const scale = own ?? readScale(text, at, to, money);
  if (!scale) return null;
  let end = scale.end;
  let plus = plusAt(text, end) || ('more' in scale && scale.more);
  if (plusAt(text, end)) end += 1;
  const unit = money || own ? null : readUnit(text, digits, end, to);
  const after = own ?? (money || unit ? null : readCurrencyAfter(text, end, to, scale.scale !== null));
  end = unit?.end ?? (own ? end : (after?.end ?? end));
  if (money && scale.scale !== null) end = pastHanMoney(text, end);
  if (!plus && plusAt(text, end)) {
    plus = true;
    end += 1;
  }
  if (!unit && !after && scale.scale === null && isLetter(text.charCodeAt(at))) return null;
  return {
    end,
    scale: scale.scale,
    unit: unit?.unit ?? null,
    plus,
    currency: after?.currency ?? null,
    minor: false,
    hyphenated: unit?.hyphenated ?? false,
  };
}
