/**
 * Figures as a person types and reads them: a value in a grid cell (`~43.2`, `60–70`, `(2.5)`), the scale that suits
 * it, and the whole figure (`$37.6B`, `50–100 bps`). Formatting and then parsing gives the same reading back.
 */
import currencyData from '../../../../resources/lexicon/currencies.json';
import { absolute, compare, isNegative, negate, shift } from './decimal';
import type { DecimalString, Qualifier, Reading, Unit } from '../model';
import { readNumber } from './number';
import { readQuantities } from './quantity';
import { UNIT_TAILS } from './unit-tails';

/** What the cell's own columns say of the value typed in it. */
export interface ValueContext {
  readonly unit: Unit;
  /** Power of ten the value is written in: 9 for "bn". */
  readonly scale: number;
  readonly currency: string | null;
}

export interface TypedValue {
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly qualifier: Qualifier;
  readonly approximate: boolean;
  readonly strict: boolean;
  readonly direction: 'up' | 'down' | null;
  readonly lowExponent: number;
  readonly highExponent: number;
}

export interface TypedValueError {
  readonly error: { readonly code: 'E_VALUE_EMPTY' | 'E_VALUE_UNREADABLE' | 'E_VALUE_ORDER'; readonly message: string };
}

/** What a value needs of a reading to be written. */
export type ValueReading = Pick<
  Reading,
  'low' | 'high' | 'qualifier' | 'approximate' | 'strict' | 'lowExponent' | 'highExponent'
> & {
  readonly direction?: Reading['direction'];
};

interface Mark {
  readonly qualifier: Qualifier;
  readonly strict: boolean;
}

const LEADS: readonly (readonly [RegExp, Mark])[] = [
  [/^(?:>=|≥|at least |min\.? )\s*/i, { qualifier: 'at-least', strict: false }],
  [/^(?:>|more than |over |above )\s*/i, { qualifier: 'at-least', strict: true }],
  [/^(?:<=|≤|at most |max\.? )\s*/i, { qualifier: 'at-most', strict: false }],
  [/^(?:<|less than |under |below )\s*/i, { qualifier: 'at-most', strict: true }],
  [/^up to\s*/i, { qualifier: 'up-to', strict: false }],
];
const APPROXIMATE = /^(?:~|≈|c\.\s?|ca\.\s?|about |around |roughly )\s*/i;

interface PrintedEnd {
  readonly value: DecimalString;
  readonly exponent: number;
  readonly plus: boolean;
}

/** A bare number with an optional sign or parentheses, the whole of `text`. */
function plainNumber(text: string, scale: number): PrintedEnd | null {
  const inner = /^\((.*)\)$/.exec(text);
  const body = (inner?.[1] ?? text).trim();
  const sign = /^([+\-−–])?\s*/.exec(body);
  const start = sign?.[0].length ?? 0;
  const first = body.startsWith('.', start) ? `0${body.slice(start)}` : body.slice(start);
  if (!/^\d/.test(first)) return null;
  const number = readNumber(first, 0, first.length, { european: false, money: false, cell: false, from: 0 });
  if (!number || number.end !== first.length) return null;
  const negative = inner !== null || (sign?.[1] !== undefined && sign[1] !== '+');
  const value = shift(number.value, scale);
  return { value: negative ? negate(value) : value, exponent: scale - number.places, plus: sign?.[1] === '+' };
}

function unreadable(text: string): TypedValueError {
  return {
    error: {
      code: 'E_VALUE_UNREADABLE',
      message: `“${text}” is not a value. Type a number such as 37.6, ~43.2, 60–70, >15, up to 25 or (2.5).`,
    },
  };
}

/** `$37.6B` or `12 bps` typed whole: read as prose, as long as it is one quantity of the cell's own kind. */
function asProse(text: string, context: ValueContext): TypedValue | TypedValueError {
  const [found, other] = readQuantities(text, { cell: true });
  if (!found || other || found.start > 0 || found.end < text.trimEnd().length) return unreadable(text);
  const bare = found.unit === 'count' || found.unit === 'other';
  const money = found.unit === 'money' || found.unit === 'per_share';
  const fits =
    bare || found.unit === context.unit || (money && (context.unit === 'money' || context.unit === 'per_share'));
  if (!fits) return unreadable(text);
  return {
    low: found.low,
    high: found.high,
    qualifier: found.qualifier,
    approximate: found.approximate,
    strict: found.strict,
    direction: found.direction,
    lowExponent: found.lowExponent,
    highExponent: found.highExponent,
  };
}

