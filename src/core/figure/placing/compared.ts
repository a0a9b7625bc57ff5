/** "$10 million, or 22% of sales, compared with $8 million": what a value is compared with is the same thing as the value. */
import type { Quantity } from '../model';
import type { MetricChoice } from './choose-metric';
import type { Draft } from './mention';

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
  return {
    ...own,
    metric: other.metric,
    label: other.metricLabel,
    words: other.metricLabel,
    kind: other.kind,
    companyWide: other.companyWide,
    at: own.at ?? { start: other.figure.start, end: other.figure.start },
  };
}
