/** What documents are made of and never changes: original bytes, text and layout, each kept once under its SHA-256. */
import { createHash } from 'node:crypto';
import { TieoutError } from '../../../contract/errors';
import { all, first, run, type ReadableDb, type WritableDb } from '../db/db';

/** Lower-case hex. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Keeps `data` and gives its hash; what is there already is not written again. */
export function keepContent(db: WritableDb, data: Uint8Array): string {
  const hash = sha256(data);
  run(db, 'INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, data);
  return hash;
}

/** The bytes under `hash`, checked against it: SQLite's own check does not see a flipped bit. */
export function readContent(db: ReadableDb, hash: string): Buffer {
  const row = first<{ data: Buffer }>(db, 'SELECT data FROM content WHERE sha256 = ?', hash);
  if (row === undefined || sha256(row.data) !== hash) {
    throw new TieoutError('E_DAMAGED', 'A document text in this notebook was altered on disk: restore a backup.', {
      hash,
    });
  }
  return row.data;
}

/** The text of a document under its hash; throws `E_DAMAGED` as `readContent`. */
export const readText = (db: ReadableDb, hash: string): string => readContent(db, hash).toString('utf8');

/** Hashes whose bytes no longer give them. */
export function alteredContent(db: ReadableDb): readonly string[] {
  return all<{ sha256: string }>(db, 'SELECT sha256 FROM content')
    .map((row) => row.sha256)
    .filter((hash) => {
      const row = first<{ data: Buffer }>(db, 'SELECT data FROM content WHERE sha256 = ?', hash);
      return row === undefined || sha256(row.data) !== hash;
    });
}
