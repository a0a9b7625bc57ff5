/** One cell of a workbook: its text as shown, the number as stored, dates by the workbook's own calendar. */
import { Big } from 'big.js';
import { isDecimal, normalise } from '../../../core/figure/decimal';
import type { Cell, TypedCell } from '../../../core/figure/cell/cell';
import { GENERAL, type NumberFormat, showNumber } from './number-format';

export interface RawCell {
  /** `n`, `s`, `b`, `e`, `str`, `inlineStr`, `d`. */
  readonly type: string;
  readonly value: string;
  readonly formula: string | null;
  readonly format: NumberFormat;
}

export interface Calendar {
  readonly shared: readonly string[];
  /** Days count from 1904 on. */
  readonly from1904: boolean;
}

export function makeCell({ type, value, formula, format }: RawCell, { shared, from1904 }: Calendar): Cell {
  const noted = formula === null ? {} : { formula: formula.slice(0, 2000) };
  if (type === 's') return words(shared[Number(value)] ?? '');
  if (type === 'e') return { text: value, error: true, ...noted };
  if (type === 'b') return withFormula(value === '1' ? 'TRUE' : 'FALSE', formula);
  if (type === 'str' || type === 'inlineStr') return withFormula(words(value), formula);
  if (type === 'd') return dateCell(value.slice(0, 10), 'day', noted) ?? withFormula(value, formula);
  if (value.trim() === '') return formula === null ? '' : { text: '', ...noted };
  const plain = plainNumber(value.trim());
  if (plain === null) return withFormula(value, formula);
  if (format.kind === 'date' && format.date !== 'time') {
    const date = dateOf(Number(plain), from1904);
    const made = date === null ? null : dateCell(date, format.date, noted);
    if (made !== null) return made;
  }
  return numberCell(plain, format, noted);
}

/** What XML cannot hold stands as `_xHHHH_` (ST_Xstring); a control character that a person never saw is a space. */
const words = (value: string): string =>
  value.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return letter < ' ' && letter !== '\t' && letter !== '\n' ? ' ' : letter;
  });

const withFormula = (text: string, formula: string | null): Cell =>
  formula === null ? text : { text, formula: formula.slice(0, 2000) };

function numberCell(plain: string, format: NumberFormat, noted: Pick<TypedCell, 'formula'>): TypedCell {
  const text = format === GENERAL ? plain : showNumber(Number(plain), plain, format);
  return {
    text,
    value: plain,
    ...(format.unit === null || format.unit === undefined ? {} : { unit: format.unit }),
    ...(format.currency === null ? {} : { currency: format.currency }),
    ...noted,
  };
}

/** A day is a date; a format that shows only month or year says a period, and no day was meant. */
function dateCell(date: string, part: NumberFormat['date'], noted: Pick<TypedCell, 'formula'>): TypedCell | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  if (part === 'year') return { text: date.slice(0, 4), ...noted };
  if (part === 'month') return { text: date.slice(0, 7), ...noted };
  return { text: date, date, ...noted };
}

/** Spreadsheets reckon with fifteen digits: what a double has beyond them is noise (`0.30000000000000004`). */
const DIGITS = 15;
/** Larger and smaller numbers are no figures of anything. */
const LARGEST = 1e30;
const SMALLEST = 1e-20;

/** The stored double in plain notation, or null for what is no number. */
export function plainNumber(text: string): string | null {
  if (isDecimal(text) && text.replaceAll(/\D/g, '').replace(/^0+/, '').length <= DIGITS) return normalise(text);
  const number = Number(text);
  const size = Math.abs(number);
  if (text === '' || !(size <= LARGEST)) return null;
  if (size < SMALLEST) return '0';
  return normalise(new Big(number.toPrecision(DIGITS)).toFixed());
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** The day a serial number stands for; the calendar of 1900 counts a 29 February that never was. */
export function dateOf(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (day < 1 || day > LAST_SERIAL) return null;
  const since = day < 60 ? day + 1 : day;
  return new Date(Date.UTC(1899, 11, 30) + since * DAY_MS).toISOString().slice(0, 10);
}
