/** Lines that say they are the difference of two others, a margin on the revenue line, or the total of those above. */
import {
  type Cell,
  compareEnds,
  combine,
  type Ends,
  exact,
  isRange,
  mapEnds,
  miss,
  pairwise,
  sumEnds,
} from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';
import type { Lattice, Line } from './lattice';
import { isDifference, isNoPart, isRevenue, isTotal, marginOf, plainLabel } from './words';
import { sameUnit } from '../../arithmetic/one-kind';

const HUNDRED = 100;
const isAlike = (a: Cell, b: Cell): boolean => sameUnit(a.figure, b.figure);

const isPercentOff = ({ figure }: Cell): boolean => figure.unit === 'percentage_points' || figure.unit === 'bps';

/** Either way round, because it is not printed which is taken from which; in points, or in percent of one of them. */
function differences(claim: Cell, a: Cell, b: Cell): readonly { readonly value: Ends; readonly words: string }[] {
  const by = claim.figure.unit === 'bps' ? HUNDRED : 1;
  return (
    [
      [a, b],
      [b, a],
    ] as const
  ).flatMap(([x, y]) => {
    const value = pairwise(x.ends, y.ends, (m, n) => (m - n) * by);
    const rate = y.ends.low.low > 0 ? pairwise(x.ends, y.ends, (m, n) => (m / n - 1) * HUNDRED) : null;
    const [p, q] = [digits(x.figure), digits(y.figure)];
    const isRate = claim.figure.unit === 'percent' && x.figure.unit !== 'percent';
    const found = isRate ? rate : value;
    return found ? [{ value: found, words: isRate ? `${p} ÷ ${q} − 1` : `${p} − ${q}` }] : [];
  });
}

function difference(claim: Cell, a: Cell, b: Cell): Relation | null {
  const isFit = isPercentOff(claim)
    ? a.figure.unit === 'percent'
    : isAlike(claim, a) || (claim.figure.unit === 'percent' && a.figure.unit !== 'percent');
  if (!isFit || !isAlike(a, b)) return null;
  const unsigned = (ends: Ends): Ends => mapEnds(ends, Math.abs);
  const ways = differences(claim, a, b);
  const tied =
    ways.find(({ value }) => compareEnds(value, claim.ends) !== 'conflict') ??
    ways.find(({ value }) => !isRange(value) && compareEnds(unsigned(value), unsigned(claim.ends)) !== 'conflict');
  const chosen = tied ?? ways[0];
  const printed = claim.ends.low.point;
  const own = chosen && Math.sign(chosen.value.low.point) !== Math.sign(printed) ? (ways[1] ?? chosen) : chosen;
  const said = tied ?? own;
  if (!said) return null;
  const relation = relateEnds('column', claim.figure, [a.figure, b.figure], said.value, said.words);
  return relation && tied && relation.verdict === 'conflict' ? null : relation;
}

/** The two lines right before it, the only ones since the line of differences before. */
export function differenceLines(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    if (!isDifference(line.label)) return [];
    const from = lattice.lines.slice(0, at).findLastIndex(({ label }) => isDifference(label)) + 1;
    const before = lattice.lines.slice(from, at).filter(({ cells }) => cells.size > 0);
    const [a, b] = before.slice(-2);
    if (!a || !b) return [];
    const found = [...line.cells].flatMap(([place, claim]) => {
      const [x, y] = [a.cells.get(place), b.cells.get(place)];
      return x && y ? (difference(claim, x, y) ?? []) : [];
    });
    return found.filter(({ verdict }) => verdict !== 'conflict' || before.length === 2);
  });
}

function marginAt(claim: Cell, part: Cell, revenue: Cell): Relation | null {
  if (claim.figure.unit !== 'percent' || !isAlike(part, revenue) || revenue.ends.low.low <= 0) return null;
  const value = combine(part.ends, revenue.ends, (a, b) => (a / b) * HUNDRED);
  const words = `${digits(part.figure)} ÷ ${digits(revenue.figure)}`;
  return value && relateEnds('column', claim.figure, [part.figure, revenue.figure], value, words);
}

