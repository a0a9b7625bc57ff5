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
  /** The mention it was named by, null where none was. */
  readonly at: { readonly start: number; readonly end: number } | null;
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
    const cost = distance(text, figure, mention, scene) + (mention.weak ? 45 : 0);
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
  return crossing(text, figure.end, mention.start, scene.figures) + (/[,;(]/.test(gap) ? FAR : 10);
}

/** A choice named by a mention (or by none); `base` says whether it is the whole company's and measured over time. */
function made(
  metric: string | null,
  label: string | null,
  kind: FigureKind,
  mention: MetricMention | null,
): MetricChoice {
  const base = mention?.metric ?? null;
  return {
    metric,
    label,
    kind,
    companyWide: base?.companyWide ?? false,
    flow: base === null ? metric !== null : !MOMENTS.has(base.id),
    at: mention && { start: mention.start, end: mention.end },
  };
}

function levelKind(metric: Metric, unit: Unit, signed = false): FigureKind {
  if (metric.id === 'price_increase' || (signed && unit !== 'count' && unit !== 'percent')) return 'delta';
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

function growthOf(mention: MetricMention | null): MetricChoice {
  if (mention?.metric.id.startsWith('price_target')) return made('implied_upside', 'Implied upside', 'ratio', mention);
  const base =
    mention === null || mention.metric.id === 'growth' || mention.metric.id === 'guidance'
      ? metricById('revenue')
      : mention.metric;
  const id = base?.id ?? 'revenue';
  const done = id.endsWith('_growth') ? id : `${id}_growth`;
  const companyWide = mention?.metric.companyWide ?? false;
  return { ...made(done, `${base?.label ?? 'Revenue'} growth`, 'growth', mention), companyWide, flow: true };
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
    return made(`share_of_${any.metric.id}`, `Share of ${any.metric.label.toLowerCase()}`, 'ratio', any);
  }
  if (own && (own === any || !growth)) {
    if (own.metric.id === 'share_price_move' && any !== own) return growthOf(any);
    return made(own.metric.id, own.metric.label, levelKind(own.metric, 'percent'), own);
  }
  if (growth) return growthOf(any);
  if (own) return made(own.metric.id, own.metric.label, 'ratio', own);
  return any ? growthOf(any) : made(null, null, 'ratio', null);
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
    ...made(`${mention.metric.id}_change`, `${mention.metric.label} change`, 'bps', mention),
    flow: true,
  };
}

const HORIZON =
  /\b(?:next|within|horizon|over the coming|coming|near-term|medium-term|long-term|in advance|未来|接下来)\b/i;
const RECORD =
  /\b(?:fastest|slowest|highest|lowest|strongest|weakest|best|worst|largest|smallest)\b[^.;•]{0,48}\b(?:in|for|over) (?:the |its )?(?:past |last |more than |over |nearly |about )?(?:[\w-]+ \w+ \((?:nearly |about |almost |roughly )?)?$/i;

function duration(text: string, figure: Quantity, scene: Scene): MetricChoice {
  const before = text.slice(Math.max(scene.start, figure.start - 100), figure.start);
  if (RECORD.test(before)) return made('growth_record_span', 'Span of the record', 'duration', null);
  const around = before.slice(-60) + text.slice(figure.start, Math.min(scene.end, figure.end + 24));
  return HORIZON.test(around)
    ? { ...made('horizon', 'Horizon', 'duration', null), flow: false, companyWide: true }
    : { ...made('duration', 'Duration', 'duration', null), flow: false };
}

const LARGE = /^[^.;]{0,24}\b(?:large-cap|mega-cap|company|giant|valuation|market cap)\b/i;

/** Names the figure by the metrics mentioned between `from` and `to` of its scene. */
export function chooseMetric(text: string, figure: Quantity, scene: Scene, from: number, to: number): MetricChoice {
  const { unit } = figure;
  if (DURATIONS.has(unit)) return duration(text, figure, scene);
  if (unit === 'percent') return percent(text, figure, scene, from, to);
  if (unit === 'bps' || unit === 'percentage_points') return change(text, figure, scene, from, to);
  if (unit === 'score') return { ...made('score', 'Score', 'rating', null), flow: false, companyWide: true };
  if (figure.rule === 'verbal.dollars' && LARGE.test(text.slice(figure.end, figure.end + 48)))
    return made('market_cap', 'Market capitalisation', 'level', null);
  const mention = nearestMetric(text, figure, scene, from, to, (metric) => fitsUnit(metric, unit));
  if (unit === 'multiple' && figure.direction === 'up' && !mention) {
    return growthOf(nearestMetric(text, figure, scene, from, to, () => true));
  }
  if (mention)
    return made(
      mention.metric.id,
      mention.metric.label,
      levelKind(mention.metric, unit, figure.direction === 'up'),
      mention,
    );
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
