/** Texts typed into the sources grid that were not taken: what they are called, and how they are sent again. */
import type { SourceRecord } from '../../../../contract/records';
import { call } from '../../app/calls/client';
import { registerDraftPlace } from '../../app/drafts';
import { open } from '../../app/state/navigation';
import { tracked } from '../../app/state/save-state';
import { type DraftGrid, sendDrafts } from '../shared/send-drafts';
import { SOURCE_COLUMNS } from './columns';
import type { SourceSet } from '../../../../core/citation/typed-field';
import { sourceEdit } from './source-edit';
import { sourceTitle } from '../../../../core/citation/source-name';

export const draftName = ({ csl, formatted }: SourceRecord): string => sourceTitle(csl) || formatted;

const GRID: DraftGrid<SourceRecord, SourceSet> = {
  columns: SOURCE_COLUMNS,
  idOf: ({ id }) => id,
  rows: async (ids) => (await call('source.list', {})).filter(({ id }) => ids.includes(id)),
  update: (edits) => tracked(call('source.update', { edits: edits.map(sourceEdit) }), true),
};

registerDraftPlace('sources', {
  label: 'Sources',
  show: ({ id }) => open({ view: 'sources', source: id }),
  send: (drafts) => sendDrafts(GRID, drafts),
});
