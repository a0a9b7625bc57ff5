/**
 * Amounts with their share in brackets, or shares with their amount: "25% (~$25,000)", "$240B (78%)". Where three of them
 * and more are of one whole, that whole is learnt from them, and one that is of another is wrong.
 */
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import type { AuditFigure } from '../../model/model';
import { combine, type Ends, endsOf, isRange, touch } from '../../arithmetic/ends';
import { digits, type Relation, relateEnds } from '../../arithmetic/relation';

const OPENS = /^[\s*]*[(（][\s*~≈约約]*$/;
const AMOUNTS = new Set(['money', 'count', 'other']);
const FEWEST = 3;
const MOST = 60;
const MOST_ODD = 2;
const SHARP = 0.2;
/** A change in brackets is no share. */
const CHANGE = /^[\s*]*(?:yoy|y\/y|qoq|growth|up\b|down\b|upside|downside|margin|同比|环比|vs)/;
const SIGNED = /^\W*[-−–+]/;

interface Pair {
  readonly share: AuditFigure;
  readonly amount: AuditFigure;
  readonly whole: Ends;
  readonly label: string;
}

/** The last word before the pair, which is what it is of: "Position Size:". */
function labelOf(index: DocumentIndex, first: AuditFigure): string {
  const { text } = index.document.layout;
  const line =
    text
      .slice(Math.max(0, first.start - 48), first.start)
      .split(/[\n|;；]/)
      .at(-1) ?? '';
  return line
    .toLowerCase()
    .replace(/[^\p{L} ]+/gu, ' ')
    .trim();
}

function pairOf(index: DocumentIndex, a: AuditFigure, b: AuditFigure): Pair | null {
  if (!OPENS.test(index.document.layout.text.slice(a.end, b.start))) return null;
  const [share, amount] = a.unit === 'percent' ? [a, b] : [b, a];
  if (share.unit !== 'percent' || !AMOUNTS.has(amount.unit) || share.kind === 'growth' || share.direction !== null)
    return null;
  if (SIGNED.test(share.quote) || CHANGE.test(index.after(share, 20))) return null;
  const [s, m] = [endsOf(share), endsOf(amount)];
  const whole =
    s && m && s.low.low > 0 && m.low.low > 0 && !isRange(s) && !isRange(m)
      ? combine(m, s, (x, y) => (x / y) * 100)
      : null;
  return whole && { share, amount, whole, label: labelOf(index, a) };
}

const isSharp = ({ whole: { low } }: Pair): boolean => (low.high - low.low) / low.point <= SHARP;
const width = ({ whole: { low } }: Pair): number => (low.high - low.low) / low.point;

const MOST_SHOWN = 4;
function relationOf(pair: Pair, whole: Pair, held: readonly Pair[]): Relation | null {
  const value = combine(endsOf(pair.share) ?? whole.whole, whole.whole, (share, all) => (share * all) / 100);
  const others = [whole, ...held.filter((one) => one !== whole && one !== pair)].slice(0, MOST_SHOWN);
  const words = `${digits(pair.share)} where ${digits(whole.share)} is ${digits(whole.amount)}`;
  const operands = [pair.share, ...others.flatMap(({ share, amount }) => [share, amount])];
  return value && relateEnds('share', pair.amount, operands, value, words);
}

/** Pairs of one whole in this many lines are no chance; two shares at least must differ. */
function judged(pairs: readonly Pair[]): readonly Relation[] {
  if (pairs.length < FEWEST || pairs.length > MOST) return [];
  const agree = (one: Pair): readonly Pair[] => pairs.filter((other) => touch(one.whole.low, other.whole.low));
  const best = pairs.filter(isSharp).toSorted((x, y) => agree(y).length - agree(x).length || width(x) - width(y))[0];
  if (!best) return [];
  const held = agree(best).filter((one) => isSharp(one));
  const odd = pairs.filter((one) => !touch(best.whole.low, one.whole.low));
  const isLearnt = held.length >= FEWEST && new Set(held.map(({ share }) => share.low)).size >= 2;
  if (!isLearnt || odd.length > Math.min(MOST_ODD, held.length / 2)) return [];
  return [...held.filter((one) => one !== best), ...odd].flatMap((one) => relationOf(one, best, held) ?? []);
}

/**
 * The relation of each share to its amount and the whole that the others agree on, groups being of one label, unit,
 * currency and table.
 */
export function bracketPairs(index: DocumentIndex): readonly Relation[] {
  const { figures } = index.document;
  const pairs = figures.flatMap((figure, i) => {
    const next = figures[i + 1];
    return next && next.start - figure.end < 8 ? (pairOf(index, figure, next) ?? []) : [];
  });
  const groups = groupBy(pairs, ({ label, amount, share }) =>
    [label, amount.unit, amount.currency, amount.cell?.table ?? '', share.start < amount.start].join('|'),
  );
  return [...groups.values()].flatMap(judged);
}
