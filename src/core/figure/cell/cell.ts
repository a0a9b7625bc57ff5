/** A cell as a file gives it, and what its number, its date and its column can mean. */
import type { DecimalString } from '../model';

/** A cell of which the file says more than its text. */
export interface TypedCell {
  /** As the spreadsheet shows it. */
  readonly text: string;
  /** The stored number, in units of the cell: 0.125 for a cell that shows 12.5%. */
  readonly value?: DecimalString;
  /** ISO date, where the number is shown as one. */
  readonly date?: string;
  /** What the number format says. */
  readonly unit?: 'percent' | 'money' | 'multiple' | 'bps';
  readonly currency?: string;
  /** As written, without `=`; its cached result is `text` and `value`, nothing is ever computed. */
  readonly formula?: string;
  /** The cell shows an error such as `#REF!`. */
  readonly error?: boolean;
}

/** Most cells are their text alone. */
export type Cell = string | TypedCell;

/** A cell as the file shows it; empty for a missing cell. */
export const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

/** What a column can hold. */
export const ROLES = [
  'metric',
  'entity',
  'period',
  'value',
  'unit',
  'scale',
  'currency',
  'basis',
  'provenance',
  'assertion',
  'source',
  'note',
  'ignore',
] as const;
export type Role = (typeof ROLES)[number];

/** `point`: 1,234.5; `comma`: 1.234,5. */
export const LOCALES = ['point', 'comma'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a date in a period's place stands for: the day itself, or the month, quarter or year that ends with it. */
export const DATE_MEANINGS = ['day', 'month', 'quarter', 'year'] as const;
export type DateMeaning = (typeof DATE_MEANINGS)[number];
