/**
 * Step 8 [P8]: another mention of the same fact, earlier or later; the one whose own words are strongest speaks for
 * all.
 */
import type { PlacedFigure } from '../../figure/model';
import type { Decision } from '../cues/decision';
import { isChange } from './cue';

export interface RankedDecision extends Decision {
  readonly step: number;
}

/** Steps whose answer holds elsewhere too; a section only speaks for what stands in it. */
const TRAVELS = 6;

/** A level in a scenario or to watch is not the fact that has the same value elsewhere. */
const STAYS = /^(?:threshold|scenario|stance)\.|^table\.(?:scenario|score|author)$|^market\.tape$/u;

export type MentionIndex = ReadonlyMap<string, RankedDecision>;

/** The value without its bounds: "200M+" and "an estimated 200M" are mentions of one fact. */
const valueOf = ({ low, high, unit }: PlacedFigure): string => `${unit}=${low ?? high ?? ''}`;

/** `$17.2B` names a fact; `$1B` could be anything. */
const isDistinctive = (value: string | null): boolean =>
  value !== null && value.replace(/^-?0*\.?0*|\./gu, '').replace(/0+$/u, '').length > 1;

interface Keys {
  /** The figure engine's own grouping; metric, entity, period and both ends. */
  readonly sure: readonly string[];
  /** Metric and value, entity and value (a rate: of both); a money value alone where all who have it agree. */
  readonly loose: readonly string[];
}

function keysOf(figure: PlacedFigure): Keys {
  const { metric, entity, period, low, high, mention, unit } = figure;
  const sure = [`#${mention}`];
  if (metric !== null && period !== null) sure.push(['fact', metric, entity, period, low, high].join('|'));
  const loose: string[] = [];
  if (isChange(figure)) {
    if (metric !== null) loose.push(['rate of', metric, entity, low, high].join('|'));
  } else {
    if (metric !== null) loose.push(['metric', metric, valueOf(figure)].join('|'));
    if (entity !== null) loose.push(['entity', entity, valueOf(figure)].join('|'));
  }
  if (unit === 'money' && isDistinctive(low ?? high)) loose.push(`${ALONE}${valueOf(figure)}`);
  return { sure, loose };
}

const ALONE = 'value|';

/** What was computed, or rests on the metric alone, says nothing of a figure that only looks alike. */
const travelsFar = ({ provenance, rule }: RankedDecision): boolean =>
  provenance !== 'derived' && !/^(?:beside\.|results\.(?:line|past)$)/u.test(rule);

/** The strongest decision for each key; earlier mentions win ties. */
export function mentionIndex(
  figures: readonly PlacedFigure[],
  decisions: readonly (RankedDecision | null)[],
): MentionIndex {
  const index = new Map<string, RankedDecision>();
  const disputed = new Set<string>();
  const add = (key: string, decision: RankedDecision): void => {
    const known = index.get(key);
    if (known && known.provenance !== decision.provenance && key.startsWith(ALONE)) disputed.add(key);
    if (!known || decision.step < known.step) index.set(key, decision);
  };
  figures.forEach((figure, at) => {
    const decision = decisions[at];
    if (!decision || decision.step > TRAVELS || STAYS.test(decision.rule)) return;
    const { sure, loose } = keysOf(figure);
    for (const key of sure) add(key, decision);
    if (travelsFar(decision)) for (const key of loose) add(key, decision);
  });
  for (const key of disputed) index.delete(key);
  return index;
}

/** `3/5` beside one label is no mention of `3/5` beside another. */
export function byMention(figure: PlacedFigure, index: MentionIndex): RankedDecision | null {
  if (figure.unit === 'score') return null;
  const { sure, loose } = keysOf(figure);
  for (const key of [...sure, ...loose]) {
    const decision = index.get(key);
    if (!decision) continue;
    const { provenance, rule, span, reason, step } = decision;
    return { provenance, rule: `mention.${rule}`, span, step, reason: `${reason}, where the same figure is mentioned` };
  }
  return null;
}
