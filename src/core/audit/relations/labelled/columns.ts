/**
 * Columns whose head says how they are made of others: "YoY" beside two periods, "% of total" beside amounts with their
 * total, "Average" under a list. What the head says holds in most rows; the odd one is wrong.
 */
import {
  type Cell,
  combine,
  compareEnds,
  type Ends,
  exact,
  isRange,
  mapEnds,
  miss,
  sumEnds,
} from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import { AMOUNTS, sameUnit } from '../../arithmetic/one-kind';
import type { Lattice, Line } from './lattice';
import {
  growthOf,
  isAverage,
  isCagr,
  isEquity,
  isFlow,
  isMedian,
  isNoPart,
  isPerShare,
  isRevenue,
  isShare,
  isStock,
  isTotal,
  type Time,
  timeOf,
} from './words';

const HUNDRED = 100;
const isAmount = ({ figure }: Cell): boolean => AMOUNTS.has(figure.unit) && figure.kind !== 'growth';
const isPoint = ({ ends }: Cell): boolean => !isRange(ends);
const isRate = ({ figure }: Cell): boolean => figure.unit === 'percent';

const ties = (found: readonly Relation[]): readonly Relation[] => found.filter(({ verdict }) => verdict !== 'conflict');

/** The rule of a column: it holds more often than it breaks, or it breaks nowhere. */
function ruled(found: readonly Relation[], isClose: (relation: Relation) => boolean): readonly Relation[] {
  const tied = ties(found);
  const odd = found.filter((one) => one.verdict === 'conflict');
  const isConclusive = tied.length > odd.length || (tied.length === 1 && odd.length === 1);
  return isConclusive ? [...tied, ...odd.filter(isClose)] : tied;
}

const FARTHEST_POINTS = 30;
const isInPoints = ({ computed, claimed }: Relation): boolean =>
  computed.point !== null &&
  claimed.point !== null &&
  Math.abs(Number(computed.point) - Number(claimed.point)) <= FARTHEST_POINTS;

interface Dated extends Time {
  readonly line: Line;
}

const PART_OF_YEAR = /\bq[1-4]\b|[1-4]q|\bh[12]\b|季|month|quarter|half/;
const SEQUENTIAL = /qoq|q\/q|sequential|环比|環比|季增/;

/** The two periods that a head of growth is about: the latest and the one a year (or, said so, a quarter) before it. */
function pairOf(lattice: Lattice, label: string): readonly [Line, Line] | null {
  const dated = lattice.lines.flatMap((line): readonly Dated[] => {
    const time = growthOf(line.label) === null && !isCagr(line.label) ? timeOf(line.label) : null;
    return time ? [{ ...time, line }] : [];
  });
  const [first] = dated;
  if (!first || dated.length < 2 || dated.some(({ isQuarter }) => isQuarter !== first.isQuarter)) return null;
  if (!first.isQuarter && dated.some(({ line }) => PART_OF_YEAR.test(line.label))) return null;
  const latest = dated.reduce((last, one) => (one.at > last.at ? one : last));
  const step = first.isQuarter && !SEQUENTIAL.test(label) ? 4 : 1;
  const base = dated.filter(({ at }) => at === latest.at - step);
  const isOnly = dated.filter(({ at }) => at === latest.at).length === 1;
  return isOnly && base.length === 1 && base[0] ? [latest.line, base[0].line] : null;
}

function grown(claim: Cell, value: Cell, base: Cell): Relation | null {
  if (!isRate(claim) || !isAmount(value) || !isAmount(base) || !sameUnit(value.figure, base.figure)) return null;
  if (base.ends.low.low <= 0 || !isPoint(value) || !isPoint(base)) return null;
  const rate = combine(value.ends, base.ends, (a, b) => (a / b - 1) * HUNDRED);
  const words = `${digits(value.figure)} ÷ ${digits(base.figure)} − 1`;
  const relation = rate && relateEnds('column', claim.figure, [value.figure, base.figure], rate, words);
  const size = rate && mapEnds(rate, Math.abs);
  // A fall may be printed without its sign where the row says decline.
  return size && relation?.verdict === 'conflict' && compareEnds(size, claim.ends) !== 'conflict' ? null : relation;
}

/**
 * Relations of lines headed as growth with the two lines of periods it is about. Conflicts are given only where the
 * line holds more often than it breaks (or once each), and never over 30 points apart.
 */
