/**
 * How a figure is written for a person: its name, and its value with unit and currency, in prose (`~$43.2B`, `+28%`) or
 * as the columns of the grid have it (`43.2 USD bn`). Made from what the grid holds, so that an edited figure reads the
 * same in the window, in reports and in every export.
 */
import { type FigureValues, FIELD_NAMES, fieldOf } from '../fields';
import { SCALE_LETTERS, unitLabel } from '../labels';
import { DURATIONS } from '../../base/unit';
import { UNIT_TAILS } from '../quantity/typed/unit-tails';
import { currencySign } from './currency-signs';
import type { Direction } from '../model';

export interface FigureWords {
  readonly value: string;
  readonly scale: number;
  readonly unit: string;
  readonly currency: string | null;
  readonly direction: Direction | null;
  readonly kind: string;
  readonly per: string | null;
}

const SUFFIXES: Readonly<Record<string, string>> = UNIT_TAILS;

/** ` quarters`, and ` quarter` after a one; abbreviations are the same in both. */
function suffixOf(unit: string, digits: string): string {
  const suffix = SUFFIXES[unit] ?? '';
  return digits === '1' && DURATIONS.has(unit) ? suffix.slice(0, -1) : suffix;
}

/** Qualifier words and signs that stand before the digits, so that a currency sign can go between. */
const LEAD = /^(?:[~≈<>≤≥±]|up to |at least |about |under |over )+/i;

/** A change shows its sign once: `+28%`, `−3%`; a level never does, unless it is negative itself. */
function sign(figure: FigureWords, body: string): string {
  const isChange = figure.kind === 'growth' || figure.kind === 'delta' || figure.kind === 'bps';
  if (!isChange || !figure.direction || /^[-+−(]/.test(body)) return '';
  return figure.direction === 'up' ? '+' : '−';
}

/** Fields that change how a figure reads once a person has set them. */
const READ_FROM: ReadonlySet<string> = new Set(FIELD_NAMES.filter((name) => fieldOf(name).reads));

/** Whether a person has set it to something else than its document says: then its quote no longer speaks for it. */
export const isCorrected = ({ edited }: { readonly edited: readonly string[] }): boolean =>
  edited.some((field) => READ_FROM.has(field));

/** The value in running text and on a chip: `~$43.2B`, `+28%`, `50–100 bps`, `GBp 485`. */
export function figureText(figure: FigureWords): string {
  const lead = LEAD.exec(figure.value)?.[0] ?? '';
  const body = figure.value.slice(lead.length);
  const isMoney = figure.unit === 'money' || figure.unit === 'per_share';
  const symbol = isMoney && figure.currency ? currencySign(figure.currency) : '';
  const open = body.endsWith('+') ? '+' : '';
  const digits = open ? body.slice(0, -1) : body;
  const scale = figure.scale === 0 ? '' : (SCALE_LETTERS[figure.scale]?.prose ?? `×10^${figure.scale}`);
  const per = figure.per && figure.per !== 'share' ? `/${figure.per}` : '';
  const negative = symbol && /^[-−]/.test(digits) ? '−' : '';
  return `${lead}${sign(figure, digits)}${negative}${symbol}${negative ? digits.slice(1) : digits}${scale}${suffixOf(figure.unit, digits)}${per}${open}`;
}

/** The value as the grid's columns have it, where there is no column for its unit: `37.6 USD bn`. */
export const valueText = (figure: Pick<FigureValues, 'value' | 'unit' | 'scale' | 'currency'>): string =>
  [figure.value, unitLabel(figure)].filter(Boolean).join(' ');

const DIRECTION_SIGN = { up: '+', down: '-' } as const;

/** The value as it can be typed: `-4.5` where the cell shows ▼4.5, so that typing it back changes nothing. */
export function signedValue({ value, direction }: Pick<FigureValues, 'value' | 'direction'>): string {
  const [, blur = '', body = ''] = /^(~?)(.*)$/.exec(value) ?? [];
  if (direction === null || !/^[\d.,]+(?:–[\d.,]+)?$/.test(body)) return value;
  const ends = body.split('–').map((end) => `${DIRECTION_SIGN[direction]}${end}`);
  return blur + (direction === 'down' ? ends.reverse() : ends).join(' to ');
}

/** Low and high as stored, in base units. */
export function exactText({ low, high }: { readonly low: string | null; readonly high: string | null }): string {
  if (low === null && high === null) return 'no number';
  if (low === null) return `at most ${high}`;
  if (high === null) return `at least ${low}`;
  return low === high ? low : `${low} to ${high}`;
}
