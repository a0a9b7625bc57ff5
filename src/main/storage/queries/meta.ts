/** Facts about the notebook file itself that are no records: how far derived data has come, when it was backed up. */
import { first, run, type ReadableDb, type WritableDb } from '../db/db';
import { sealMeta } from '../db/seals';

export type MetaKey = 'audit_revision' | 'audit_runs' | 'backup_revision';

/** Null where it was never written. */
export const readMeta = (db: ReadableDb, key: MetaKey): string | null =>
  first<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key)?.value ?? null;

/** Writes one fact and seals all of them, in one transaction. */
export function writeMeta(db: WritableDb, key: MetaKey, value: string): void {
  db.transaction(() => {
    const sql = 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
    run(db, sql, key, value);
    sealMeta(db);
  })();
}
