/** Step 3: what the document says is not disclosed cannot be classed as disclosed, wherever it is mentioned. */
import type { PlacedFigure } from '../figure/model';
import type { Decide, Scene } from './decision';
import type { UndisclosedItem } from './model';
import { tokenise } from './phrases';

const wordsOf = (text: string): readonly string[] =>
  tokenise(text.replaceAll('_', ' '))
    .filter(({ kind }) => kind !== 'sign')
    .map(({ word }) => word);

/** The figure must carry every word that narrows the denial; "a / b" narrows to either. */
function narrowedTo(entity: string | null, figure: PlacedFigure): boolean {
  if (entity === null) return true;
  const own = new Set(
    wordsOf([figure.entity, figure.metric, figure.metricLabel].filter((name) => name !== null).join(' ')),
  );
  return entity.split('/').some((name) => wordsOf(name).every((word) => own.has(word)));
}

/** The register's item that names the figure's metric, null where none does. */
export function deniedBy(figure: PlacedFigure, { undisclosed }: Pick<Scene, 'undisclosed'>): UndisclosedItem | null {
  const { metric } = figure;
  if (metric === null) return null;
  return undisclosed.find((item) => item.metrics.includes(metric) && narrowedTo(item.entity, figure)) ?? null;
}

/** A figure for what is not disclosed, that nobody else vouches for, is somebody's estimate: the author's. */
export const byDenial: Decide = (figure, scene) => {
  const item = deniedBy(figure, scene);
  if (!item) return null;
  const { start, end } = item;
  return {
    provenance: 'inferred',
    rule: 'denial',
    span: { start, end },
    reason: 'the document says it is not disclosed',
  };
};
