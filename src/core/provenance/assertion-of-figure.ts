/** What kind of statement each figure is part of: its table's head and section first, then the words of its clause. */
import type { PlacedFigure } from '../figure/model';
import { type Clause, clauseReader } from './cues/clause';
import type { Decision, DocumentReading } from './cues/decision';
import { SCORE_HEAD, SUPPOSED } from './deciders/place-words';
import { holdsCases, tableOf } from './deciders/table-own';
import type { Assertion, Provenance } from '../figure/provenance';
import { periodState } from './cues/period';
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

/** "Confidence: 0.92/1.0", "Data quality 4/5": a mark out of so many. */
const OUT_OF = /^\s?\/\s?(?:1(?:\.0+)?|5(?:\.0+)?|10(?:\.0)?|100)(?![\d.,]*\d)/u;
const MARK = /\/\s?(?:1\.0+|5(?:\.0+)?|10(?:\.0)?|100)$/u;

function isScore(figure: PlacedFigure, { layout }: DocumentReading): boolean {
  if (figure.quote.includes('σ')) return false;
  if (figure.kind === 'rating' || figure.unit === 'score') return true;
  const before = layout.text.slice(Math.max(0, figure.start - 24), figure.start).replaceAll(/[*_:\s]+$/gu, '');
  const label = SCORE_HEAD.exec(before.slice(-16));
  if (!label || !before.endsWith(label[0])) return false;
  return MARK.test(figure.quote) || OUT_OF.test(layout.text.slice(figure.end, figure.end + 8));
}

function byPlace(figure: PlacedFigure, decision: Decision, reading: DocumentReading): Assertion | null {
  if (isScore(figure, reading)) return 'score';
  const rule = bare(decision.rule);
  if (figure.kind === 'target') return rule.startsWith('market.') ? 'reported' : 'target';
  const placed = BY_RULE.get(rule) ?? null;
  if (decision.provenance !== 'inferred' || (placed !== null && placed !== 'forecast')) return placed;
  return isSupposed(figure, reading) ? 'scenario' : placed;
}

/** A model's inputs and outputs: in a table of cases, or under a heading that says assumption, sensitivity, DCF. */
function isSupposed(figure: PlacedFigure, { layout }: DocumentReading): boolean {
  const table = tableOf(figure, layout);
  if (table && holdsCases(table)) return true;
  for (let at: number | null = figure.section; at !== null; at = layout.sections[at]?.parent ?? null) {
    if (SUPPOSED.test(layout.sections[at]?.title ?? '')) return true;
  }
  return false;
}

interface Settling {
  /** What the words of the clause say. */
  readonly words: Assertion;
  readonly figure: PlacedFigure;
  readonly rule: string;
  readonly state: 'closed' | 'open' | null;
  /** The period lies ahead for certain: a later year than the document's, or one marked as an estimate. */
  readonly isAhead: boolean;
}

/** Stated in a table or fragment: a report without a source rather than an opinion. */
const UNARGUED: ReadonlySet<string> = new Set(['background.place', 'table.author']);

const AHEAD = new Set<Assertion>(['guidance', 'forecast']);

/** Who vouches for a figure narrows what its clause can be saying of it. */
const SETTLE: Readonly<Record<Provenance, (given: Settling) => Assertion>> = {
  disclosed: () => 'reported',
  management: ({ words, rule, state, figure }) => {
    const isOutlook = figure.qualifier === 'range' && figure.kind !== 'count' && state !== 'closed';
    if (words === 'reported' && isOutlook && bare(rule).startsWith('kind.')) return 'guidance';
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
  inferred: ({ words, state, rule, isAhead }) => {
    if (words === 'guidance' || words === 'commitment') return 'forecast';
    if (words !== 'reported') return words;
    if (UNARGUED.has(bare(rule))) return isAhead ? 'forecast' : 'reported';
    return state === 'open' ? 'forecast' : 'opinion';
  },
  derived: ({ words, state }) => {
    if (words === 'scenario') return words;
    return state === 'open' || (words !== 'reported' && state === null && AHEAD.has(words)) ? 'forecast' : 'reported';
  },
  unclassified: ({ words }) => words,
};

/** "FY25" in a document of 2025 may have ended in March: a year label of the same year is no forecast by itself. */
function liesAhead(figure: PlacedFigure, { layout, context }: DocumentReading): boolean {
  const year = Number(/\d{4}/u.exec(figure.period ?? '')?.[0] ?? Number.NaN);
  const now = Number((context.asOf ?? context.period)?.match(/\d{4}/u)?.[0] ?? Number.NaN);
  const cue = figure.periodCue;
  const marked = cue !== null && /\d\s?(?:[EFP]|est\.?)$/u.test(layout.text.slice(cue.start, cue.end + 1).trim());
  return marked || year > now;
}

/** What the words of each clause say, decided once a clause. */
function clauseAssertions(reading: DocumentReading): (figure: PlacedFigure) => Assertion {
  const clauses = clauseReader(reading);
  const decided = new WeakMap<Clause, Assertion>();
  return (figure) => {
    const clause = clauses(figure);
    const known = decided.get(clause) ?? decideAssertion(clause.tokens, lexiconFor(clause.text)).assertion;
    decided.set(clause, known);
    return known;
  };
}

/**
 * The assertion [A2] of each figure of `reading`, in the order of its figures: by its place, else by its class and the
 * words of its clause. `decisions` has the same order; `reported` where one is missing or says `disclosed`.
 */
export function decideAssertions(reading: DocumentReading, decisions: readonly Decision[]): readonly Assertion[] {
  const wordsFor = clauseAssertions(reading);
  return reading.figures.map((figure, index) => {
    const decision = decisions[index];
    if (!decision) return 'reported';
    const placed = byPlace(figure, decision, reading);
    // What is disclosed is reported, whatever the words: they need not be read.
    if (placed !== null || decision.provenance === 'disclosed') return placed ?? 'reported';
    const state = periodState(figure.period, reading.context);
    const isAhead = state === 'open' && liesAhead(figure, reading);
    return SETTLE[decision.provenance]({ words: wordsFor(figure), figure, rule: decision.rule, state, isAhead });
  });
}
