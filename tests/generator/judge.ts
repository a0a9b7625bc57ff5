/**
 * Holds what was read against what is true: figures are paired by where they stand, and each field is right or wrong.
 * The rules are those by which annotated documents are measured, so that numbers can be set side by side.
 */
import type { Finding } from '../../src/core/audit/model/model';
import { PROVENANCE_MARK } from '../../src/core/figure/provenance';
import type { Figure } from '../../src/core/figure/model';
import type { GoldFigure, PlantedError } from './truth';

export const FIELDS = ['value', 'period', 'entity', 'metric', 'class'] as const;
export type Field = (typeof FIELDS)[number];

export interface Judged {
  readonly gold: GoldFigure;
  readonly read: Figure | null;
  readonly wrong: readonly (Field | 'found' | 'direction')[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Place, b: Place): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Each figure has at most one partner: the one it shares most of its text with. */
function partners(golds: readonly GoldFigure[], reads: readonly Figure[]): ReadonlyMap<GoldFigure, Figure> {
  const shared = golds.flatMap((gold) =>
    reads
      .filter((read) => overlap(gold, read) > 0)
      .map((read) => ({
        gold,
        read,
        weight: overlap(gold, read) - 0.001 * Math.abs(read.end - read.start - (gold.end - gold.start)),
      })),
  );
  const found = new Map<GoldFigure, Figure>();
  const taken = new Set<Figure>();
  for (const { gold, read } of shared.sort((a, b) => b.weight - a.weight)) {
    if (found.has(gold) || taken.has(read)) continue;
    found.set(gold, read);
    taken.add(read);
  }
  return found;
}

/** Units that stand for the same kind of thing. */
const FAMILY: Readonly<Record<string, string>> = {
  per_share: 'money',
  percentage_points: 'percent',
  rate: 'percent',
  score: 'count',
  energy: 'count',
  other: 'count',
};
const STRICT = new Set(['money', 'percent', 'bps', 'multiple']);
const familyOf = (unit: string): string => FAMILY[unit] ?? unit;

function sameUnit(gold: string, read: string): boolean {
  const [a, b] = [familyOf(gold), familyOf(read)];
  return a === b || (a === 'count' && !STRICT.has(b));
}

function sameNumber(a: string | null, b: string | null, signed: boolean): boolean {
  if (a === null || b === null) return a === b;
  const [x, y] = signed ? [Number(a), Number(b)] : [Math.abs(Number(a)), Math.abs(Number(b))];
  return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}

function sameValue(gold: GoldFigure, read: Figure): boolean {
  const signed = gold.direction === null;
  const straight = sameNumber(gold.low, read.low, signed) && sameNumber(gold.high, read.high, signed);
  const turned = !signed && sameNumber(gold.low, read.high, false) && sameNumber(gold.high, read.low, false);
  const currency = gold.currency === null || read.currency === null || gold.currency === read.currency;
  return (straight || turned) && sameUnit(gold.unit, read.unit) && currency;
}

function sameQualifier(gold: GoldFigure, read: Figure): boolean {
  const plain = (qualifier: string): string =>
    qualifier === 'up-to' ? 'at-most' : qualifier === 'range' ? 'none' : qualifier;
  if (gold.qualifier === 'range') return ['range', 'none', 'approx'].includes(read.qualifier);
  return plain(gold.qualifier) === plain(read.qualifier);
}

const normal = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

export function sameName(gold: string, read: string | null): boolean {
  const [a, b] = [normal(gold), normal(read)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  if (b.length > 2 * a.length + 14) return false;
  const within = ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
  return within || ((isHan(a) || isHan(b)) && (a.includes(b) || b.includes(a)));
}

const STOP = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'for',
  'to',
  'and',
  'or',
  'per',
  'by',
  'at',
  'its',
  'our',
  'total',
]);
/** Long forms and the short ones they are counted as. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['earnings per share', 'eps'],
  ['free cash flow', 'fcf'],
  ['capital expenditures', 'capex'],
  ['capital expenditure', 'capex'],
  ['operating expenses', 'opex'],
  ['stock price', 'share price'],
  ['market capitalization', 'market cap'],
  ['market capitalisation', 'market cap'],
  ['enterprise value', 'ev'],
  ['price to earnings', 'p e'],
  ['compound annual growth rate', 'cagr'],
  ['net sales', 'revenue'],
  ['sales', 'revenue'],
  ['operating profit', 'operating income'],
  ['depreciation and amortization', 'd a'],
];

function termsOf(text: string): ReadonlySet<string> {
  const short = SYNONYMS.reduce(
    (words, [long, brief]) => ` ${words} `.replaceAll(` ${long} `, ` ${brief} `).trim(),
    normal(text),
  );
  const words = short.split(' ').filter((word) => word !== '' && !STOP.has(word));
  return new Set(words.map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')));
}

/** Share of words in common, 0 to 1. */
export function likeness(gold: string, read: string | null): number {
  const [x, y] = [termsOf(gold), termsOf(read ?? '')];
  const common = [...x].filter((word) => y.has(word)).length;
  return x.size === 0 || y.size === 0 ? 0 : (2 * common) / (x.size + y.size);
}

