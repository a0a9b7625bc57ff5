/** The text of a new report: an outline with the figures that a reader looks for first. */
import { FIGURE_TABLE, type ReportNode } from '../../../../core/report/body';
import type { FigureRecord } from '../../../../contract/records';

const heading = (words: string): ReportNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: words }],
});
const EMPTY: ReportNode = { type: 'paragraph' };
const ROWS = 10;

/** One figure a fact: the first mention of each metric, entity and period among those somebody else vouches for. */
export function keyFigures(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  const seen = new Set<string>();
  return figures
    .filter(
      (f) =>
        f.provenance === 'disclosed' &&
        f.metric &&
        f.period &&
        (f.unit === 'money' || f.unit === 'per_share' || f.unit === 'percent'),
    )
    .filter((f) => {
      const key = `${f.entity}|${f.metric}|${f.period}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, ROWS);
}

export function outline(figures: readonly FigureRecord[]): ReportNode {
  const rows = keyFigures(figures).map((figure) => figure.id);
  const table: ReportNode[] =
    rows.length > 0 ? [{ type: FIGURE_TABLE, attrs: { figures: rows, caption: 'Disclosed by the company' } }] : [];
  return {
    type: 'doc',
    content: [
      EMPTY,
      heading('What was reported'),
      ...table,
      EMPTY,
      heading('What we infer'),
      EMPTY,
      heading('What could prove us wrong'),
      EMPTY,
    ],
  };
}
