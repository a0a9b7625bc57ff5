/** Figures of running text by the lines they stand in, empty lines not counted. */
import type { DocumentIndex } from '../../model/document-index';
import { groupBy } from '../../../base/group';
import type { AuditFigure } from '../../model/model';

export interface TextLine {
  readonly number: number;
  readonly text: string;
  readonly start: number;
  readonly figures: readonly AuditFigure[];
}

/**
 * Lines that hold figures, in order, each with its text and its number among the lines that are not empty; figures of
 * tables are left out.
 */
export function textLines(index: DocumentIndex): readonly TextLine[] {
  const { text } = index.document.layout;
  const figures = index.document.figures.filter(({ cell }) => cell === null);
  let [number, from] = [0, 0];
  const places = new Map<AuditFigure, number>();
  const starts = [0];
  for (const figure of figures.toSorted((a, b) => a.start - b.start)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < figure.start; at = text.indexOf('\n', from)) {
      // Empty lines between items do not count.
      if (text.slice(from, at).trim() !== '') number += 1;
      from = at + 1;
      starts[number] = from;
    }
    places.set(figure, number);
  }
  const groups = groupBy([...places.keys()], (figure) => places.get(figure) ?? 0);
  return [...groups].map(([line, own]) => {
    const start = starts[line] ?? 0;
    const end = text.indexOf('\n', start);
    return { number: line, start, text: text.slice(start, end < 0 ? undefined : end), figures: own };
  });
}
