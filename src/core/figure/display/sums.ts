/** What a selection of figures comes to: exact, of one unit, and of points only. What cannot be added is counted and said. */
import { unitLabel } from '../labels';
import { absolute, add, compare, divide, isNegative, shift } from '../decimal';
import type { DecimalString, Direction } from '../model';
import type { Unit } from '../../base/unit';

export interface Summed {
  readonly low: DecimalString | null;
  readonly high: DecimalString | null;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly scale: number;
  readonly direction: Direction | null;
}

export interface Sums {
  /** Figures with one value. */
  readonly count: number;
  /** Ranges, open ends and figures without a number. */
  readonly left: number;
  /** What the numbers are in, as the unit column says it; null where they are not of one unit. */
  readonly unit: string | null;
  /** In that unit; null where there is no number or more than one unit. */
  readonly sum: string | null;
  readonly average: string | null;
  readonly least: string | null;
  readonly most: string | null;
}

/** Places of an average that does not come out even. */
const PLACES = 4;

/**
 * Count, sum, average, least and most of the selected figures, written for a person in the largest scale among them.
 * Ranges, open bounds and cells kept as text are only counted (`left`); the values are null where the points differ in
 * unit or currency or there are none. An average that does not come out even is rounded and marked as such.
 */
export function sumsOf(figures: readonly Summed[]): Sums {
  const points = figures.filter(({ low, high }) => low !== null && low === high);
  const left = figures.length - points.length;
  const [first] = points;
  const units = new Set(points.map(({ unit, currency }) => `${unit} ${currency}`));
  if (!first || units.size > 1) {
    return { count: points.length, left, unit: null, sum: null, average: null, least: null, most: null };
  }
  // The largest scale among them, so that no number gets longer than it was.
  const scale = Math.max(...points.map((figure) => figure.scale));
  const values = points.map(valueOf);
  const sum = values.reduce(add, '0');
  const even = divide(sum, String(values.length), PLACES - scale > 0 ? PLACES - scale : 0) ?? '0';
  const sorted = values.toSorted(compare);
  const show = (value: DecimalString): string => grouped(shift(value, -scale));
  return {
    count: points.length,
    left,
    unit: unitLabel({ unit: first.unit, currency: first.currency, scale }),
    sum: show(sum),
    average: averageText(sum, values.length, show(even)),
    least: show(sorted[0] ?? '0'),
    most: show(sorted.at(-1) ?? '0'),
  };
}

/** A fall counts against the rest. */
const valueOf = ({ low, direction }: Summed): DecimalString =>
  direction === 'down' && low !== null && !isNegative(low) && low !== '0' ? `-${low}` : (low ?? '0');

/** Marked where it does not come out even. */
function averageText(sum: DecimalString, count: number, shown: string): string {
  const precise = divide(sum, String(count), 30) ?? '0';
  const rounded = shown.replaceAll(/[,−]/g, (character) => (character === '−' ? '-' : ''));
  return digits(precise).startsWith(digits(rounded)) && digits(precise).length <= digits(rounded).length
    ? shown
    : `≈${shown}`;
}
const digits = (value: DecimalString): string => value.replaceAll(/[-.]/g, '').replace(/^0+|0+$/g, '');

function grouped(value: DecimalString): string {
  const [whole = '0', fraction] = absolute(value).split('.');
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return isNegative(value) ? `−${text}` : text;
}
