/** Marks cited sources whose own text is in the notebook, so that figures that cite them can be looked up there. */
import { all } from '../../../storage/db/db';
import type { Recorder } from '../../../storage/recorder';
import type { DocumentRow, SourceRow } from '../../../storage/db/rows';
import { parseCsl } from '../../sources/csl';
import { nameKey, urlKey } from '../sources/match';

/** Shorter titles are outlets' names, not titles of texts. */
const SHORTEST_TITLE = 12;

/** Links sources without a text to documents of the same address or title, unless the document itself cites them. */
export function linkOwnTexts(tx: Recorder): void {
  const documents = all<DocumentRow>(tx.db, 'SELECT * FROM document ORDER BY ordinal');
  for (const source of all<SourceRow>(tx.db, 'SELECT * FROM source WHERE document IS NULL ORDER BY rowid')) {
    const own = documents.find((document) => isTextOf(document, source) && !cites(tx, document.id, source.id));
    if (own !== undefined) tx.update('source', source.id, { document: own.id });
  }
}

function isTextOf(document: DocumentRow, source: SourceRow): boolean {
  const csl = parseCsl(source);
  if (csl.URL !== undefined && document.url !== null && urlKey(csl.URL) === urlKey(document.url)) return true;
  const title = csl.title ?? '';
  return title.length >= SHORTEST_TITLE && nameKey(title) === nameKey(document.title);
}

const cites = (tx: Recorder, document: string, source: string): boolean =>
  all(tx.db, 'SELECT 1 FROM citation WHERE document = ? AND source = ? LIMIT 1', document, source).length > 0;
