/** A loss said in words is a result below nothing: "a net loss of $2 million, or $0.30 per share", "cash used in operations". */
import type { Quantity } from '../../model';
import type { MetricChoice } from '../metric/choose-metric';
import type { Draft } from './mention';
import { isNegative, negate } from '../../decimal';

const RESULTS: ReadonlySet<string> = new Set([
  'net_income',
  'operating_income',
  'pretax_income',
  'ebitda',
  'eps',
  'profit',
]);
const FLOWS: ReadonlySet<string> = new Set(['operating_cash_flow', 'free_cash_flow']);
/** Furthest that the word stands ahead of its amount. */
const REACH = 140;
const LOSS =
  /(?<![(\w])(?:net|operating|pre-?tax|ebitda|comprehensive|trading|statutory|gaap|adjusted|underlying) (?:[\w-]+ ){0,2}loss(?:es)?\b(?!\))|(?<![(\w])loss(?:es)? (?:per|from operations|before|attributable|for the)\b/gi;
/** A gain, a second amount or a stop between the word and the amount: the loss is another. */
const AWAY =
  /[;]|\.\s|\b(?:income|profit|earnings|gain|gains|revenues?|sales|reduc\w+|improv\w+ by|narrow\w+ by|widen\w+ by|increas\w+ (?:of|by)|decreas\w+ (?:of|by))\b/i;
const USED = /\b(?:net )?cash (?:flows? )?used (?:in|by|for)\b[^.;]{0,60}$|\bcash (?:outflow|burn)\b[^.;]{0,40}$/i;
/** ", or $0.37 per share": the same result, said for one share. */
const SAME_RESULT = /^,?\s?(?:\(|or\s|equivalent to\s|\bthat is\s)(?:a loss of\s|about\s|approximately\s)?$/i;

const plainAmount = ({ unit, low, high, direction }: Quantity): boolean =>
  (unit === 'money' || unit === 'per_share') &&
  direction === null &&
  low !== null &&
  high !== null &&
  !isNegative(low) &&
  !isNegative(high);

/** Whether the words make the amount one below nothing. */
export function isLoss(text: string, quantity: Quantity, metric: MetricChoice, before: Draft | null): boolean {
  if (metric.metric === null || metric.kind !== 'level' || !plainAmount(quantity)) return false;
  const lead = text.slice(Math.max(0, quantity.start - REACH), quantity.start);
  if (FLOWS.has(metric.metric)) return USED.test(lead) && !/\d/.test(USED.exec(lead)?.[0] ?? '');
  if (!RESULTS.has(metric.metric)) return false;
  if (before && before.metric !== null && RESULTS.has(before.metric) && quantity.unit === 'per_share') {
    const lost = before.figure.high !== null && isNegative(before.figure.high);
    if (lost && SAME_RESULT.test(text.slice(before.figure.end, quantity.start))) return true;
  }
  const said = [...lead.matchAll(LOSS)].at(-1);
  if (!said) return false;
  const gap = lead.slice(said.index + said[0].length);
  return !AWAY.test(gap) && !/\d/.test(gap);
}

/** The same amount below nothing. */
export function negated(quantity: Quantity): Quantity {
  const { low, high } = quantity;
  return {
    ...quantity,
    low: high === null ? null : negate(high),
    high: low === null ? null : negate(low),
    lowExponent: quantity.highExponent,
    highExponent: quantity.lowExponent,
  };
}
