/** One cell of an OpenDocument spreadsheet: its text as shown, and the number or date it stores. */
import type { Cell, TypedCell } from '../../../core/figure/cell/cell';
import type { Attributes } from '../archive/xml';
import { plainNumber } from '../xlsx/cell';

/** `shown` is the text of the cell's paragraphs; numbers and dates come from the attributes, in the file's own exact form. */
export function cellOf(attributes: Attributes, shown: string): Cell {
  const type = attributes['office:value-type'] ?? '';
  const text = shown.trim();
  const formula = attributes['table:formula']?.replace(/^\w+:?=/, '').slice(0, 2000);
  const noted: Pick<TypedCell, 'formula'> = formula === undefined ? {} : { formula };
  const value = plainNumber(attributes['office:value'] ?? '');
  if (/^(?:#[A-Z]|Err:\d)/.test(text)) return { text, error: true, ...noted };
  if (type === 'date') {
    const date = (attributes['office:date-value'] ?? '').slice(0, 10);
    return /^\d{4}-\d\d-\d\d$/.test(date) ? { text, date, ...noted } : text;
  }
  if (value === null || !/^(?:float|percentage|currency)$/.test(type))
    return formula === undefined ? text : { text, formula };
  const currency = attributes['office:currency'];
  return {
    text: text === '' ? value : text,
    value,
    ...(type === 'percentage' ? { unit: 'percent' as const } : {}),
    ...(type === 'currency' ? { unit: 'money' as const } : {}),
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...noted,
  };
}
