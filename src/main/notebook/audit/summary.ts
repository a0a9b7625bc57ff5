/** The audit in numbers: score, classes, coverage by section, entity and document, the undisclosed register. */
import { groupBy } from '../../../core/base/group';
import type { Severity } from '../../../core/audit/model/model';
import type { DocumentRole } from '../../../core/document/kinds';
import { PROVENANCES, type Provenance } from '../../../core/figure/provenance';
import { figuresOf, mergeUndisclosed } from '../../../core/provenance/undisclosed';
import type { AuditSummary } from '../../../contract/records';
import { all, count, type ReadableDb } from '../../storage/db/db';
import { readText } from '../../storage/queries/content';
import { OPEN_FINDINGS } from '../../storage/queries/score-history';
import { newestDocuments, notSuperseded } from '../../storage/queries/versions';
import type { DocumentRow, SectionRow } from '../../storage/db/rows';
import { countByProvenance } from '../imports/document/plan';
import { parseUndisclosed } from '../stored/json';
import { listFindings } from '../records/finding';

/** Percent rounded down to a tenth: never 100 while one figure is open. Null where none is counted. */
export function score(tied: number, figures: number): number | null {
  if (figures === 0) return null;
  return Math.floor((1000 * tied) / figures) / 10;
}

export const openFindings = (db: ReadableDb, document?: string): number =>
  document === undefined ? count(db, OPEN_FINDINGS) : count(db, `${OPEN_FINDINGS} AND f.document = ?`, document);

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
  /** In the score. */
  readonly counted: 0 | 1;
  /** Of its document; null for a figure of none. */
  readonly role: DocumentRole | null;
  readonly citations: number;
}

const COUNTED = `SELECT f.id, f.document, f.section, f.entity, f.metric, f.start_at AS start, f.end_at AS end,
  f.provenance, coalesce(a.tied, 0) AS tied, coalesce(a.counted, 0) AS counted, (SELECT role FROM document d WHERE d.id = f.document) AS role,
  (SELECT count(*) FROM citation_figure cf WHERE cf.figure = f.id) +
  (SELECT count(*) FROM link l WHERE l.figure = f.id) AS citations
  FROM figure f LEFT JOIN figure_audit a ON a.figure = f.id`;

/** Numbers of the whole notebook, or of one document. */
export function summarise(db: ReadableDb, document?: string): AuditSummary {
  const figures =
    document === undefined
      ? all<Counted>(db, `${COUNTED} WHERE ${notSuperseded('f')} ORDER BY f.position`)
      : all<Counted>(db, `${COUNTED} WHERE f.document = ? ORDER BY f.position`, document);
  const documents =
    document === undefined
      ? newestDocuments(db)
      : all<DocumentRow>(db, 'SELECT * FROM document WHERE id = ?', document);
  const whole = share(figures);
  return {
    score: score(whole.tied, whole.counted),
    ...whole,
    withoutCitation: figures.filter((figure) => figure.citations === 0 && isOfNote(figure)).length,
    ...countFindings(db, document),
    bySection: bySection(db, figures, documents),
    byEntity: [...groupBy(figures, (figure) => figure.entity ?? '')]
      .map(([entity, group]) => ({ entity, ...share(group) }))
      .sort((a, b) => b.figures - a.figures),
    byDocument: documents.map((row) => ({
      document: row.id,
      title: row.title,
      ...share(figures.filter((figure) => figure.document === row.id)),
    })),
    byClass: PROVENANCES.flatMap((provenance) => {
      const own = figures.filter((figure) => figure.provenance === provenance);
      return own.length === 0 ? [] : [{ provenance, ...share(own) }];
    }),
    undisclosed: documents.flatMap((row) => undisclosedOf(db, row, figures)),
  };
}

/** A source has no score: its figures are evidence. */
const isOfNote = ({ role }: Counted): boolean => role !== 'source';

function share(figures: readonly Counted[]): {
  figures: number;
  counted: number;
  tied: number;
  byProvenance: Record<Provenance, number>;
} {
  const counted = figures.filter((figure) => figure.counted === 1);
  return {
    figures: figures.length,
    counted: counted.length,
    tied: counted.filter((figure) => figure.tied === 1).length,
    byProvenance: countByProvenance(figures),
  };
}

type FindingCounts = Pick<AuditSummary, 'checks' | 'conflicts' | 'openFindings' | 'resolvedFindings' | 'bySeverity'>;

function countFindings(db: ReadableDb, document: string | undefined): FindingCounts {
  const findings = listFindings(db, { document, includeOk: true });
  const open = findings.filter((finding) => finding.status === 'open');
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0, ok: 0 };
  for (const finding of open) bySeverity[finding.severity] += 1;
  const holding = findings.filter((finding) => finding.severity === 'ok');
  bySeverity.ok = holding.length;
  const computed = findings.filter((finding) => finding.verdict !== null && finding.verdict !== 'not_computable');
  return {
    checks: { hold: computed.filter((finding) => finding.verdict !== 'conflict').length, all: computed.length },
    // What the list behind the number shows.
    conflicts: open.filter((finding) => finding.rule === 'CON01').length,
    openFindings: open.length,
    resolvedFindings: findings.length - open.length - holding.length,
    bySeverity,
  };
}

function bySection(
  db: ReadableDb,
  figures: readonly Counted[],
  documents: readonly DocumentRow[],
): AuditSummary['bySection'] {
  const groups = groupBy(figures, (figure) => `${figure.document ?? ''}/${figure.section ?? 0}`);
  return documents.flatMap((row) =>
    all<SectionRow>(db, 'SELECT * FROM section WHERE document = ? ORDER BY idx', row.id).flatMap((section) => {
      const group = groups.get(`${row.id}/${section.idx}`) ?? [];
      if (group.length === 0) return [];
      return [{ document: row.id, section: section.title, start: section.start_at, ...share(group) }];
    }),
  );
}

function undisclosedOf(db: ReadableDb, row: DocumentRow, figures: readonly Counted[]): AuditSummary['undisclosed'] {
  const items = mergeUndisclosed(parseUndisclosed(row.undisclosed));
  if (items.length === 0) return [];
  const text = readText(db, row.text_sha256);
  const own = figures.filter((figure) => figure.document === row.id);
  return items.map((item) => ({
    label: item.label,
    entity: item.entity,
    document: row.id,
    start: item.start,
    end: item.end,
    figures: figuresOf(item, own, text).map((figure) => figure.id),
  }));
}
