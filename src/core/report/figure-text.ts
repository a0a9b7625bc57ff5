/**
 * How a figure reads in running text, in a table and on a chip: `~$43.2B`, `+28%`, `50–100 bps`, `GBp 485`.
 * Made from what the grid holds, so that an edited figure reads the same everywhere.
 */

import { UNIT_TAILS } from '../figure/quantity/unit-tails';

export interface FigureWords {
  readonly value: string;
  readonly scale: number;
  readonly unit: string;
  readonly currency: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly kind: string;
  readonly per: string | null;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: 'CN¥',
  INR: '₹',
  KRW: '₩',
};
const SCALES: Readonly<Record<number, string>> = { 3: 'K', 6: 'M', 9: 'B', 12: 'T' };
const SUFFIXES: Readonly<Record<string, string>> = UNIT_TAILS;

/** Qualifier words and signs that stand before the digits, so that a currency sign can go between. */
const LEAD = /^(?:[~≈<>≤≥±]|up to |at least |about |under |over )+/i;

/** A change shows its sign once: `+28%`, `−3%`; a level never does, unless it is negative itself. */
function sign(figure: FigureWords, body: string): string {
  const isChange = figure.kind === 'growth' || figure.kind === 'delta' || figure.kind === 'bps';
  if (!isChange || !figure.direction || /^[-+−(]/.test(body)) return '';
  return figure.direction === 'up' ? '+' : '−';
}

/** Fields that change how a figure reads once a person has set them. */
const READ_FROM: ReadonlySet<string> = new Set(['value', 'scale', 'unit', 'currency', 'direction']);

/** Whether a person has set it to something else than its document says: then its quote no longer speaks for it. */
export const isCorrected = ({ edited }: { readonly edited: readonly string[] }): boolean =>
  edited.some((field) => READ_FROM.has(field));

/** The figure as a person reads it. */
export function figureText(figure: FigureWords): string {
  const lead = LEAD.exec(figure.value)?.[0] ?? '';
  const body = figure.value.slice(lead.length);
  const isMoney = figure.unit === 'money' || figure.unit === 'per_share';
  const symbol = isMoney && figure.currency ? (SYMBOLS[figure.currency] ?? `${figure.currency} `) : '';
  const open = body.endsWith('+') ? '+' : '';
  const digits = open ? body.slice(0, -1) : body;
  const scale = figure.scale === 0 ? '' : (SCALES[figure.scale] ?? `×10^${figure.scale}`);
  const per = figure.per && figure.per !== 'share' ? `/${figure.per}` : '';
  const negative = symbol && /^[-−]/.test(digits) ? '−' : '';
  return `${lead}${sign(figure, digits)}${negative}${symbol}${negative ? digits.slice(1) : digits}${scale}${SUFFIXES[figure.unit] ?? ''}${per}${open}`;
}
