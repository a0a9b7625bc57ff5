/** What a figure is a figure of: the nearest metric that can be printed in its unit, its growth, or its share. */
import changeData from '../../../../../resources/lexicon/metrics.en.json';
import type { FigureKind, Quantity } from '../../model';
import { type Unit, DURATIONS } from '../../../base/unit';
import {
  fitsUnit,
  isMargin,
  labelFrom,
  type Metric,
  metricById,
  type MetricMention,
  type MetricTime,
  slug,
} from '../mentions/metric';
import { magnitudes, ones, tens } from '../../quantity/lexicon/lexicon';
import { leftOut } from './left-out';
import { isOfOther, JOINED } from './of-other';
import { firstEndingAfter } from '../../../base/spans';
import { isMovement } from './direction';
import { crossing, inFocus, type BlockView } from '../scope/block-view';

export interface MetricChoice {
  readonly metric: string | null;
  readonly label: string | null;
  /** The words of the text it belongs to. */
  readonly words: string | null;
  readonly kind: FigureKind;
  readonly companyWide: boolean;
  /** Measured over a stretch of time (revenue), not at a moment (headcount, debt, a price). */
  readonly flow: boolean;
  readonly time: MetricTime;
  /** The mention it was named by, null where none was. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

const growthWords: ReadonlySet<string> = new Set(changeData.growthWords);
const FAR = 170;
/** Words right behind a figure cost a third of their length. */
const FARTHEST = 3 * (FAR + 20);
/** Words of a count's quote that bound it or are too plain to name it. */
const QUALIFYING = [
  'about',
  'around',
  'roughly',
  'nearly',
  'almost',
  'approximately',
  'some',
  'more',
  'than',
  'over',
  'least',
  'up',
  'to',
  'under',
  'fewer',
  'estimated',
  'an',
  'at',
  'the',
  'of',
  'or',
  'as',
  'many',
  'tens',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'bn',
  'mn',
  'in',
  'on',
  'for',
  'and',
  'from',
  'with',
  'by',
  'that',
  'are',
  'is',
  'was',
  'were',
  'its',
  'their',
  'our',
];

/** `metric` mention nearest to the figure that passes `fits`. */
function nearestMetric(
  text: string,
  figure: Quantity,
  view: BlockView,
  from: number,
  to: number,
  fits: (metric: Metric) => boolean,
): MetricMention | null {
  let best: { mention: MetricMention; cost: number } | null = null;
  // No cost is below the way to it, so what lies further off cannot be chosen; a line may name a thousand.
  for (let i = firstEndingAfter(view.metrics, figure.start - FAR - 1); i < view.metrics.length; i += 1) {
    const mention = view.metrics[i];
    if (!mention || mention.start > figure.end + FARTHEST) break;
    if (!inFocus(mention, view.focus)) continue;
    if (mention.end <= from || mention.start >= to || !fits(mention.metric)) continue;
    if (isOfOther(text, mention, figure, view) || leftOut(text, mention, figure, view)) continue;
    const cost = distance(text, figure, mention, view) + (mention.weak ? 45 : 0);
    if (cost <= FAR && (!best || cost < best.cost)) best = { mention, cost };
  }
  return best?.mention ?? null;
}

function distance(text: string, figure: Quantity, mention: MetricMention, view: BlockView): number {
  if (mention.start < figure.end && mention.end > figure.start) return 0;
  if (mention.end <= figure.start) return crossing(text, mention.end, figure.start, view.figures);
  const gap = text.slice(figure.end, mention.start);
  // "$17.2B in revenue", "41 analysts", "10% of sales": what follows directly names it.
  // "a 10% fall in orders"
  if (/^\s(?:[a-z-]+ ){1,2}(?:in|of|to) (?:the |its |our )?(?:\w+ )?$/.test(gap)) return gap.length / 3 - 20;
  if (/^\+?\s?(?:in |of |for )?(?:[A-Za-z.&’'-]+ ){0,2}$/.test(gap) && !JOINED.test(gap)) return gap.length / 3;
  return crossing(text, figure.end, mention.start, view.figures) + (/[,;()]/.test(gap) ? FAR : 10);
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
    words: null,
    kind,
    companyWide: base?.companyWide ?? false,
    flow: base === null ? metric !== null : base.time === 'flow',
    time: base === null || metric !== base.id ? 'flow' : base.time,
    at: mention && { start: mention.start, end: mention.end },
  };
}

function levelKind(metric: Metric, unit: Unit, signed = false): FigureKind {
  if (metric.id.endsWith('_growth') && unit === 'percent') return 'growth';
  if (metric.id === 'price_increase' || (signed && unit !== 'count' && unit !== 'percent')) return 'delta';
  if (metric.id.startsWith('price_target')) return 'target';
  if (metric.id === 'share_price' || metric.id === 'price' || metric.id === 'subscription_price') return 'price';
  if (metric.id === 'share_price_change') return 'delta';
  if (unit === 'count') return 'count';
  if (unit === 'percent' || unit === 'multiple') return 'ratio';
  return unit === 'bps' || unit === 'percentage_points' ? 'bps' : 'level';
}

/** "4,1 % más", "6 Prozent weniger": behind a number these compare it with an earlier one. */
const MORE_BEHIND =
  /^\s(?:más|menos|mehr|weniger|höher|niedriger|de plus|de moins|a mais|a menos|in più|in meno)(?!\p{L})/u;
const NO_WORD = /[^\p{L}/-]+/u;

function growthBeside(text: string, figure: Quantity, view: BlockView): boolean {
  if (figure.direction !== null) return true;
  const before = text.slice(Math.max(view.start, figure.start - 60), figure.start).toLowerCase();
  const after = text.slice(figure.end, Math.min(view.end, figure.end + 40)).toLowerCase();
  const words = [
    ...(before.split(/[;:•(]/).at(-1) ?? '').split(NO_WORD),
    ...(after.split(/[;:,•()[]/)[0] ?? '').split(NO_WORD),
  ];
  return (
    words.some((word) => growthWords.has(word) || isMovement(word, view.language)) ||
    MORE_BEHIND.test(after) ||
    /同比|环比|增长|增速|下降|下滑/.test(before.slice(-16) + after.slice(0, 12))
  );
}

function growthOf(mention: MetricMention | null): MetricChoice {
  if (mention === null) return { ...made(null, null, 'growth', null), flow: true };
  if (mention.metric.id.startsWith('price_target')) return made('implied_upside', 'Implied upside', 'ratio', mention);
  const base =
    mention.metric.id === 'growth' || mention.metric.id === 'guidance' ? metricById('revenue') : mention.metric;
  const id = base?.id ?? 'revenue';
  const done = id.endsWith('_growth') ? id : `${id}_growth`;
  const companyWide = mention.metric.companyWide;
  // "RSI 24, $133, −1.6%": beside the market's levels a change is the price's.
  if (mention.metric.time === 'spot')
    return { ...made('share_price_change', 'Share price change', 'delta', mention), flow: false, time: 'spot' };
  return { ...made(done, `${base?.label ?? 'Revenue'} growth`, 'growth', mention), companyWide, flow: true };
}

const SHARE = /^\s?(?:of|in)\s(?:its |the |their |our |total |all |[A-Z][\w’']*(?:'s|’s)? ){0,3}$/;

/** A percentage: a margin or rate by name, growth where the words say so, else a share of what follows "of". */
function percent(text: string, figure: Quantity, view: BlockView, from: number, to: number): MetricChoice {
  const any = nearestMetric(text, figure, view, from, to, () => true);
  const own = nearestMetric(
    text,
    figure,
    view,
    from,
    to,
    (metric) => metric.units.has('percent') && metric.id !== 'growth',
  );
  const growth = growthBeside(text, figure, view);
  if (
    any &&
    any.start >= figure.end &&
    !any.metric.units.has('percent') &&
    SHARE.test(text.slice(figure.end, any.start))
  ) {
    return made(`share_of_${any.metric.id}`, `Share of ${any.metric.label.toLowerCase()}`, 'ratio', any);
  }
  if (own && (own === any || !growth)) {
    if (own.metric.id === 'share_price_change' && any !== own) return growthOf(any);
    return marginOf(own, view) ?? made(own.metric.id, own.metric.label, levelKind(own.metric, 'percent'), own);
  }
  if (growth) return growthOf(any);
  if (own) return made(own.metric.id, own.metric.label, 'ratio', own);
  return made(null, null, 'ratio', null);
}

const MARGIN_OF: ReadonlyMap<string, string> = new Map([
  ['ebitda', 'ebitda_margin'],
  ['operating_income', 'operating_margin'],
  ['gross_profit', 'gross_margin'],
  ['net_income', 'net_margin'],
]);

/** "EBITDA of $51m (12.4% margin)": a bare margin is that of the profit named before it. */
function marginOf(own: MetricMention, view: BlockView): MetricChoice | null {
  if (own.metric.id !== 'margin') return null;
  const profit = view.metrics.filter((mention) => mention.end <= own.start && MARGIN_OF.has(mention.metric.id)).at(-1);
  const named = profit ? metricById(MARGIN_OF.get(profit.metric.id) ?? '') : null;
  return named && profit && own.start - profit.end < 60 ? made(named.id, named.label, 'ratio', own) : null;
}

const MULTIPLE_OF: ReadonlyMap<string, string> = new Map([
  ['eps', 'pe_ratio'],
  ['profit', 'pe_ratio'],
  ['net_income', 'pe_ratio'],
  ['ebitda', 'ev_ebitda'],
  ['revenue', 'ev_sales'],
]);

/** "24.9x FY27E EPS", "3.4x EBITDA" behind a debt: what the multiple is a multiple of. */
function multipleOf(text: string, figure: Quantity, view: BlockView): MetricChoice | null {
  const next = view.metrics.find((mention) => mention.start >= figure.end);
  if (!next || !/^\s(?:[\w'’-]+\s){0,3}$/.test(text.slice(figure.end, next.start))) return null;
  const debt = view.metrics.some(
    (mention) =>
      mention.end <= figure.start && figure.start - mention.end < 60 && /debt|leverage/.test(mention.metric.id),
  );
  const named = metricById(debt && next.metric.id === 'ebitda' ? 'leverage' : (MULTIPLE_OF.get(next.metric.id) ?? ''));
  return named ? made(named.id, named.label, 'ratio', next) : null;
}

function change(text: string, figure: Quantity, view: BlockView, from: number, to: number): MetricChoice {
  const mention = nearestMetric(
    text,
    figure,
    view,
    from,
    to,
    (metric) => metric.units.has('percent') || isMargin(metric.id),
  );
  if (!mention) return made(null, null, 'bps', null);
  return {
    ...made(
      mention.metric.id === 'growth' ? 'revenue_growth_change' : `${mention.metric.id}_change`,
      `${mention.metric.label} change`,
      'bps',
      mention,
    ),
    flow: true,
  };
}

const HORIZON =
  /\b(?:next|within|horizon|over the coming|coming|near-term|medium-term|long-term|in advance|remainder)\b|未来|接下来|今后/i;
const RECORD =
  /(?:\blast seen (?:more than |over |nearly |about )?|\b(?:fastest|slowest|highest|lowest|strongest|weakest|best|worst|largest|smallest)\b[^.;•]{0,48}\b(?:in|for|over) (?:the |its )?(?:past |last |more than |over |nearly |about )?(?:[\w-]+ \w+ \((?:nearly |about |almost |roughly )?)?)$/i;

function duration(text: string, figure: Quantity, view: BlockView): MetricChoice {
  const before = text.slice(Math.max(view.start, figure.start - 100), figure.start);
  if (RECORD.test(before)) return made('growth_record_span', 'Span of the record', 'duration', null);
  if (OF_TARGET.test(before) || heldFor(before, figure, view)) return horizon();
  const around = before.slice(-60) + text.slice(figure.start, Math.min(view.end, figure.end + 24));
  return HORIZON.test(around) ? horizon() : { ...made('duration', 'Duration', 'duration', null), flow: false };
}

const horizon = (): MetricChoice => ({
  ...made('horizon', 'Horizon', 'duration', null),
  flow: false,
  companyWide: true,
});

/** "20–40% returns over 2–3 years" */
const OF_TARGET = /\b(?:returns?|upside|gains?|target|appreciation)\b[^.;:()]{0,24}\b(?:over|in|within)\s(?:the\s)?$/i;

/** "Target: $170 (12 months)": the bracket behind a target says for how long. */
function heldFor(before: string, figure: Quantity, view: BlockView): boolean {
  if (!/\(\s?$/.test(before)) return false;
  return view.metrics.some(
    ({ end, metric }) =>
      end <= figure.start && figure.start - end < 60 && /^(?:price_target|implied_upside)/.test(metric.id),
  );
}

const LARGE = /^[^.;]{0,24}\b(?:large-cap|mega-cap|company|giant|valuation|market cap)\b/i;

/** Names the figure by the metrics mentioned between `from` and `to` of its view. */
export function chooseMetric(text: string, figure: Quantity, view: BlockView, from: number, to: number): MetricChoice {
  const { unit } = figure;
  if (DURATIONS.has(unit)) return duration(text, figure, view);
  if (unit === 'percent') return percent(text, figure, view, from, to);
  if (unit === 'bps' || unit === 'percentage_points') return change(text, figure, view, from, to);
  if (unit === 'score') return { ...made('score', 'Score', 'rating', null), flow: false, companyWide: true };
  if (figure.rule === 'verbal.dollars' && LARGE.test(text.slice(figure.end, figure.end + 48)))
    return made('market_cap', 'Market capitalisation', 'level', null);
  const earned =
    figure.per === 'share' || unit === 'per_share'
      ? nearestMetric(text, figure, view, from, to, (metric) => metric.traits.has('earned'))
      : null;
  if (earned && earned.start < figure.start)
    return made('eps', 'EPS', 'level', { ...earned, metric: metricById('eps') ?? earned.metric });
  const multiple = unit === 'multiple' ? multipleOf(text, figure, view) : null;
  if (multiple) return multiple;
  const large = unit === 'money' && Math.max(figure.lowExponent, figure.highExponent) >= 3;
  const mention = nearestMetric(
    text,
    figure,
    view,
    from,
    to,
    (metric) => fitsUnit(metric, unit) && !(large && metric.traits.has('per-share')),
  );
  if (unit === 'multiple' && figure.direction === 'up' && !mention) {
    return growthOf(nearestMetric(text, figure, view, from, to, () => true));
  }
  if (mention?.metric.id === 'cash_capex' && passedOver(figure, mention, view)) {
    const broad = metricById('capex');
    if (broad) return made(broad.id, broad.label, 'level', { ...mention, metric: broad });
  }
  if (mention)
    return made(
      mention.metric.id,
      mention.metric.label,
      levelKind(mention.metric, unit, figure.direction === 'up'),
      mention,
    );
  return byUnit(figure) ?? unnamed(text, figure);
}

/** "Cash capex came to $43B and management still guides to $200B": the second need not be on the first's basis. */
function passedOver(figure: Quantity, mention: MetricMention, view: BlockView): boolean {
  return view.figures.some((other) => other.start >= mention.end && other.end <= figure.start);
}

/** Units that only one metric is printed in, and prices by what they are per. */
function byUnit(figure: Quantity): MetricChoice | null {
  if (figure.unit === 'power_gw') return { ...made('capacity', 'Capacity', 'level', null), flow: false };
  const subscribed =
    figure.unit === 'money' && (figure.per === 'month' || figure.per === 'user' || figure.per === 'seat');
  return subscribed ? { ...made('subscription_price', 'Subscription price', 'price', null), flow: false } : null;
}

/** No lexicon names it: the noun it counts, or the words right behind it. */
function unnamed(text: string, figure: Quantity): MetricChoice {
  const kind: FigureKind = figure.unit === 'count' ? 'count' : figure.unit === 'multiple' ? 'ratio' : 'level';
  if (figure.unit !== 'count') return { ...made(null, null, kind, null), flow: false };
  const after = /^\s?(?:of )?((?:[A-Za-z][\w-]+ ?){1,3})/.exec(text.slice(figure.end, figure.end + 60))?.[1] ?? '';
  const id = slug(nounOf(figure.quote)) ?? slug(nounOf(after));
  return { ...made(id, id === null ? null : labelFrom(id), kind, null), flow: false };
}

/** A quote without its number, scale and qualifier words. */
function nounOf(quote: string): string {
  return quote
    .split(/\s+/)
    .filter((word) => /^[a-z][\w-]*$/i.test(word) && !numberWords.has(word.toLowerCase()))
    .join(' ');
}

const numberWords: ReadonlySet<string> = new Set([...ones.keys(), ...tens.keys(), ...magnitudes.keys(), ...QUALIFYING]);
