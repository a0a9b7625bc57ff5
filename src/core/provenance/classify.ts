/**
 * Who vouches for each figure [A1]. The first step of docs/audit.md that speaks wins and is kept as the cue [P0]. What
 * the analyst set by hand is laid over later [P1], and a tag of the file is as sure. Then come attribution [P2], table
 * [P4], cited source [P5], wording [P6], section [P7], another mention [P8], and what is left [P9]. A denial [P3]
 * vetoes `disclosed` wherever a step would give it, and speaks itself where nothing else does.
 */
import type { Citation } from '../citation/model';
import type { Tiered } from '../citation/tier';
import type { Layout } from '../document/model';
import type { DocumentContext, Figure, PlacedFigure } from '../figure/model';
import { decideAssertions } from './assertion';
import { coverage } from './coverage';
import type { Decide, Decision, DocumentReading } from './cues/decision';
import { byAttribution, byLabel, byLeadIn } from './deciders/attribution';
import { byComputation } from './deciders/computed';
import { byBackground, byBrief, byCall, byInference, byIssuer, bySummary, byUnsourced } from './deciders/background';
import { byContrast, byResultsAround, resultsByBlock } from './deciders/contrast';
import { byHanTape } from './deciders/han-tape';
import { byOwnTarget } from './deciders/own-target';
import { byCompanyTalk, byKind } from './deciders/kind';
import { byTape, ofMacro, ofSector } from './deciders/market-tape';
import { ofMultiple } from './deciders/multiples';
import { byMention, mentionIndex } from './deciders/mention';
import { byPlan } from './deciders/plan';
import { byBound, byHeading, byOwnHeading, bySectionRole } from './deciders/section';
import { byCitedSource } from './deciders/source';
import { byTag } from './deciders/tag';
import { byTable } from './deciders/table';
import { byBrokers, byCase, byOwnTable, byScoreColumn } from './deciders/table-own';
import { byMarketLine, byMarketRow, byMarketTable, byTableSource } from './deciders/table-source';
import { byActual, byListed, byMarkets, byMetric, byStatementLine, byWording, resultBeside } from './deciders/wording';
import { inheritedClasses } from './derived';
import { headingReader } from './heading';
import type { Cue, UndisclosedItem } from '../figure/provenance';
import { passageReader } from './cues/passage';
import { byDenial } from './deciders/denial';
import { registerOf } from './cues/veto';
import { speakerOf } from './cues/speaker';

export interface ClassifyInput {
  readonly layout: Layout;
  readonly context: DocumentContext;
  readonly figures: readonly PlacedFigure[];
  readonly citations: readonly Citation[];
  readonly sources: readonly Tiered[];
  readonly undisclosed: readonly UndisclosedItem[];
}

/** A decision with the step of docs/audit.md it was made in [P0]: the lower, the stronger. */
export interface Ranked extends Decision {
  readonly step: number;
}

const LOCAL: readonly (readonly [number, Decide])[] = [
  [1, byTag],
  [1, byKind],
  [2, byHanTape],
  [2, byOwnTarget],
  [2, byPlan],
  [2, byCompanyTalk],
  [2, byAttribution],
  [4, byActual],
  [6, byMarkets],
  [2, byComputation],
  [4, byScoreColumn],
  [4, byBrokers],
  [4, byCase],
  [4, byTableSource],
  [4, byMarketTable],
  [4, byMarketRow],
  [4, byTable],
  [4, byOwnTable],
  [4, byLabel],
  [4, byLeadIn],
  [5, byCitedSource],
  [5, byCall],
  [6, byTape],
  [6, byMarketLine],
  [7, byBound],
  [6, byWording],
  [6, byContrast],
];
const LATER: readonly (readonly [number, Decide])[] = [
  [6, byMetric],
  [6, byStatementLine],
  [7, bySectionRole],
  [7, byHeading],
];
const LAST: readonly (readonly [number, Decide])[] = [
  [3, byDenial],
  [9, byIssuer],
  [9, byOwnHeading],
  [9, byListed],
  [9, bySummary],
  [9, byInference],
  [9, byBrief],
  [9, byBackground],
  [9, byUnsourced],
];

/** A denial speaks of what the text says, not of what the filing tags. */
const isVetoed = ({ provenance, rule }: Decision, figure: PlacedFigure, reading: DocumentReading): boolean =>
  provenance === 'disclosed' && rule !== 'tag' && reading.register.denies(figure) !== null;

function firstOf(
  steps: readonly (readonly [number, Decide])[],
  figure: PlacedFigure,
  reading: DocumentReading,
): Ranked | null {
  for (const [step, decide] of steps) {
    const decision = decide(figure, reading);
    if (decision && !isVetoed(decision, figure, reading))
      return { ...ofMultiple(ofMacro(ofSector(decision, figure, reading), figure, reading), figure, reading), step };
  }
  return null;
}

