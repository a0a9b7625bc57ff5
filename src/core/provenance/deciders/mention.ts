/** Step 8: another mention of the same fact, earlier or later; the one whose own words are strongest speaks for all. */
import type { PlacedFigure } from '../../figure/model';
import type { Decision } from '../decision';
import { isChange } from './cue';

export interface RankedDecision extends Decision {
  readonly step: number;
}

/** Steps whose answer holds elsewhere too; a section only speaks for what stands in it. */
const TRAVELS = 6;

export type MentionIndex = ReadonlyMap<string, RankedDecision>;

/** The value without its bounds: "200M+" and "an estimated 200M" are mentions of one fact. */
const valueOf = ({ low, high, unit }: PlacedFigure): string => `${unit}=${low ?? high ?? ''}`;

/**
 * What two mentions must share, from the surest to the loosest: the figure engine's own grouping; metric, entity, period
 * and both ends; metric and value; entity and value, for a share or a rate in the same period too.
 */
function keysOf(figure: PlacedFigure): readonly string[] {
  const { metric, entity, period, low, high, mention } = figure;
  const keys = [`#${mention}`];
  if (metric !== null && period !== null) keys.push(['fact', metric, entity, period, low, high].join('|'));
  const rate = isChange(figure);
  if (metric !== null && !rate) keys.push(['metric', metric, valueOf(figure)].join('|'));
  if (entity !== null && (!rate || period !== null)) {
    keys.push(['entity', entity, valueOf(figure), rate ? period : ''].join('|'));
  }
  return keys;
}

/** The strongest decision for each fact; earlier mentions win ties. */
export function mentionIndex(
  figures: readonly PlacedFigure[],
  decisions: readonly (RankedDecision | null)[],
): MentionIndex {
  const index = new Map<string, RankedDecision>();
  figures.forEach((figure, at) => {
    const decision = decisions[at];
    if (!decision || decision.step > TRAVELS) return;
    for (const key of keysOf(figure)) {
      const known = index.get(key);
      if (!known || decision.step < known.step) index.set(key, decision);
    }
  });
  return index;
}

export function byMention(figure: PlacedFigure, index: MentionIndex): RankedDecision | null {
  for (const key of keysOf(figure)) {
    const decision = index.get(key);
    if (!decision) continue;
    const { provenance, rule, span, reason, step } = decision;
    return { provenance, rule: `mention.${rule}`, span, step, reason: `${reason}, where the same figure is mentioned` };
  }
  return null;
}
