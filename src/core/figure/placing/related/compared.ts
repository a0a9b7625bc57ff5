/** "$10 million, or 22% of sales, compared with $8 million": what a value is compared with is the same thing as the value. */
import type { Quantity } from '../../model';
import type { MetricChoice } from '../metric/choose-metric';
import type { Draft } from './mention';
import { metricName } from '../../display/names';

/** Right before the second value; words of its own between would name it. */
const COMPARES =
  /\b(?:compared (?:to|with)|versus|vs\.?|against|as against|up from|down from|from)\s(?:an?\s|the\s)?(?:about\s|approximately\s|around\s|roughly\s|nearly\s|just\s|~|≈)?$/i;
const LONGEST = 44;
const LEVELS: ReadonlySet<Draft['kind']> = new Set(['level', 'ratio', 'count', 'price', 'target']);

/** The nearest value before it in the sentence that can be compared with it. */
function comparand(quantity: Quantity, earlier: readonly Draft[]): Draft | null {
  return (
    earlier.findLast(
      ({ figure, kind, metric }) =>
        metric !== null && LEVELS.has(kind) && figure.unit === quantity.unit && figure.currency === quantity.currency,
    ) ?? null
  );
}

/** "40亿元，同比增长5%", "$40 million, up 5%": nothing but a movement stands between an amount and its growth. */
const MOVES =
  /^[*_]{0,3}\s?[,，、(（]?\s?(?:同比|环比|同比\/环比|較去年同期|较上年同期)[增长下降减少上升提升下滑回落成長衰退增加幅了约為为]{0,6}\s?$|^[*_]{0,3}\s?[,(]\s?(?:up|down|an? (?:increase|decrease|decline|rise|drop) of|increasing|decreasing|representing (?:growth|an increase|a decrease|a decline) of)\s(?:about\s|approximately\s|~)?$/;

/** What a value is of by another beside it; the place stays its own where it has one. */
const takenFrom = (
  from: Draft,
  own: MetricChoice,
  named: Pick<MetricChoice, 'metric' | 'label' | 'kind'>,
): MetricChoice => ({
  ...own,
  ...named,
  words: named.label,
  companyWide: from.companyWide,
  at: own.at ?? { start: from.figure.start, end: from.figure.start },
});

/** "（同比+20%，环比+15%）", "(+20% YoY, +15% QoQ)": a second rate of the same amount. */
const SECOND_RATE =
  /^(?:\s?(?:yoy|y\/y|qoq|q\/q|year[- ]over[- ]year|sequentially))?\s?[,，、;；/]\s?(?:and\s)?(?:(?:同比|环比|環比)[增长下降减少上升提升下滑回落成長衰退增加幅了约為为]{0,6})?[+−–-]?$/iu;
const NAMES_SPAN = /^\s?(?:yoy|y\/y|qoq|q\/q|year[- ]over[- ]year|quarter[- ]over[- ]quarter|sequentially)/iu;

/** Whether the text between two rates, or right behind the second, says that both are of the one amount. */
function isSecondRate(text: string, last: Draft, quantity: Quantity): boolean {
  const between = text.slice(last.figure.end, quantity.start);
  return (
    SECOND_RATE.test(between) &&
    (/[同环環]比/u.test(between) || NAMES_SPAN.test(text.slice(quantity.end, quantity.end + 24)))
  );
}

/** The growth of the amount right before it, or that the rate right before it is of too. */
export function asGrowthOf(
  text: string,
  quantity: Quantity,
  last: Draft | null,
  own: MetricChoice,
): MetricChoice | null {
  if (quantity.unit !== 'percent' || last === null || last.metric === null) return null;
  if (last.kind === 'growth' && last.figure.unit === 'percent' && isSecondRate(text, last, quantity))
    return takenFrom(last, own, { metric: last.metric, label: last.metricLabel, kind: 'growth' });
  if (last.kind !== 'level') return null;
  if (last.figure.unit !== 'money' && last.figure.unit !== 'count') return null;
  if (!MOVES.test(text.slice(last.figure.end, quantity.start))) return null;
  const label = `${metricName(last)} growth`;
  return takenFrom(last, own, { metric: `${last.metric}_growth`, label, kind: 'growth' });
}

/** The metric of what it is compared with; null where it is compared with nothing of its sort. */
export function asCompared(
  text: string,
  quantity: Quantity,
  earlier: readonly Draft[],
  own: MetricChoice,
): MetricChoice | null {
  if (quantity.direction !== null || own.kind === 'growth' || earlier.length === 0) return null;
  if (!COMPARES.test(text.slice(Math.max(0, quantity.start - LONGEST), quantity.start))) return null;
  const other = comparand(quantity, earlier);
  if (!other) return null;
  // A metric named right behind the second value is its own.
  if (own.at !== null && own.at.start >= quantity.end && own.at.start - quantity.end < 12) return null;
  return takenFrom(other, own, { metric: other.metric, label: other.metricLabel, kind: other.kind });
}
