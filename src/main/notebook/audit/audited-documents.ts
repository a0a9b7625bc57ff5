/**
 * The audit's documents, read once and kept as the same objects until the change log says that one was touched: an edit
 * reads and compares its own document only, however many figures the notebook has.
 */
import type { AuditDocument, AuditModel } from '../../../core/audit/model/model';
import { all, type ReadableDb } from '../../storage/db/db';
import { revision } from '../../storage/queries/changes';
import { newestDocuments } from '../../storage/queries/versions';
import type { SourceRow } from '../../storage/db/rows';
import { readDocument } from './audit-model';
import { touchedDocuments } from './touched-documents';
import type { Documents } from '../stored/document-cache';
import { tieredSource } from '../sources/source-row';

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
    else for (const id of stale) if (id !== null) this.#known.delete(id);
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
  #touched(since: number): ReadonlySet<string | null> | null {
    const touched = touchedDocuments(this.db, since);
    return touched === null || touched.tables.has('source') ? null : touched.documents;
  }
}
