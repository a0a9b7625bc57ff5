/** Which documents a stretch of the change log touched, so that what is kept of each is read anew only for those. */
import type { Row } from '../../../core/change/changeset';
import { first, type ReadableDb } from '../../storage/db/db';
import { rowsSince } from '../../storage/queries/changes';

/** Where the document of a record stands: with itself, or with its figure. The log keeps only the columns that changed. */
const DOCUMENT_OF: Readonly<Record<string, string>> = {
  figure: 'SELECT document FROM figure WHERE id = ?',
  citation: 'SELECT document FROM citation WHERE id = ?',
  section: 'SELECT document FROM section WHERE id = ?',
  table_data: 'SELECT document FROM table_data WHERE id = ?',
  structure_item: 'SELECT document FROM structure_item WHERE id = ?',
  citation_figure: 'SELECT f.document FROM citation_figure c JOIN figure f ON f.id = c.figure WHERE c.id = ?',
  link: 'SELECT f.document FROM link l JOIN figure f ON f.id = l.figure WHERE l.id = ?',
};
/** More than this is read anew as a whole: an import, an undone import. */
const MOST_ROWS = 500;

/** What a stretch of the log touched. */
export interface Touched {
  /** Ids of documents; `null` among them where a record of no document was touched. */
  readonly documents: ReadonlySet<string | null>;
  /** Record tables. */
  readonly tables: ReadonlySet<string>;
}

/** What changes after revision `since` touched; null where that is too much to tell, or a record that is gone did not say. */
export function touchedDocuments(db: ReadableDb, since: number): Touched | null {
  const rows = rowsSince(db, since, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) return null;
  const documents = new Set<string | null>();
  for (const { table, record, row } of rows) {
    const of = table === 'document' ? record : documentOf(db, table, record, row);
    if (of === undefined) return null;
    documents.add(of);
  }
  return { documents, tables: new Set(rows.map(({ table }) => table)) };
}

/** Null where it belongs to no document; undefined for a record that is gone and did not say. */
function documentOf(db: ReadableDb, table: string, record: string, row: Row): string | null | undefined {
  const sql = DOCUMENT_OF[table];
  if (sql === undefined) return null;
  if (typeof row['document'] === 'string') return row['document'];
  return first<{ document: string | null }>(db, sql, record)?.document;
}
