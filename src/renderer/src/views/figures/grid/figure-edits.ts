/** What the figures view does to the notebook: cell edits with the offer that follows, and deleting with a way back. */
import { useRef, useState } from 'react';
import type { FigureEdit, FigureRecord } from '../../../../../contract/records';
import { call } from '../../../app/calls/client';
import { run, start } from '../../../app/calls/run';
import { tracked } from '../../../app/state/save-state';
import { showToast } from '../../../app/state/toasts';
import { offerUndo } from '../../../app/calls/undo';
import { plural } from '../../../kit/format';
import type { RowEdit } from '../../../kit/grid/data/edits';
import { offeredValue, type OfferState } from './Offer';
import { type OfferedField, OFFERED_FIELDS } from '../../../../../core/figure/fields';

/** The field of a single edit that like figures could take too; null where there is nothing to offer. */
export function offeredField(edits: readonly RowEdit<FigureEdit>[]): OfferedField | null {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (!only) return null;
  return OFFERED_FIELDS.find((field) => only.set[field] !== undefined && only.set[field] !== null) ?? null;
}

export function useFigureEdits() {
  const [offer, setOffer] = useState<OfferState | null>(null);
  // Only the newest edit may make an offer: an older answer that comes late is dropped.
  const serial = useRef(0);

  const suggest = async (edit: RowEdit<FigureEdit>, field: OfferedField) => {
    serial.current += 1;
    const mine = serial.current;
    const like = await call('figure.suggest', { id: edit.id, field });
    if (mine !== serial.current) return;
    const value = edit.set[field];
    setOffer(like.length === 0 ? null : { field, set: { [field]: value }, like });
  };
  const edit = async (edits: readonly RowEdit<FigureEdit>[], label: string, create: readonly FigureEdit[] = []) => {
    setOffer(null);
    const rows = create.length === 0 ? {} : { create: [...create] };
    await tracked(call('figure.update', { edits: edits.map(({ id, set }) => ({ id, set })), label, ...rows }), true);
    if (create.length > 0)
      showToast({ kind: 'done', text: `${plural(create.length, 'new figure')} below the last row.` });
    const field = offeredField(edits);
    const only = edits[0];
    if (field && only) start(suggest(only, field));
  };
  const applyOffer = async () => {
    if (!offer) return;
    setOffer(null);
    const edits = offer.like.map(({ id }) => ({ id, set: offer.set }));
    const what = `Set ${offeredValue(offer)} on ${plural(edits.length, 'like figure')}`;
    const done = await run('figure.update', { edits, label: what });
    if (done && done.changed > 0) offerUndo(`${what}.`, done);
  };
  return { offer, edit, applyOffer, dismissOffer: () => setOffer(null) };
}

export async function removeFigures(figures: readonly FigureRecord[]): Promise<void> {
  if (figures.length === 0) return;
  const done = await run('figure.remove', { ids: figures.map(({ id }) => id) });
  if (done) offerUndo(`Deleted ${plural(figures.length, 'figure')}.`, done);
}
