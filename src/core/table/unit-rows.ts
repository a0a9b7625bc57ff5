/** Rows between others that only say in which unit the numbers below them are. */
import { cellText } from '../figure/cell/cell';
import type { TableRow } from './model';
import { unitOfCaption } from './units';

export interface SaidUnit {
  /** Power of ten. */
  readonly scale: number;
  /** ISO 4217; left out where the row names none. */
  readonly currency?: string;
}

const UNIT_ROW =
  /^\W*(?:(?:all|the) )?(?:figures|amounts|numbers|values|data)?\s?(?:are |is )?(?:expressed |stated |shown )?in\s/iu;

/** `All figures in USD thousands unless stated`: what it says; null for rows with anything else in them. */
export function unitSaid({ cells }: TableRow): SaidUnit | null {
  // A line merged over the columns comes in each of them.
  const [only = '', other] = new Set(cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
  if (other !== undefined || !UNIT_ROW.test(only)) return null;
  const { scale, currency } = unitOfCaption(only);
  if (scale === null) return null;
  return currency === null ? { scale } : { scale, currency };
}

/** What the nearest such row above says. */
export function unitAbove(rows: readonly TableRow[]): SaidUnit | null {
  for (const row of rows.toReversed()) {
    const said = unitSaid(row);
    if (said !== null) return said;
  }
  return null;
}
