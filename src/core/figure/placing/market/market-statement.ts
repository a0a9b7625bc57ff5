/**
 * What markets quote, said in prose of any language with an alphabet: the level of an index, the rate of a pair of
 * currencies, the price of a good, a yield, and how each moved. The one it is said of decides what a bare number is.
 */
import type { Quantity } from '../../model';
import type { Unit } from '../../../base/unit';
import type { MetricChoice } from '../metric/choose-metric';
import { directionOf } from '../metric/direction';
import { isHan } from '../../quantity/lexicon/characters';
import { quotedAs, type QuotedAs } from '../mentions/markets';
import type { BlockView } from '../scope/block-view';

/** Names that say no more than that something is a price, a change or a growth. */
const PLAIN: ReadonlySet<string | null> = new Set([
  null,
  'price',
  'price_growth',
  'share_price',
  'share_price_change',
  'growth',
  'revenue_growth',
  'profit_growth',
  'exchange_rate',
  'exchange_rate_growth',
  'index_level',
  'index_level_growth',
  'oil_price',
  'oil_price_growth',
  'gold_price',
  'gold_price_growth',
  'bond_yield',
  'bond_yield_growth',
  'bond_yield_change',
  'volatility',
  'score',
]);

const LEVELS: Readonly<Record<QuotedAs, readonly [string, string]>> = {
  index: ['index_level', 'Index level'],
  yield: ['bond_yield', 'Yield'],
  currency: ['exchange_rate', 'Exchange rate'],
  good: ['price', 'Price'],
  volatility: ['index_level', 'Index level'],
};
const CHANGES: Readonly<Record<QuotedAs, readonly [string, string]>> = {
  index: ['index_change', 'Index change'],
  yield: ['yield_change', 'Yield change'],
  currency: ['exchange_rate_change', 'Exchange rate change'],
  good: ['price_change', 'Price change'],
  volatility: ['index_change', 'Index change'],
};

const POINTS = /^(?:points?|pts|punkten?|zählern?|stellen|puntos?|pontos?|punti)$/i;
const POINTS_BEHIND = /^\s(?:points?|pts|Stellen)(?![\p{L}-])/iu;
/** A size of a move stands right behind such words: "fell 300 points", "um 200 Punkte", "perdió 40 puntos". */
const MOVED_BY =
  /(?:\b(?:rose|rises|fell|falls|gained|gains|lost|loses|dropped|drops|up|down|by|added|shed|climbed|slid|jumped|rallied|plunged|tumbled|slipped|um|verlor|gewann|perd|perdió|pierde|gana|ganó|sube|subió|cae|cayó|cède|gagne|perde|guadagna|caiu|subiu|ganhou)\s(?:about |some |nearly |over |almost |rund |fast |etwa )?)$/iu;

const isPoints = (text: string, { quote, end }: Quantity): boolean =>
  POINTS.test(quote.slice(quote.lastIndexOf(' ') + 1)) || POINTS_BEHIND.test(text.slice(end, end + 10));

/** "Watch: <145 (crisis)": a bare number with no word behind it counts nothing. */
const isAlone = (text: string, { unit, quote, end }: Quantity): boolean =>
  unit === 'count' && /^[~<>≈≤≥+]?\s?\d[\d,.]*$/.test(quote) && !/^\s?[\p{L}%/]/u.test(text.slice(end, end + 3));

/** Whether a number of this unit can be a level or a move of what is quoted so. */
function fits(
  text: string,
  quantity: Quantity,
  as: QuotedAs,
  metric: MetricChoice,
  view: BlockView,
): 'level' | 'move' | null {
  const { unit, highExponent, direction, rule } = quantity;
  const moved = MOVED_BY.test(text.slice(Math.max(0, quantity.start - 24), quantity.start));
  // Markets quote no ranges: a range is an opinion of a move, or a weight.
  const ranged = quantity.qualifier === 'range';
  if (unit === 'percent') {
    if (ranged) return null;
    if (as === 'yield' && direction === null && !moved) return 'level';
    return moved || metric.kind === 'growth' || metric.kind === 'delta' || directionOf(text, quantity, view) !== null
      ? 'move'
      : null;
  }
  if (unit === 'bps' || unit === 'percentage_points') return as === 'yield' ? 'move' : null;
  if (isPoints(text, quantity)) return as !== 'index' && as !== 'volatility' ? null : moved ? 'move' : 'level';
  if ((unit === 'other' || isAlone(text, quantity)) && as !== 'yield') return rule === 'points' ? 'move' : 'level';
  const money = unit === 'money' || unit === 'per_share';
  return money && (as === 'good' || as === 'currency') && highExponent < 3
    ? moved && as === 'good'
      ? null
      : 'level'
    : null;
}

export interface MarketStatement {
  readonly metric: MetricChoice;
  readonly unit: Unit;
}

/** What a number of something that markets quote is; null where its own words say what else it is of. */
export function ofMarket(
  text: string,
  quantity: Quantity,
  entity: string,
  metric: MetricChoice,
  view: BlockView,
): MarketStatement | null {
  const as = quotedAs(entity);
  const unnamed = metric.at === null && isPoints(text, quantity);
  if (as === null || (!unnamed && !PLAIN.has(metric.metric)) || isHan(text.charCodeAt(quantity.start - 1))) return null;
  const kind = fits(text, quantity, as, metric, view);
  if (kind === null) return null;
  const [id, label] = (kind === 'level' ? LEVELS : CHANGES)[as];
  const named = id === 'price' ? `${entity} price` : label;
  return {
    metric: {
      metric: id === 'price' && metric.metric === 'oil_price' ? 'oil_price' : id,
      label: named,
      words: isTelling(metric, view) ? metric.words : null,
      kind: kind === 'move' ? (quantity.unit === 'bps' ? 'bps' : 'delta') : as === 'yield' ? 'ratio' : 'price',
      companyWide: false,
      flow: false,
      time: 'spot',
      at: metric.at ?? { start: quantity.start, end: quantity.end },
    },
    unit: quantity.unit === 'count' ? 'other' : quantity.unit,
  };
}

/** Words that the lexicon knows a metric in are kept; others ("the pair", "yesterday") say nothing of a level. */
const isTelling = ({ at, words, metric }: MetricChoice, view: BlockView): boolean =>
  words !== null && metric !== null && at !== null && view.metrics.some((one) => one.start === at.start);
