/** What a figure is a figure of: the nearest metric that can be printed in its unit, its growth, or its share. */
import changeData from '../../../resources/lexicon/metrics.en.json';
import type { FigureKind, Quantity, Unit } from './model';
import { fitsUnit, isMargin, labelFrom, type Metric, metricById, type MetricMention, slug } from './metric';
import { crossing, type Scene } from './scene';

export interface MetricChoice {
  readonly metric: string | null;
  readonly label: string | null;
  readonly kind: FigureKind;
  readonly companyWide: boolean;
  /** Measured over a stretch of time (revenue), not at a moment (headcount, debt, a price). */
  readonly flow: boolean;
}

const growthWords: ReadonlySet<string> = new Set(changeData.growthWords);
const DURATIONS: ReadonlySet<Unit> = new Set(['years', 'quarters', 'months', 'weeks', 'days', 'hours']);
const MOMENTS: ReadonlySet<string> = new Set([
  'price_target',
  'price_target_average',
  'price_target_median',
  'price_target_high',
  'price_target_low',
  'implied_upside',
  'market_cap',
  'share_price',
  'share_price_move',
  'enterprise_value',
  'users',
  'members',
  'customers',
  'subscribers',
  'employees',
  'stores',
  'shares_outstanding',
  'analyst_count',
  'segments',
  'debt',
  'net_debt',
  'net_cash',
  'cash',
  'total_assets',
  'goodwill',
  'backlog',
  'capacity',
  'price',
  'subscription_price',
  'fee',
  'surcharge_rate',
  'tariff_rate',
  'interest_rate',
  'investment',
  'spend_commitment',
  'ownership',
  'score',
  'pe_ratio',
  'ev_ebitda',
]);
const FAR = 170;

/** `metric` mention nearest to the figure that passes `fits`. */
export function nearestMetric(
  text: string,
  figure: Quantity,
  scene: Scene,
  from: number,
  to: number,
  fits: (metric: Metric) => boolean,
): MetricMention | null {
  let best: { mention: MetricMention; cost: number } | null = null;
  for (const mention of scene.metrics) {
    if (mention.end <= from || mention.start >= to || !fits(mention.metric)) continue;
    const cost = distance(text, figure, mention, scene);
    if (cost <= FAR && (!best || cost < best.cost)) best = { mention, cost };
  }
  return best?.mention ?? null;
}

