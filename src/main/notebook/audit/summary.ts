/** The audit in numbers: score, classes, coverage by section, entity and document, the undisclosed register. */
import type { Severity } from '../../../core/audit/model/model';
import { PROVENANCES } from '../../../core/figure/provenance';
import type { AuditSummary } from '../../../contract/records';
import type { DocumentRow, FindingRow } from '../../storage/db/rows';
import { all, count, type ReadableDb } from '../../storage/db/db';
import { OPEN_FINDINGS } from '../../storage/queries/score-history';
import { newestDocuments } from '../../storage/queries/versions';
import { type DocumentSums, sumBy } from './document-sums';
import { sumShares } from './shares';

/** Percent rounded down to a tenth: never 100 while one figure is open. Null where none is counted. */
export function score(tied: number, figures: number): number | null {
  if (figures === 0) return null;
  return Math.floor((1000 * tied) / figures) / 10;
}

export const openFindings = (db: ReadableDb, document?: string): number =>
  document === undefined ? count(db, OPEN_FINDINGS) : count(db, `${OPEN_FINDINGS} AND f.document = ?`, document);

/** Numbers of the whole notebook, or of one document. */
export function summarise(db: ReadableDb, sums: DocumentSums, document?: string): AuditSummary {
  const rows =
    document === undefined
      ? newestDocuments(db)
      : all<DocumentRow>(db, 'SELECT * FROM document WHERE id = ?', document);
  const documents = rows.map((row) => ({ row, sum: sums.of(row.id) }));
  const parts = [...documents.map(({ sum }) => sum), ...(document === undefined ? [sums.of(null)] : [])];
  const whole = sumShares(parts.map((part) => part.share));
  const byClass = sumBy(parts.map((part) => part.byClass));
  return {
    score: score(whole.tied, whole.counted),
    ...whole,
    withoutCitation: parts.reduce((sum, part) => sum + part.withoutCitation, 0),
    ...countFindings(db, document),
    bySection: documents.flatMap(({ sum }) => sum.bySection),
    byEntity: [...sumBy(parts.map((part) => part.byEntity))]
      .map(([entity, share]) => ({ entity, ...share }))
      .sort((a, b) => b.figures - a.figures),
    byDocument: documents.map(({ row, sum }) => ({ document: row.id, title: row.title, ...sum.share })),
    byClass: PROVENANCES.flatMap((provenance) => {
      const share = byClass.get(provenance);
      return share === undefined ? [] : [{ provenance, ...share }];
    }),
    undisclosed: documents.flatMap(({ sum }) => sum.undisclosed),
  };
}

type FindingCounts = Pick<AuditSummary, 'checks' | 'conflicts' | 'openFindings' | 'resolvedFindings' | 'bySeverity'>;

interface Tally {
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: FindingRow['verdict'];
  readonly answered: 0 | 1;
  readonly n: number;
}

const TALLY = `SELECT f.rule, f.severity, f.verdict, s.id IS NOT NULL AS answered, count(*) AS n
  FROM finding f LEFT JOIN finding_status s ON s.id = f.key`;
const GROUPS = 'GROUP BY f.rule, f.severity, f.verdict, answered';

function countFindings(db: ReadableDb, document: string | undefined): FindingCounts {
  const tallies =
    document === undefined
      ? all<Tally>(db, `${TALLY} ${GROUPS}`)
      : all<Tally>(db, `${TALLY} WHERE f.document = ? ${GROUPS}`, document);
  const counted = (which: (tally: Tally) => boolean): number =>
    tallies.reduce((sum, tally) => (which(tally) ? sum + tally.n : sum), 0);
  const isOpen = (tally: Tally): boolean => tally.severity !== 'ok' && tally.answered === 0;
  const of = (severity: Severity): number => counted((tally) => isOpen(tally) && tally.severity === severity);
  const isComputed = ({ verdict }: Tally): boolean => verdict !== null && verdict !== 'not_computable';
  return {
    checks: { hold: counted((tally) => isComputed(tally) && tally.verdict !== 'conflict'), all: counted(isComputed) },
    // What the list behind the number shows.
    conflicts: counted((tally) => isOpen(tally) && tally.rule === 'CON01'),
    openFindings: counted(isOpen),
    resolvedFindings: counted((tally) => tally.severity !== 'ok' && tally.answered === 1),
    bySeverity: {
      error: of('error'),
      warning: of('warning'),
      info: of('info'),
      ok: counted((tally) => tally.severity === 'ok'),
    },
  };
}
