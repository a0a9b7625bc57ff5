/**
 * A document's format is any that `core/document/formats.ts` has: the list of them stood in the schema too, and every new
 * one would have been a migration. SQLite drops a column's check with the column alone.
 */
import type { Migration } from './migration';

export const formats: Migration = {
  version: 5,
  name: '0005-formats',
  up: (db) => {
    db.exec(`
ALTER TABLE document ADD COLUMN read_as TEXT NOT NULL DEFAULT 'text';
UPDATE document SET read_as = format;
ALTER TABLE document DROP COLUMN format;
ALTER TABLE document RENAME COLUMN read_as TO format;`);
  },
};
