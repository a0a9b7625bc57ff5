/**
 * An amount with the share it is said to be, "~60% ($203M)", "$203M (60% of revenue)": together they imply their whole,
 * which is one of the revenues that the document states or none of them.
 */
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { combine, compareEnds, type Ends, endsOf, isRange, miss } from '../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../arithmetic/relation';
import { labelsOf } from './labels';
import type { Fact, FactIndex } from './fact-index';

const OF_REVENUE =
  /^[\s*]*of (?:the |our |its |total |group |company |net |overall |consolidated |annual |20\d\d |fy\d\d )*(?:revenues?|sales|turnover)(?![\p{L}])|^[\s*]*(?:占(?:总|總)?(?:收入|营收|營收))/u;
const SHARE_HEAD = /revenue share|share of revenue|% of revenue|% of sales|revenue mix|收入占比|營收占比|营收占比/;
const OPENS = /^[\s*]*[(（][\s*~≈约]*\\?$/;
const OPENS_BEHIND = /^[^|.;]{0,28}[(（][\s*~≈约]*\\?$/;
const HUNDRED = 100;
const FARTHEST = 0.35;
const SLACK = 0.02;

interface Pair {
  readonly amount: AuditFigure;
  readonly share: AuditFigure;
}

function pairsIn(index: DocumentIndex, figures: readonly AuditFigure[]): readonly Pair[] {
  return figures.flatMap((a, i): readonly Pair[] => {
    const b = figures[i + 1];
    if (!b || a.kind === 'growth' || b.kind === 'growth') return [];
    const head = labelsOf(index, a).head;
    const isOf = (share: AuditFigure): boolean =>
      OF_REVENUE.test(index.after(share, 50)) || (share.cell !== null && SHARE_HEAD.test(head));
    const between = index.between(a, b);
    if (a.unit === 'percent' && b.unit === 'money' && isOf(a) && (OPENS.test(between) || OPENS_BEHIND.test(between)))
      return [{ amount: b, share: a }];
    return a.unit === 'money' && b.unit === 'percent' && OPENS.test(between) && isOf(b)
      ? [{ amount: a, share: b }]
      : [];
  });
}

const isPoint = (ends: Ends | null): ends is Ends => ends !== null && !isRange(ends) && ends.low.low > 0;

function relationOf({ amount, share }: Pair, wholes: readonly Fact[]): Relation | null {
  const [part, claimed] = [endsOf(amount), endsOf(share)];
  if (!isPoint(part) || !isPoint(claimed)) return null;
  const found = wholes.flatMap((whole) => {
    const value = isPoint(whole.ends) ? combine(part, whole.ends, (a, b) => (a / b) * HUNDRED) : null;
    const words = `${digits(amount)} ÷ ${digits(whole.figure)}`;
    return value ? [{ value, whole, words }] : [];
  });
  const tied = found.find(({ value }) => compareEnds(value, claimed) !== 'conflict');
  const ofYear = found.filter(({ whole }) => amount.period !== null && whole.figure.period === amount.period);
  const among = ofYear.length > 0 ? ofYear : found;
  const near = among.toSorted((a, b) => miss(a.value, claimed) - miss(b.value, claimed))[0];
  const chosen = tied ?? near;
  if (!chosen) return null;
  const off = miss(chosen.value, claimed);
  if (!tied && (off > FARTHEST || off < SLACK)) return null;
  return relateEnds('identity', share, [amount, chosen.whole.figure], chosen.value, chosen.words);
}

/** Several shares of one whole that is not there are one slip, reported at the first. */
export function sharePairs(index: DocumentIndex, factIndex: FactIndex): readonly Relation[] {
  const wholes = factIndex.in('revenue', 'subject').filter(({ part }) => part.by !== 'tail');
  if (wholes.length === 0) return [];
  const lists = [...index.sentences(), ...index.rows()];
  const found = lists.flatMap((figures) => pairsIn(index, figures)).flatMap((pair) => relationOf(pair, wholes) ?? []);
  const [first, ...others] = found.filter(({ verdict }) => verdict === 'conflict');
  const tied = found.filter(({ verdict }) => verdict !== 'conflict');
  if (!first) return tied;
  const more = others.flatMap(({ claim, operands }) => [claim, ...operands.slice(0, 1)]).slice(0, MOST_FOLDED);
  return [...tied, { ...first, operands: [...first.operands, ...more] }];
}

const MOST_FOLDED = 6;
