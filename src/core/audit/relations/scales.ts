/**
 * One value printed in two scales: "$341.98 billion" in the table, "$341.98 million" in the text. The digits are the same,
 * metric, subject and time too, and each figure prints its own scale; only the scale differs.
 */
import type { DocumentIndex } from '../document-index';
import { groupBy } from '../group';
import type { AuditFigure } from '../model';
import { endsOf } from './ends';

export interface TwoScales {
  readonly first: AuditFigure;
  readonly other: AuditFigure;
}

/** What scales are apart: thousands, millions, billions; 万 and 亿. */
const STEPS = [1e3, 1e6, 1e4, 1e8];
const OWN_SCALE =
  /(?:\d|\s)(?:k|m|mn|mln|mio\.?|million|b|bn|bln|billion|mrd\.?|t|tn|trn|trillion|万|亿|万亿|百万|千万|十亿)(?:$|[^\p{L}])|[万亿]/iu;
const LEAST_DIGITS = 3;

const isScaled = (figure: AuditFigure): boolean =>
  (figure.unit === 'money' || figure.unit === 'count') &&
  figure.low !== null &&
  figure.low === figure.high &&
  figure.kind !== 'growth' &&
  figure.kind !== 'delta' &&
  figure.low.replace(/[^1-9]|0+$/g, '').length >= 1 &&
  figure.quote.replace(/\D/g, '').length >= LEAST_DIGITS;

const hasOwnScale = (figure: AuditFigure): boolean => OWN_SCALE.test(figure.quote);

/** Apart by a whole step, and nothing else: the digits round to each other. */
function isAStep(a: AuditFigure, b: AuditFigure): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (!x || !y || x.low.point <= 0 || y.low.point <= 0) return false;
  const [small, large] = x.low.point < y.low.point ? [x.low, y.low] : [y.low, x.low];
  return STEPS.some((step) => small.low * step <= large.high && large.low <= small.high * step);
}

/** The same step for several values of one table is a unit line that was not read, not somebody's slip. */
const isTables = (pair: TwoScales, all: readonly TwoScales[]): boolean =>
  [pair.first, pair.other].some(
    ({ cell }) =>
      cell !== null &&
      all.filter(({ first, other }) => first.cell?.table === cell.table || other.cell?.table === cell.table).length > 1,
  );

export function twoScales(index: DocumentIndex): readonly TwoScales[] {
  const named = index.document.figures.filter((figure) => figure.metric !== null && isScaled(figure));
  const groups = groupBy(named, ({ metric, entity, period, unit, currency }) =>
    [metric, entity, period, unit, currency].join('|'),
  );
  const pairs = [...groups.values()].flatMap((figures): readonly TwoScales[] => {
    const odd = figures.find((one) => hasOwnScale(one) && figures.some((other) => isAStep(one, other)));
    const other = odd && figures.find((one) => one !== odd && isAStep(odd, one));
    // An unscaled cell may be a table whose unit line was missed.
    return odd && other && (hasOwnScale(other) || other.cell !== null) ? [{ first: odd, other }] : [];
  });
  return pairs.filter((pair) => !isTables(pair, pairs));
}
