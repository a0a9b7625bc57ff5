/** What an amount leaves out: "net income, excluding stock compensation, was $5 million" is no stock compensation. */
import type { Quantity } from '../../model';
import type { MetricMention } from '../mentions/metric';
import type { BlockView } from '../scope/block-view';

const LEFT_OUT =
  /\b(?:exclud(?:es?|ed|ing)|exclusive (?:of|to)|adjust(?:s|ed|ing) for|before the effects? of|net of)\s(?:[^.;:()\d]{0,120}(?:,|\band)\s)?(?:[\w-]+\s){0,5}$/i;
const HAPPENS =
  /\b(?:was|were|is|are|increased|decreased|grew|rose|fell|declined|came|totaled|totalled|reached|improved|amounted)\b/i;

const FARTHEST = 400;

/** "Net income, excluding stock compensation, was $5M": what is left out is not what the amount is of. */
export function leftOut(text: string, mention: MetricMention, figure: Quantity, view: BlockView): boolean {
  const between = figure.start - mention.end;
  // A sentence may run on without end: what stands this far apart belongs to other words.
  if (between < 0 || between > FARTHEST || !HAPPENS.test(text.slice(mention.end, figure.start))) return false;
  const lead = LEFT_OUT.exec(text.slice(Math.max(view.start, mention.start - 170), mention.start));
  if (!lead) return false;
  const from = mention.start - lead[0].length;
  return view.metrics.some((other) => other.end <= from && from - other.end < 160);
}
