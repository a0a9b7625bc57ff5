/** One review state for many figures, as one step. */
import type { FigureRecord } from '../../../../../contract/records';
import { run } from '../../../app/calls/run';
import { offerUndo } from '../../../app/calls/undo';
import { plural } from '../../../kit/format';

const VERB = { ticked: 'Tick', disputed: 'Dispute', unreviewed: 'Clear the review of' } as const;

export async function reviewAll(figures: readonly FigureRecord[], review: keyof typeof VERB): Promise<void> {
  if (figures.length === 0) return;
  const label = `${VERB[review]} ${plural(figures.length, 'figure')}`;
  const done = await run('figure.update', { edits: figures.map(({ id }) => ({ id, set: { review } })), label });
  if (done && done.changed > 0) offerUndo(`${label}.`, done);
}