export function growthColumns(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line): readonly Relation[] => {
    if (growthOf(line.label) !== '' || isCagr(line.label) || timeOf(line.label)) return [];
    const others = lattice.lines.filter((one) => one !== line && growthOf(one.label) === '' && !isCagr(one.label));
    const pair = others.every(({ label }) => SEQUENTIAL.test(label) !== SEQUENTIAL.test(line.label))
      ? pairOf(lattice, line.label)
      : null;
    if (!pair) return [];
    const [latest, before] = pair;
    const found = [...line.cells].flatMap(([place, claim]) => {
      const [value, base] = [latest.cells.get(place), before.cells.get(place)];
      return value && base ? (grown(claim, value, base) ?? []) : [];
    });
    return ruled(found, isInPoints);
  });
}

/** The amounts of a column with their total, which the row of totals states. */
function wholeOf(lattice: Lattice, line: Line): { readonly place: number; readonly cell: Cell } | null {
  const places = [...lattice.heads].filter(([place, head]) => isTotal(head) && line.cells.has(place));
  const [only] = places;
  const cell = only && line.cells.get(only[0]);
  return places.length === 1 && only && cell ? { place: only[0], cell } : null;
}

/**
 * Relations of lines of shares with the line of amounts before them and its total. Conflicts are given only where the
 * line holds more often than it breaks (or once each), and never over 30 points apart.
 */
export function shareColumns(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    if (!isShare(line.label)) return [];
    const amounts = lattice.lines.slice(0, at).findLast((one) => [...one.cells.values()].filter(isAmount).length >= 2);
    const whole = amounts && wholeOf(lattice, amounts);
    if (!amounts || !whole || whole.cell.ends.low.low <= 0) return [];
    const found = [...line.cells].flatMap(([place, claim]) => {
      const part = amounts.cells.get(place);
      if (!part || place === whole.place || !isRate(claim) || !isPoint(part) || part.ends.low.low < 0) return [];
      const value = combine(part.ends, whole.cell.ends, (a, b) => (a / b) * HUNDRED);
      const words = `${digits(part.figure)} ÷ ${digits(whole.cell.figure)}`;
      const figures = [part.figure, whole.cell.figure];
      return (value && relateEnds('column', claim.figure, figures, value, words)) ?? [];
    });
    return ruled(found, isInPoints);
  });
}

const WHOLE = 100;
const FARTHEST_WHOLE = 25;
/** Shares above a total of 100%. */
export function sharesInAll(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    if (!isTotal(line.label)) return [];
    const from = lattice.lines.slice(0, at).findLastIndex(({ label, cells }) => cells.size === 0 || isTotal(label)) + 1;
    const parts = lattice.lines.slice(from, at);
    if (parts.length < 2 || parts.some(({ label }) => isNoPart(label))) return [];
    return [...line.cells].flatMap(([place, claim]): readonly Relation[] => {
      const cells = parts.flatMap((part) => part.cells.get(place) ?? []);
      const isWhole = claim.ends.low.point === WHOLE && isRate(claim) && isShare(lattice.heads.get(place) ?? '');
      if (!isWhole || cells.length !== parts.length || !cells.every((cell) => isRate(cell) && isPoint(cell))) return [];
      const sum = sumEnds(cells.map(({ ends }) => ends));
      const figures = cells.map(({ figure }) => figure);
      const relation = sum && relateEnds('column', claim.figure, figures, sum, figures.map(digits).join(' + '));
      const isClose = sum !== null && Math.abs(sum.low.point - WHOLE) <= FARTHEST_WHOLE;
      return relation && (relation.verdict !== 'conflict' || isClose) ? [relation] : [];
    });
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
}

const FEWEST = 3;
const MOST = 25;
const FARTHEST = 0.4;
const OFF = 0.02;

/** A row of averages: of all rows above it, or of all but one, since the subject is often set apart from its peers. */
function averageAt(claim: Cell, cells: readonly Cell[], isOfMiddle: boolean): Relation | null {
  const values = cells.map(({ ends }) => ends.low.point);
  const few = values.map((_, i) => values.filter((__, j) => j !== i));
  const ways = [values, ...few].flatMap((some) => [mean(some), median(some)]).map(exact);
  const own = exact(isOfMiddle ? median(values) : mean(values));
  const tied = ways.find((way) => compareEnds(way, claim.ends) !== 'conflict');
  const near = ways.some((way) => miss(way, claim.ends) <= OFF);
  const chosen = tied ?? own;
  if (!tied && (near || miss(own, claim.ends) > FARTHEST)) return null;
  const figures = cells.map(({ figure }) => figure);
  const words = isOfMiddle
    ? `median of ${figures.map(digits).join(', ')}`
    : `(${figures.map(digits).join(' + ')}) ÷ ${figures.length}`;
  return relateEnds('column', claim.figure, figures, chosen, words);
}

/**
 * Relations of lines headed as average or median with the lines above them, where each has a point of the same unit.
 */
