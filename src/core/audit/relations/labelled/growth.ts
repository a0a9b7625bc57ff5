/**
 * Lines that say they are growth: each value against its line of amounts a period earlier, where the heads are periods.
 * Compound growth against the first and the last year of the table or of its own label.
 */
import type { AuditFigure } from '../../model/model';
import {
  type Cell,
  combine,
  compareEnds,
  type Ends,
  exact,
  isRange,
  mapEnds,
  miss,
  pairwise,
} from '../../arithmetic/ends';
import { AMOUNTS } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import type { Lattice, Line } from './lattice';
import { growthOf, isCagr, plainLabel, timeOf } from './words';

const HUNDRED = 100;
const isAmount = ({ figure }: Cell): boolean =>
  (AMOUNTS.has(figure.unit) || figure.unit === 'multiple') && figure.kind !== 'growth';
const isRate = ({ figure }: Cell): boolean => figure.unit === 'percent';
const FARTHEST_POINTS = 30;

const amountsOf = (line: Line): number => [...line.cells.values()].filter(isAmount).length;
const middle = (ends: Ends): Ends => exact((ends.low.point + ends.high.point) / 2);

/** The ways to say how much a range grew: end by end, middle to middle, and from and to the middle. */
function growths(value: Ends, base: Ends): readonly Ends[] {
  if (base.low.low <= 0) return [];
  const change = (a: number, b: number): number => (a / b - 1) * HUNDRED;
  const whole = isRange(value) !== isRange(base) ? combine(value, base, change) : pairwise(value, base, change);
  const middles = isRange(value) || isRange(base) ? pairwise(middle(value), middle(base), change) : null;
  return [whole, middles].filter((ends) => ends !== null);
}

interface Found {
  readonly relation: Relation;
  readonly isNear: boolean;
}

function judge(claim: Cell, value: Cell, base: Cell): Found | null {
  const ways = growths(value.ends, base.ends);
  const first = ways[0];
  if (!first) return null;
  const tied = ways.find((way) => compareEnds(way, claim.ends) !== 'conflict');
  const words = `${digits(value.figure)} ÷ ${digits(base.figure)} − 1`;
  const relation = relateEnds('column', claim.figure, [value.figure, base.figure], tied ?? first, words);
  const off = Math.abs(first.low.point - claim.ends.low.point);
  return relation && { relation, isNear: off <= FARTHEST_POINTS && miss(first, claim.ends) > 0 };
}

interface Dated {
  readonly place: number;
  readonly at: number;
  readonly isQuarter: boolean;
}

const datedPlaces = ({ heads }: Lattice): readonly Dated[] =>
  [...heads].flatMap(([place, head]) => {
    const time = timeOf(head);
    return time ? [{ place, ...time }] : [];
  });

/** How far back a rate counts: a year, of quarters four of them unless it says quarter on quarter. */
const stepOf = (label: string, isQuarter: boolean): number =>
  isQuarter && !/qoq|q\/q|sequential|环比|環比|季增/.test(label) ? 4 : 1;

function judgedLine(claims: Line, amounts: Line, places: readonly Dated[]): readonly Found[] {
  return places.flatMap(({ place, at, isQuarter }): readonly Found[] => {
    const earlier = places.find(
      (one) => one.isQuarter === isQuarter && one.at === at - stepOf(claims.label, isQuarter),
    );
    const [claim, value] = [claims.cells.get(place), amounts.cells.get(place)];
    const base = earlier && amounts.cells.get(earlier.place);
    if (!claim || !value || !base || !isRate(claim) || !isAmount(value) || !isAmount(base)) return [];
    return value.figure.unit === base.figure.unit ? [judge(claim, value, base) ?? []].flat() : [];
  });
}

const BY_ITSELF = /organic|constant|ex-|excl|like-for-like|guid|target|consensus|预期|預期|目标|目標/;

/** The line that a growth line is of: by its name, else the nearest line of amounts before it. */
function ownLine(lattice: Lattice, at: number, name: string): Line | null {
  if (name !== '') {
    const named = lattice.lines.filter((line) => amountsOf(line) > 1 && plainLabel(line.label) === name);
    if (named.length > 0) return named[0] ?? null;
  }
  const before = lattice.lines[at - 1];
  return before && amountsOf(before) > 1 && (name === '' || plainLabel(before.label).includes(name)) ? before : null;
}

/** Rates beside amounts of several kinds are surely of the amount right before them only where these alternate. */
function isOnly(lattice: Lattice, at: number, own: Line): boolean {
  const before = lattice.lines.slice(0, at);
  const from = before.findLastIndex((line) => growthOf(line.label) !== null) + 1;
  return before
    .slice(from)
    .filter((line) => amountsOf(line) > 1)
    .every((line) => line === own);
}

const MOST_ODD = 2;

