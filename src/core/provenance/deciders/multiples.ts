/** A multiple sets a market price against a result: whoever the result is from, no company reports the multiple. */
import data from '../../../../resources/cues/classes.json';
import type { PlacedFigure } from '../../figure/model';
import type { Decision, Scene } from '../decision';

const METRICS: ReadonlySet<string> = new Set(data.multiples.metrics);
const LABEL = new RegExp(data.multiples.label, 'iu');
const LONGEST_LABEL = 120;

export function ofMultiple(decision: Decision, figure: PlacedFigure, scene: Scene): Decision {
  if (decision.provenance !== 'disclosed' || decision.rule === 'tag') return decision;
  if (scene.context.document.role !== 'note' || !isAgainstMarket(figure)) return decision;
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
