/** Sources as they go over the wire, with how much rests on each: counted once, and again when that was touched. */
import type { SourceRecord } from '../../../contract/records';
import { groupBy } from '../../../core/base/group';
import { all, listed, first, type ReadableDb } from '../../storage/db/db';
import { linkageTouchedSince, revision } from '../../storage/queries/changes';
import { notSuperseded, SUPERSEDED } from '../../storage/queries/versions';
import type { SourceRow } from '../../storage/db/rows';
import { parseCsl } from '../sources/csl';
import { formatSource } from '../sources/format-source';
import { isPublishedBy, tierOf, type Tiered } from '../../../core/citation/tier';
import { tieredSource } from '../sources/source-row';

interface Usage {
  readonly source: string;
  readonly figures: number;
  readonly citations: number;
}

export class Sources {
  #known: readonly SourceRecord[] = [];
  #revision: number | null = null;

  constructor(private readonly db: ReadableDb) {}

  /** In the order in which they came. */
  list(): readonly SourceRecord[] {
    const now = revision(this.db);
    if (this.#revision === null || now < this.#revision || linkageTouchedSince(this.db, this.#revision)) {
      this.#known = readSources(this.db);
    }
    this.#revision = now;
    return this.#known;
  }
}

function readSources(db: ReadableDb): readonly SourceRecord[] {
  const rows = listed<SourceRow>(db, 'SELECT * FROM source ORDER BY rowid');
  const usage = new Map(all<Usage>(db, USAGE).map((row) => [row.source, row]));
  const markers = groupBy(
    all<{ source: string; marker: string }>(
      db,
      'SELECT DISTINCT source, marker FROM citation WHERE source IS NOT NULL ORDER BY source, start_at',
    ),
    (row) => row.source,
  );
  const issuersOf = issuersIn(db);
  return rows.map((row) => {
    const csl = parseCsl(row);
    const source = tieredSource(row);
    return {
      id: row.id,
      csl,
      tier: tierOf(source, issuersOf(source)),
      tierSet: source.setTier !== null,
      figures: usage.get(row.id)?.figures ?? 0,
      citations: usage.get(row.id)?.citations ?? 0,
      markers: [...new Set((markers.get(row.id) ?? []).map((one) => one.marker))],
      document: row.document,
      formatted: formatSource(csl),
    };
  });
}

interface Issuer {
  readonly document: string;
  readonly name: string;
}

/** Which publish a source of the companies that the documents citing it are about. Few do, so documents are asked last. */
function issuersIn(db: ReadableDb): (source: Tiered) => readonly string[] {
  // A notebook has many documents about few companies.
  const documentsOf = groupBy(all<Issuer>(db, ISSUERS), ({ name }) => name);
  return (source) =>
    [...documentsOf].flatMap(([name, documents]) =>
      isPublishedBy(source, name) && documents.some(({ document }) => cites(db, document, source.id)) ? [name] : [],
    );
}

const ISSUERS = `
SELECT id AS document, entity AS name FROM document WHERE entity IS NOT NULL AND id NOT IN (${SUPERSEDED})
UNION SELECT id, subject FROM document WHERE subject IS NOT NULL AND id NOT IN (${SUPERSEDED})`;

const cites = (db: ReadableDb, document: string, source: string): boolean =>
  first(
    db,
    `SELECT 1 FROM citation WHERE source = ? AND document = ?
UNION ALL SELECT 1 FROM figure f JOIN link l ON l.figure = f.id WHERE l.source = ? AND f.document = ? LIMIT 1`,
    source,
    document,
    source,
    document,
  ) !== undefined;

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
