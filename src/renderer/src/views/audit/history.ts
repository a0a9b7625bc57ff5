/** The score over time as points and as a path: pure. */
import type { ScorePoint } from '../../../../contract/records';

export interface HistoryPoint extends ScorePoint {
  /** Percent of the figures that tie out, 0 to 100. */
  readonly score: number;
}

/** Audits without figures have no score and no point. */
export const historyPoints = (history: readonly ScorePoint[]): readonly HistoryPoint[] =>
  history
    .filter(({ figures }) => figures > 0)
    .map((point) => ({ ...point, score: (100 * point.tied) / point.figures }));

/** A stepped line, because the score holds until the next audit, the last one until now. In the box's own units. */
export function historyPath(points: readonly HistoryPoint[], width: number, height: number): string {
  const y = (point: HistoryPoint): string => (height - (point.score / 100) * height).toFixed(1);
  const step = width / points.length;
  return points.map((point, at) => `${at === 0 ? 'M0 ' : 'V'}${y(point)}H${((at + 1) * step).toFixed(1)}`).join('');
}
