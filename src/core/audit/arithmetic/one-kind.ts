/** Which figures can be set off against each other at all. */
import type { AuditFigure } from '../model/model';

export const MONEY: ReadonlySet<AuditFigure['unit']> = new Set(['money', 'per_share']);

/** Units of what is measured or counted, as against rates, multiples and spans of time. */
export const AMOUNTS: ReadonlySet<AuditFigure['unit']> = new Set([
  'money',
  'count',
  'per_share',
  'other',
  'energy',
  'mass',
  'power_gw',
  'volume',
  'area',
]);

/** "$0.54 … to $12 per share" is money on both sides. */
export const sameUnit = (a: AuditFigure, b: AuditFigure): boolean =>
  a.unit === b.unit || (MONEY.has(a.unit) && MONEY.has(b.unit));

/** Of one unit, and of one currency where both say theirs. */
export const isOneKind = (a: AuditFigure, b: AuditFigure): boolean =>
  sameUnit(a, b) && (a.currency === b.currency || a.currency === null || b.currency === null);

/** Whether a figure is one value, neither a range nor open. */
export const isPoint = ({ low, high }: AuditFigure): boolean => low !== null && low === high;
