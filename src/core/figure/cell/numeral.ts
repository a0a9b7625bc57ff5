/**
 * The number of a cell by the locale of its table. Strict on purpose: digits become a number only if writing the number
 * back in the same style gives the same text; everything else stays text and says why.
 */
import type { DecimalString } from '../model';
import type { Locale } from './cell';

export interface Numeral {
  /** Exact, without sign. */
  readonly value: DecimalString;
  /** Printed places behind the decimal mark; negative for `1.5E+06`. */
  readonly places: number;
}

export type NumeralReading = Numeral | { readonly doubt: string };

/** Longer runs of digits are account numbers, keys or noise. */
const LONGEST = 24;
const SPACES = '[ \u00a0\u2009\u202f]';
const PLAIN = /^\d+$/;
const SHAPE: Readonly<Record<Locale, RegExp>> = {
  point: new RegExp(`^(\\d[\\d,'’]*(?:${SPACES}\\d{3})*)?(?:\\.(\\d+))?$`, 'u'),
  comma: new RegExp(`^(\\d[\\d.'’]*(?:${SPACES}\\d{3})*)?(?:,(\\d+))?$`, 'u'),
};
const SCIENTIFIC: Readonly<Record<Locale, RegExp>> = {
  point: /^(\d(?:\.(\d+))?)[eE]([+-]?\d{1,2})$/,
  comma: /^(\d(?:,(\d+))?)[eE]([+-]?\d{1,2})$/,
};
const DECIMAL_MARK: Readonly<Record<Locale, string>> = { point: '.', comma: ',' };
const OTHER: Readonly<Record<Locale, string>> = { point: '1.234,5', comma: '1,234.5' };

/** Reads unsigned digits, the whole of `text`; null where they are not shaped like a number at all. */
export function readNumeral(text: string, locale: Locale): NumeralReading | null {
  const read = readIn(text, locale);
  if (read !== null && !('doubt' in read)) return read;
  const other = readIn(text, locale === 'point' ? 'comma' : 'point');
  const isOther = other !== null && !('doubt' in other);
  return isOther ? { doubt: `Written like ${OTHER[locale]}, unlike the rest.` } : read;
}

function readIn(text: string, locale: Locale): NumeralReading | null {
  if (text.length <= 15 && PLAIN.test(text)) {
    return text.length > 1 && text.startsWith('0') ? leadingZero : { value: text, places: 0 };
  }
  const match = SHAPE[locale].exec(text);
  if (match === null || text === '') return scientific(text, locale);
  const [, printed = '', fraction = ''] = match;
  const whole = printed.replaceAll(/\D/g, '');
  if (whole.length > LONGEST || fraction.length > LONGEST) return { doubt: 'Too many digits: an identifier?' };
  if (whole.length > 1 && whole.startsWith('0')) return leadingZero;
  if (writeBack(printed, whole, fraction, locale) !== text) {
    return { doubt: 'Its digits are not grouped as those of a number are.' };
  }
  const value = trimmed(whole, fraction);
  return { value, places: fraction.length };
}

const leadingZero = { doubt: 'Leading zeros would be lost: an identifier?' } as const;

function trimmed(whole: string, fraction: string): DecimalString {
  const tail = fraction.endsWith('0') ? fraction.replace(/0+$/, '') : fraction;
  return tail === '' ? whole || '0' : `${whole || '0'}.${tail}`;
}

/** The number in the style of the cell: its own mark between groups, its own places. */
function writeBack(printed: string, whole: string, fraction: string, locale: Locale): string {
  const mark = /\D/u.exec(printed)?.[0] ?? '';
  const indian = mark === ',' && /^\d{1,2}(?:,\d\d)+,\d{3}$/.test(printed);
  const tail = fraction === '' ? '' : `${DECIMAL_MARK[locale]}${fraction}`;
  return `${group(whole, mark, indian)}${tail}`;
}

function group(whole: string, mark: string, indian: boolean): string {
  if (mark === '') return whole;
  if (!indian) return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, mark);
  return `${whole.slice(0, -3).replaceAll(/\B(?=(?:\d\d)+$)/g, mark)}${mark}${whole.slice(-3)}`;
}

function scientific(text: string, locale: Locale): Numeral | null {
  const match = SCIENTIFIC[locale].exec(text);
  if (match === null) return null;
  const [, mantissa = '', fraction = '', power = '0'] = match;
  const exponent = Number(power);
  const digits = mantissa.replaceAll(/\D/g, '');
  return { value: shiftDigits(digits, exponent - fraction.length), places: fraction.length - exponent };
}

/** `digits × 10^power` in plain notation. */
function shiftDigits(digits: string, power: number): DecimalString {
  const padded = power >= 0 ? digits + '0'.repeat(power) : digits.padStart(1 - power, '0');
  const cut = power >= 0 ? padded.length : padded.length + power;
  const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  return trimmed(whole, padded.slice(cut));
}

/** Marks of grouping that no locale takes for decimals. */
const OTHER_GROUPS = /(?<=\d)['’ \u00a0\u2009\u202f](?=\d{3}(?!\d))/gu;

/** Votes of one cell for a locale: what it can only be read in; null where it says nothing. */
export function localeVote(text: string): Locale | null {
  const joined = text.replaceAll(OTHER_GROUPS, '');
  const core = /\d[\d.,]*\d/.exec(joined)?.[0];
  if (core === undefined || !/[.,]/.test(core)) return null;
  const point = core.lastIndexOf('.');
  const comma = core.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const at = Math.max(point, comma);
  const mark = core.charAt(at);
  const repeated = core.indexOf(mark) !== at;
  // Where an apostrophe or a space parts the groups, the mark behind them parts the decimals.
  if (joined !== text && !repeated) return mark === '.' ? 'point' : 'comma';
  if (repeated) return mark === ',' ? 'point' : 'comma';
  // One mark with three digits behind it may be either; led by a zero or by more than three it can only be decimal.
  const isGroup = core.length - at - 1 === 3 && at <= 3 && !core.startsWith('0');
  if (isGroup) return null;
  return mark === '.' ? 'point' : 'comma';
}
