/**
 * Labels first: what a figure in prose is of is decided by the words it belongs to, and those words are kept. The lexicon
 * then says which metric they name; where it does not know them, the nearest metric of the sentence stands in only if no
 * label touches the number.
 */
import type { Span } from '../../../document/model';
import type { Quantity } from '../../model';
import { chooseMetric, type MetricChoice } from './choose-metric';
import { pairedMetric } from './pair-metrics';
import { labelsOf } from '../scope/label';
import type { Label } from '../scope/label-model';
import { labelWords } from '../scope/label-words';
import { inFocus, type BlockView } from '../scope/block-view';

/** Only metrics that begin in the label's words may be chosen; the rest of the view still explains them. */
const focused = (view: BlockView, label: Span): BlockView => ({ ...view, focus: label });

function byLabel(text: string, quantity: Quantity, view: BlockView, label: Label): MetricChoice | null {
  // A plain word in the label of a whole line names nothing further down the line.
  const firm = label.scope === 'item' && !follows(text, label, quantity);
  if (!view.metrics.some((mention) => inFocus(mention, label) && !(firm && mention.weak))) return null;
  const from = Math.min(label.start, quantity.start);
  const to = Math.max(label.end + LONGEST_TAIL, quantity.end);
  // A label of the whole line is as near as its colon.
  const moved = label.scope === 'item' ? { ...quantity, start: label.end + 1, end: label.end + 1 } : quantity;
  const choice = chooseMetric(text, moved, focused(view, label), from, to);
  return choice.at === null ? null : choice;
}

/** A metric's name may run on behind the label's words ("cash | from operating activities"). */
const LONGEST_TAIL = 40;

const said = (label: Label): string => (label.share ? `share of ${label.text}` : label.text);

/** Whether the figure stands right behind the label's colon. */
function follows(text: string, label: Label, quantity: Quantity): boolean {
  return quantity.start - label.end < 60 && !/[.,;]\s|\d/.test(text.slice(label.end, quantity.start));
}

/** The label says whose the figure is, not what it is of: "Marlow (−3.4%)", "**Brent:** $80". */
const isName = (label: Label, view: BlockView): boolean =>
  !view.metrics.some((metric) => metric.start < label.end && label.start < metric.end) &&
  view.entities.some(
    (one) =>
      one.start < label.end &&
      label.start < one.end &&
      Math.min(one.end, label.end) - Math.max(one.start, label.start) >= (label.end - label.start) * 0.9,
  );

export interface Named {
  readonly choice: MetricChoice;
  readonly label: Label | null;
}

/** What a figure in prose is of, with the words that say so. */
export function nameMetric(text: string, quantity: Quantity, view: BlockView, sentence: Span): Named {
  const paired = pairedMetric(text, quantity, view, sentence);
  if (paired) {
    const choice = chooseMetric(text, quantity, focused(view, paired), sentence.start, sentence.end);
    if (choice.at !== null) return { choice: { ...choice, words: choice.label }, label: null };
  }
  const general = chooseMetric(text, quantity, view, sentence.start, sentence.end);
  const labels = labelsOf(text, quantity, view, sentence.start).filter((label) => !isName(label, view));
  if (general.kind === 'duration' || general.kind === 'rating') {
    const [label] = labels;
    return label ? { choice: { ...general, words: label.text }, label } : { choice: general, label: null };
  }
  const nearer = labels.filter(
    (label) => label.scope !== 'item' || labels.length === 1 || follows(text, label, quantity),
  );
  for (const label of nearer) {
    const choice = byLabel(text, quantity, view, label);
    if (choice) return { choice: { ...choice, words: said(label) }, label };
  }
  const own = nearer[0] ?? labels[0] ?? null;
  // In another language the words next to a number are often not its name; the lexicon's are.
  if (own === null || (general.at !== null && !labelWords(view.language).trails))
    return { choice: general, label: null };
  return { choice: { ...general, words: said(own) }, label: own };
}
