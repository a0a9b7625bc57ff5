/**
 * The audit's documents, read once and kept as the same objects until the change log says that one was touched: an edit
 * reads and compares its own document only, however many figures the notebook has.
 */
import type { Row } from '../../../core/change/changeset';
import type { AuditDocument, AuditModel } from '../../../core/audit/model/model';
import { all, first, type ReadableDb } from '../../storage/db/db';
import { revision, rowsSince } from '../../storage/queries/changes';
import { newestDocuments } from '../../storage/queries/versions';
import type { SourceRow } from '../../storage/db/rows';
import { readDocument } from './audit-model';
import type { Documents } from '../stored/document-cache';
import { tieredSource } from '../sources/source-row';

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

export class AuditedDocuments {
  #known = new Map<string, AuditDocument>();
  #sources: AuditModel['sources'] = [];
  #revision: number | null = null;

  constructor(
    private readonly db: ReadableDb,
    private readonly texts: Documents,
  ) {}

  /** `step` is asked at each document and may throw. */
  read(step: () => void = () => undefined): AuditModel {
    const now = revision(this.db);
    const stale = this.#revision === null ? null : this.#touched(this.#revision);
    if (stale === null) this.#known.clear();
    else for (const id of stale) this.#known.delete(id);
    const rows = all<SourceRow>(this.db, 'SELECT * FROM source ORDER BY rowid');
    if (stale === null) this.#sources = rows.map((source) => ({ ...tieredSource(source), document: source.document }));
    const sourceIndex = new Map(rows.map((source, index) => [source.id, index]));
    const documents = newestDocuments(this.db).map((row) => {
      step();
      return this.#known.get(row.id) ?? readDocument(this.db, row, this.texts, sourceIndex);
    });
    this.#known = new Map(documents.map((document) => [document.id, document]));
    this.#revision = now;
    return { documents, sources: this.#sources };
  }

  /** Documents that changes after `since` touched; null for all of them. Sources are counted through by all documents. */
  #touched(since: number): ReadonlySet<string> | null {
    const rows = rowsSince(this.db, since, MOST_ROWS + 1);
    if (rows.length > MOST_ROWS) return null;
    const touched = new Set<string>();
    for (const { table, record, row } of rows) {
      if (table === 'source') return null;
      const of = table === 'document' ? record : this.#documentOf(table, record, row);
      if (of === undefined) return null;
      if (of !== null) touched.add(of);
    }
    return touched;
  }

  /** Null where it belongs to no document; undefined for a record that is gone and did not say. */
  #documentOf(table: string, record: string, row: Row): string | null | undefined {
    const sql = DOCUMENT_OF[table];
    if (sql === undefined) return null;
    if (typeof row['document'] === 'string') return row['document'];
    return first<{ document: string | null }>(this.db, sql, record)?.document;
  }
}
