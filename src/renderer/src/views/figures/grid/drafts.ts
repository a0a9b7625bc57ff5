/** Texts typed into the figures grid that were not taken: what they are called, and how they are sent again. */
import type { FigureEdit, FigureRecord } from '../../../../../contract/records/index';
import { call } from '../../../app/calls/client';
import { registerDraftPlace } from '../../../app/drafts';
import { open } from '../../../app/state/navigation';
import { tracked } from '../../../app/state/save-state';
import { type DraftGrid, sendDrafts } from '../../shared/send-drafts';
import { figureColumns } from './columns';

const GRID: DraftGrid<FigureRecord, FigureEdit> = {
  columns: figureColumns(() => ''),
  idOf: ({ id }) => id,
  rows: async (ids) =>
    (await call('figure.page', { filter: { ids: [...ids] }, sort: [], start: 0, end: ids.length })).rows,
  update: (edits) =>
    tracked(
      call('figure.update', { edits: edits.map(({ id, set }) => ({ id, set })), label: 'Send edits again' }),
      true,
    ),
};

registerDraftPlace('figures', {
  label: 'Figures',
  show: ({ id }) => open({ view: 'figures', figure: id }),
  send: (drafts) => sendDrafts(GRID, drafts),
});
