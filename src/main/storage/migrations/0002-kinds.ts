/**
 * What a document is and whether it makes claims or is evidence; and a figure's own words for what it is of. Columns may be
 * null, because undo can bring back a record that was logged before they were: such a document counts as a note.
 */
import type { Migration } from './migration';

const KIND = `('note','memo','transcript','release','filing','data','press','broker_report','web_page','email')`;

export const kinds: Migration = {
  version: 2,
  name: '0002-kinds',
  up: (db) => {
    db.exec(`
ALTER TABLE document ADD COLUMN kind TEXT CHECK (kind IN ${KIND});
ALTER TABLE document ADD COLUMN role TEXT CHECK (role IN ('note', 'source'));
ALTER TABLE document ADD COLUMN kind_reason TEXT;
ALTER TABLE figure ADD COLUMN entity_label TEXT;`);
  },
};