/** Steps 2–7 for every figure; a growth rate without a class of its own takes that of the result it stands beside. */
function decideLocally(reading: DocumentReading): readonly (Ranked | null)[] {
  const decided = new Map<PlacedFigure, Ranked | null>();
  for (const figure of reading.figures) {
    const beside = resultBeside(figure, reading);
    const companion = beside ? (decided.get(beside) ?? null) : null;
    decided.set(
      figure,
      firstOf(LOCAL, figure, reading) ?? (companion && besideResult(companion)) ?? firstOf(LATER, figure, reading),
    );
  }
  return reading.figures.map((figure) => decided.get(figure) ?? null);
}

const besideResult = (companion: Ranked): Ranked => ({
  ...companion,
  rule: companion.rule.startsWith('beside.') ? companion.rule : `beside.${companion.rule}`,
});

/** Taken from the figure beside it or from the metric alone: words said of the figure itself elsewhere are stronger. */
const isBorrowed = (decision: Decision): boolean => /^(?:beside\.|results\.(?:line|noun|past)$)/u.test(decision.rule);

const UNCLASSIFIED = { provenance: 'unclassified', rule: 'none', reason: 'no rule could tell', step: 9 } as const;

function decideAll(reading: DocumentReading): readonly Ranked[] {
  const local = decideLocally(reading);
  const mentions = mentionIndex(reading.figures, local);
  const results = resultsByBlock(reading.figures, local);
  return reading.figures.map((figure, index) => {
    const own = local[index];
    const echoed = byMention(figure, mentions);
    const mayEcho = echoed !== null && !isVetoed(echoed, figure, reading);
    if (own && !(mayEcho && isBorrowed(own) && echoed.step < own.step)) return own;
    if (mayEcho) return { ...echoed, step: 8 };
    const around = byResultsAround(figure, reading, results);
    if (around && !isVetoed(around, figure, reading)) return { ...around, step: 9 };
    const span = { start: figure.start, end: figure.start };
    return firstOf(LAST, figure, reading) ?? { ...UNCLASSIFIED, span };
  });
}

function cueOf(decision: Decision, layout: Layout): Cue {
  const { rule, span, reason } = decision;
  const text = layout.text.slice(span.start, span.end);
  const because = reason.charAt(0).toUpperCase() + reason.slice(1);
  return { rule, ...span, text, reason: text === '' ? `${because}.` : `“${text}”: ${reason}.` };
}

function readingOf(input: ClassifyInput): DocumentReading {
  const places = new Map(input.figures.map((figure, index) => [figure, index]));
  const covered = coverage(input.figures, input.citations);
  const { layout, context, figures, sources } = input;
  return {
    layout,
    context,
    figures,
    sources,
    register: registerOf(input.undisclosed),
    citationsOf: (figure) => covered.get(figure) ?? [],
    indexOf: (figure) => places.get(figure) ?? -1,
    headingOf: headingReader(input.layout),
    passages: passageReader(input.layout),
    speaker: speakerOf(input.layout, input.context.document.role === 'note'),
  };
}

/** Classifies every figure; the answer keeps their order. */
export function classify(input: ClassifyInput): Figure[] {
  const reading = readingOf(input);
  const decisions = decideAll(reading);
  const inherited = inheritedClasses(reading, decisions);
  const assertions = decideAssertions(reading, decisions);
  return input.figures.map((figure, index) => {
    const decision = decisions[index] ?? { ...UNCLASSIFIED, span: figure };
    return classified(figure, {
      assertion: assertions[index] ?? 'reported',
      provenance: decision.provenance,
      inheritedClass: inherited[index] ?? null,
      cue: cueOf(decision, input.layout),
      citations: reading.citationsOf(figure).map(({ citation, via }) => ({ citation: citation.index, via })),
    });
  });
}

/** Member by member, because a spread of so many makes an object five times the size, and a note may hold thousands. */
function classified(figure: PlacedFigure, found: Omit<Figure, keyof PlacedFigure>): Figure {
  return {
    start: figure.start,
    end: figure.end,
    quote: figure.quote,
    low: figure.low,
    high: figure.high,
    unit: figure.unit,
    currency: figure.currency,
    qualifier: figure.qualifier,
    qualifierCue: figure.qualifierCue,
    approximate: figure.approximate,
    strict: figure.strict,
    direction: figure.direction,
    lowExponent: figure.lowExponent,
    highExponent: figure.highExponent,
    per: figure.per,
    expression: figure.expression,
    rule: figure.rule,
    block: figure.block,
    sentence: figure.sentence,
    section: figure.section,
    cell: figure.cell,
    metric: figure.metric,
    metricLabel: figure.metricLabel,
    entity: figure.entity,
    entityLabel: figure.entityLabel,
    kind: figure.kind,
    period: figure.period,
    periodCue: figure.periodCue,
    basis: figure.basis,
    mention: figure.mention,
    assertion: found.assertion,
    provenance: found.provenance,
    inheritedClass: found.inheritedClass,
    cue: found.cue,
    citations: found.citations,
  };
}