/** "Adjusted EBITA margin" beside "Adjusted EBITA" and "Sales": where other places tie, the odd one is wrong. */
export function marginLines(lattice: Lattice): readonly Relation[] {
  const revenues = lattice.lines.filter((line) => isRevenue(line.label) && line.cells.size > 0);
  const [revenue] = revenues;
  if (!revenue) return [];
  return lattice.lines.flatMap((line): readonly Relation[] => {
    const name = marginOf(line.label);
    const parts = lattice.lines.filter(
      (one) =>
        one !== line && name !== '' && [name, `${name} income`, `${name} profit`].includes(plainLabel(one.label)),
    );
    const [part] = parts;
    if (!part || parts.length > 1) return [];
    const found = [...line.cells].flatMap(([place, claim]) => {
      const [x, y] = [part.cells.get(place), revenue.cells.get(place)];
      return x && y ? (marginAt(claim, x, y) ?? []) : [];
    });
    const tied = found.filter(({ verdict }) => verdict !== 'conflict');
    const isOdd = found.length - tied.length === 1 && tied.length >= 1;
    return isOdd ? found : tied;
  });
}

const NIL = /^[\s$€£¥*~]*(?:[-—–]|n\/?a|flat|nil|none|0|持平)?[\s*]*$/;
const FARTHEST = 0.4;
const ADDABLE = new Set(['money', 'count', 'per_share', 'other', 'percentage_points', 'energy', 'power_gw', 'mass']);

interface Parts {
  readonly lines: readonly Line[];
  readonly isClean: boolean;
}

function partsOf(lattice: Lattice, at: number): Parts {
  const lines: Line[] = [];
  for (let i = at - 1; i >= 0; i -= 1) {
    const line = lattice.lines[i];
    if (!line || line.cells.size === 0 || isTotal(line.label)) break;
    lines.unshift(line);
  }
  return { lines, isClean: lines.every(({ label }) => label !== '' && !isNoPart(label)) };
}

function totalAt(claim: Cell, parts: readonly Line[], place: number): Relation | null {
  const cells = parts.flatMap((part) => part.cells.get(place) ?? []);
  const isWhole = parts.every((part) => part.cells.has(place) || NIL.test(part.texts.get(place) ?? ''));
  if (cells.length < 2 || !isWhole || !ADDABLE.has(claim.figure.unit) || cells.some((cell) => !isAlike(cell, claim)))
    return null;
  const sum = sumEnds(
    cells.map(({ ends }) => ends),
    pairwise,
  );
  const words = cells.map(({ figure }) => digits(figure)).join(' + ');
  const figures = cells.map(({ figure }) => figure);
  const mayBeMiddle = sum !== null && isRange(sum) && !isRange(claim.ends);
  const [relation, middle] = [sum, mayBeMiddle ? exact((sum.low.point + sum.high.point) / 2) : null].map(
    (value) => value && relateEnds('column', claim.figure, figures, value, words),
  );
  const held = [relation, middle].find((one) => one && one.verdict !== 'conflict');
  if (held) return held;
  return relation && sum && miss(sum, claim.ends) <= FARTHEST ? relation : null;
}

/** Ranges among the parts or the total; plain amounts are looked after where statements are. */
const hasRange = (lines: readonly Line[], place: number): boolean =>
  lines.some(({ cells }) => {
    const cell = cells.get(place);
    return cell !== undefined && isRange(cell.ends);
  });

/**
 * Relations of lines labelled as totals with the parts above them. A conflict is given only where the parts are clear:
 * all lines above, or a tie in another place of the line.
 */
export function totalLines(lattice: Lattice): readonly Relation[] {
  return lattice.lines.flatMap((line, at): readonly Relation[] => {
    if (!isTotal(line.label)) return [];
    const { lines, isClean } = partsOf(lattice, at);
    if (lines.length < 2) return [];
    const found = [...line.cells].flatMap(([place, claim]) =>
      hasRange([...lines, line], place) ? (totalAt(claim, lines, place) ?? []) : [],
    );
    const isSimple = lines.length === at && at === lattice.lines.length - 1;
    const ties = found.filter(({ verdict }) => verdict !== 'conflict');
    return isClean && (isSimple || ties.length > 0) ? found : ties;
  });
}