export function averageRows(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    const [isOfMiddle, isMean] = [isMedian(line.label), isAverage(line.label)];
    if (!isOfMiddle && !isMean) return [];
    const isNone = ({ label, cells }: Line): boolean => cells.size === 0 || isTotal(label) || isRevenue(label);
    const isOther = ({ label }: Line): boolean => isMedian(label) || isAverage(label);
    const above = lattice.lines.slice(0, at).filter((one) => !isOther(one));
    const parts = above.slice(above.findLastIndex(isNone) + 1);
    if (parts.length < FEWEST || parts.length > MOST || parts.some(({ label }) => isNoPart(label))) return [];
    const found = [...line.cells].flatMap(([place, claim]) => {
      const cells = parts.flatMap((part) => part.cells.get(place) ?? []);
      const isAll =
        cells.length === parts.length && cells.every((cell) => isPoint(cell) && sameUnit(cell.figure, claim.figure));
      return isAll && isPoint(claim) ? (averageAt(claim, cells, isOfMiddle) ?? []) : [];
    });
    const tied = ties(found);
    return found.length === 1 || tied.length * 2 >= found.length ? found : tied;
  });
}

const wordsOf = (label: string): ReadonlySet<string> =>
  new Set(
    label
      .replace(/[()]/g, ' ')
      .split(/\s+/)
      .filter((word) => word.length > 2 && !isStock(word) && !isFlow(word)),
  );
const sharesWord = (a: string, b: string): boolean => {
  const own = wordsOf(a);
  return own.size === 0 || [...wordsOf(b)].some((word) => own.has(word));
};

/** What has piled up is what there was and what was added: "Cumulative capacity" over "Additions", year by year. */
export function stockLines(lattice: Lattice): readonly Relation[] {
  const dated = [...lattice.heads].flatMap(([place, head]) => {
    const time = timeOf(head);
    return time ? [{ place, ...time }] : [];
  });
  return lattice.lines
    .filter(({ label }) => isStock(label))
    .flatMap((stock): readonly Relation[] => {
      const flows = lattice.lines.filter(
        (line) => line !== stock && isFlow(line.label) && !isStock(line.label) && sharesWord(stock.label, line.label),
      );
      const [flow] = flows;
      if (!flow || flows.length > 1) return [];
      const found = dated.flatMap(({ place, at, isQuarter }): readonly Relation[] => {
        const before = dated.find((one) => one.at === at - 1 && one.isQuarter === isQuarter);
        const [claim, added] = [stock.cells.get(place), flow.cells.get(place)];
        const base = before && stock.cells.get(before.place);
        if (!claim || !added || !base || !isAmount(claim) || !sameUnit(claim.figure, added.figure)) return [];
        const value = combine(base.ends, added.ends, (a, b) => a + b);
        const words = `${digits(base.figure)} + ${digits(added.figure)}`;
        return [(value && relateEnds('column', claim.figure, [base.figure, added.figure], value, words)) ?? []].flat();
      });
      return ruled(found, ({ computed, claimed }) => {
        const [is, says] = [Number(computed.point), Number(claimed.point)];
        return Math.abs(is - says) <= FARTHEST * Math.abs(says);
      });
    });
}

/** The shares by which each case divides its equity are the same: where all but one agree, the odd value is wrong. */
export function perShareLines(lattice: Lattice): readonly Relation[] {
  return lattice.lines
    .filter(({ label }) => isPerShare(label))
    .flatMap((line): readonly Relation[] => {
      const equity = lattice.lines.filter((one) => one !== line && isEquity(one.label));
      const pairs = [...line.cells].flatMap(([place, claim]) => {
        const whole = equity[0]?.cells.get(place);
        const shares = whole && claim.ends.low.low > 0 ? combine(whole.ends, claim.ends, (a, b) => a / b) : null;
        return whole && shares && isPoint(claim) && isPoint(whole) ? [{ claim, whole, shares }] : [];
      });
      if (equity.length !== 1 || pairs.length < FEWEST) return [];
      const agrees = (one: Ends): number =>
        pairs.filter(({ shares }) => compareEnds(shares, one) !== 'conflict').length;
      const usual = pairs.find(({ shares }) => agrees(shares) === pairs.length - 1);
      const odd = usual && pairs.find(({ shares }) => agrees(shares) === 1);
      const value = usual && odd && combine(odd.whole.ends, usual.shares, (a, b) => a / b);
      if (!value || miss(value, odd.claim.ends) > FARTHEST) return [];
      const words = `${digits(odd.whole.figure)} ÷ the shares of the others`;
      const operands = [odd.whole.figure, usual.claim.figure, usual.whole.figure];
      return [relateEnds('column', odd.claim.figure, operands, value, words) ?? []].flat();
    });
}
