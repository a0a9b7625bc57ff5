/** What the figures view does to the notebook: editing with offers, creating, deleting with a way back, finding a row. */
import { useRef, useState } from 'react';
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { call } from '../../app/client';
import { run, start } from '../../app/run';
import { tracked } from '../../app/save-state';
import { showToast } from '../../app/toasts';
import { offerUndo } from '../../app/undo';
import { plural } from '../../kit/format';
import type { GridHandle } from '../../kit/grid/DataGrid';
import type { RowEdit } from '../../kit/grid/edits';
import type { RowSource } from '../../kit/grid/source';
import { type OfferField, offeredValue, type OfferState } from './Offer';

const OFFERED: readonly OfferField[] = ['metric', 'entity', 'period', 'provenance'];

/** The field of a single edit that like figures could take too; null where there is nothing to offer. */
export function offeredField(edits: readonly RowEdit<FigureEdit>[]): OfferField | null {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (!only) return null;
  return OFFERED.find((field) => only.set[field] !== undefined && only.set[field] !== null) ?? null;
}

export function useFigureEdits() {
  const [offer, setOffer] = useState<OfferState | null>(null);
  // Only the newest edit may make an offer: an older answer that comes late is dropped.
  const serial = useRef(0);

  const suggest = async (edit: RowEdit<FigureEdit>, field: OfferField) => {
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

const FIND_PAGE = 1000;

/** Focuses a figure wherever it stands in the grid's order; false where the current scope does not hold it. */
export async function revealFigure(
  grid: GridHandle<FigureRecord>,
  source: RowSource<FigureRecord>,
  id: string,
): Promise<boolean> {
  if (grid.focusRow(id)) return true;
  const { columns, filters } = grid.layout();
  const sort = columns
    .filter((column) => column.sort)
    .sort((left, right) => (left.sortIndex ?? 0) - (right.sortIndex ?? 0))
    .map((column) => ({ column: column.colId, descending: column.sort === 'desc' }));
  for (let from = 0; ; from += FIND_PAGE) {
    // Pages in order, because the figure is most often in the first.
    // oxlint-disable-next-line no-await-in-loop
    const { rows, total } = await source.page({ start: from, end: from + FIND_PAGE, sort, columns: filters });
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) {
      grid.focusIndex(from + at);
      return true;
    }
    if (from + rows.length >= total || rows.length === 0) return false;
  }
}
