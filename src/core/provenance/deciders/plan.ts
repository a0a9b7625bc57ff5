/**
 * Step 2 [P2] for the lines of a trade's plan ("Entry: $12", "Stop: $10", "Position size: 2%"): the author of the plan
 * sets them. A target is one of them only where an entry or a stop stands beside it.
 */
import { lineStart } from '../../base/line-start';
import { itemLabelOf } from '../../figure/placing/scope/item-label';
import type { Layout } from '../../document/model';
import type { PlacedFigure } from '../../figure/model';
import type { Decide } from '../cues/decision';
import { isPlanLabel, isTargetLabel } from './place-words';

/** Lines of a plan stand close together. */
const BESIDE = 260;

const labelOf = (figure: PlacedFigure, { text }: Layout): ReturnType<typeof itemLabelOf> =>
  itemLabelOf(text, figure.start, lineStart(text, figure.start));

/** Another line close by sets an entry or a stop. */
function planned({ text }: Layout, at: number): boolean {
  const lines = text
    .slice(Math.max(0, at - BESIDE), at + BESIDE)
    .split('\n')
    .slice(1, -1);
  return lines.some((line) => isPlanLabel(itemLabelOf(line, line.length, 0)?.text ?? ''));
}

/** `inferred` for a figure whose line is labelled as one of a plan; null in tables and in sources. */
export const byPlan: Decide = (figure, { layout, context }) => {
  if (figure.cell !== null || context.document.role !== 'note') return null;
  const label = labelOf(figure, layout);
  if (!label) return null;
  const isPlan = isPlanLabel(label.text) || (isTargetLabel(label.text) && planned(layout, label.start));
  if (!isPlan) return null;
  const span = { start: label.start, end: label.end };
  return {
    provenance: 'inferred',
    rule: 'stance.plan',
    span,
    reason: 'it is a line of the author’s plan for the trade',
  };
};
