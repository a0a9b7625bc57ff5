/** The audit's derived tables: written as a whole by each run, read by every view. */
import type { AuditResult, Finding } from '../../../core/audit/model';
import { prepared, type WritableDb } from '../db';

/** A finding with the heading of the section its first figure or span stands in. */
export type PlacedFinding = Finding & { readonly section: string | null };

export interface LooseVerdict {
  readonly figure: string;
  readonly tied: boolean;
  readonly reason: string;
}

/** Replaces all derived rows; call it inside a transaction. */
export function replaceAudit(
  db: WritableDb,
  findings: readonly PlacedFinding[],
  result: Pick<AuditResult, 'tied' | 'untied'>,
  loose: readonly LooseVerdict[],
): void {
  db.exec('DELETE FROM finding_figure; DELETE FROM finding; DELETE FROM figure_audit;');
  const verdict = prepared(db, 'INSERT OR REPLACE INTO figure_audit (figure, tied, reason) VALUES (?, ?, ?)');
  for (const [figure, reason] of result.untied) verdict.run(figure, 0, reason);
  for (const [figure, reason] of result.tied) verdict.run(figure, 1, reason);
  for (const one of loose) verdict.run(one.figure, one.tied ? 1 : 0, one.reason);
  findings.forEach((finding, position) => insertFinding(db, finding, position));
}

function insertFinding(db: WritableDb, finding: PlacedFinding, position: number): void {
  const { changes } = prepared(
    db,
    `INSERT INTO finding (key, position, rule, severity, message, document, section, figures, spans, claimed, computed,
      gap, expression, verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(
    finding.key,
    position,
    finding.rule,
    finding.severity,
    finding.message,
    finding.document,
    finding.section,
    JSON.stringify(finding.figures),
    JSON.stringify(finding.spans),
    finding.claimed,
    finding.computed,
    finding.gap,
    finding.expression,
    finding.verdict,
  );
  if (changes === 0) return;
  const refer = prepared(
    db,
    'INSERT INTO finding_figure (figure, finding, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  finding.figures.forEach((ref, at) => refer.run(ref.figure, finding.key, at));
}
