/**
 * A document of the notebook as a source that others cite. A letter becomes a source when it is imported, because a
 * citation of it can name only its sender and date.
 */
import type { CslItem } from '../../../core/citation/model';
import { formatOf } from '../../../core/document/formats';
import { first, type ReadableDb } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';
import type { DocumentRow, SourceRow } from '../../storage/db/rows';
import { insertSource } from '../sources/source-row';

type Tools = Parameters<typeof insertSource>[1];

/** What the document says of itself, in CSL. */
function cslOf(row: DocumentRow): CslItem {
  const parts = row.published === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(row.published);
  const issued = parts?.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return {
    id: row.id,
    type: formatOf(row.format).csl ?? 'document',
    title: row.title,
    ...(row.publisher !== null && { publisher: row.publisher }),
    ...(row.author !== null && { author: [{ literal: row.author }] }),
    ...(row.url !== null && { URL: row.url }),
    ...(issued !== undefined && { issued: { 'date-parts': [issued] } }),
  };
}

export const ownSource = (db: ReadableDb, document: string): string | null =>
  first<SourceRow>(db, 'SELECT * FROM source WHERE document = ? ORDER BY rowid', document)?.id ?? null;

/** The id of the document's own source, which is made where there is none. */
export function needOwnSource(tx: Recorder, tools: Tools, document: DocumentRow): string {
  const known = ownSource(tx.db, document.id);
  if (known !== null) return known;
  const source = insertSource(tx, tools, cslOf(document));
  tx.update('source', source, { document: document.id });
  return source;
}

export const isLetter = ({ format }: { readonly format: DocumentRow['format'] }): boolean =>
  formatOf(format).letter === true;
