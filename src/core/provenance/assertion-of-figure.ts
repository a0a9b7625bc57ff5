/** What kind of statement each figure is part of: its table's head and section first, then the words of its sentence. */
import type { PlacedFigure } from '../figure/model';
import { decideAssertion, lexiconFor } from './assertion';
import type { Decision, Scene } from './decision';
import type { Assertion } from './model';
import type { Passage } from './passage';
import { periodState } from './period';

const BY_RULE: ReadonlyMap<string, Assertion> = new Map([
  ['table.guidance', 'guidance'],
  ['table.consensus', 'forecast'],
  ['table.own', 'forecast'],
  ['table.estimate', 'forecast'],
  ['table.actual', 'reported'],
  ['section.scenario', 'scenario'],
  ['section.watch', 'threshold'],
  ['section.risk', 'scenario'],
  ['threshold.watch', 'threshold'],
  ['attribution.upside', 'target'],
]);

const bare = (rule: string): string => rule.replace(/^(?:mention|beside)\./u, '');

function byPlace(figure: PlacedFigure, decision: Decision): Assertion | null {
  if (figure.kind === 'rating' || figure.unit === 'score') return 'score';
  if (figure.kind === 'target') return 'target';
  return BY_RULE.get(bare(decision.rule)) ?? null;
}

/** A result that has been reported stays reported in a sentence that goes on to look ahead, and the other way round. */
function settle(words: Assertion, figure: PlacedFigure, decision: Decision, scene: Scene): Assertion {
  const state = periodState(figure.period, scene.context);
  if (decision.provenance === 'disclosed') return 'reported';
  if (bare(decision.rule) === 'attribution.guidance') return words === 'commitment' ? words : 'guidance';
  if (words === 'guidance' && decision.provenance === 'consensus') return 'forecast';
  if (state === 'closed' && words === 'forecast') return 'reported';
  if (words === 'reported' && state === 'open') return decision.provenance === 'management' ? 'guidance' : 'forecast';
  if (words === 'reported' && decision.provenance === 'inferred') return 'opinion';
  return words;
}

/** One assertion a figure, in order. */
export function decideAssertions(scene: Scene, decisions: readonly Decision[]): readonly Assertion[] {
  const words = new Map<Passage, Assertion>();
  const wordsOf = (passage: Passage): Assertion => {
    const known = words.get(passage);
    if (known) return known;
    const text = scene.layout.text.slice(passage.start, passage.end);
    const { assertion } = decideAssertion(passage.tokens, lexiconFor(text));
    words.set(passage, assertion);
    return assertion;
  };
  return scene.figures.map((figure, index) => {
    const decision = decisions[index];
    if (!decision) return 'reported';
    return byPlace(figure, decision) ?? settle(wordsOf(scene.passages.of(figure)), figure, decision, scene);
  });
}
