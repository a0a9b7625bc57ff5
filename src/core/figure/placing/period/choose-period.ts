/** Which period a figure belongs to: its own words, its sentence, its block, its table, the headings above it. */
import type { Span } from '../../../document/model';
import type { DocumentContext, Quantity } from '../../model';
import type { PeriodMention } from '../../period/period';
import { shiftYears } from '../../period/period-names';
import { type Pairs, pairsOf } from './pair-periods';
import { crossing, type BlockView } from '../scope/block-view';
import { firstEndingAfter, within } from '../../../base/spans';

export interface PeriodChoice {
  readonly period: string;
  readonly cue: { readonly start: number; readonly end: number; readonly text: string; readonly rule: string } | null;
  /** Said in the figure's own sentence or cell: sure enough to hold for other mentions of the same fact. */
  readonly own: boolean;
}

/** Metrics measured over a time; a bare date beside them is when something was said, not what it covers. */
export interface MetricTiming {
  readonly flow: boolean;
  readonly growth: boolean;
}

const COMPARATOR = /\b(?:from|versus|vs\.?|compared (?:to|with)|against|than|over)\s(?:the |a |its |an )?$/i;
const GROWTH_FROM = /^\s(?:[\w-]+\s){0,3}(?:from|over|versus|vs\.?|on)\s(?:the )?$/;
const FAR = 160;
/** A full stop ends the reach of a date, in any script. */
const FULL_STOP = /[。！？]|[.!?]["”)]?\s(?=[A-Z"“(])/;
const COMPARED =
  /\b(?:from|versus|vs\.?|compared (?:to|with)|against|than|over|up from|down from)\s(?:about |~|the |a |its |an )?$|[较比从由自]\s?$/i;
/** "Q4 rates were $75k, now they are at $424k": from here on it is today. */
export const NOW =
  /\b(?:now(?!\s(?:expect|see|anticipat|guid|project|forecast|believ|plan|target))|currently|today|at present)\b|目前|如今|现在|現在/i;
const OPENING = 24;

/**
 * The period that a mention means here, with the mention's words as the cue; null where it cannot be resolved. `base`
 * is the period that relative words count from; `own` says that the figure's own words name it.
 */
export function choice(
  mention: PeriodMention,
  context: DocumentContext,
  base: string | null,
  rule: string,
  own: boolean,
): PeriodChoice | null {
  const period = mention.resolve(context, base);
  return period === null
    ? null
    : { period, own, cue: { start: mention.start, end: mention.end, text: mention.text, rule } };
}

function usable(mention: PeriodMention, timing: MetricTiming): boolean {
  return !(timing.flow && (mention.kind === 'date' || mention.kind === 'month'));
}

