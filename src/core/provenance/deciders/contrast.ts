/**
 * Step 6 [P6] for what has no word of its own but stands in a row with what has: the right side of a second "A vs. B"
 * in a sentence that names expectations, and a look back in a paragraph that reports results, which comes last [P9].
 */
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Decision, DocumentReading } from '../cues/decision';
import { isCompanyMetric } from '../cues/metric-words';

const AGAINST = /^[^\p{L}\p{N}]*(?:vs|versus|against)[^\p{L}\p{N}]*$/iu;

/** `28.1% in Q2 25`, `$1.2B last year`: set against the past, not against expectations. */
const AN_EARLIER_PERIOD = /^\s(?:in|last|a year|the year|prior|previous)\b/iu;

/** `revenue $1.38B vs. $1.36B` beside `EPS of $0.47 vs. $0.44 expected`. */
export const byContrast: Decide = (figure, reading) => {
  const before = reading.figures[reading.indexOf(figure) - 1];
  if (!before || before.sentence !== figure.sentence || before.metric !== figure.metric) return null;
  if (!AGAINST.test(reading.layout.text.slice(before.end, figure.start))) return null;
  if (AN_EARLIER_PERIOD.test(reading.layout.text.slice(figure.end, figure.end + 12))) return null;
  const named = reading.passages.of(figure).hits.find(({ group }) => group.provenance === 'consensus');
  if (!named) return null;
  return {
    provenance: 'consensus',
    rule: 'contrast.consensus',
    span: { start: named.start, end: named.end },
    reason: 'the sentence sets results against expectations',
  };
};

/** Reported figures a paragraph needs before an unattributed look back in it counts as one more of them. */
const ENOUGH = 2;

const isResult = ({ provenance, rule }: Decision): boolean =>
  provenance === 'disclosed' && /^(?:results|attribution)\./u.test(rule);

/** How many figures of each block were reported, by their own words. */
export function resultsByBlock(
  figures: readonly PlacedFigure[],
  decisions: readonly (Decision | null)[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  figures.forEach(({ block }, index) => {
    const decision = decisions[index];
    if (decision && isResult(decision)) counts.set(block, (counts.get(block) ?? 0) + 1);
  });
  return counts;
}

/** Step 9: a verb that looks back, among results or with the period they are of, with nothing that says otherwise. */
export function byResultsAround(
  figure: PlacedFigure,
  reading: DocumentReading,
  results: ReadonlyMap<number, number>,
): Decision | null {
  const { hits } = reading.passages.of(figure);
  const reports =
    (results.get(figure.block) ?? 0) >= ENOUGH ||
    reading.layout.sections[figure.section]?.role === 'results' ||
    hits.some(({ group }) => group.id === 'marker.period');
  if (!reports || hits.some(({ group }) => group.step === 'inference' && group.provenance === 'inferred')) return null;
  const verb = hits.find(({ group, end }) => group.id === 'results.past' && end <= figure.start);
  const marker = hits.find(({ group }) => group.id === 'marker.period');
  const words = verb ?? (figure.metric !== null && isCompanyMetric(figure.metric) ? marker : undefined);
  if (!words) return null;
  return {
    provenance: 'disclosed',
    rule: 'results.around',
    span: { start: words.start, end: words.end },
    reason: 'it stands among reported results and looks back',
  };
}
