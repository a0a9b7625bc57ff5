/** The audit's derived tables: each run writes only what differs from the last, so that a long notebook stays quick. */
import type { FigureVerdict, Finding } from '../../../core/audit/model/model';
import { all, count, prepared, run, type WritableDb } from '../db/db';
import type { FindingRow } from '../db/rows';

/** A finding with the heading of the section its first figure or span stands in. */
export type PlacedFinding = Finding & { readonly section: string | null };

/** What a run changed in the derived tables. */
export interface Replaced {
  /** Ids of the figures whose verdict is another, or gone. */
  readonly figures: readonly string[];
  /** Whether findings are others. */
  readonly findings: boolean;
}

/** A stored verdict. */
interface VerdictRow {
  readonly figure: string;
  readonly tied: 0 | 1;
  readonly counted: 0 | 1;
  readonly reason: string;
}

/** Writes the outcome of runs. It is the only writer, so that what it wrote last need not be read again. */
export class AuditTables {
  /** As written last, by figure. */
  readonly #verdicts = new Map<string, FigureVerdict>();
  /** The same by document, as they were given: a list that comes again is as it was. */
  #given: ReadonlyMap<string | null, readonly FigureVerdict[]> = new Map();
  #findings: ReadonlyMap<string, Written> = new Map();

  constructor(private readonly db: WritableDb) {}

  /**
   * Brings the derived rows in line with a run, inside the caller's transaction, and says what that changed. `verdicts`
   * are of each document, and under null of the figures that stand in none.
   */
  replace(
    findings: readonly PlacedFinding[],
    verdicts: ReadonlyMap<string | null, readonly FigureVerdict[]>,
  ): Replaced {
    this.#remember();
    return { figures: this.#writeVerdicts(verdicts), findings: this.#writeFindings(findings) };
  }

  /** What was written in a transaction that was rolled back is not there. */
  forget(): void {
    this.#verdicts.clear();
    this.#given = new Map();
    this.#findings = new Map();
  }

  /** Rows go with the figures and documents they belong to: a count tells. */
  #remember(): void {
    const held = (table: string) => count(this.db, `SELECT count(*) FROM ${table}`);
    if (held('figure_audit') !== this.#verdicts.size) {
      this.#verdicts.clear();
      this.#given = new Map();
      for (const { figure, tied, counted, reason } of all<VerdictRow>(this.db, 'SELECT * FROM figure_audit'))
        this.#verdicts.set(figure, { figure, tied: tied === 1, counted: counted === 1, reason });
    }
    if (held('finding') !== this.#findings.size) {
      this.#findings = new Map(
        all<FindingRow>(this.db, 'SELECT * FROM finding').map((row) => [row.key, { row, finding: null }]),
      );
    }
  }

  /** The figures whose verdict is another, or gone. */
  #writeVerdicts(given: ReadonlyMap<string | null, readonly FigureVerdict[]>): readonly string[] {
    const others = [...given].filter(([document, list]) => this.#given.get(document) !== list);
    const changed = others.flatMap(([, list]) => list.filter((verdict) => this.#write(verdict)));
    const gone = this.#gone(given, new Set(others.flatMap(([, list]) => list.map(({ figure }) => figure))));
    for (const figure of gone) {
      this.#verdicts.delete(figure);
      run(this.db, 'DELETE FROM figure_audit WHERE figure = ?', figure);
    }
    this.#given = given;
    return [...changed.map(({ figure }) => figure), ...gone];
  }

  /** True where it is another than before. */
  #write(verdict: FigureVerdict): boolean {
    const { figure, tied, counted, reason } = verdict;
    const old = this.#verdicts.get(figure);
    if (old?.tied === tied && old.counted === counted && old.reason === reason) return false;
    const sql = 'INSERT OR REPLACE INTO figure_audit (figure, tied, counted, reason) VALUES (?, ?, ?, ?)';
    run(this.db, sql, figure, tied ? 1 : 0, counted ? 1 : 0, reason);
    this.#verdicts.set(figure, verdict);
    return true;
  }

  /** Figures with a verdict that nothing gives any more; `anew` are those of the lists that are others than before. */
  #gone(given: ReadonlyMap<string | null, readonly FigureVerdict[]>, anew: ReadonlySet<string>): readonly string[] {
    const before =
      this.#given.size === 0
        ? [...this.#verdicts.keys()]
        : [...this.#given].flatMap(([document, list]) =>
            given.get(document) === list ? [] : list.map(({ figure }) => figure),
          );
    return before.filter((figure) => !anew.has(figure));
  }

  /** True where they are others. Findings of one key are one finding: the first stands. */
  #writeFindings(given: readonly PlacedFinding[]): boolean {
    const findings = [...new Map(given.toReversed().map((finding) => [finding.key, finding])).values()].toReversed();
    const positions = placeInOrder(findings.map(({ key }) => this.#findings.get(key)?.row.position ?? null));
    const left = new Map(this.#findings);
    const written = new Map<string, Written>();
    let changed = false;
    findings.forEach((finding, at) => {
      const position = positions[at] ?? 0;
      const old = left.get(finding.key);
      left.delete(finding.key);
      if (old?.finding === finding && old.row.position === position) {
        written.set(finding.key, old);
        return;
      }
      const row = toRow(finding, position);
      written.set(finding.key, { row, finding });
      if (old !== undefined && COLUMNS.every((column) => old.row[column] === row[column])) return;
      changed = true;
      if (old !== undefined) run(this.db, 'DELETE FROM finding WHERE key = ?', row.key);
      insertFinding(this.db, row, finding);
    });
    for (const key of left.keys()) run(this.db, 'DELETE FROM finding WHERE key = ?', key);
    this.#findings = written;
    return changed || left.size > 0;
  }
}

/** A stored finding, and what it was made from where this connection made it. */
interface Written {
  readonly row: FindingRow;
  readonly finding: PlacedFinding | null;
}

/** Room that is left between two findings, so that one that comes between them moves no other. */
const ROOM = 1024;

/**
 * Rising positions for a list: `known` are those its items have already, null for items that are new. As many as fit
 * stay as they are; where there is no room left between two, all are given out anew.
 */
export function placeInOrder(known: readonly (number | null)[]): readonly number[] {
  const positions: number[] = [];
  let last = -1;
  let waiting = 0;
  const place = (step: number): void => {
    for (let n = 1; n <= waiting; n += 1) positions.push(last + n * step);
    waiting = 0;
  };
  for (const own of known) {
    if (own === null || own <= last) {
      waiting += 1;
      continue;
    }
    const step = Math.floor((own - last) / (waiting + 1));
    if (step < 1) return known.map((_, at) => at * ROOM);
    place(step);
    positions.push(own);
    last = own;
  }
  place(ROOM);
  return positions;
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
