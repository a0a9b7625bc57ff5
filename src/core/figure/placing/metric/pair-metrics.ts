/**
 * Lists of metrics own the numbers of a list in their order: "营收和净利分别增长5%和8%", "sales and EPS rose 5% and 8%,
 * respectively". Only where the text says so, and as many metrics as numbers are named ahead of them.
 */
import type { Span } from '../../../document/model';
import type { Quantity } from '../../model';
import type { MetricMention } from '../mentions/metric';
import type { BlockView } from '../scope/block-view';
import { within } from '../../../base/spans';

const JOINT = /^[*_]{0,3}(?:\s?[,、]\s?(?:and\s|和|及)?|\s(?:and|or|&)\s|\s?[和及与]\s?)(?:about\s|~|约)?[*_]{0,3}$/;
/** Ahead of the numbers, or behind the last of them. */
const IN_TURN_AHEAD = /(?:分别|分別|依次)[^\d。；]{0,12}$/u;
const IN_TURN_BEHIND = /^[^.;。；\n]{0,48}\brespectively\b/i;
const REACH_AHEAD = 24;
const REACH_BEHIND = 64;

/** The metric that is printed for `quantity` in a list; null where no list pairs, or where the lists differ in length. */
export function pairedMetric(text: string, quantity: Quantity, view: BlockView, sentence: Span): MetricMention | null {
  const run = runOf(text, quantity, within(view.figures, sentence.start, sentence.end));
  const [first] = run;
  const last = run.at(-1);
  if (run.length < 2 || !first || !last) return null;
  const ahead = text.slice(Math.max(sentence.start, first.start - REACH_AHEAD), first.start);
  const behind = text.slice(last.end, Math.min(sentence.end, last.end + REACH_BEHIND));
  if (!IN_TURN_AHEAD.test(ahead) && !IN_TURN_BEHIND.test(behind)) return null;
  const named = view.metrics.filter(
    ({ start, end, weak, metric }) =>
      start >= sentence.start && end <= first.start && !weak && metric.id !== 'growth' && metric.id !== 'guidance',
  );
  const listed = named.length === run.length ? named : lastList(text, named, run.length);
  return listed[run.indexOf(quantity)] ?? null;
}

/** The neighbours of one unit that commas or "and" join with it. */
function runOf(text: string, quantity: Quantity, figures: readonly Quantity[]): Quantity[] {
  const at = figures.findIndex(({ start }) => start === quantity.start);
  if (at < 0) return [];
  const joined = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined && b !== undefined && a.unit === b.unit && JOINT.test(text.slice(a.end, b.start));
  let from = at;
  let to = at;
  while (joined(figures[from - 1], figures[from])) from -= 1;
  while (joined(figures[to], figures[to + 1])) to += 1;
  return figures.slice(from, to + 1).map((one) => (one.start === quantity.start ? quantity : one));
}

/** The last `length` mentions, where they are one list. */
function lastList(text: string, named: readonly MetricMention[], length: number): readonly MetricMention[] {
  const last = named.slice(-length);
  const isList = last.every((one, at) => {
    const next = last[at + 1];
    return next === undefined || JOINT.test(text.slice(one.end, next.start));
  });
  return last.length === length && isList ? last : [];
}
