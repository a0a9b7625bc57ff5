/** Metrics named near a figure that are another figure's. */
import type { Quantity } from '../../model';
import { firstEndingAfter } from '../../../base/spans';
import type { MetricMention } from '../mentions/metric';
import type { BlockView } from '../scope/block-view';

/** "3.4x EBITDA": the metric belongs to the multiple before it, to no other figure. */
function ofMultiple(text: string, mention: MetricMention, figure: Quantity): boolean {
  if (figure.end <= mention.start && figure.end > mention.start - 16) return false;
  if (
    mention.end <= figure.start &&
    /^\s?(?:(?:estimates?|forecasts?)\s)?(?:of|at|:|is|was)?\s?$/.test(text.slice(mention.end, figure.start))
  )
    return false;
  return /\d\s?[x×]\s(?:[\w'’]+\s){0,2}$/.test(text.slice(Math.max(0, mention.start - 24), mention.start));
}

/** What follows such a word is named for itself: "a mean of $306 and the median of $315". */
export const JOINED =
  /^\+?\s(?:and|or|but|while|against|versus|vs\.?|from|than|to|compared|plus|with|on|less|minus|after|before|leaves|leaving|left|gives|giving|yields|yielding|implies|implying)\s/;

/** "an estimate of $4.60 and our target at $78": the target is the second's. */
function ofNext(text: string, mention: MetricMention, figure: Quantity, view: BlockView): boolean {
  if (mention.start < figure.end || !JOINED.test(text.slice(figure.end, mention.start))) return false;
  const next = view.figures[firstEndingAfter(view.figures, mention.end)];
  return next !== undefined && /^\s(?:of|at|is|was|to)\s(?:about\s)?$/.test(text.slice(mention.end, next.start));
}

/** "$31 against $45 book value": what touches the second of two compared numbers is the second's. */
function ofCompared(text: string, mention: MetricMention, figure: Quantity, view: BlockView): boolean {
  if (mention.start < figure.end) return false;
  const next = view.figures[firstEndingAfter(view.figures, figure.end)];
  if (next === undefined || next.end > mention.start) return false;
  return (
    /^\)?[*_]{0,3}\s(?:vs\.?|versus|against)\s[*_]{0,3}$/.test(text.slice(figure.end, next.start)) &&
    /^[*_]{0,3}\s$/.test(text.slice(next.end, mention.start))
  );
}

/** The mention belongs to a figure before or behind this one. */
export const isOfOther = (text: string, mention: MetricMention, figure: Quantity, view: BlockView): boolean =>
  ofMultiple(text, mention, figure) || ofNext(text, mention, figure, view) || ofCompared(text, mention, figure, view);