function distance(text: string, figure: Quantity, mention: MetricMention, scene: Scene): number {
  if (mention.start < figure.end && mention.end > figure.start) return 0;
  if (mention.end <= figure.start) return crossing(text, mention.end, figure.start, scene.figures);
  const gap = text.slice(figure.end, mention.start);
  // "$17.2B in revenue", "41 analysts", "10% of sales": what follows directly names it.
  if (/^\+?\s?(?:in |of |for )?(?:[A-Za-z.&’'-]+ ){0,2}$/.test(gap)) return gap.length / 3;
  return crossing(text, figure.end, mention.start, scene.figures) + 10;
}

function made(metric: string | null, label: string | null, kind: FigureKind, base: Metric | null): MetricChoice {
  return {
    metric,
    label,
    kind,
    companyWide: base?.companyWide ?? false,
    flow: base === null ? metric !== null : !MOMENTS.has(base.id),
  };
}

function levelKind(metric: Metric, unit: Unit): FigureKind {
  if (metric.id.startsWith('price_target')) return 'target';
  if (metric.id === 'share_price' || metric.id === 'price' || metric.id === 'subscription_price') return 'price';
  if (metric.id === 'share_price_move') return 'delta';
  if (unit === 'count') return 'count';
  if (unit === 'percent' || unit === 'multiple') return 'ratio';
  return unit === 'bps' || unit === 'percentage_points' ? 'bps' : 'level';
}

function growthBeside(text: string, figure: Quantity, scene: Scene): boolean {
  if (figure.direction !== null) return true;
  const before = text.slice(Math.max(scene.start, figure.start - 60), figure.start).toLowerCase();
  const after = text.slice(figure.end, Math.min(scene.end, figure.end + 40)).toLowerCase();
  const words = [
    ...(before.split(/[;:•(]/).at(-1) ?? '').split(/[^a-z/-]+/),
    ...(after.split(/[;:,•()[]/)[0] ?? '').split(/[^a-z/-]+/),
  ];
  return (
    words.some((word) => growthWords.has(word)) ||
    /同比|环比|增长|增速|下降|下滑/.test(before.slice(-16) + after.slice(0, 12))
  );
}

function growthOf(metric: Metric | null): MetricChoice {
  const base = metric === null || metric.id === 'growth' || metric.id === 'guidance' ? metricById('revenue') : metric;
  const id = base?.id ?? 'revenue';
  const done = id.endsWith('_growth') ? id : `${id}_growth`;
  return { ...made(done, `${base?.label ?? 'Revenue'} growth`, 'growth', base), flow: true };
}

const SHARE = /^\s?(?:of|in)\s(?:its |the |their |our |total |all |[A-Z][\w’']*(?:'s|’s)? ){0,3}$/;

/** A percentage: a margin or rate by name, growth where the words say so, else a share of what follows "of". */
function percent(text: string, figure: Quantity, scene: Scene, from: number, to: number): MetricChoice {
  const any = nearestMetric(text, figure, scene, from, to, () => true);
  const own = nearestMetric(
    text,
    figure,
    scene,
    from,
    to,
    (metric) => metric.units.has('percent') && metric.id !== 'growth',
  );
  const growth = growthBeside(text, figure, scene);
  if (
    any &&
    any.start >= figure.end &&
    !any.metric.units.has('percent') &&
    SHARE.test(text.slice(figure.end, any.start))
  ) {
    return made(`share_of_${any.metric.id}`, `Share of ${any.metric.label.toLowerCase()}`, 'ratio', any.metric);
  }
  if (own && (own === any || !growth)) {
    if (own.metric.id === 'share_price_move' && any !== own) return growthOf(any?.metric ?? null);
    return made(own.metric.id, own.metric.label, levelKind(own.metric, 'percent'), own.metric);
  }
  if (growth) return growthOf(any?.metric ?? null);
  if (own) return made(own.metric.id, own.metric.label, 'ratio', own.metric);
  return any ? growthOf(any.metric) : made(null, null, 'ratio', null);
}

function change(text: string, figure: Quantity, scene: Scene, from: number, to: number): MetricChoice {
  const mention = nearestMetric(
    text,
    figure,
    scene,
    from,
    to,
    (metric) => metric.units.has('percent') || isMargin(metric.id),
  );
  if (!mention) return made(null, null, 'bps', null);
  return {
    ...made(`${mention.metric.id}_change`, `${mention.metric.label} change`, 'bps', mention.metric),
    flow: true,
  };
}

const HORIZON = /\b(?:next|within|horizon|over the coming|coming|near-term|medium-term|long-term|in advance)\b/i;

function duration(text: string, figure: Quantity, scene: Scene): MetricChoice {
  const around = text.slice(Math.max(scene.start, figure.start - 60), Math.min(scene.end, figure.end + 24));
  if (/\b(?:fastest|slowest|highest|lowest|strongest|weakest|best|worst|record)\b/i.test(around))
    return made('growth_record_span', 'Span of the record', 'duration', null);
  return HORIZON.test(around)
    ? { ...made('horizon', 'Horizon', 'duration', null), flow: false }
    : { ...made('duration', 'Duration', 'duration', null), flow: false };
}

/** Names the figure by the metrics mentioned between `from` and `to` of its scene. */
export function chooseMetric(text: string, figure: Quantity, scene: Scene, from: number, to: number): MetricChoice {
  const { unit } = figure;
  if (DURATIONS.has(unit)) return duration(text, figure, scene);
  if (unit === 'percent') return percent(text, figure, scene, from, to);
  if (unit === 'bps' || unit === 'percentage_points') return change(text, figure, scene, from, to);
  if (unit === 'score') return made('score', 'Score', 'rating', null);
  const mention = nearestMetric(text, figure, scene, from, to, (metric) => fitsUnit(metric, unit));
  if (unit === 'multiple' && figure.direction === 'up' && !mention) {
    return growthOf(nearestMetric(text, figure, scene, from, to, () => true)?.metric ?? null);
  }
  if (mention) return made(mention.metric.id, mention.metric.label, levelKind(mention.metric, unit), mention.metric);
  return unnamed(text, figure);
}

/** No lexicon names it: the noun it counts, or the words right behind it. */
function unnamed(text: string, figure: Quantity): MetricChoice {
  const kind: FigureKind = figure.unit === 'count' ? 'count' : figure.unit === 'multiple' ? 'ratio' : 'level';
  const inside = figure.unit === 'count' ? figure.quote.replace(/^[^a-z]*?[\d.,]+\S*\s*/i, '') : '';
  const after = /^\s?(?:in |of )?((?:[A-Za-z][\w-]+ ?){1,3})/.exec(text.slice(figure.end, figure.end + 60))?.[1] ?? '';
  const id = slug(inside) ?? (figure.unit === 'count' ? slug(after) : null);
  return { ...made(id, id === null ? null : labelFrom(id), kind, null), flow: false };
}
