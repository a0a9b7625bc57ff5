/**
 * What a cell in a column of values holds: a reading with what the cell itself says of unit, scale and currency, nothing
 * (`–`, `n.a.`), words, or something that looks like a value and cannot be trusted as one, with the reason.
 */
import { negate, shift } from '../decimal';
import { formatValue } from '../quantity/typed/format';
import { attachedScales, currencyBefore, currencyCodes } from '../quantity/lexicon/lexicon';
import type { DecimalString, Qualifier, Direction } from '../model';
import type { Unit } from '../../base/unit';
import { readQuantities } from '../quantity/quantity';
import { parseTypedValue } from '../quantity/typed/typed-value';
import type { Cell, Locale, TypedCell } from './cell';
import { readNumeral } from './numeral';

/** In units of the cell: scale and unit of row, column and table are not in it yet. */
export interface ValueReading {
  readonly kind: 'value';
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly lowExponent: number;
  readonly highExponent: number;
  readonly qualifier: Qualifier;
  readonly approximate: boolean;
  readonly strict: boolean;
  readonly direction: Direction | null;
  /** What the cell says itself. */
  readonly unit: Unit | null;
  readonly currency: string | null;
  /** Power of ten printed with the number (`5.2bn`): already in the value; null where none is. */
  readonly ownScale: number | null;
}

export type CellReading =
  | ValueReading
  | { readonly kind: 'empty' }
  /** Words without a digit: a remark in the column, no value. */
  | { readonly kind: 'words' }
  | { readonly kind: 'doubt'; readonly reason: string };

const EMPTY: CellReading = { kind: 'empty' };
const WORDS: CellReading = { kind: 'words' };
const doubt = (reason: string): CellReading => ({ kind: 'doubt', reason });

