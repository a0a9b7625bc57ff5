/**
 * Which figures the tie-out score counts. The table is derived, so it is made anew and filled at opening. The history of
 * the score keeps its old lines, which counted every figure: it is never rewritten.
 */
import type { Migration } from './migration';

export const counted: Migration = {
  version: 3,
  name: '0003-counted',
  up: (db) => {
    db.exec(`
DROP TABLE figure_audit;
CREATE TABLE figure_audit (
  figure TEXT NOT NULL PRIMARY KEY REFERENCES figure (id) ON DELETE CASCADE,
  tied INTEGER NOT NULL CHECK (tied IN (0, 1)),
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DELETE FROM meta WHERE key = 'audit_revision';`);
  },
};
