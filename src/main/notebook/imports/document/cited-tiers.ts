/** The tiers that a person set for the sources a document cites: its figures are classed by them when it is read. */
import type { SetTiers } from '../../../../core/analyse';
import { all, type ReadableDb } from '../../../storage/db/db';
import type { CitationRow, SourceRow } from '../../../storage/db/rows';
import { setTierOf } from '../../sources/source-row';
import { matchSources } from '../sources/match';

/**
 * Of document `id`, or of one that is not here yet where it is undefined. A citation that is here tells the source, because
 * sources may have been renamed or merged since; one that is not, is matched as at an import.
 */
export function citedTiers(db: ReadableDb, id: string | undefined): SetTiers {
  const rows = all<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid');
  const set = new Map(rows.map((row) => [row.id, setTierOf(row)]));
  if ([...set.values()].every((tier) => tier === null)) return ({ sources }) => sources.map(() => null);
  const stored = new Map(
    (id === undefined ? [] : all<CitationRow>(db, 'SELECT * FROM citation WHERE document = ?', id)).map((row) => [
      `${row.start_at}-${row.end_at}`,
      row.source,
    ]),
  );
  return ({ citations, sources }) => {
    const matched = matchSources(sources, rows);
    return sources.map((_, index) => {
      const citation = citations.find(({ source, start, end }) => source === index && stored.has(`${start}-${end}`));
      const here = citation === undefined ? matched[index]?.id : stored.get(`${citation.start}-${citation.end}`);
      return (here && set.get(here)) || null;
    });
  };
}
