/**
 * What the audit comes to in each document, summed once and kept until the change log or a run of the audit says that
 * the document was touched: an edit sums its own document anew, however many there are.
 */
import { groupBy } from '../../../core/base/group';
import type { DocumentRole } from '../../../core/document/kinds';
import type { Provenance } from '../../../core/figure/provenance';
import { figuresOf, mergeUndisclosed } from '../../../core/provenance/undisclosed';
import type { AuditSummary } from '../../../contract/records';
import type { DocumentRow, SectionRow } from '../../storage/db/rows';
import { all, count, first, type ReadableDb } from '../../storage/db/db';
import { revision } from '../../storage/queries/changes';
import { readText } from '../../storage/queries/content';
import { parseUndisclosed } from '../stored/json';
import { readRuns, touchedByRuns } from './runs';
import { shareOf, sumShares, type Share } from './shares';
import { touchedDocuments } from './touched-documents';

export interface DocumentSum {
  readonly share: Share;
  /** Markers in its text. */
  readonly citations: number;
  /** Figures of a note that no citation or link vouches for. */
  readonly withoutCitation: number;
  /** Of the sections that have figures; figures of none are counted with the first. */
  readonly bySection: AuditSummary['bySection'];
  /** In the order in which they are first named; '' for figures of none. */
  readonly byEntity: ReadonlyMap<string, Share>;
  readonly byClass: ReadonlyMap<Provenance, Share>;
  readonly undisclosed: AuditSummary['undisclosed'];
}

interface Counted {
  readonly id: string;
  readonly document: string | null;
  readonly section: number | null;
  readonly entity: string | null;
  readonly metric: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly provenance: Provenance;
  readonly tied: 0 | 1;
  readonly counted: 0 | 1;
  readonly cited: 0 | 1;
}

const COUNTED = `SELECT f.id, f.document, f.section, f.entity, f.metric, f.start_at AS start, f.end_at AS end,
  f.provenance, coalesce(a.tied, 0) AS tied, coalesce(a.counted, 0) AS counted,
  EXISTS (SELECT 1 FROM citation_figure cf WHERE cf.figure = f.id) OR
  EXISTS (SELECT 1 FROM link l WHERE l.figure = f.id) AS cited
  FROM figure f LEFT JOIN figure_audit a ON a.figure = f.id`;

export class DocumentSums {
  /** `null` for the figures that stand in no document. */
  #known = new Map<string | null, DocumentSum>();
  #seen: { readonly revision: number; readonly run: number } | null = null;

  constructor(private readonly db: ReadableDb) {}

  /** The sum of one document, or with null that of the figures of none; of nothing where there is no such document. */
  of(document: string | null): DocumentSum {
    this.#forgetTouched();
    const known = this.#known.get(document);
    if (known !== undefined) return known;
    if (this.#known.size === 0) this.#readAll();
    const sum = this.#known.get(document) ?? sumOf(this.db, document, this.#figures(document));
    this.#known.set(document, sum);
    return sum;
  }

  #figures(document: string | null): readonly Counted[] {
    return all<Counted>(this.db, `${COUNTED} WHERE f.document IS ? ORDER BY f.position`, document);
  }

  #readAll(): void {
    const figures = groupBy(all<Counted>(this.db, `${COUNTED} ORDER BY f.position`), (figure) => figure.document);
    for (const [document, own] of figures) this.#known.set(document, sumOf(this.db, document, own));
  }

  #forgetTouched(): void {
    const [now, runs] = [revision(this.db), readRuns(this.db)];
    const before = this.#seen;
    this.#seen = { revision: now, run: runs.last };
    if (before === null || (before.revision === now && before.run === runs.last)) return;
    const [edited, audited] = [touchedDocuments(this.db, before.revision), touchedByRuns(runs, before.run)];
    if (edited === null || audited === null) this.#known.clear();
    else for (const document of [...edited.documents, ...audited]) this.#known.delete(document);
  }
}

/** `figures` are all of the document, in the order of the text. */
function sumOf(db: ReadableDb, document: string | null, figures: readonly Counted[]): DocumentSum {
  const row = document === null ? undefined : first<DocumentRow>(db, 'SELECT * FROM document WHERE id = ?', document);
  const role: DocumentRole = row?.role ?? 'note';
  const shares = <K>(key: (figure: Counted) => K): ReadonlyMap<K, Share> =>
    new Map([...groupBy(figures, key)].map(([of, group]) => [of, shareOf(group)]));
  return {
    share: shareOf(figures),
    citations: document === null ? 0 : count(db, 'SELECT count(*) FROM citation WHERE document = ?', document),
    // A source has no score: its figures are evidence.
    withoutCitation: role === 'source' ? 0 : figures.filter(({ cited }) => cited === 0).length,
    bySection:
      document === null
        ? []
        : bySection(
            db,
            document,
            shares((figure) => figure.section ?? 0),
          ),
    byEntity: shares((figure) => figure.entity ?? ''),
    byClass: shares((figure) => figure.provenance),
    undisclosed: row === undefined ? [] : undisclosedOf(db, row, figures),
  };
}

const bySection = (db: ReadableDb, document: string, shares: ReadonlyMap<number, Share>): DocumentSum['bySection'] =>
  all<SectionRow>(db, 'SELECT * FROM section WHERE document = ? ORDER BY idx', document).flatMap((section) => {
    const share = shares.get(section.idx);
    return share === undefined ? [] : [{ document, section: section.title, start: section.start_at, ...share }];
  });

function undisclosedOf(db: ReadableDb, row: DocumentRow, own: readonly Counted[]): AuditSummary['undisclosed'] {
  const items = mergeUndisclosed(parseUndisclosed(row.undisclosed));
  if (items.length === 0) return [];
  const text = readText(db, row.text_sha256);
  return items.map((item) => ({
    label: item.label,
    entity: item.entity,
    document: row.id,
    start: item.start,
    end: item.end,
    figures: figuresOf(item, own, text).map((figure) => figure.id),
  }));
}

/** The sums of several documents by one of their groupings, in the order in which its keys first come. */
export function sumBy<K>(maps: readonly ReadonlyMap<K, Share>[]): ReadonlyMap<K, Share> {
  const groups = groupBy(
    maps.flatMap((map) => [...map]),
    ([key]) => key,
  );
  return new Map([...groups].map(([key, entries]) => [key, sumShares(entries.map(([, share]) => share))]));
}
