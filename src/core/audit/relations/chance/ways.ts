/**
 * The ways in which two figures give a third, each given by what the second must be where the first and the result are
 * known: so that a partner is looked up among sorted values instead of being tried.
 */
import type { AuditFigure } from '../../model/model';
import { combine, type Ends, signedEnds } from '../../arithmetic/ends';
import { digits } from '../../arithmetic/relation';
import { MONEY } from '../../arithmetic/one-kind';
import { RATES } from '../../../base/unit';

/** A figure with one value, signed as it is printed or worded. */
export interface Item {
  readonly figure: AuditFigure;
  readonly ends: Ends;
  readonly value: number;
  /** What it can be set off against: figures of one sort. */
  readonly sort: string;
}

const PLAIN = new Set(['count', 'other', 'score']);
const PHYSICAL = new Set(['energy', 'mass', 'power_gw', 'volume', 'area', 'length']);

/** Money in one currency; bare numbers; each physical unit; percentages; multiples. Null for spans of time and the like. */
function sortOf(figure: AuditFigure, currency: string | null): string | null {
  const { unit } = figure;
  if (MONEY.has(unit)) return `money ${figure.currency ?? currency ?? ''}`;
  if (PLAIN.has(unit)) return 'number';
  if (PHYSICAL.has(unit)) return unit;
  return RATES.has(unit) || unit === 'multiple' ? unit : null;
}

/**
 * A figure as an operand, with its signed value; null for ranges, open bounds, zero, durations and units that nothing
 * can be reckoned with. `currency` is the document's, for amounts that print none.
 */
export function itemOf(figure: AuditFigure, currency: string | null): Item | null {
  const ends = figure.kind === 'duration' ? null : signedEnds(figure);
  const sort = ends && sortOf(figure, currency);
  if (!ends || !sort || ends.low.point !== ends.high.point || ends.low.point === 0) return null;
  return { figure, ends, value: ends.low.point, sort };
}

/**
 * True for the sort of an amount of money (`money USD`, or `money ` where no currency is known), false for any other.
 */
const isMoney = (sort: string): boolean => sort.startsWith('money');
const isAmount = (sort: string): boolean => isMoney(sort) || sort === 'number' || PHYSICAL.has(sort);

export interface Way {
  readonly name: string;
  /** Whether figures of these sorts can stand in it: the first operand, the second, the result. */
  readonly fits: (a: string, b: string, c: string) => boolean;
  /** The second operand, of the first and the result. */
  readonly partner: (a: number, c: number) => number;
  readonly compute: (a: number, b: number) => number;
  readonly words: (a: string, b: string) => string;
  /** How likely two unrelated figures give the result, of its printed width and size. */
  readonly chance: (width: number, size: number) => number;
  /** What the second operand must be beyond its sort. */
  readonly takes?: (b: AuditFigure) => boolean;
  /** Only between figures of one sentence, row or column. */
  readonly isNear?: true;
}

/** Values of a text lie within some three powers of e of each other; changes within a half; rates within ten points. */
const SPREAD = 3;
const CHANGES = 60;
const POINTS = 8;
const byRatio = (width: number, size: number): number => width / Math.abs(size) / SPREAD;
const byChange = (width: number): number => width / CHANGES;
const byPoints = (width: number): number => width / POINTS;

const HUNDRED = 100;

/** "Up 12%", "a 20% upside" lead from one amount to another; a share or a margin does not. */
const isChange = (figure: AuditFigure): boolean =>
  figure.kind === 'growth' || figure.direction !== null || /upside|growth|change|return/.test(figure.metric ?? '');
const isCount = (figure: AuditFigure): boolean => figure.unit === 'count' && !figure.approximate;

