/** Step 6: verbs and nouns of the sentence, the result a growth rate is printed beside, and lines of the statements. */
import type { PlacedFigure } from '../../figure/model';
import type { Decide, Scene } from '../decision';
import { baseMetric, isStatementLine } from '../metric-words';
import { periodState } from '../period';
import { byNearestCue, isChange } from './cue';

export const byWording: Decide = (figure, scene) => byNearestCue('wording', figure, scene.passages.of(figure), scene);

/** A line of the financial statements for a period that has ended is what companies report. */
export const byStatementLine: Decide = (figure, scene) => {
  if (figure.metric === null || !isStatementLine(figure.metric)) return null;
  if (periodState(figure.period, scene.context) !== 'closed' || !figure.periodCue) return null;
  if (scene.headingOf(figure)?.group.provenance === 'management') return null;
  const { start, end } = figure.periodCue;
  return {
    provenance: 'disclosed',
    rule: 'results.line',
    span: { start, end },
    reason: `${figure.metricLabel ?? figure.metric} of a period that has ended is a reported line`,
  };
};

const samePassage = (a: PlacedFigure, b: PlacedFigure): boolean =>
  a.sentence === b.sentence && a.cell?.column === b.cell?.column && a.cell?.row === b.cell?.row;

/** The level that a growth rate is printed beside: the nearest before it in its sentence, of the same thing. */
export function resultBeside(figure: PlacedFigure, scene: Scene): PlacedFigure | null {
  if (!isChange(figure)) return null;
  const base = figure.metric === null ? null : baseMetric(figure.metric);
  const at = scene.indexOf(figure);
  for (let index = at - 1; index >= 0; index--) {
    const other = scene.figures[index];
    if (!other || !samePassage(figure, other)) return null;
    if (isChange(other)) continue;
    return other.metric === null || base === null || baseMetric(other.metric) === base ? other : null;
  }
  return null;
}
