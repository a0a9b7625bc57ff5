/**
 * One value printed in two scales: "$341.98 billion" in the table, "$341.98 million" in the text. The digits are the same,
 * metric, subject and time too, and each figure prints its own scale; only the scale differs.
 */
import type { DocumentIndex } from '../model/document-index';
import { groupBy } from '../../base/group';
import type { AuditFigure } from '../model/model';
import { type End, endsOf } from '../arithmetic/ends';

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
function isAStep(x: End | null, y: End | null): boolean {
  if (!x || !y || x.point <= 0 || y.point <= 0) return false;
  const [small, large] = x.point < y.point ? [x, y] : [y, x];
  return STEPS.some((step) => small.low * step <= large.high && large.low <= small.high * step);
}

/**
 * The values of one group, each computed once, and sorted so that one without a partner is known without asking all.
 */
class Printed {
  readonly #ends: readonly (End | null)[];
  /** By their lower ends; `reach` is the highest upper end of those up to here. */
  readonly #sorted: readonly { readonly low: number; readonly reach: number }[];

  constructor(readonly figures: readonly AuditFigure[]) {
    this.#ends = figures.map((figure) => endsOf(figure)?.low ?? null);
    let reach = Number.NEGATIVE_INFINITY;
    this.#sorted = this.#ends
      .filter((one) => one !== null)
      .sort((a, b) => a.low - b.low)
      .map(({ low, high }) => ({ low, reach: (reach = Math.max(reach, high)) }));
  }

  /** The first of the group that is a whole step apart from the one at `at`. */
  partnerOf(at: number): AuditFigure | undefined {
    const own = this.#ends[at] ?? null;
    if (!own || !STEPS.some((step) => this.#meets(own, step) || this.#meets(own, 1 / step))) return undefined;
    return this.figures.find((_, i) => i !== at && isAStep(own, this.#ends[i] ?? null));
  }

  /** Whether any value may lie where this one does `times` over: no more than a look ahead, so it is wide by a little. */
  #meets({ low, high }: End, times: number): boolean {
    const to = high * times * WIDER;
    let [from, end] = [0, this.#sorted.length];
    while (from < end) {
      const middle = (from + end) >> 1;
      if ((this.#sorted[middle]?.low ?? 0) <= to) from = middle + 1;
      else end = middle;
    }
    return (this.#sorted[from - 1]?.reach ?? Number.NEGATIVE_INFINITY) * WIDER >= low * times;
  }
}

/** Multiplying by a step and by its inverse round otherwise. */
const WIDER = 1 + 1e-9;

/** The same step for several values of one table is a unit line that was not read, not a slip of the author. */
const isTables = (pair: TwoScales, all: readonly TwoScales[]): boolean =>
  [pair.first, pair.other].some(
    ({ cell }) =>
      cell !== null &&
      all.filter(({ first, other }) => first.cell?.table === cell.table || other.cell?.table === cell.table).length > 1,
  );

/** One pair a fact at most, the figure whose scale is the odd one first. */
export function twoScales(index: DocumentIndex): readonly TwoScales[] {
  const named = index.document.figures.filter((figure) => figure.metric !== null && isScaled(figure));
  const groups = groupBy(named, ({ metric, entity, period, unit, currency }) =>
    [metric, entity, period, unit, currency].join('|'),
  );
  const pairs = [...groups.values()].flatMap((figures): readonly TwoScales[] => {
    if (figures.length < 2) return [];
    const printed = new Printed(figures);
    const at = figures.findIndex((one, i) => hasOwnScale(one) && printed.partnerOf(i) !== undefined);
    const [odd, other] = [figures[at], printed.partnerOf(at)];
    // An unscaled cell may be a table whose unit line was missed.
    return odd && other && (hasOwnScale(other) || other.cell !== null) ? [{ first: odd, other }] : [];
  });
  return pairs.filter((pair) => !isTables(pair, pairs));
}