/** Ties of all lines of growth; conflicts only where they are few and it is clear which line of amounts is meant. */
export function growthLines(lattice: Lattice): readonly Relation[] {
  const places = datedPlaces(lattice);
  if (places.length < 2) return [];
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    const name = growthOf(line.label);
    if (name === null || BY_ITSELF.test(line.label) || isCagr(line.label)) return [];
    const own = ownLine(lattice, at, name);
    if (!own) return [];
    const found = judgedLine(line, own, places);
    const tied = found.filter(({ relation }) => relation.verdict !== 'conflict');
    const odd = found.filter(({ relation, isNear }) => relation.verdict === 'conflict' && isNear);
    const isFew = found.length - tied.length === odd.length && odd.length <= Math.max(MOST_ODD, tied.length / 2);
    const isConclusive = isFew && (name !== '' || isOnly(lattice, at, own));
    return [...tied, ...(isConclusive ? odd : [])].map(({ relation }) => relation);
  });
}

/** "+33%" in brackets behind the amount of its own cell: growth over the cell before, where the heads follow each other. */
export interface Bracketed {
  readonly claim: AuditFigure;
  readonly ends: Ends;
  /** "midpoint +12%" */
  readonly isMiddle: boolean;
}

/**
 * Amounts with their growth in brackets in the same cell, against the same line a year (a quarter) earlier. `behind`
 * gives the rate behind a figure, null where there is none.
 */
export function bracketedGrowth(
  lattice: Lattice,
  behind: (figure: AuditFigure) => Bracketed | null,
): readonly Relation[] {
  const places = datedPlaces(lattice);
  return lattice.lines.flatMap((line) =>
    places.flatMap(({ place, at, isQuarter }): readonly Relation[] => {
      const value = line.cells.get(place);
      const earlier = places.find((one) => one.isQuarter === isQuarter && one.at === at - stepOf('', isQuarter));
      const base = earlier && line.cells.get(earlier.place);
      const claim = value && behind(value.figure);
      if (!value || !base || !claim || !isAmount(value) || value.figure.unit !== base.figure.unit) return [];
      const whole = { figure: value.figure, ends: claim.isMiddle ? middle(value.ends) : value.ends };
      const found = judge({ figure: claim.claim, ends: claim.ends }, whole, base);
      return found && (found.relation.verdict !== 'conflict' || found.isNear) ? [found.relation] : [];
    }),
  );
}

const SPAN = /((?:19|20)\d\d)[ae]?\s?(?:[-–—/]|to|至|到)\s?((?:19|20)?\d\d)[ae]?/;
const COUNT = /(\d{1,2})[- ]?(?:y(?:ea)?rs?\b|y\b|年)/;
const MOST_POINTS = 12;
const MOST_YEARS = 20;

interface Series {
  readonly year: number;
  readonly line: Line;
}

function spanOf(label: string, years: readonly number[]): readonly [number, number] | null {
  const said = SPAN.exec(label);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (said?.[1] && said[2]) {
    const from = Number(said[1]);
    return [from, said[2].length === 2 ? Math.floor(from / HUNDRED) * HUNDRED + Number(said[2]) : Number(said[2])];
  }
  const count = COUNT.exec(label)?.[1];
  if (count !== undefined) return years.includes(last - Number(count)) ? [last - Number(count), last] : null;
  return [first, last];
}

function cagrAt(claim: Cell, start: Cell, end: Cell, years: number): Relation | null {
  if (start.ends.low.low <= 0 || end.ends.low.low <= 0 || start.figure.unit !== end.figure.unit) return null;
  const rate = (span: number): Ends | null => {
    const ratio = span > 0 ? pairwise(end.ends, start.ends, (a, b) => a / b) : null;
    return ratio && mapEnds(ratio, (value) => (value ** (1 / span) - 1) * HUNDRED);
  };
  const [own, ...others] = [years, years - 1, years + 1].map((span) => ({ span, value: rate(span) }));
  const tied = [own, ...others].find((one) => one?.value && compareEnds(one.value, claim.ends) === 'tied');
  const chosen = tied ?? own;
  if (!chosen?.value || Math.abs(chosen.value.low.point - claim.ends.low.point) > MOST_POINTS) return null;
  const words = `(${digits(end.figure)} ÷ ${digits(start.figure)})^(1/${chosen.span}) − 1`;
  return relateEnds('column', claim.figure, [end.figure, start.figure], chosen.value, words);
}

/** A line of compound growth beside lines that are years. */
export function cagrLines(lattice: Lattice): readonly Relation[] {
  const series = lattice.lines.flatMap((line): readonly Series[] => {
    const time = isCagr(line.label) ? null : timeOf(line.label);
    return time && !time.isQuarter ? [{ year: time.at, line }] : [];
  });
  const years = series.map(({ year }) => year);
  if (years.length < 2 || new Set(years).size !== years.length) return [];
  return lattice.lines
    .filter(({ label }) => isCagr(label))
    .flatMap((line) => {
      const span = spanOf(line.label, years);
      if (!span || span[1] - span[0] > MOST_YEARS || span[1] <= span[0]) return [];
      const [from, to] = span.map((year) => series.find((one) => one.year === year)?.line);
      return [...line.cells].flatMap(([place, claim]): readonly Relation[] => {
        const [start, end] = [from?.cells.get(place), to?.cells.get(place)];
        if (!start || !end || !isRate(claim) || !isAmount(start) || !isAmount(end)) return [];
        return [cagrAt(claim, start, end, span[1] - span[0]) ?? []].flat();
      });
    });
}
