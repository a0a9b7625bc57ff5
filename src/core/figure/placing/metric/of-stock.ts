/** Prices, moves, values and beats of a stock: what a bare amount beside a ticker, a target or a consensus is. */
import { lineStart } from '../../../base/line-start';
import type { Quantity } from '../../model';
import type { MetricChoice } from './choose-metric';
import type { BlockView } from '../scope/block-view';

/** What a bare price or a bare value of a share is: the share's price, or what a scenario makes it worth. */
export function ofStock(text: string, quantity: Quantity, view: BlockView, metric: MetricChoice): MetricChoice {
  const small = quantity.unit === 'per_share' || (quantity.unit === 'money' && quantity.highExponent < 3);
  const targeted = view.metrics.some((mention) => mention.metric.id.startsWith('price_target'));
  if (small && metric.metric === 'price' && targeted) {
    return { ...metric, metric: 'share_price', label: 'Share price', kind: 'price', companyWide: true };
  }
  const before = text.slice(Math.max(view.start, quantity.start - 24), quantity.start);
  if (small && metric.metric === null && WORTH.test(before)) {
    return { ...metric, metric: 'price_target', label: 'Price target', kind: 'target', companyWide: true };
  }
  if (small && metric.metric === null && movedTo(text, quantity, view)) {
    return {
      ...metric,
      metric: 'share_price',
      label: 'Share price',
      words: null,
      kind: 'price',
      time: 'spot',
      companyWide: true,
    };
  }
  const quoted = metric.metric === null && metric.words === null ? ofTicker(text, quantity, view, metric) : null;
  return quoted ?? surprise(text, quantity, metric) ?? ofBroker(text, quantity, metric);
}

/** In a survey of the markets a bare move of a company is its share's, and what it moved to the share's price. */
export function asShare(text: string, quantity: Quantity, metric: MetricChoice): MetricChoice | null {
  if (metric.metric !== null || metric.at !== null) return null;
  const spot = { ...metric, words: null, companyWide: true, flow: false, time: 'spot' as const };
  if (quantity.unit === 'percent' && (quantity.direction !== null || metric.kind === 'growth'))
    return { ...spot, metric: 'share_price_change', label: 'Share price change', kind: 'delta' };
  const small = quantity.unit === 'per_share' || (quantity.unit === 'money' && quantity.highExponent < 3);
  return small && TO.test(text.slice(Math.max(0, quantity.start - 12), quantity.start))
    ? { ...spot, metric: 'share_price', label: 'Share price', kind: 'price' }
    : null;
}

const TO = /(?:^|\s)(?:to|at|auf|bei|à|a|hasta|para|su)\s(?:the\s|los\s|les\s)?$/iu;
const SAME_CLAUSE = 140;

/** "The shares fell 3% to $44": where a share moved to is its price. */
function movedTo(text: string, quantity: Quantity, view: BlockView): boolean {
  if (!TO.test(text.slice(Math.max(view.start, quantity.start - 12), quantity.start))) return false;
  const named = view.metrics.findLast(({ end }) => end <= quantity.start);
  if (named?.metric.id !== 'share_price_change' || quantity.start - named.end > SAME_CLAUSE) return false;
  return view.figures.some(({ unit, start, end }) => unit === 'percent' && start >= named.end && end <= quantity.start);
}

/** "**LDOS** — RSI 24, $133, −1.6%", "FTNT (+23.3%": a ticker heads its line or touches the number. */
const TICKER_LINE = /^[\s>#*_•–-]{0,8}[A-Z]{2,5}[*_]{0,3}(?:\s\([^()\n]{1,60}\))?[*_]{0,3}\s?(?:[—–:(]|[+−-]\d)/;
const TICKER_BESIDE = /(?<![A-Za-z])[A-Z]{2,5}[*_]{0,3}\s?\(?$/;

/** A bare price or signed percentage of a ticker is its share's price or move. */
function ofTicker(text: string, quantity: Quantity, view: BlockView, metric: MetricChoice): MetricChoice | null {
  const line = text.slice(Math.max(view.start, lineStart(text, quantity.start)), quantity.start);
  const beside = TICKER_BESIDE.test(line.slice(-14)) && view.entities.some((one) => one.end <= quantity.start);
  if (!beside && !TICKER_LINE.test(line.slice(0, 90))) return null;
  const spot = { ...metric, companyWide: false, flow: false, time: 'spot' as const };
  if (quantity.unit === 'percent' && quantity.direction !== null)
    return { ...spot, metric: 'share_price_change', label: 'Share price change', kind: 'delta' };
  const small = quantity.unit === 'money' && quantity.highExponent < 3;
  return small ? { ...spot, metric: 'share_price', label: 'Share price', kind: 'price' } : null;
}

export const AGAINST =
  /^\s(?:(better|higher|above|ahead|over|more)|(worse|lower|below|short|under|less))\s(?:than\s|of\s)?(?:the\s|its\s|our\s)?(?:street|consensus|expectations|estimates|forecasts)\b/i;

/** "EPS came in $0.11 better than the Street": the size of a beat, not the earnings. */
function surprise(text: string, quantity: Quantity, metric: MetricChoice): MetricChoice | null {
  if (metric.metric === null || (quantity.unit !== 'money' && quantity.unit !== 'per_share')) return null;
  if (!AGAINST.test(text.slice(quantity.end, quantity.end + 48))) return null;
  return { ...metric, metric: `${metric.metric}_surprise`, label: `${metric.label ?? ''} surprise`, kind: 'delta' };
}

/** "adjusted margin reaches 13.5%; value 610p" */
const WORTH =
  /(?:^|[;,，；]\s?)(?:fair |implied )?(?:value|valuation|worth|价值|估值)(?:\sof|\sis|\sat)?[:：]?\s?(?:about |c\. ?|~)?$/i;

/** "high target $260 (Quell: $245)": a target with a name before it is that broker's, not the high of all. */
function ofBroker(text: string, quantity: Quantity, metric: MetricChoice): MetricChoice {
  if (!metric.metric?.startsWith('price_target_')) return metric;
  const named = /\([A-Z][\w&.' -]{1,40}:?\s$/.test(text.slice(Math.max(0, quantity.start - 48), quantity.start));
  return named ? { ...metric, metric: 'price_target', label: 'Price target' } : metric;
}