const BLANK =
  /^(?:|[-–—‐−]{1,3}|n\.?\s?[am]\.?|n\/[am]|#n\/a|nm|nmf|nan|null|none|nil|k\.\s?a\.|\.{2,3}|…|\*{1,3}|tbd|tba|不适用|无|暂无)$/i;
/** Neither marks of direction nor zero-width characters belong to a number; a cell that has them says so. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const ERROR = /^#(?:REF|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA|BEZUG|WERT|ZAHL)[!?]?$/i;

/** The many hyphens of Unicode, and digits and marks of full width, as the plain ones. */
const UNUSUAL = /[\u2010-\u2012\u2015\u207b\ufe63\uff0d０-９．，％＋（）＄]/gu;
const plainCharacter = (one: string): string =>
  one >= '\uff01' && one !== '\uff0d' ? String.fromCharCode(one.charCodeAt(0) - 0xfee0) : '-';

/**
 * `locale` says whether a comma is the decimal mark in text cells; a number that the spreadsheet stores is taken as it
 * is. Never throws: what is no value is `empty`, `words`, or `doubt` with a sentence for a person.
 */
export function readValueCell(cell: Cell, locale: Locale): CellReading {
  if (typeof cell === 'string') return readText(cell, locale);
  if (cell.error === true) return BLANK.test(cell.text) ? EMPTY : doubt(`The cell shows the error ${cell.text}.`);
  if (cell.date !== undefined) return doubt('The cell holds a date, not a value.');
  if (cell.value === undefined)
    return cell.formula === undefined ? readText(cell.text, locale) : computed(cell, locale);
  return stored(cell.value, cell);
}

function computed(cell: TypedCell, locale: Locale): CellReading {
  return cell.text === ''
    ? doubt('A formula whose result was not saved: open and save it again.')
    : readText(cell.text, locale);
}

/** A number as the spreadsheet stores it, exactly; the unit is its format's. */
function stored(value: DecimalString, { unit, currency }: TypedCell): CellReading {
  const shown = unit === 'percent' ? shift(value, 2) : value;
  const places = shown.includes('.') ? shown.length - shown.indexOf('.') - 1 : 0;
  return point(shown, -places, { unit: unit ?? null, currency: currency ?? null });
}

interface CellUnit {
  readonly unit: Unit | null;
  readonly currency: string | null;
  readonly ownScale?: number | null;
  readonly direction?: 'up' | null;
}

function point(value: DecimalString, exponent: number, said: CellUnit): ValueReading {
  return {
    kind: 'value',
    low: value,
    high: value,
    lowExponent: exponent,
    highExponent: exponent,
    qualifier: 'none',
    approximate: false,
    strict: false,
    direction: said.direction ?? null,
    unit: said.unit,
    currency: said.currency,
    ownScale: said.ownScale ?? null,
  };
}

/** `3% CAGR`, `2.5% p.a.`: how the percentage is counted, which its row says. */
const COUNTED_BY = /(?<=\d\s?[%％])\s*(?:CAGR|YoY|y\/y|p\.\s?a\.|per (?:year|annum)|a year|annually)$/iu;

function readText(raw: string, locale: Locale): CellReading {
  const text = raw.trim().replaceAll(UNUSUAL, plainCharacter).replace(COUNTED_BY, '');
  if (BLANK.test(text)) return EMPTY;
  if (text.length > 200) return /\d/.test(text.slice(0, 40)) ? doubt('Too long for a value.') : WORDS;
  if (ERROR.test(text)) return doubt(`The cell shows the error ${text}.`);
  if (INVISIBLE.test(text)) return doubt('The cell holds invisible characters: type the number again.');
  if (/^\(\s*[-−–+]/u.test(text)) return doubt('Both brackets and a sign stand at the number: keep one of them.');
  if (/^[=@]/.test(text)) return doubt('A formula, and formulas are not computed here.');
  return plain(text, locale) ?? whole(text, locale);
}

const SIGN = /^([+\-−–])\s*/u;
const BEFORE = /^([A-Za-z.]{0,4}[$€£¥₹￥₩₽₺₪]|[A-Z]{3}(?=[\s\d]))\s*/u;
const AFTER = /\s*(%|％|bps?|pp|ppts?|x|×|[$€£¥₹￥]|[A-Z]{3}|[A-Za-z]{1,4})$/u;
const TAIL_UNITS: Readonly<Record<string, Unit>> = {
  '%': 'percent',
  '％': 'percent',
  bp: 'bps',
  bps: 'bps',
  pp: 'percentage_points',
  ppt: 'percentage_points',
  ppts: 'percentage_points',
  x: 'multiple',
  '×': 'multiple',
};

interface Peeled {
  readonly core: string;
  readonly negative: boolean;
  readonly plus: boolean;
  readonly unit: Unit | null;
  readonly currency: string | null;
  readonly ownScale: number | null;
}

/** One number with nothing but sign, currency, scale letters and a unit around it. */
function plain(text: string, locale: Locale): CellReading | null {
  const peeled = peel(text);
  if (peeled === null) return null;
  const numeral = readNumeral(peeled.core, locale);
  if (numeral === null) return null;
  if ('doubt' in numeral) return doubt(numeral.doubt);
  const power = peeled.ownScale ?? 0;
  const value = power === 0 ? numeral.value : shift(numeral.value, power);
  return point(peeled.negative ? negate(value) : value, power - numeral.places, {
    unit: peeled.unit,
    currency: peeled.currency,
    ownScale: peeled.ownScale,
    direction: peeled.plus ? 'up' : null,
  });
}

const BARE = /^\d[\d.,]*$/;

function peel(text: string): Peeled | null {
  const bare = { negative: false, plus: false, unit: null, currency: null, ownScale: null };
  if (BARE.test(text)) return { core: text, ...bare };
  const inner = /^\((.*)\)(%?)$/u.exec(text);
  let core = inner === null ? text : `${inner[1] ?? ''}${inner[2] ?? ''}`.trim();
  const sign = SIGN.exec(core);
  core = core.slice(sign?.[0].length ?? 0);
  const before = BEFORE.exec(core);
  let currency = before?.[1] === undefined ? null : (currencyBefore.get(before[1]) ?? null);
  if (before !== null && currency === null) return null;
  core = core.slice(before?.[0].length ?? 0);
  const late = sign === null ? SIGN.exec(core) : null;
  core = core.slice(late?.[0].length ?? 0);
  const trailing = inner === null && sign === null && late === null && /^\d.*\d[-−]$/u.test(core);
  if (trailing) core = core.slice(0, -1);
  let unit: Unit | null = null;
  let ownScale: number | null = null;
  // A unit, a scale and a currency may stand behind one another: `5.2 bn USD`, `1,5 Mio. €`.
  for (let tail = AFTER.exec(core); tail?.[1] !== undefined; tail = AFTER.exec(core)) {
    const said = tailOf(tail[1]);
    if (said === null || (said.unit && unit) || (said.currency && currency) || (said.scale && ownScale)) return null;
    unit ??= said.unit;
    currency ??= said.currency;
    ownScale ??= said.scale;
    core = core.slice(0, tail.index);
  }
  const marks = [inner !== null, sign !== null && sign[1] !== '+', late !== null && late[1] !== '+', trailing];
  // Brackets and a minus together are a sign too many.
  if (marks.filter(Boolean).length > 1) return null;
  const plus = (sign ?? late)?.[1] === '+';
  if (plus && inner !== null) return null;
  return { core, negative: marks.some(Boolean), plus, unit: unit ?? (currency ? 'money' : null), currency, ownScale };
}

function tailOf(word: string): { unit: Unit | null; currency: string | null; scale: number | null } | null {
  const unit = TAIL_UNITS[word.toLowerCase()] ?? null;
  if (unit !== null) return { unit, currency: null, scale: null };
  const scale = attachedScales.get(word) ?? null;
  if (scale !== null) return { unit: null, currency: null, scale };
  const currency = currencyCodes.has(word) || /^[$€£¥₹￥]$/u.test(word) ? (currencyBefore.get(word) ?? null) : null;
  return currency === null ? null : { unit: null, currency, scale: null };
}

/** `~43.2`, `60–70`, `>15`, `up to $25bn`, `12 GW`: as the grid reads what is typed, if it writes back the same digits. */
function whole(text: string, locale: Locale): CellReading {
  if (!/\d/.test(text)) return WORDS;
  const foreign = doubt('Not a value that can be written back as it stands.');
  if (locale === 'comma') return foreign;
  const context = { unit: 'other', scale: 0, currency: null } as const;
  const typed = parseTypedValue(text, context);
  if (!('error' in typed) && digitsOf(formatValue(typed, 0)) === digitsOf(text) && !/[A-Za-z$€£%]/.test(bare(text))) {
    const { said, ...reading } = typed;
    if (said.currency === null) return { kind: 'value', ...reading, unit: null, currency: null, ownScale: null };
  }
  const [found, other] = readQuantities(text, { cell: true });
  if (!found || other || found.start > 0 || found.end < text.length || found.expression === 'verbal') {
    return /^\p{L}/u.test(text) && !/^\p{L}{1,5}\s?\d/u.test(text) ? WORDS : foreign;
  }
  const scale = printedScale(text, found);
  if (scale === null) return foreign;
  const { low, high, lowExponent, highExponent, qualifier, approximate, strict, direction, unit, currency } = found;
  return {
    kind: 'value',
    low,
    high,
    lowExponent,
    highExponent,
    qualifier,
    approximate,
    strict,
    direction,
    unit: unit === 'count' || unit === 'other' ? null : unit,
    currency,
    ownScale: scale === 0 ? null : scale,
  };
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const bare = (text: string): string =>
  text
    .replace(/^(?:up to|at least|at most|more than|less than|about|around|over|under|c\.|ca\.|to)\s*/i, '')
    .replaceAll(/\bto\b/g, '');

/** The power of ten in which the value, written out, has the digits of the text. */
function printedScale(text: string, found: Parameters<typeof formatValue>[0]): number | null {
  const digits = digitsOf(text);
  return [0, 3, 6, 9, 12].find((scale) => digitsOf(formatValue(found, scale)) === digits) ?? null;
}
