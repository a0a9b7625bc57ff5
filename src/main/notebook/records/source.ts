/** Sources as they go over the wire, with how much rests on each. */
import type { SourceRecord } from '../../../contract/records';
import { firstOf } from '../../../core/citation/fields';
import { groupBy } from '../../../core/base/group';
import { all, type ReadableDb } from '../../storage/db/db';
import { notSuperseded, SUPERSEDED } from '../../storage/queries/versions';
import type { SourceRow } from '../../storage/db/rows';
import { parseCsl } from '../sources/csl';
import { formatSource } from '../sources/format-source';

interface Usage {
  readonly source: string;
  readonly figures: number;
  readonly citations: number;
}

/** Short words for a chip: what the source calls itself, else who publishes it. */
export const sourceLabel = (csl: unknown): string =>
  firstOf(csl, ['title-short', 'title', 'publisher', 'container-title', 'URL']);

export function listSources(db: ReadableDb): SourceRecord[] {
  return toSourceRecords(db, all<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid'));
}

export function toSourceRecords(db: ReadableDb, rows: readonly SourceRow[]): SourceRecord[] {
  const usage = new Map(all<Usage>(db, USAGE).map((row) => [row.source, row]));
  const markers = groupBy(
    all<{ source: string; marker: string }>(
      db,
      'SELECT DISTINCT source, marker FROM citation WHERE source IS NOT NULL ORDER BY source, start_at',
    ),
    (row) => row.source,
  );
  return rows.map((row) => {
    const csl = parseCsl(row);
    return {
      id: row.id,
      csl,
      tier: row.tier,
      figures: usage.get(row.id)?.figures ?? 0,
      citations: usage.get(row.id)?.citations ?? 0,
      markers: [...new Set((markers.get(row.id) ?? []).map((one) => one.marker))],
      document: row.document,
      formatted: formatSource(csl),
    };
  });
}

/** Links are counted by their index, less those of superseded documents, because a table has one for each of its figures. */
const USAGE = `
SELECT s.id AS source,
  (SELECT count(*) FROM citation c WHERE c.source = s.id AND ${notSuperseded('c')}) AS citations,
  (SELECT count(*) FROM link l WHERE l.source = s.id)
  - (SELECT count(*) FROM figure f JOIN link l ON l.figure = f.id WHERE f.document IN (${SUPERSEDED}) AND l.source = s.id)
  + (SELECT count(DISTINCT cf.figure)
    FROM citation c JOIN citation_figure cf ON cf.citation = c.id JOIN figure f ON f.id = cf.figure
    WHERE c.source = s.id AND ${notSuperseded('f')}
    AND NOT EXISTS (SELECT 1 FROM link l WHERE l.figure = cf.figure AND l.source = s.id)) AS figures
FROM source s`;