const RANGE = /^(\(.+\)|[+\-−–]?\s*[\d.,'’  ]+?)\s*(?:–|—|-|\bto\b)\s*(\(.+\)|[+−]?\s*[\d.,'’  ]+)$/;

function rangeOf(body: string, scale: number): readonly [PrintedEnd, PrintedEnd] | null {
  const match = RANGE.exec(body);
  const low = match?.[1] ? plainNumber(match[1].trim(), scale) : null;
  const high = match?.[2] ? plainNumber(match[2].trim(), scale) : null;
  return low && high ? [low, high] : null;
}

/**
 * Reads what an analyst typed in a cell whose scale, unit and currency stand in its own columns: `37.6`, `~43.2`,
 * `60–70`, `>15`, `(2.5)`, `1,234.5`, `up to 25`, `20+`; also a whole figure (`$37.6B`). Values come in base units.
 */
export function parseTypedValue(text: string, context: ValueContext): TypedValue | TypedValueError {
  const whole = text.trim();
  if (whole === '')
    return { error: { code: 'E_VALUE_EMPTY', message: 'Type a number, or delete the figure instead.' } };
  if (whole.length > 200) return unreadable(`${whole.slice(0, 40)}…`);
  const approximate = APPROXIMATE.test(whole);
  let body = whole.replace(APPROXIMATE, '');
  let mark: Mark = { qualifier: 'none', strict: false };
  for (const [pattern, given] of LEADS) {
    if (!pattern.test(body)) continue;
    mark = given;
    body = body.replace(pattern, '');
    break;
  }
  if (body.endsWith('+') && mark.qualifier === 'none') {
    mark = { qualifier: 'at-least', strict: false };
    body = body.slice(0, -1).trim();
  }
  const percent = context.unit === 'percent' && body.endsWith('%') ? body.replace(/\s?%/g, '') : body;
  const ends = rangeOf(percent, context.scale);
  if (ends) return typedRange(ends, approximate, mark, whole);
  const point = plainNumber(percent, context.scale);
  return point ? typedPoint(point, approximate, mark) : asProse(whole, context);
}

function typedRange(
  [low, high]: readonly [PrintedEnd, PrintedEnd],
  approximate: boolean,
  mark: Mark,
  text: string,
): TypedValue | TypedValueError {
  if (compare(low.value, high.value) > 0) {
    return {
      error: { code: 'E_VALUE_ORDER', message: `The range “${text}” runs down: put the smaller number first.` },
    };
  }
  return {
    low: low.value,
    high: high.value,
    qualifier: mark.qualifier === 'none' ? 'range' : mark.qualifier,
    approximate,
    strict: mark.strict,
    direction: low.plus || high.plus ? 'up' : null,
    lowExponent: low.exponent,
    highExponent: high.exponent,
  };
}

function typedPoint(point: PrintedEnd, approximate: boolean, mark: Mark): TypedValue {
  const openTop = mark.qualifier === 'at-least';
  const openBottom = mark.qualifier === 'at-most' || mark.qualifier === 'up-to';
  return {
    low: openBottom ? null : point.value,
    high: openTop ? null : point.value,
    qualifier: mark.qualifier === 'none' && approximate ? 'approx' : mark.qualifier,
    approximate,
    strict: mark.strict,
    direction: point.plus ? 'up' : null,
    lowExponent: point.exponent,
    highExponent: point.exponent,
  };
}

/** The number as printed: grouped, with as many places as were printed. */
function printed(value: DecimalString, exponent: number, scale: number): string {
  const [whole = '0', fraction = ''] = absolute(shift(value, -scale)).split('.');
  const places = Math.max(0, scale - exponent);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const tail = fraction.padEnd(Math.min(places, 30), '0');
  return `${isNegative(value) ? '-' : ''}${grouped}${tail ? `.${tail}` : ''}`;
}

function lead(reading: ValueReading): string {
  const blur = reading.approximate ? '~' : '';
  if (reading.qualifier === 'at-least') return blur + (reading.strict ? '>' : '≥');
  if (reading.qualifier === 'at-most') return blur + (reading.strict ? '<' : '≤');
  if (reading.qualifier === 'up-to') return `${blur}up to `;
  return blur;
}

