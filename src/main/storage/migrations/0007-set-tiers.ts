/**
 * Whether a source's tier was set by a person, and the name of a document's subject beside its ticker, by which a source is
 * known as the subject's own. Both stay null in records from before, because the log that made them does not say:
 * `source-row.ts` then asks, as was done until now, whether the tier of an edited source differs from what its words give.
 */
import type { Migration } from './migration';

export const setTiers: Migration = {
  version: 7,
  name: '0007-set-tiers',
  up: (db) => {
    db.exec(`
ALTER TABLE source ADD COLUMN tier_set INTEGER CHECK (tier_set IN (0, 1));
ALTER TABLE document ADD COLUMN subject TEXT;`);
  },
};
