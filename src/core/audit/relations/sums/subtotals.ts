/** Rows of a table that sum up the rows right above them, and totals of such subtotals. */
import type { AuditFigure, Verdict } from '../../model/model';
import { type Cell, combine, type Ends } from '../../arithmetic/ends';
import { sameUnit } from '../../arithmetic/one-kind';
import { digits, holds, type Relation, relateEnds, verdictOn } from '../../arithmetic/relation';

/** A row or a column: its cells by their place in it. */
export type Line = ReadonlyMap<number, Cell>;

export const ADDABLE = new Set([
  'money',
  'count',
  'per_share',
  'percent',
  'percentage_points',
  'bps',
  'energy',
  'mass',
  'power_gw',
  'other',
]);
/** So many places that hold make a rule of which one may be wrong. */
export const FEWEST = 3;
/** Beyond this no rounding reaches, as a share of what is compared. */
export const FAR_MARGIN = 1e-6;

const MOST_PARTS = 14;

/** A subtotal and the rows right above it: all added, or the first less the others, as most columns show. */
function subtotals(rows: readonly Line[]): readonly Relation[] {
  return rows.flatMap((total, t): readonly Relation[] => {
    const parts: Line[] = [];
    for (let from = t - 1; total.size > 0 && from >= Math.max(0, t - MOST_PARTS); from -= 1) {
      const row = rows[from];
      if (!row || row.size === 0) continue;
      parts.unshift(row);
      for (const sign of parts.length < 2 ? [] : [1, -1]) {
        if (!maySumUp(total, parts, sign)) continue;
        const sums = [...total].flatMap(([at, cell]) => subtotal(cell, parts, at, sign) ?? []);
        const tied = sums.filter(({ verdict }) => verdict !== 'conflict').length;
        const isRule =
          sums.length === tied
            ? tied >= 2 || (tied === 1 && isTelling(sums[0]))
            : tied >= FEWEST && tied === sums.length - 1;
        if (isRule && sums.length > 0)
          return sums.flatMap((sum) => relationOf(sum, sign) ?? []).filter((one) => holds(one) || isClose(one));
      }
    }
    return [];
  });
}

/** False where more columns are far off than may be: cheaper than the sums themselves, and so in most rows. */
function maySumUp(total: Line, lines: readonly Line[], sign: number): boolean {
  const most = total.size > FEWEST ? 1 : 0;
  let misses = 0;
  for (const [at, cell] of total) {
    if (isFarFrom(cell, lines, at, sign)) misses += 1;
    if (misses > most) return false;
  }
  return true;
}

const hull = ({ low, high }: Ends): readonly [number, number] => [
  Math.min(low.low, high.low),
  Math.max(low.high, high.high),
];

/** True only where the column has a sum and no rounding makes it the claim. */
function isFarFrom({ figure, ends }: Cell, lines: readonly Line[], at: number, sign: number): boolean {
  if (!ADDABLE.has(figure.unit) || ends.low.point === 0) return false;
  let [count, low, high, size] = [0, 0, 0, 0];
  for (const line of lines) {
    const part = line.get(at);
    if (!part) continue;
    if (!sameUnit(part.figure, figure)) return false;
    const by = count === 0 ? 1 : sign;
    const [least, most] = hull(part.ends);
    low += by > 0 ? least : -most;
    high += by > 0 ? most : -least;
    size += Math.abs(least) + Math.abs(most);
    count += 1;
  }
  if (count < 2 || !Number.isFinite(size)) return false;
  const [from, to] = hull(ends);
  const margin = FAR_MARGIN * (size + Math.abs(from) + Math.abs(to));
  return high < from - margin || low > to + margin;
}

/** A misprinted total stays near its parts' sum; rates are not summed up. */
const isClose = ({ computed, claimed, claim }: Relation): boolean => {
  const [is, says] = [Number(computed.point), Number(claimed.point)];
  return claim.unit !== 'percent' && Math.abs(is - says) <= 0.25 * Math.abs(says);
};

/** The parts of a column and what they come to, before it is known whether the rows are a rule. */
interface Sum {
  readonly claim: AuditFigure;
  readonly parts: readonly AuditFigure[];
  readonly value: Ends;
  readonly verdict: Verdict;
}

/** One column alone: many parts with many digits do not add up by chance. */
const isTelling = (sum: Sum | undefined): boolean =>
  sum !== undefined &&
  sum.parts.length >= 3 &&
  sum.verdict === 'tied' &&
  sum.claim.quote.replace(/\D/g, '').length >= 3;

function subtotal(claim: Cell, lines: readonly Line[], at: number, sign: number): Sum | null {
  const cells = lines.flatMap((line) => line.get(at) ?? []);
  const [first, ...others] = cells;
  if (!first || others.length === 0 || cells.some(({ figure }) => !sameUnit(figure, claim.figure))) return null;
  if (!ADDABLE.has(claim.figure.unit) || claim.ends.low.point === 0) return null;
  const value = others.reduce<Ends | null>(
    (sum, { ends }) => sum && combine(sum, ends, (x, y) => x + sign * y),
    first.ends,
  );
  const verdict = value && verdictOn(claim.figure, value);
  return value && verdict && { claim: claim.figure, parts: cells.map(({ figure }) => figure), value, verdict };
}

const relationOf = ({ claim, parts, value }: Sum, sign: number): Relation | null =>
  relateEnds('column', claim, parts, value, parts.map(digits).join(sign > 0 ? ' + ' : ' − '));

/** Rows that are summed up in a subtotal step back for the total of subtotals. */
export function nested(rows: readonly Line[]): readonly Relation[] {
  const first = subtotals(rows);
  const parts = new Set(first.flatMap(({ operands }) => operands.map(({ id }) => id)));
  const left = rows.filter((row) => ![...row.values()].some(({ figure }) => parts.has(figure.id)));
  return first.length === 0 || left.length < 3 ? first : [...first, ...subtotals(left)];
}