/** "28%, against roughly 12% in early 2024": the words right behind another figure are that figure's. */
function owned(text: string, figure: Quantity, mention: PeriodMention, view: BlockView): boolean {
  const before = view.figures[firstEndingAfter(view.figures, mention.start) - 1];
  if (!before || before.start <= figure.start) return false;
  if (!/^\s?(?:in|for|during|of|at)\s(?:the )?$/.test(text.slice(before.end, mention.start))) return false;
  // "$5 million and $6 million in 2024" share what follows.
  return !/^\s?(?:,|and|or|to|,\s?and|versus|\()\s?$/.test(text.slice(figure.end, before.start));
}

/** Another figure stands between them: "a year ago" then is the other's. */
function crossed(figure: Quantity, mention: PeriodMention, view: BlockView): boolean {
  const [from, to] = mention.start >= figure.end ? [figure.end, mention.start] : [mention.end, figure.start];
  const first = firstEndingAfter(view.figures, from);
  // The first may have begun before; then the next is the one.
  return view.figures.slice(first, first + 2).some((other) => other.start >= from && other.end <= to);
}

/** The same amount said another way may stand between: "$25M, or 19% of sales, in the prior-year period". */
const BEHIND =
  /^\)?(?:,?\s(?:or|representing|\()\s?(?:(?!compared|versus|against)[^;]){1,60}?[,)]|,?\s(?:or|representing)\s(?:(?!compared|versus|against|\.\s)[^;,]){1,48}?)?,?\s?\(?(?:(?:in|for|during|of|at)\s)?(?:the )?$/;

/** "$25B in the prior-year period", "the prior year's $25B". */
function hugging(text: string, figure: Quantity, mention: PeriodMention): boolean {
  if (mention.start >= figure.end) return BEHIND.test(text.slice(figure.end, mention.start));
  return /^(?:'s|’s)?\s?(?:(?!to\s)\w+\s)?$|^[为的是]?$/.test(text.slice(mention.end, figure.start));
}

/** The mention is printed for another figure, and that one is only what this figure is compared with, or comes later. */
function taken(text: string, figure: Quantity, mention: PeriodMention, pairs: Pairs): boolean {
  const holder = pairs.holder.get(mention.start);
  if (holder === undefined || holder === figure.start) return false;
  if (mention.start >= figure.end && holder > mention.start) return true;
  return COMPARED.test(text.slice(Math.max(0, holder - 30), holder));
}

/** How far a mention is from the figure; infinite where it cannot be meant. */
function cost(
  text: string,
  figure: Quantity,
  mention: PeriodMention,
  view: BlockView,
  timing: MetricTiming,
  pairs: Pairs,
): number {
  if (owned(text, figure, mention, view)) return Number.POSITIVE_INFINITY;
  // "1.8x book and 11x trailing earnings": trailing is said of the noun behind it.
  if (mention.kind === 'ttm' && mention.start >= figure.end && crossed(figure, mention, view))
    return Number.POSITIVE_INFINITY;
  const based = timing.growth && mention.start >= figure.end && GROWTH_FROM.test(text.slice(figure.end, mention.start));
  if (!based && taken(text, figure, mention, pairs)) return Number.POSITIVE_INFINITY;
  const [from, to] = mention.start >= figure.end ? [figure.end, mention.start] : [mention.end, figure.start];
  if (to - from < 200 && FULL_STOP.test(text.slice(from, to))) return Number.POSITIVE_INFINITY;
  const lead = text.slice(Math.max(view.start, mention.start - 24), mention.start);
  const compares = COMPARATOR.test(lead) || /[较比]$/.test(lead);
  if (
    mention.kind === 'relative' &&
    (timing.growth || crossed(figure, mention, view) || compares) &&
    !hugging(text, figure, mention)
  ) {
    return Number.POSITIVE_INFINITY;
  }
  if (compares && mention.start >= figure.end && crossed(figure, mention, view)) return Number.POSITIVE_INFINITY;
  if (mention.end <= figure.start && NOW.test(text.slice(mention.end, figure.start))) return Number.POSITIVE_INFINITY;
  if (mention.start >= figure.end) {
    const gap = text.slice(figure.end, mention.start);
    // "$640M in 2025": the words right behind claim the figure.
    if (/^\)?,?\s?\(?(?:(?:in|for|during|of|at|as of|by|through|over|across|on)\s)?(?:the )?$/.test(gap))
      return gap.length / 4;
    return (
      crossing(text, figure.end, mention.start, view.figures) +
      (compares ? 60 : 14) +
      (/[;(，；]|\. /.test(gap) ? 100 : 0)
    );
  }
  if (asideFrom(text, mention, figure, view)) return Number.POSITIVE_INFINITY;
  if (compares && !/^(?:'s|’s)?\s?$/.test(text.slice(mention.end, figure.start)))
    return crossing(text, mention.end, figure.start, view.figures) + 70;
  const gap = text.slice(mention.end, figure.start);
  return crossing(text, mention.end, figure.start, view.figures) + (gap.includes(';') ? 100 : 0);
}

/** The mention stands in parentheses that close before the figure, which is not their next word. */
function asideFrom(text: string, mention: PeriodMention, figure: Quantity, view: BlockView): boolean {
  const gap = text.slice(mention.end, figure.start);
  const close = gap.indexOf(')');
  if (close < 0 || gap.slice(0, close).includes('(')) return false;
  const opened = text.lastIndexOf('(', mention.start) >= view.start;
  return opened && gap.length - close > 16;
}

function best(
  text: string,
  figure: Quantity,
  mentions: readonly PeriodMention[],
  view: BlockView,
  timing: MetricTiming,
  pairs: Pairs,
): PeriodMention | null {
  let found: { mention: PeriodMention; cost: number } | null = null;
  for (const mention of mentions) {
    if (mention.start < figure.end && mention.end > figure.start) continue;
    // No cost is below the way to it.
    if (mention.start - figure.end > FAR || figure.start - mention.end > FAR) continue;
    if (!usable(mention, timing)) continue;
    const price = cost(text, figure, mention, view, timing, pairs);
    if (price <= FAR && (!found || price < found.cost)) found = { mention, cost: price };
  }
  return found?.mention ?? null;
}

/** "In 2025 the sector earned …; its margin was …": what opens the sentence holds to its end. */
function opening(
  text: string,
  figure: Quantity,
  mentions: readonly PeriodMention[],
  timing: MetricTiming,
  sentence: Span,
): PeriodMention | null {
  const [first] = mentions;
  if (!first || first.kind === 'relative' || !usable(first, timing) || first.end > figure.start) return null;
  if (first.start - sentence.start > OPENING || figure.start - first.end > 400) return null;
  const gap = text.slice(first.end, figure.start);
  return FULL_STOP.test(gap) || NOW.test(gap) || gap.includes('\n') ? null : first;
}

/** The period that the figure's own sentence gives it. */
export function periodOfSentence(
  text: string,
  figure: Quantity,
  sentence: Span,
  view: BlockView,
  context: DocumentContext,
  timing: MetricTiming,
): PeriodChoice | null {
  const mentions = within(view.periods, sentence.start, sentence.end);
  const pairs = pairsOf(text, view, sentence);
  const paired = pairs.of.get(figure.start);
  const mention =
    (paired && usable(paired, timing) ? paired : null) ??
    best(text, figure, mentions, view, timing, pairs) ??
    opening(text, figure, mentions, timing, sentence);
  if (!mention) return null;
  if (
    timing.growth &&
    mention.start >= figure.end &&
    mention.kind !== 'relative' &&
    GROWTH_FROM.test(text.slice(figure.end, mention.start))
  ) {
    // "a 56% step-up from 2025": the growth is that of the year after its base.
    const stepped = choice(mention, context, null, 'sentence', true);
    const period = stepped && shiftYears(stepped.period, 1);
    return stepped && period ? { ...stepped, period } : null;
  }
  const base = mention.kind === 'relative' ? comparedPeriod(mention, mentions, context) : null;
  return choice(mention, context, base, 'sentence', true);
}

/** What a relative period is relative to: the last period named ahead of it, else the document's. */
function comparedPeriod(
  relative: PeriodMention,
  mentions: readonly PeriodMention[],
  context: DocumentContext,
): string | null {
  const earlier = mentions.filter(
    (m) => m.end <= relative.start && m.kind !== 'relative' && m.kind !== 'date' && m.kind !== 'month',
  );
  return earlier.at(-1)?.resolve(context) ?? context.period;
}
