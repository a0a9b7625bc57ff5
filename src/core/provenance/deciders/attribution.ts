/** Step 2 [P2]: an explicit attribution in the figure's own clause, or in the lead-in of its list. */
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import type { Passage } from '../cues/passage';
import { byNearestCue, cueApplies } from './cue';
import { OWN_EXPECTATION, STREET, TARGET } from './place-words';

/** How far around a figure the Street may be named. */
const STREET_REACH = 1500;

function namesTheStreet(figure: PlacedFigure, { layout }: DocumentReading): boolean {
  const section = layout.sections[figure.section];
  const from = Math.max(section?.start ?? 0, figure.start - STREET_REACH);
  const to = Math.min(section?.bodyEnd ?? layout.text.length, figure.end + STREET_REACH);
  return STREET.test(layout.text.slice(from, to));
}

/**
 * "Expected return", "Expected value", and a target where nobody of the Street is named are the author's. In a table or
 * beside a result ("$1.9B expected") the word still means the consensus.
 */
function unlessOwn(decision: Decision, figure: PlacedFigure, reading: DocumentReading, isLabel = false): Decision {
  const { layout, context } = reading;
  if (!decision.rule.startsWith('attribution.consensus') || context.document.role !== 'note') return decision;
  const { start, end } = decision.span;
  const words = layout.text.slice(start, end);
  if (STREET.test(words)) return decision;
  const isExpected = /^expected$/iu.test(words);
  const expects = isExpected && OWN_EXPECTATION.test(layout.text.slice(end, end + 24));
  const mayBeOwn = TARGET.test(words) || (isExpected && isLabel);
  const isCase = TARGET.test(words) && layout.sections[figure.section]?.role === 'scenario';
  const targets = isCase || (mayBeOwn && isLong(layout.text) && !namesTheStreet(figure, reading));
  if (!expects && !targets) return decision;
  return {
    provenance: 'inferred',
    rule: 'stance.expected',
    span: decision.span,
    reason: 'no analyst is named, so it is the author’s',
  };
}

/** In a passage on its own a target is somebody's: only a whole note shows that nobody of the Street is named. */
const isLong = (text: string): boolean => text.length > 1200;

/**
 * The nearest attribution that may speak for the figure ("management said", "analysts expect"). In a note a word of
 * expectation that is the author's own gives `inferred`.
 */
export const byAttribution: Decide = (figure, reading) => {
  const decision = byNearestCue('attribution', figure, reading.passages.of(figure), reading);
  return decision && unlessOwn(decision, figure, reading);
};

/** The first attribution of a line that speaks for the figures it introduces. */
function introducedBy(
  line: Passage | null,
  what: string,
  figure: PlacedFigure,
  reading: DocumentReading,
): Decision | null {
  for (const hit of line?.hits ?? []) {
    const { id, step, provenance, closed, only, reason } = hit.group;
    if (step !== 'attribution' || provenance === null || closed || only !== 'any') continue;
    if (!cueApplies(hit.group, figure, reading.passages.of(figure), reading)) continue;
    const span = { start: hit.start, end: hit.end };
    return unlessOwn({ provenance, rule: id, span, reason: `${reason} (said in ${what})` }, figure, reading, true);
  }
  return null;
}

/** "Bear case: volumes fall; margins give up 100 bps. …": the label speaks for its whole paragraph. */
export const byLabel: Decide = (figure, reading) =>
  introducedBy(reading.passages.label(figure), 'the label of its paragraph', figure, reading);

/** What introduces a list holds for every item that is attributed to nobody itself. */
export const byLeadIn: Decide = (figure, reading) =>
  introducedBy(reading.passages.leadIn(figure), 'the line that introduces the list', figure, reading);