function ends(reading: ValueReading): readonly [DecimalString, DecimalString] | null {
  const low = reading.low ?? reading.high;
  const high = reading.high ?? reading.low;
  return low === null || high === null ? null : [low, high];
}

/** The value alone, in units of ten to the `scale`, as `parseTypedValue` reads it back; empty where there is none. */
export function formatValue(reading: ValueReading, scale: number): string {
  const pair = ends(reading);
  if (!pair) return '';
  const [low, high] = pair;
  const sign = reading.direction === 'up' && !isNegative(low) ? '+' : '';
  const first = sign + printed(low, reading.low === null ? reading.highExponent : reading.lowExponent, scale);
  if (compare(low, high) === 0) return lead(reading) + first;
  const second = sign + printed(high, reading.highExponent, scale);
  const negative = isNegative(low) || isNegative(high);
  return `${lead(reading)}${first}${negative ? ' to ' : '–'}${second}`;
}

const SCALED: ReadonlySet<Unit> = new Set(['money', 'count', 'other', 'volume', 'mass', 'area', 'length', 'energy']);

/** The power of ten (0, 3, 6, 9, 12) a person would write the value in. Thousands stay plain below a million. */
export function bestScale(reading: Pick<Reading, 'low' | 'high' | 'unit'>): number {
  if (!SCALED.has(reading.unit)) return 0;
  const value = reading.low !== null && reading.low !== '0' ? reading.low : (reading.high ?? '0');
  const digits = absolute(value).split('.')[0]?.length ?? 1;
  if (digits > 12) return 12;
  if (digits > 9) return 9;
  return digits > 6 ? 6 : 0;
}

const LETTERS: Readonly<Record<number, string>> = { 0: '', 3: 'K', 6: 'M', 9: 'B', 12: 'T', 15: ' quadrillion' };
const SIGN_BY_CODE: ReadonlyMap<string, string> = new Map(
  Object.entries(currencyData.symbols)
    .reverse()
    .filter(([sign]) => sign !== '`' && !/^(?:USD|AUD|CAD|U\.S|JP|RMB|＄|￡)/.test(sign))
    .map(([sign, code]): [string, string] => [code, sign]),
);
const TAILS: Partial<Readonly<Record<Unit, string>>> = { ...UNIT_TAILS, energy: ' GWh', temperature: '°' };

function singular(tail: string, value: string): string {
  return value === '1' && tail.endsWith('s') && tail !== ' bps' ? tail.slice(0, -1) : tail;
}

/** The sign of a currency where it has one a reader knows, else its code and a space. */
export function currencySign(code: string): string {
  if (code === 'CNY') return 'CN¥';
  return SIGN_BY_CODE.get(code) ?? `${code} `;
}

/** The whole figure as a person reads it: `$37.6B`, `+28%`, `50–100 bps`, `5 GW`, `~$43.2B`, `$2.78`, `$100B+`. */
export function formatFigure(reading: ValueReading & Pick<Reading, 'unit' | 'currency' | 'per'>): string {
  const pair = ends(reading);
  if (!pair) return '—';
  const scale = bestScale(reading);
  const [low, high] = pair;
  const money = reading.unit === 'money' || reading.unit === 'per_share';
  const sign = money && reading.currency ? currencySign(reading.currency) : '';
  const letter = SCALED.has(reading.unit) ? (LETTERS[scale] ?? '') : '';
  const value = (end: DecimalString, exponent: number) => {
    const text = printed(absolute(end), exponent, scale);
    const minus = isNegative(end) || (reading.direction === 'down' && !money && reading.unit !== 'bps') ? '−' : '';
    return `${minus}${reading.direction === 'up' && !isNegative(end) ? '+' : ''}${sign}${text}`;
  };
  const first = value(low, reading.low === null ? reading.highExponent : reading.lowExponent);
  const tail = TAILS[reading.unit] ?? '';
  const open = reading.qualifier === 'at-least' && !reading.strict && compare(low, high) === 0 ? '+' : '';
  const head = open ? (reading.approximate ? '~' : '') : lead(reading);
  const per = reading.per && reading.unit !== 'per_share' ? `/${reading.per}` : '';
  if (compare(low, high) === 0) return `${head}${first}${letter}${singular(tail, first)}${open}${per}`;
  const second = value(high, reading.highExponent).replace(sign, '');
  return `${head}${first}–${second}${letter}${tail}${open}${per}`;
}
