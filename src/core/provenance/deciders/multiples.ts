/**
 * Corrects the class that the first step gave [P0] to a multiple, which sets a market price against a result: no
 * company reports the multiple, also where the result is its own.
 */
import data from '../../../../resources/cues/classes.json';
import type { PlacedFigure } from '../../figure/model';
import type { Decision, DocumentReading } from '../cues/decision';
import { SUPPOSED } from './place-words';

const METRICS: ReadonlySet<string> = new Set(data.multiples.metrics);
const LABEL = new RegExp(data.multiples.label, 'iu');
const LONGEST_LABEL = 120;

const AT_MARKET: ReadonlySet<string> = new Set(data.multiples.atMarket);
/** Steps that give a figure to the author because nobody is named. */
const NOBODY: ReadonlySet<string> = new Set(['table.author', 'background', 'background.place', 'section.own']);

/**
 * Today's price and multiples of a share are the market's (`third_party`), unless the words are of a target or a case.
 */
function atMarket(decision: Decision, figure: PlacedFigure, reading: DocumentReading): Decision | null {
  if (!NOBODY.has(decision.rule) || !AT_MARKET.has(figure.metric ?? '')) return null;
  if (figure.unit !== 'multiple' && figure.unit !== 'money' && figure.metric !== 'beta') return null;
  const { layout } = reading;
  const section = layout.sections[figure.section];
  if (figure.kind === 'target' || section?.role === 'scenario') return null;
  const label = figure.metricLabel?.slice(0, LONGEST_LABEL) ?? '';
  if (SUPPOSED.test(label) || OF_A_TARGET.test(label) || OF_A_TARGET.test(section?.title ?? '')) return null;
  return {
    ...decision,
    provenance: 'third_party',
    rule: 'market.multiple',
    reason: 'it is what the market pays now',
  };
}

const OF_A_TARGET = new RegExp(data.multiples.ofTarget, 'iu');

/**
 * The decision, corrected for a multiple: what the market pays now is `third_party`, and in a note one that was classed
 * `disclosed` is `derived`. A tagged figure stays as it is.
 */
export function ofMultiple(decision: Decision, figure: PlacedFigure, reading: DocumentReading): Decision {
  const market = atMarket(decision, figure, reading);
  if (market) return market;
  if (decision.provenance !== 'disclosed' || decision.rule === 'tag') return decision;
  if (reading.context.document.role !== 'note' || !isAgainstMarket(figure)) return decision;
  return {
    ...decision,
    provenance: 'derived',
    rule: 'derived.multiple',
    reason: 'it sets a market price against a result',
  };
}

function isAgainstMarket({ metric, metricLabel, unit }: PlacedFigure): boolean {
  if (metric !== null && METRICS.has(metric)) return true;
  return (unit === 'multiple' || unit === 'money') && LABEL.test((metricLabel ?? '').slice(0, LONGEST_LABEL));
}
