/** The audit's derived tables: each run writes only what differs from the last, so that a long notebook stays quick. */
import type { AuditResult, Finding } from '../../../core/audit/model';
import { all, prepared, run, type WritableDb } from '../db';
import type { FindingRow } from '../rows';

/** A finding with the heading of the section its first figure or span stands in. */
export type PlacedFinding = Finding & { readonly section: string | null };

export interface LooseVerdict {
  readonly figure: string;
  readonly tied: boolean;
  readonly reason: string;
}

/** Brings the derived rows in line with a run, inside the caller's transaction; true when something changed. */
export function replaceAudit(
  db: WritableDb,
  findings: readonly PlacedFinding[],
  result: Pick<AuditResult, 'tied' | 'untied'>,
  loose: readonly LooseVerdict[],
): boolean {
  const verdicts = [
    ...[...result.tied].map(([figure, reason]) => ({ figure, tied: 1, reason })),
    ...[...result.untied].map(([figure, reason]) => ({ figure, tied: 0, reason })),
    ...loose.map(({ figure, tied, reason }) => ({ figure, tied: tied ? 1 : 0, reason })),
  ];
  const changedVerdicts = writeVerdicts(db, verdicts);
  const changedFindings = writeFindings(db, findings);
  return changedVerdicts || changedFindings;
}

interface Verdict {
  readonly figure: string;
  readonly tied: number;
  readonly reason: string;
}

function writeVerdicts(db: WritableDb, verdicts: readonly Verdict[]): boolean {
  const left = new Map(all<Verdict>(db, 'SELECT * FROM figure_audit').map((row) => [row.figure, row]));
  const write = prepared(db, 'INSERT OR REPLACE INTO figure_audit (figure, tied, reason) VALUES (?, ?, ?)');
  let changed = false;
  for (const { figure, tied, reason } of verdicts) {
    const old = left.get(figure);
    left.delete(figure);
    if (old !== undefined && old.tied === tied && old.reason === reason) continue;
    write.run(figure, tied, reason);
    changed = true;
  }
  for (const figure of left.keys()) run(db, 'DELETE FROM figure_audit WHERE figure = ?', figure);
  return changed || left.size > 0;
}

function toRow(finding: PlacedFinding, position: number): FindingRow {
  return {
    key: finding.key,
    position,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    document: finding.document,
    section: finding.section,
    figures: JSON.stringify(finding.figures),
    spans: JSON.stringify(finding.spans),
    claimed: finding.claimed,
    computed: finding.computed,
    gap: finding.gap,
    expression: finding.expression,
    verdict: finding.verdict,
  };
}

const COLUMNS = [
  'key',
  'position',
  'rule',
  'severity',
  'message',
  'document',
  'section',
  'figures',
  'spans',
  'claimed',
  'computed',
  'gap',
  'expression',
  'verdict',
] as const satisfies readonly (keyof FindingRow)[];

const INSERT = `INSERT INTO finding (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;

/** Findings of one key are one finding: the first stands. */
function writeFindings(db: WritableDb, findings: readonly PlacedFinding[]): boolean {
  const left = new Map(all<FindingRow>(db, 'SELECT * FROM finding').map((row) => [row.key, row]));
  const written = new Set<string>();
  let changed = false;
  findings.forEach((finding, position) => {
    if (written.has(finding.key)) return;
    written.add(finding.key);
    const row = toRow(finding, position);
    const old = left.get(finding.key);
    left.delete(finding.key);
    if (old !== undefined && COLUMNS.every((column) => old[column] === row[column])) return;
    changed = true;
    if (old !== undefined) run(db, 'DELETE FROM finding WHERE key = ?', row.key);
    insertFinding(db, row, finding);
  });
  for (const key of left.keys()) run(db, 'DELETE FROM finding WHERE key = ?', key);
  return changed || left.size > 0;
}

function insertFinding(db: WritableDb, row: FindingRow, finding: PlacedFinding): void {
  run(db, INSERT, ...COLUMNS.map((column) => row[column]));
  const refer = prepared(
    db,
    'INSERT INTO finding_figure (figure, finding, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  finding.figures.forEach((ref, at) => refer.run(ref.figure, finding.key, at));
}
