/** Each change carries a seal over itself and the changes before it, so that no altered letter of the log stays unseen. */
import { sealLog, sealScores } from '../db/seals';
import type { Migration } from './migration';

export const seals: Migration = {
  version: 6,
  name: '0006-seals',
  up: (db) => {
    db.exec(`ALTER TABLE change ADD COLUMN seal TEXT NOT NULL DEFAULT ''`);
    sealLog(db);
    sealScores(db, 0);
  },
};
