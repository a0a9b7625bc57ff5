/** What stands directly ahead of a number: sign, currency, a scale said with the currency (`EURm`), a bound between them. */
import { isAsciiLetter, isDigit, isHan, isLetter, isSpace, skipSpacesBack, wordStart } from '../lexicon/characters';
import { currencyBefore, currencyCodes, longestHanCurrency, moneyPrefixes, moneySuffixes } from '../lexicon/lexicon';

export type Sign = '+' | '-' | '±';

export interface Ahead {
  readonly start: number;
  readonly currency: string | null;
  readonly sign: Sign | null;
  /** Inside parentheses that open between currency and digits, or around both. */
  readonly paren: 'inside' | 'around' | null;
  /** The currency is a bare country prefix one space away (`AU 18 cents`): it counts only before a minor unit. */
  readonly loose: boolean;
  /** Power of ten said with the currency: `TEUR 4,512`, `EURm 450`. */
  readonly scale: number | null;
  /** A mark between currency and digits: `INR ~6,582`, `$>5`. */
  readonly mark: string | null;
}

export const SIGNS: ReadonlySet<string> = new Set([
  '$',
  '€',
  '£',
  '¥',
  '￥',
  '₹',
  '₩',
  '₽',
  '₺',
  '₪',
  '฿',
  '₫',
  '₴',
  '₱',
  '₦',
  '￡',
]);
const LOOSE_PREFIXES = new Set(['US', 'AU', 'RM', 'Fr', 'kr', 'Fr.']);
const MARKS = '~≈∼～<>≤≥';
/** Ideographs behind which a dash joins (a year, a unit, a name) instead of saying minus. */
const JOINING_HAN = '年月日号號季度第代期周亿億万萬千元吨噸倍人个個家台型款级級版';
/** Ideographs behind which a minus may stand apart: "为 - 249 亿元". */
const SAYING_HAN = '为為是约約达達到至计計';

export interface Money {
  readonly start: number;
  readonly currency: string;
  readonly loose: boolean;
  readonly scale: number | null;
}

/** `Mkr`, `Mdkr`: kronor as Swedish and Norwegian reports write them. */
const KRONOR: ReadonlyMap<string, number> = new Map([
  ['tkr', 3],
  ['mkr', 6],
  ['mnkr', 6],
  ['mdkr', 9],
]);

/** `TEUR`, `MUSD`, `kEUR`, `EURm`, `USDbn`, `Mkr`: a currency with its scale in one word. */
export function scaledCurrency(word: string): { currency: string; scale: number } | null {
  const kronor = KRONOR.get(word.toLowerCase());
  if (kronor !== undefined) return { currency: currencyBefore.get('kr') ?? 'SEK', scale: kronor };
  if (word.length < 4 || word.length > 6) return null;
  const last = word.slice(-3);
  const first = word.slice(0, 3);
  const ahead = moneyPrefixes.get(word.slice(0, -3));
  if (ahead !== undefined && currencyCodes.has(last)) return { currency: last, scale: ahead };
  const behind = moneySuffixes.get(word.slice(3));
  return behind !== undefined && currencyCodes.has(first) ? { currency: first, scale: behind } : null;
}

function signMoney(text: string, end: number, from: number): Money | null {
  const letters = wordStart(text, end - 1, Math.max(from, end - 5));
  const code = text.slice(letters, end - 1);
  const whole = currencyBefore.get(text.slice(letters, end)) ?? (currencyCodes.has(code) ? code : undefined);
  if (whole) return { start: letters, currency: whole, loose: false, scale: null };
  // `FX$`: what stands against the sign is no country; the sign alone counts.
  const currency = currencyBefore.get(text[end - 1] ?? '');
  return currency ? { start: end - 1, currency, loose: false, scale: null } : null;
}

function hanMoney(text: string, end: number, from: number): Money | null {
  for (let length = Math.min(longestHanCurrency, end - from); length >= 2; length -= 1) {
    const currency = currencyBefore.get(text.slice(end - length, end));
    // "美元兑人民币 7.25" is a rate, not an amount.
    if (currency && '兑兌对對'.includes(text[end - length - 1] ?? ' ')) return null;
    if (currency) return { start: end - length, currency, loose: false, scale: null };
  }
  return null;
}

/** `€m 450`, `US$ million 45`, `EUR m 450`: the scale stands between currency and number. */
function scaleBetween(text: string, start: number, word: string, from: number): Money | null {
  const scale = moneySuffixes.get(word);
  if (scale === undefined) return null;
  const before = skipSpacesBack(text, start, Math.max(from, start - 1));
  const money = before > from && before <= start ? currencyEndingAt(text, before, from, false) : null;
  return money && money.scale === null && !money.loose ? { ...money, scale } : null;
}

