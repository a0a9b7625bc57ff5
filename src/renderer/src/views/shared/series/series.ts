/** One metric of one entity over time: its figures by period, each period's change against the one before and a year before. Pure. */
import type { FigureRecord } from '../../../../../contract/records';
import { groupBy } from '../../../../../core/base/group';
import { conflicting } from '../../../../../core/figure/display/conflicts';
import { comparePeriods, periodEnd } from '../../../../../core/figure/period/period-end';

/** How long the periods of a series are; those of different lengths are never set beside each other. */
export type Span = 'day' | 'month' | 'quarter' | 'half' | 'nine months' | 'year' | 'twelve months' | 'other';

const SPANS: readonly (readonly [RegExp, Span])[] = [
  [/^TTM-/, 'twelve months'],
  [/^\d{4}Q\d$/, 'quarter'],
  [/^\d{4}H\d$/, 'half'],
  [/^9M-/, 'nine months'],
  [/^(?:FY)?\d{4}$/, 'year'],
  [/^\d{4}-\d{2}$/, 'month'],
  [/^\d{4}-\d{2}-\d{2}$/, 'day'],
];

export const spanOf = (period: string): Span => SPANS.find(([pattern]) => pattern.test(period))?.[1] ?? 'other';

export interface SeriesPoint {
  readonly period: string;
  /** What is said of the period: different readings, the best vouched for first. */
  readonly figures: readonly FigureRecord[];
  /** Two of them cannot both be true. */
  readonly inConflict: boolean;
  /** Change of the first figure against the period before, and the same period a year before: a share of it, null where there is none. */
  readonly change: number | null;
  readonly yearChange: number | null;
}

/** What was measured stands before what was expected of it: not the order of how well a class is vouched for. */
const BEST_FIRST = ['disclosed', 'management', 'third_party', 'derived', 'consensus', 'inferred', 'unclassified'];

const nameOf = ({ metric, metricLabel }: Pick<FigureRecord, 'metric' | 'metricLabel'>): string =>
  (metric ?? metricLabel ?? '').toLowerCase();

/** Whether two figures state the same thing, of some period. */
const isAlike = (one: FigureRecord, other: FigureRecord): boolean =>
  nameOf(one) === nameOf(other) &&
  one.entity === other.entity &&
  one.unit === other.unit &&
  one.currency === other.currency &&
  one.per === other.per &&
  one.kind === other.kind;

/** The spans for which there are figures like this one, its own first. */
export function spansOf(figures: readonly FigureRecord[], like: FigureRecord): readonly Span[] {
  const own = like.period === null ? [] : [spanOf(like.period)];
  const others = figures.flatMap((one) => (one.period !== null && isAlike(one, like) ? [spanOf(one.period)] : []));
  return [...new Set([...own, ...others])];
}

/** The figures like `like`, of periods as long as `span`, in time. */
export function seriesOf(figures: readonly FigureRecord[], like: FigureRecord, span: Span): readonly SeriesPoint[] {
  const alike = figures.filter((one) => one.period !== null && spanOf(one.period) === span && isAlike(one, like));
  const periods = [...groupBy(alike, ({ period }) => period ?? '')].sort(([left], [right]) =>
    comparePeriods(left, right),
  );
  const firsts = new Map<number, FigureRecord>();
  return periods.map(([period, all]) => {
    const readings = variants(all);
    const [first] = readings;
    const end = periodEnd(period);
    const before = end === null ? undefined : firsts.get(monthsBefore(end, MONTHS[span]));
    const yearBefore = end === null ? undefined : firsts.get(monthsBefore(end, 12));
    if (first && end !== null) firsts.set(end, first);
    return {
      period,
      figures: readings,
      inConflict: conflicting(all).size > 0,
      change: changeOf(first, before),
      yearChange: span === 'year' || span === 'twelve months' ? null : changeOf(first, yearBefore),
    };
  });
}

const MONTHS: Readonly<Record<Span, number>> = {
  day: 0,
  month: 1,
  quarter: 3,
  half: 6,
  'nine months': 12,
  year: 12,
  'twelve months': 12,
  other: 0,
};

/** `202512` three months before `202603`. */
function monthsBefore(end: number, months: number): number {
  const at = Math.floor(end / 100) * 12 + (end % 100) - 1 - months;
  return months === 0 ? -1 : Math.floor(at / 12) * 100 + (at % 12) + 1;
}

/** One of each reading; repeated mentions say nothing new. */
function variants(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  const first = new Map<string, FigureRecord>();
  for (const one of figures.toSorted((a, b) => rank(a) - rank(b))) {
    const key = [one.low, one.high, one.provenance, one.basis].join('|');
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

const rank = ({ provenance }: FigureRecord): number => BEST_FIRST.indexOf(provenance);

/** The middle of a figure's range, or its one closed end; null where it has none. For drawing and shares only. */
export function middleOf({ low, high, direction }: Pick<FigureRecord, 'low' | 'high' | 'direction'>): number | null {
  const ends = [low, high].filter((end) => end !== null).map(Number);
  if (ends.length === 0) return null;
  const middle = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  return direction === 'down' && middle > 0 ? -middle : middle;
}

/** A percentage has no change in percent of itself, and nothing grows from nothing or from a loss. */
function changeOf(now: FigureRecord | undefined, before: FigureRecord | undefined): number | null {
  if (!now || !before || now.unit === 'percent') return null;
  const [to, from] = [middleOf(now), middleOf(before)];
  return to === null || from === null || from <= 0 ? null : to / from - 1;
}