export const WAYS: readonly Way[] = [
  {
    name: 'share',
    fits: (a, b, c) => c === 'percent' && a === b && isAmount(a),
    partner: (a, c) => (a / c) * HUNDRED,
    compute: (a, b) => (a / b) * HUNDRED,
    words: (a, b) => `${a} ÷ ${b}`,
    chance: byRatio,
  },
  {
    name: 'growth',
    fits: (a, b, c) => c === 'percent' && a === b && (isAmount(a) || a === 'multiple'),
    partner: (a, c) => a / (1 + c / HUNDRED),
    compute: (a, b) => (a / b - 1) * HUNDRED,
    words: (a, b) => `${a} ÷ ${b} − 1`,
    chance: byChange,
  },
  {
    name: 'move',
    fits: (a, b, c) => c === 'percent' && isAmount(a) && (a === b || (isMoney(b) && a === 'number')),
    partner: (a, c) => a + (a / c) * HUNDRED,
    compute: (a, b) => (a / (b - a)) * HUNDRED,
    words: (a, b) => `${a} ÷ (${b} − ${a})`,
    chance: byRatio,
    isNear: true,
  },
  {
    name: 'ratio',
    fits: (a, b, c) => c === 'multiple' && a === b && isAmount(a),
    partner: (a, c) => a / c,
    compute: (a, b) => a / b,
    words: (a, b) => `${a} ÷ ${b}`,
    chance: byRatio,
  },
  {
    name: 'difference',
    fits: (a, b, c) => a === b && b === c && (isAmount(a) || a === 'multiple'),
    partner: (a, c) => a - c,
    compute: (a, b) => a - b,
    words: (a, b) => `${a} − ${b}`,
    chance: byRatio,
  },
  {
    name: 'sum',
    fits: (a, b, c) => a === b && b === c && isAmount(a),
    partner: (a, c) => c - a,
    compute: (a, b) => a + b,
    words: (a, b) => `${a} + ${b}`,
    chance: byRatio,
  },
  {
    name: 'difference of rates',
    fits: (a, b, c) => a === 'percent' && b === a && c === a,
    partner: (a, c) => a - c,
    compute: (a, b) => a - b,
    words: (a, b) => `${a} − ${b}`,
    chance: byPoints,
  },
  {
    name: 'sum of rates',
    fits: (a, b, c) => a === 'percent' && b === a && c === a,
    partner: (a, c) => c - a,
    compute: (a, b) => a + b,
    words: (a, b) => `${a} + ${b}`,
    chance: byPoints,
  },
  {
    name: 'points',
    fits: (a, b, c) => a === 'percent' && b === 'percent' && c === 'percentage_points',
    partner: (a, c) => a - c,
    compute: (a, b) => a - b,
    words: (a, b) => `${a} − ${b}`,
    chance: byPoints,
  },
  {
    name: 'basis points',
    fits: (a, b, c) => a === 'percent' && b === 'percent' && c === 'bps',
    partner: (a, c) => a - c / HUNDRED,
    compute: (a, b) => (a - b) * HUNDRED,
    words: (a, b) => `${a} − ${b}`,
    chance: (width) => byPoints(width / HUNDRED),
  },
  {
    name: 'part',
    fits: (a, b, c) => b === 'percent' && a === c && isAmount(a),
    partner: (a, c) => (c / a) * HUNDRED,
    compute: (a, b) => (a * b) / HUNDRED,
    words: (a, b) => `${a} × ${b}`,
    chance: byRatio,
    takes: (b) => !isChange(b),
  },
  {
    name: 'grown',
    fits: (a, b, c) => b === 'percent' && a === c && isAmount(a),
    partner: (a, c) => (c / a - 1) * HUNDRED,
    compute: (a, b) => a * (1 + b / HUNDRED),
    words: (a, b) => `${a} × (1 + ${b})`,
    chance: byRatio,
    takes: isChange,
  },
  {
    name: 'per',
    fits: (a, b, c) => isMoney(a) && b === 'number' && c === a,
    partner: (a, c) => a / c,
    compute: (a, b) => a / b,
    words: (a, b) => `${a} ÷ ${b}`,
    chance: byRatio,
    takes: isCount,
  },
  {
    name: 'times',
    fits: (a, b, c) => isMoney(a) && c === a && (b === 'number' || b === 'multiple'),
    partner: (a, c) => c / a,
    compute: (a, b) => a * b,
    words: (a, b) => `${a} × ${b}`,
    chance: byRatio,
    takes: (b) => b.unit === 'multiple' || isCount(b),
  },
  {
    name: 'product',
    fits: (a, b, c) => a === 'multiple' && b === 'percent' && c === 'multiple',
    partner: (a, c) => (c / a) * HUNDRED,
    compute: (a, b) => (a * b) / HUNDRED,
    words: (a, b) => `${a} × ${b}`,
    chance: byRatio,
    isNear: true,
  },
];

/** What they give as values with their rounding. */
export const givenBy = (way: Way, a: Item, b: Item): Ends | null => combine(a.ends, b.ends, way.compute);

/** The expression of a way with both operands as printed. */
export const wordsOf = (way: Way, a: Item, b: Item): string => way.words(digits(a.figure), digits(b.figure));
