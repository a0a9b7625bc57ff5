/**
 * What two figures of a sentence give as a third of it: shown where it ties, never held against it. Only sharp results in
 * short sentences count, since three figures out of many tie by chance.
 */
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { combine, compareEnds, type Ends, endsOf, isRange, mapEnds } from '../../arithmetic/ends';
import { AMOUNTS } from '../../arithmetic/one-kind';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';

const MOST = 9;
const FEW = 5;
/** Relative width of what is computed and claimed, in a short sentence and in a longer one. */
const BLUNT = 0.09;
const SHARP = 0.025;

interface Way {
  readonly value: Ends;
  readonly words: string;
}

function ways(claim: AuditFigure, a: AuditFigure, b: AuditFigure, x: Ends, y: Ends): readonly Way[] {
  const found: (Way | null)[] = [];
  const add = (value: Ends | null, words: string) => found.push(value && { value, words });
  const [p, q] = [digits(a), digits(b)];
  const isAlike = a.unit === b.unit && (a.currency === b.currency || a.currency === null || b.currency === null);
  const amounts = AMOUNTS.has(a.unit) && AMOUNTS.has(b.unit) && isAlike && y.low.low > 0;
  if (claim.unit === 'percent' && amounts) {
    add(
      mapEnds(combine(x, y, (m, n) => m / n) ?? x, (v) => v * 100),
      `${p} ÷ ${q}`,
    );
    add(
      mapEnds(combine(x, y, (m, n) => m / n) ?? x, (v) => Math.abs(v - 1) * 100),
      `${p} ÷ ${q} − 1`,
    );
  }
  if (claim.unit === 'multiple' && amounts)
    add(
      combine(x, y, (m, n) => m / n),
      `${p} ÷ ${q}`,
    );
  if (isAlike && claim.unit === a.unit && AMOUNTS.has(a.unit))
    add(
      combine(x, y, (m, n) => m - n),
      `${p} − ${q}`,
    );
  if (a.unit === 'percent' && b.unit === 'percent' && (claim.unit === 'bps' || claim.unit === 'percentage_points'))
    add(
      mapEnds(combine(x, y, (m, n) => m - n) ?? x, (v) => Math.abs(v) * (claim.unit === 'bps' ? 100 : 1)),
      `${p} − ${q}`,
    );
  if (b.unit === 'percent' && AMOUNTS.has(a.unit) && claim.unit === a.unit)
    add(
      combine(x, y, (m, n) => (m * n) / 100),
      `${p} × ${q}`,
    );
  return found.filter((way) => way !== null);
}

const width = ({ low, high }: Ends): number =>
  Math.max(
    (low.high - low.low) / Math.max(Math.abs(low.point), 1e-12),
    (high.high - high.low) / Math.max(Math.abs(high.point), 1e-12),
  );

const FAR = 1e-6;
/** Whether any way gives the claim from two points, whatever their units: most pairs end here. */
function mayTie(p: number, q: number, { low, high }: Ends): boolean {
  const ratio = p / q;
  const margin = FAR * Math.max(Math.abs(low.low), Math.abs(high.high));
  const [least, most] = [low.low - margin, high.high + margin];
  const change = Math.abs(p - q);
  return [ratio, ratio * 100, Math.abs(ratio - 1) * 100, p - q, change, change * 100, (p * q) / 100].some(
    (value) => !Number.isFinite(value) || (value >= least && value <= most),
  );
}

function tieOf(figures: readonly AuditFigure[], ends: readonly (Ends | null)[], claim: AuditFigure): Relation | null {
  const claimed = endsOf(claim);
  const limit = figures.length <= FEW ? BLUNT : SHARP;
  if (!claimed || width(claimed) > limit * 1.6 || claimed.low.point === 0) return null;
  for (const [i, a] of figures.entries()) {
    const x = a === claim ? null : ends[i];
    for (const [j, b] of x ? figures.entries() : []) {
      const y = b === claim || b === a ? null : ends[j];
      if (!x || !y || x.low.point === y.low.point) continue;
      if (![x, y, claimed].some(isRange) && !mayTie(x.low.point, y.low.point, claimed)) continue;
      for (const { value, words } of ways(claim, a, b, x, y)) {
        if (width(value) > limit || isRange(value) !== isRange(claimed) || compareEnds(value, claimed) !== 'tied')
          continue;
        const relation = relateEnds('share', { ...claim, direction: null }, [a, b], value, words);
        if (relation && relation.verdict !== 'conflict') return relation;
      }
    }
  }
  return null;
}

/** Relations that tie, at most one a figure; sentences of fewer than three figures or of very many give none. */
export const nearTies = (index: DocumentIndex): readonly Relation[] =>
  index.sentences().flatMap((figures) => {
    const bounded = figures.filter(({ kind }) => kind !== 'duration');
    if (bounded.length < 3 || bounded.length > MOST) return [];
    const ends = bounded.map(endsOf);
    return bounded.flatMap((claim) => tieOf(bounded, ends, claim) ?? []);
  });
