/** Step 8: another mention of the same fact, earlier or later; the one whose own words are strongest speaks for all. */
import type { PlacedFigure } from '../../figure/model';
import type { Decision } from '../decision';

export interface RankedDecision extends Decision {
  readonly step: number;
}

/** Steps whose answer holds elsewhere too; a section only speaks for what stands in it. */
const TRAVELS = 6;

export type MentionIndex = ReadonlyMap<string, RankedDecision>;

/** Same metric, entity, period and value, whatever the wording; null where one of them is unknown. */
const factOf = ({ metric, entity, period, low, high }: PlacedFigure): string | null =>
  metric === null || period === null ? null : [metric, entity ?? '', period, low ?? '', high ?? ''].join('|');

const keysOf = (figure: PlacedFigure): readonly string[] => {
  const fact = factOf(figure);
  const mention = `#${figure.mention}`;
  return fact === null ? [mention] : [mention, fact];
};

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
