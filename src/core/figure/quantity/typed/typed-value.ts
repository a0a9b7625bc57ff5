/**
 * A value as a person types it into a cell whose unit, scale and currency stand in columns of their own: a bare number
 * is in the row's unit whatever words stand before it, and what the text itself says of unit and currency is returned,
 * so that it can be set or refused and is never dropped.
 */
import currencyData from '../../../../../resources/lexicon/currencies.json';
import { UNIT_LABEL, unitLabel } from '../../labels';
import type { DecimalString, Qualifier, Direction } from '../../model';
import type { Unit } from '../../../base/unit';
import { absolute, compare, isNegative, negate, shift } from '../../decimal';
import { bestScale } from './format';
import { readNumber } from '../number/number';
import { readQuantities } from '../quantity';
import { usualForm } from './typed-forms';

/** What the cell's own columns say of the value typed in it. */
export interface ValueContext {
  readonly unit: Unit;
  /** Power of ten the value is written in: 9 for "bn". */
  readonly scale: number;
  readonly currency: string | null;
  /** What the value measures is not set yet, so that the text may say it. */
  readonly open?: boolean;
}

/** What the text itself says, where it is not what the row says. */
export interface TypedUnit {
  /** Only where the row is open. */
  readonly unit: Unit | null;
  /** Only where the row is open: the power of ten written with the number. */
  readonly scale: number | null;
  readonly currency: string | null;
}

const NO_TYPED_UNIT: TypedUnit = { unit: null, scale: null, currency: null };

export interface TypedValue {
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly qualifier: Qualifier;
  readonly approximate: boolean;
  readonly strict: boolean;
  readonly direction: Direction | null;
  readonly lowExponent: number;
  readonly highExponent: number;
  readonly said: TypedUnit;
}

export interface TypedValueError {
  readonly error: {
    readonly code: 'E_VALUE_EMPTY' | 'E_VALUE_UNREADABLE' | 'E_VALUE_ORDER' | 'E_VALUE_UNIT';
    readonly message: string;
  };
}

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

const MONEY: ReadonlySet<Unit> = new Set(['money', 'per_share']);
const BARE: ReadonlySet<Unit> = new Set(['count', 'other']);
const KINDS: Readonly<Partial<Record<Unit, string>>> = {
  money: 'an amount of money',
  per_share: 'an amount a share',
  percent: 'a percentage',
  percentage_points: 'in percentage points',
  bps: 'in basis points',
  multiple: 'a multiple',
};

function otherUnit(text: string, unit: Unit, context: ValueContext): TypedValueError {
  const row = unitLabel(context) || 'a plain count';
  const kind = KINDS[unit] ?? `in ${UNIT_LABEL[unit].toLowerCase()}`;
  const message = `“${text}” is ${kind}, and this row is in ${row}: change its Unit first, or type the value in ${row}.`;
  return { error: { code: 'E_VALUE_UNIT', message } };
}

const SHARED: readonly (readonly string[])[] = currencyData.shared;

/** The currency a text says, unless its sign may well mean the row's own: `$` in a row of HKD, `¥` in one of CNY. */
function currencySaid(text: string, found: string | null, own: string | null): string | null {
  if (found === null || found === own) return null;
  if (own === null) return found;
  const mayBe = SHARED.some(([sign = '', ...codes]) => {
    const at = text.toLowerCase().indexOf(sign);
    return at >= 0 && !/[a-z]/i.test(text[at - 1] ?? '') && codes.includes(own) && codes.includes(found);
  });
  return mayBe ? null : found;
}

type Found = ReturnType<typeof readQuantities>[number];

/** Whether the text writes the number alone, without `bn`, `万` or a minor unit: then the row's scale is meant. */
function isUnscaled(text: string, found: Found): boolean {
  const end = found.low ?? found.high;
  const at = text.search(/\d/);
  // Spelled out: "five" is in the row's scale, "five billion" says its own.
  if (at < 0) return end !== null && compare(absolute(end), '1000') < 0;
  const first = at > 0 && text[at - 1] === '.' ? `0${text.slice(at - 1)}` : text.slice(at);
  const number = readNumber(first, 0, first.length, { european: false, money: false, cell: false, from: 0 });
  return number !== null && end !== null && compare(number.value, absolute(end)) === 0;
}

/** `$37.6B`, `about $4` or `12 bps` typed whole: read as prose, as long as it is one quantity of the cell's own kind. */
function asProse(text: string, context: ValueContext): TypedValue | TypedValueError {
  const [found, other] = readQuantities(text, { cell: true });
  if (!found || other || found.start > 0 || found.end < text.trimEnd().length) return unreadable(text);
  const bare = BARE.has(found.unit);
  const fits = bare || found.unit === context.unit || (MONEY.has(found.unit) && MONEY.has(context.unit));
  if (!fits && context.open !== true) return otherUnit(text, found.unit, context);
  const unscaled = isUnscaled(text, found);
  const power = unscaled && fits ? context.scale : 0;
  const end = (value: DecimalString | null): DecimalString | null => (value === null ? null : shift(value, power));
  return {
    low: end(found.low),
    high: end(found.high),
    qualifier: found.qualifier,
    approximate: found.approximate,
    strict: found.strict,
    direction: crosses(found.low, found.high) ? null : found.direction,
    lowExponent: found.lowExponent + power,
    highExponent: found.highExponent + power,
    said: {
      unit: context.open === true && !bare ? found.unit : null,
      scale: context.open === true && !unscaled ? bestScale(found) : null,
      currency: currencySaid(text, found.currency, context.open === true ? null : context.currency),
    },
  };
}

/** From below nothing to above it: no direction. */
const crosses = (low: DecimalString | null, high: DecimalString | null): boolean =>
  low !== null && high !== null && isNegative(low) && !isNegative(high);

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
  const whole = usualForm(text).trim();
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
    direction: (low.plus || high.plus) && !isNegative(low.value) ? 'up' : null,
    lowExponent: low.exponent,
    highExponent: high.exponent,
    said: NO_TYPED_UNIT,
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
    said: NO_TYPED_UNIT,
  };
}