/** The currency whose last character is at `end - 1`. */
function currencyEndingAt(text: string, end: number, from: number, spaced: boolean): Money | null {
  const last = text[end - 1];
  if (last === undefined || end <= from) return null;
  if (SIGNS.has(last)) return signMoney(text, end, from);
  if (isHan(last.charCodeAt(0))) return hanMoney(text, end, from);
  const dot = last === '.' ? 1 : 0;
  if (!isLetter(text.charCodeAt(end - 1 - dot))) return null;
  const start = wordStart(text, end - dot, Math.max(from, end - 9));
  const word = text.slice(start, end);
  // "USD/JPY 162" is a rate, not an amount of yen.
  if (text[start - 1] === '/' && start - 1 > from && isLetter(text.charCodeAt(start - 2))) return null;
  const currency = currencyBefore.get(word);
  if (currency) return { start, currency, loose: spaced && LOOSE_PREFIXES.has(word), scale: null };
  const scaled = scaledCurrency(word);
  if (scaled) return { start, ...scaled, loose: false };
  return spaced ? scaleBetween(text, start, word, from) : null;
}

function isMinus(char: string | undefined): boolean {
  return char === '-' || char === '−' || char === '–';
}

/** What may stand before the word for minus: "为负2.3亿元", not "背负3亿元". */
const BEFORE_HAN_MINUS = /[为為是至到约約达達计計：:（(，,、\s]$/;

function signAt(text: string, at: number, from: number): Sign | null {
  const char = text[at];
  if ((char === '负' || char === '負') && at >= from)
    return at === from || BEFORE_HAN_MINUS.test(text[at - 1] ?? '') ? '-' : null;
  if (char === '+' || char === '±') {
    return char === '+' && at > from && isAsciiLetter(text.charCodeAt(at - 1)) ? null : char;
  }
  if (at < from || !isMinus(char)) return null;
  if (at === from) return '-';
  const before = text.charCodeAt(at - 1);
  const tight = text[at - 1] ?? '';
  if (isHan(before)) return JOINING_HAN.includes(tight) ? null : '-';
  if (isLetter(before) || isDigit(before)) return null;
  if (char === '−' || SIGNS.has(tight)) return '-';
  if (char === '-') return isSpace(before) || '(~[{\t\n|:,;/“"\'‘≈<>=→、，：；'.includes(tight) ? '-' : null;
  // A dash is a sign only where it touches the number and a space parts it from the word before.
  return (isSpace(before) || '(\t\n|~'.includes(tight)) && followsNumberWord(text, at, from) ? '-' : null;
}

function followsNumberWord(text: string, at: number, from: number): boolean {
  const end = skipSpacesBack(text, at, from);
  return end === from || !isDigit(text.charCodeAt(end - 1));
}

/** "为 - 249 亿元", a cell that holds "- 249": a minus that stands apart; -1 where there is none. */
function apartMinus(text: string, start: number, from: number, cell: boolean): number {
  const end = skipSpacesBack(text, start, Math.max(from, start - 2));
  if (end === start || end <= from || !isMinus(text[end - 1])) return -1;
  const lead = skipSpacesBack(text, end - 1, Math.max(from, end - 3));
  if (lead === from) return cell ? end - 1 : -1;
  return SAYING_HAN.includes(text[lead - 1] ?? ' ') ? end - 1 : -1;
}

const NOTHING = { currency: null, sign: null, paren: null, loose: false, scale: null, mark: null } as const;

/** `$(12`: the parenthesis opens between currency and digits. */
function insideParens(text: string, open: number, from: number): Ahead | null {
  const end = skipSpacesBack(text, open, from);
  if (!SIGNS.has(text[end - 1] ?? '')) return null;
  const money = currencyEndingAt(text, end, from, false);
  return money ? { ...NOTHING, start: money.start, currency: money.currency, paren: 'inside' } : null;
}

function moneyAhead(text: string, probe: number, from: number): Money | null {
  const tight = currencyEndingAt(text, probe, from, false);
  if (tight) return tight;
  const spaces = skipSpacesBack(text, probe, Math.max(from, probe - 2));
  return spaces < probe ? currencyEndingAt(text, spaces, from, true) : null;
}

/** What stands directly ahead of the digits at `digits`: currency and sign, in either order, and parentheses. */
export function readAhead(text: string, digits: number, from: number, cell: boolean): Ahead {
  let sign = signAt(text, digits - 1, from);
  if (!sign && text[digits - 1] === '(' && digits - 1 > from) {
    const inside = insideParens(text, digits - 1, from);
    if (inside) return inside;
  }
  const marked = !sign && digits - 1 > from && MARKS.includes(text[digits - 1] ?? ' ');
  const probe = sign || marked ? digits - 1 : digits;
  const money = moneyAhead(text, probe, from);
  let start = sign ? probe : digits;
  if (money) {
    start = money.start;
    const outer = sign ? null : signAt(text, start - 1, from);
    if (outer) start -= 1;
    sign ??= outer;
  }
  if (!sign) {
    const apart = apartMinus(text, start, from, cell);
    if (apart >= 0) [sign, start] = ['-', apart];
  }
  return {
    start,
    sign,
    currency: money?.currency ?? null,
    paren: text[start - 1] === '(' ? 'around' : null,
    loose: money?.loose ?? false,
    scale: money?.scale ?? null,
    mark: marked && money && !money.loose ? (text[digits - 1] ?? null) : null,
  };
}
