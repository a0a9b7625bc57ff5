/** Documents that a newer version has taken the place of: kept and readable, but counted, audited and listed no more. */
import { all, type ReadableDb } from '../db/db';
import type { DocumentRow } from '../db/rows';

/** Ids of superseded documents, as a subquery. */
export const SUPERSEDED = 'SELECT replaces FROM document WHERE replaces IS NOT NULL';

/** The newest version of each document, in the order of import. */
export const newestDocuments = (db: ReadableDb): readonly DocumentRow[] =>
  all<DocumentRow>(db, `SELECT * FROM document WHERE id NOT IN (${SUPERSEDED}) ORDER BY ordinal`);

/** True of rows of `alias` that stand in no superseded document; loose ones stand in none. */
export const notSuperseded = (alias: string): string =>
  `(${alias}.document IS NULL OR ${alias}.document NOT IN (${SUPERSEDED}))`;

/** Ids of the documents that a newer version replaces. */
export const supersededDocuments = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    all<{ replaces: string }>(db, 'SELECT replaces FROM document WHERE replaces IS NOT NULL').map(
      (row) => row.replaces,
    ),
  );
