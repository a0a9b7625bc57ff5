/** What kind of statement each figure is part of: its table's head and section first, then the words of its clause. */
import type { PlacedFigure } from '../figure/model';
import { type Clause, clauseReader } from './clause';
import type { Decision, Scene } from './decision';
import type { Assertion, Provenance } from './model';
import { periodState } from './period';
import { decideAssertion, lexiconFor } from './statement';

const BY_RULE: ReadonlyMap<string, Assertion> = new Map([
  ['table.guidance', 'guidance'],
  ['table.own', 'forecast'],
  ['table.estimate', 'forecast'],
  ['table.watch', 'threshold'],
  ['table.scenario', 'scenario'],
  ['table.score', 'score'],
  ['stance.expected', 'forecast'],
  ['section.scenario', 'scenario'],
  ['section.watch', 'threshold'],
  ['section.risk', 'scenario'],
  ['threshold.watch', 'threshold'],
  ['scenario.case', 'scenario'],
  ['stance.view', 'opinion'],
  ['attribution.upside', 'target'],
  ['attribution.commitment', 'commitment'],
]);

const bare = (rule: string): string => rule.replace(/^(?:mention|beside)\./u, '');

function byPlace(figure: PlacedFigure, decision: Decision): Assertion | null {
  if (figure.kind === 'rating' || figure.unit === 'score') return 'score';
  if (figure.kind === 'target') return 'target';
  return BY_RULE.get(bare(decision.rule)) ?? null;
}

interface Settling {
  /** What the words of the clause say. */
  readonly words: Assertion;
  readonly figure: PlacedFigure;
  readonly rule: string;
  readonly state: 'closed' | 'open' | null;
}

/** Stated in a table or fragment: a report without a source rather than an opinion. */
const UNARGUED: ReadonlySet<string> = new Set(['background.place', 'table.author']);

const AHEAD = new Set<Assertion>(['guidance', 'forecast']);

/** Who vouches for a figure narrows what its clause can be saying of it. */
const SETTLE: Readonly<Record<Provenance, (given: Settling) => Assertion>> = {
  disclosed: () => 'reported',
  management: ({ words, rule, state }) => {
    if (bare(rule) === 'attribution.guidance') return words === 'commitment' ? words : 'guidance';
    if (words === 'opinion' || words === 'threshold' || (state === 'closed' && AHEAD.has(words))) return 'reported';
    return words === 'forecast' ? 'guidance' : words;
  },
  consensus: ({ words, figure }) => {
    if (figure.unit === 'count' || figure.kind === 'count') return 'reported';
    return words === 'target' ? words : 'forecast';
  },
  third_party: ({ words, state }) => {
    if (AHEAD.has(words)) return state === 'closed' ? 'reported' : 'forecast';
    return words;
  },
  inferred: ({ words, state, rule }) => {
    if (words === 'guidance' || words === 'commitment') return 'forecast';
    if (words !== 'reported') return words;
    if (UNARGUED.has(bare(rule))) return state === 'open' ? 'forecast' : 'reported';
    return state === 'open' ? 'forecast' : 'opinion';
  },
  derived: ({ words, state }) => {
    if (words === 'scenario') return words;
    return state === 'open' || (words !== 'reported' && state === null && AHEAD.has(words)) ? 'forecast' : 'reported';
  },
  unclassified: ({ words }) => words,
};

/** What the words of each clause say, decided once a clause. */
function clauseAssertions(scene: Scene): (figure: PlacedFigure) => Assertion {
  const clauses = clauseReader(scene);
  const decided = new WeakMap<Clause, Assertion>();
  return (figure) => {
    const clause = clauses(figure);
    const known = decided.get(clause) ?? decideAssertion(clause.tokens, lexiconFor(clause.text)).assertion;
    decided.set(clause, known);
    return known;
  };
}

/** One assertion a figure, in order. */
export function decideAssertions(scene: Scene, decisions: readonly Decision[]): readonly Assertion[] {
  const wordsFor = clauseAssertions(scene);
  return scene.figures.map((figure, index) => {
    const decision = decisions[index];
    if (!decision) return 'reported';
    const placed = byPlace(figure, decision);
    // What is disclosed is reported, whatever the words: they need not be read.
    if (placed !== null || decision.provenance === 'disclosed') return placed ?? 'reported';
    const state = periodState(figure.period, scene.context);
    return SETTLE[decision.provenance]({ words: wordsFor(figure), figure, rule: decision.rule, state });
  });
}
