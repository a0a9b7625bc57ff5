/**
 * A percentage of revenue is that of something: "marketing was $5M, or 12% of sales", "R&D: 9% of revenue", "capex as a
 * percentage of sales was 4%". What it is a share of stands with the number; what has the share is named here.
 */
import type { Quantity } from '../../model';
import type { MetricChoice } from '../metric/choose-metric';
import type { ItemLabel } from '../scope/item-label';
import type { Draft } from './mention';
import { metricById } from '../mentions/metric';
import type { BlockView } from '../scope/block-view';

const MARGINS: ReadonlyMap<string, string> = new Map([
  ['gross_profit', 'gross_margin'],
  ['operating_income', 'operating_margin'],
  ['ebitda', 'ebitda_margin'],
  ['net_income', 'net_margin'],
]);
const OF_SALES: ReadonlySet<string> = new Set(['share_of_revenue', 'share_of_revenue_change']);
/** "$5M, or 12% of sales", "$5M (12% of sales)", "… representing 12% of revenue". */
const SAME_AMOUNT =
  /^[*_]{0,3},?\s?(?:\(|or|and|representing|represented|equal to|equivalent to|which (?:is|was|represents|represented)|being|accounting for)?\s?(?:about|approximately|roughly|~|≈)?\s?$/i;
const AS_PART =
  /([\p{L}][\p{L}\d&’'(),“”" -]{1,70}?)[,\s]+(?:expressed )?(?:as an? (?:percentage|percent|share|proportion)|as a %|as %|as percent|, %|,? percent(?:age)?) of\b[^.;:]{0,90}$/iu;
const PART_OF_SALES = /^(?:percentage|percent|share|%) of (?:total |net |our |its )*(?:revenues?|sales)$/i;
const ARTICLE = /^(?:the|our|its|their|total|lastly|and|in|for)[,\s]+/i;

interface Place {
  readonly text: string;
  readonly quantity: Quantity;
  readonly view: BlockView;
  readonly before: Draft | null;
  readonly label: ItemLabel | null;
}

interface Holder {
  readonly id: string | null;
  readonly words: string;
}

function holderOf({ text, quantity, view, before, label }: Place): Holder | null {
  const lead = text.slice(Math.max(view.start, quantity.start - 200), quantity.start);
  const said = AS_PART.exec(lead.slice(lead.lastIndexOf('. ') + 1))?.[1];
  if (said !== undefined) {
    const words = said.trim().replace(ARTICLE, '').split(/,\s/).at(-1)?.trim() ?? '';
    return words === ''
      ? null
      : { id: view.metrics.findLast((one) => text.slice(one.start, one.end) === words)?.metric.id ?? null, words };
  }
  if (before && before.figure.unit === 'money' && before.kind === 'level') {
    const gap = text.slice(before.figure.end, quantity.start);
    const words = before.metricLabel ?? '';
    if (words !== '' && SAME_AMOUNT.test(gap)) return { id: before.metric, words };
  }
  const near = label !== null && quantity.start - label.end < 40;
  if (!near) return null;
  return {
    id: view.metrics.find((one) => one.start >= label.start && one.end <= label.end)?.metric.id ?? null,
    words: label.text,
  };
}

/** The choice with the words that say what has the share; a margin by its name where the share of sales is one. */
export function shareOf(choice: MetricChoice, place: Place): MetricChoice {
  const unnamed = choice.metric === null && place.quantity.unit === 'percent' && PART_OF_SALES.test(choice.words ?? '');
  if (unnamed) return shareOf({ ...choice, metric: 'share_of_revenue', kind: 'ratio' }, place);
  if (choice.metric === null || !OF_SALES.has(choice.metric)) return choice;
  const holder = holderOf(place);
  if (holder === null || /\b(?:revenues?|sales)\b/i.test(holder.words)) return choice;
  const margin = choice.metric === 'share_of_revenue' ? metricById(MARGINS.get(holder.id ?? '') ?? '') : null;
  if (margin) return { ...choice, metric: margin.id, label: margin.label, words: choice.words };
  return { ...choice, words: `${holder.words} as % of revenue` };
}
