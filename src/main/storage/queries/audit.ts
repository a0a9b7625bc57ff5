/** The audit's derived tables: each run writes only what differs from the last, so that a long notebook stays quick. */
import type { AuditResult, Finding } from '../../../core/audit/model/model';
import { all, count, prepared, run, type WritableDb } from '../db/db';
import type { FindingRow } from '../db/rows';

/** A finding with the heading of the section its first figure or span stands in. */
export type PlacedFinding = Finding & { readonly section: string | null };

export interface LooseVerdict {
  readonly figure: string;
  readonly tied: boolean;
  readonly counted: boolean;
  readonly reason: string;
}

/** What a run changed in the derived tables. */
export interface Replaced {
  /** Ids of the figures whose verdict is another, or gone. */
  readonly figures: readonly string[];
  /** Whether findings are others. */
  readonly findings: boolean;
}

interface Verdict {
  readonly figure: string;
  readonly tied: number;
  /** In the tie-out score. */
  readonly counted: number;
  readonly reason: string;
}

const flag = (ids: ReadonlySet<string>, id: string): number => (ids.has(id) ? 1 : 0);

/** Writes the outcome of runs. It is the only writer, so that what it wrote last need not be read again. */
export class AuditTables {
  #verdicts: ReadonlyMap<string, Verdict> = new Map();
  #findings: ReadonlyMap<string, FindingRow> = new Map();

  constructor(private readonly db: WritableDb) {}

  /** Brings the derived rows in line with a run, inside the caller's transaction, and says what that changed. */
  replace(
    findings: readonly PlacedFinding[],
    result: Pick<AuditResult, 'tied' | 'untied' | 'counted'>,
    loose: readonly LooseVerdict[],
  ): Replaced {
    this.#remember();
    const verdicts = [
      ...[...result.tied].map(([figure, reason]) => ({
        figure,
        tied: 1,
        counted: flag(result.counted, figure),
        reason,
      })),
      ...[...result.untied].map(([figure, reason]) => ({
        figure,
        tied: 0,
        counted: flag(result.counted, figure),
        reason,
      })),
      ...loose.map((one) => ({ ...one, tied: one.tied ? 1 : 0, counted: one.counted ? 1 : 0 })),
    ];
    return { figures: this.#writeVerdicts(verdicts), findings: this.#writeFindings(findings) };
  }

  /** What was written in a transaction that was rolled back is not there. */
  forget(): void {
    this.#verdicts = new Map();
    this.#findings = new Map();
  }

  /** Rows go with the figures and documents they belong to: a count tells. */
  #remember(): void {
    const held = (table: string) => count(this.db, `SELECT count(*) FROM ${table}`);
    if (held('figure_audit') !== this.#verdicts.size) {
      this.#verdicts = new Map(all<Verdict>(this.db, 'SELECT * FROM figure_audit').map((row) => [row.figure, row]));
    }
    if (held('finding') !== this.#findings.size) {
      this.#findings = new Map(all<FindingRow>(this.db, 'SELECT * FROM finding').map((row) => [row.key, row]));
    }
  }

  /** The figures whose verdict is another. */
  #writeVerdicts(verdicts: readonly Verdict[]): readonly string[] {
    const left = new Map(this.#verdicts);
    const write = prepared(
      this.db,
      'INSERT OR REPLACE INTO figure_audit (figure, tied, counted, reason) VALUES (?, ?, ?, ?)',
    );
    const changed: string[] = [];
    for (const { figure, tied, counted, reason } of verdicts) {
      const old = left.get(figure);
      left.delete(figure);
      if (old !== undefined && old.tied === tied && old.counted === counted && old.reason === reason) continue;
      write.run(figure, tied, counted, reason);
      changed.push(figure);
    }
    for (const figure of left.keys()) run(this.db, 'DELETE FROM figure_audit WHERE figure = ?', figure);
    this.#verdicts = new Map(verdicts.map((verdict) => [verdict.figure, verdict]));
    return [...changed, ...left.keys()];
  }

  /** True where they are others. Findings of one key are one finding: the first stands. */
  #writeFindings(findings: readonly PlacedFinding[]): boolean {
    const left = new Map(this.#findings);
    const written = new Map<string, FindingRow>();
    let changed = false;
    findings.forEach((finding, position) => {
      if (written.has(finding.key)) return;
      const row = toRow(finding, position);
      written.set(finding.key, row);
      const old = left.get(finding.key);
      left.delete(finding.key);
      if (old !== undefined && COLUMNS.every((column) => old[column] === row[column])) return;
      changed = true;
      if (old !== undefined) run(this.db, 'DELETE FROM finding WHERE key = ?', row.key);
      insertFinding(this.db, row, finding);
    });
    for (const key of left.keys()) run(this.db, 'DELETE FROM finding WHERE key = ?', key);
    this.#findings = written;
    return changed || left.size > 0;
  }
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

function insertFinding(db: WritableDb, row: FindingRow, finding: PlacedFinding): void {
  run(db, INSERT, ...COLUMNS.map((column) => row[column]));
  const refer = prepared(
    db,
    'INSERT INTO finding_figure (figure, finding, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  finding.figures.forEach((ref, at) => refer.run(ref.figure, finding.key, at));
}
