/** Checks a notebook file: quickly, as a copy is checked before it counts, and wholly, as `check` does. */
import { connect, type ReadableDb } from './db/db';
import { damaged } from './errors';
import { APPLICATION_ID, readHeader } from './header';
import { alteredContent } from './queries/content';
import { schemaProblems } from './schema';

/** Throws E_DAMAGED unless the file at `path` is a whole notebook whose texts give their hashes. */
export function checkFile(path: string, open?: ReadableDb): void {
  if (open !== undefined) return verify(open, path);
  const header = readHeader(path);
  if (header.kind !== 'notebook') throw damaged(path, header.kind);
  const db = connect(path, { readOnly: true, timeout: 0 });
  try {
    verify(db, path);
  } finally {
    db.close();
  }
}

function verify(db: ReadableDb, path: string): void {
  const problems = [...sqliteProblems(db), ...alteredContent(db).map((hash) => `altered content ${hash}`)];
  if (problems.length > 0) throw damaged(path, problems);
}

/** What SQLite finds wrong with its own pages and with references; empty when all is well. */
export function sqliteProblems(db: ReadableDb): readonly string[] {
  const found: string[] = [];
  const pages = db.pragma('integrity_check(100)', { simple: true });
  if (pages !== 'ok') found.push(`SQLite: ${String(pages)}`);
  const references = db.pragma('foreign_key_check');
  if (Array.isArray(references)) for (const row of references) found.push(`broken reference: ${JSON.stringify(row)}`);
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) found.push('not marked as a notebook');
  return [...found, ...schemaProblems(db)];
}