function sameMetric(gold: string, read: string | null): boolean {
  const [a, b] = [normal(gold), normal(read)];
  if (a === '' || b === '') return false;
  if (a === b || (isHan(a) && isHan(b) && (a.includes(b) || b.includes(a)))) return true;
  return likeness(a, b) >= 0.6;
}

const plainPeriod = (period: string | null): string | null =>
  period === null ? null : period.replace(/^CY/, 'FY').replace(/^(\d{4})$/, 'FY$1');

const RIGHT: Readonly<Record<Field | 'direction', (gold: GoldFigure, read: Figure) => boolean>> = {
  value: (gold, read) => sameValue(gold, read) && sameQualifier(gold, read),
  period: (gold, read) => gold.period.map(plainPeriod).includes(plainPeriod(read.period)),
  entity: (gold, read) => gold.entity.some((name) => sameName(name, read.entity) || sameName(name, read.entityLabel)),
  metric: (gold, read) =>
    gold.metric.some((name) => sameMetric(name, read.metric) || sameMetric(name, read.metricLabel)),
  class: (gold, read) => gold.letters.some((letter) => letter === PROVENANCE_MARK[read.provenance].replace('Σ', 'S')),
  direction: (gold, read) => gold.direction === read.direction,
};

export interface Reading {
  readonly judged: readonly Judged[];
  /** Read where nothing is a figure. */
  readonly extra: readonly Figure[];
}

export function judgeFigures(golds: readonly GoldFigure[], reads: readonly Figure[]): Reading {
  const found = partners(golds, reads);
  const judged = golds.map((gold): Judged => {
    const read = found.get(gold) ?? null;
    if (read === null) return { gold, read, wrong: ['found'] };
    const wrong = [...FIELDS, 'direction' as const].filter((field) => !RIGHT[field](gold, read));
    return { gold, read, wrong };
  });
  const extra = reads.filter((read) => !golds.some((gold) => overlap(gold, read) > 0));
  return { judged, extra };
}

/** Value, period, entity, metric and class all right. */
export const isRight = ({ wrong }: Judged): boolean => wrong.every((field) => field === 'direction');

/** Findings that say something does not hold, with enough weight that a person must look. */
export const isAccusation = ({ rule, severity }: Finding): boolean =>
  /^(?:CALC|CON|TIM|ADJ)/.test(rule) && (severity === 'error' || severity === 'warning');

/**
 * A finding names a planted error when it holds a changed place against another, or points at two places that the change
 * has set at odds: what is told of a wrong word are the figures it stands with.
 */
export function names({ figures, spans }: Finding, { spoilt, beside }: PlantedError): boolean {
  const places = [...figures, ...spans].filter((at) => at.end - at.start <= 120);
  if (figures.length + spans.length > 12) return false;
  const touched = (all: readonly Place[]): number =>
    all.filter((place) => places.some((at) => overlap(at, place) > 0)).length;
  if (touched(spoilt) > 0 && places.length > 1) return true;
  return touched(spoilt) + touched(beside) >= Math.min(2, spoilt.length + beside.length);
}
