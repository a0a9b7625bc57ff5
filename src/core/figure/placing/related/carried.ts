/** What the figure before says of this one: whose year it is set against, and what it is of. */
import type { Sentence } from '../../../document/model';
import type { Quantity } from '../../model';
import { shiftYears } from '../../period/period-names';
import type { MetricChoice } from '../metric/choose-metric';
import type { PeriodChoice } from '../period/choose-period';
import type { Draft } from './mention';
import { metricName } from '../../display/names';

const PLANS = /\b(?:guid|outlook|target|estimat|forecast|expect|range|plan|we (?:rais|cut|lift|lower|trim))/i;
const REPORTED = /^\d{4}[QH]\d$/;

/** "operating profit slipped to €148 million from €171 million": a result is set against that of the year before. */
export function yearBefore(text: string, quantity: Quantity, sentence: Sentence, before: Draft): PeriodChoice | null {
  const { period, figure } = before;
  if (!period || !REPORTED.test(period.period) || before.unit !== quantity.unit || before.kind !== 'level') return null;
  if (figure.start < sentence.start || !/^\sfrom\s(?:about |~)?$/.test(text.slice(figure.end, quantity.start)))
    return null;
  const after = text.slice(quantity.end, Math.min(sentence.end, quantity.end + 24));
  if (PLANS.test(text.slice(sentence.start, sentence.end)) || /^\s(?:in|for|during|a|the|last|at)\s/.test(after))
    return null;
  const earlier = shiftYears(period.period, -1);
  const cue = { start: quantity.start, end: quantity.end, text: quantity.quote, rule: 'compared' };
  return earlier === null ? null : { period: earlier, cue, own: true };
}

/** What the figure before says of this one: the same kind of percentage, or the amount that grew. */
export function carried(own: MetricChoice, quantity: Quantity, before: Draft | null): MetricChoice | null {
  if (!before || before.metric === null) return null;
  const same = before.figure.unit === quantity.unit && before.figure.currency === quantity.currency;
  if (same)
    return {
      ...own,
      metric: before.metric,
      label: before.metricLabel,
      kind: before.kind,
      companyWide: before.companyWide,
    };
  if (own.kind !== 'growth' || before.unit !== 'money' || before.kind !== 'level') return null;
  return {
    ...own,
    metric: `${before.metric}_growth`,
    label: `${metricName(before)} growth`,
    companyWide: before.companyWide,
  };
}
