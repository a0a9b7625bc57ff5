/**
 * Keeps findings and tie-out in step with the records. They are derived: rebuilt after the commands that touch what
 * they rest on, outside the acknowledged transaction, and at opening when the last run is behind.
 */
import { TieoutError } from '../../../contract/errors';
import { Auditor } from '../../../core/audit/auditor';
import type { AuditModel, FigureVerdict, Finding } from '../../../core/audit/model/model';
import { all, count, type ReadableDb, type WritableDb } from '../../storage/db/db';
import { figuresById } from '../../storage/queries/figures';
import { AuditTables, type PlacedFinding } from '../../storage/queries/audit';
import { revision, touchedSince } from '../../storage/queries/changes';
import { readMeta, writeMeta } from '../../storage/queries/meta';
import { recordScore } from '../../storage/queries/score-history';
import type { RecordTable, RuleOffRow } from '../../storage/db/rows';
import type { Patience } from '../../storage/patience';
import { AuditedDocuments } from './audited-documents';
import { looseVerdicts } from './loose-figures';
import { noteRun } from './runs';
import type { Documents } from '../stored/document-cache';

/** Waits for a pause in the editing; after a slow run a longer one, so that audits never crowd out edits. */
const SHORTEST_PAUSE_MS = 40;
const PAUSE_PER_RUN = 2;
/** What somebody who asks for findings, or opens or closes a notebook, may wait for a run. */
const A_MOMENT_MS = 500;
const MS_PER_FIGURE = 0.5;

/** Tables on which findings and tie-out rest. */
export const AUDITED: readonly RecordTable[] = [
  'document',
  'section',
  'table_data',
  'source',
  'citation',
  'figure',
  'citation_figure',
  'link',
  'structure_item',
  'rule_off',
];

export interface AuditingEvents {
  /** Findings or tie-out came out new. */
  readonly rebuilt: () => void;
  /** A run stopped at something unexpected; it is tried again at the next change. */
  readonly failed: (reason: unknown) => void;
}

export class Auditing {
  /** Remembers what it found in documents that an edit leaves alone. */
  readonly #auditor = new Auditor();
  readonly #model: AuditedDocuments;
  readonly #tables: AuditTables;
  readonly #placedFindings = new WeakMap<Finding, PlacedFinding>();
  #timer: NodeJS.Timeout | null = null;
  #dirty = false;
  /** A run was stopped or took too long: what is behind waits for the next change, or for who asks for a run. */
  #waits = false;
  #lastRunMs = 0;
  /** Counts runs: with the revision it names one state of everything a grid can show. */
  #generation = 0;

  constructor(
    private readonly db: WritableDb,
    documents: Documents,
    private readonly readOnly: boolean,
    private readonly now: () => string,
    private readonly patience: Patience,
    private readonly tell: AuditingEvents,
  ) {
    this.#model = new AuditedDocuments(db, documents);
    this.#tables = new AuditTables(db);
    const audited = readMeta(db, 'audit_revision');
    this.#dirty = audited === null ? revision(db) > 0 : touchedSince(db, Number(audited), AUDITED);
  }

  get isBehind(): boolean {
    return this.#dirty;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Another connection may have rebuilt what is derived. */
  noteRebuilt(): void {
    this.#generation += 1;
  }

  /** Asks for a run after a short pause. */
  schedule(): void {
    this.#dirty = true;
    this.#waits = false;
    this.runSoon();
  }

  /** A run after a short pause though nothing is known to be behind: the rules may be newer than the findings. */
  runSoon(): void {
    if (this.readOnly || this.#waits || this.#timer !== null) return;
    const pause = Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_RUN * this.#lastRunMs);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#dirty = true;
      this.settle();
    }, pause);
  }

  /** Runs now what is due where that takes a moment; a long run is left to the next pause in the editing. */
  settleIfQuick(): void {
    if (!this.#dirty || this.#waits || this.readOnly) return;
    if (this.#expectedMs() <= A_MOMENT_MS) this.settle();
    else this.runSoon();
  }

  /** Runs now what is due, so that what is derived is true of the present records. */
  settle(): void {
    if (!this.#dirty || this.readOnly) return;
    try {
      this.run();
    } catch (error) {
      if (isOver(error)) return;
      // A rule that fails on some text must not keep its notebook from being opened and edited: the next change, or the
      // next opening, tries again.
      this.#dirty = false;
      this.tell.failed(error);
    }
  }

  /**
   * Rebuilds findings and tie-out from the records, and tells of it when something came out new. Throws `E_CANCELLED` and
   * `E_DEADLINE` with what is derived as it was.
   */
  run(): void {
    const began = performance.now();
    this.#cancelTimer();
    const changed = this.#inTransaction(began);
    this.#dirty = false;
    this.#waits = false;
    if (!changed) return;
    this.#generation += 1;
    this.tell.rebuilt();
  }

  stop(): void {
    this.#cancelTimer();
  }

  /** As long as the last run; before the first, by the number of figures. */
  #expectedMs(): number {
    return this.#lastRunMs > 0 ? this.#lastRunMs : count(this.db, 'SELECT count(*) FROM figure') * MS_PER_FIGURE;
  }

  #inTransaction(began: number): boolean {
    try {
      return this.patience.within('audit', () => this.db.transaction(() => this.#rebuild()).immediate());
    } catch (error) {
      this.#tables.forget();
      this.#dirty = true;
      this.#waits = isOver(error);
      throw error;
    } finally {
      this.#lastRunMs = performance.now() - began;
    }
  }

  #rebuild(): boolean {
    const model = this.#model.read(() => this.patience.step());
    const result = this.#auditor.run(model, this.patience);
    const headings = headingFinder(model);
    const off = new Set(all<RuleOffRow>(this.db, 'SELECT * FROM rule_off').map((row) => row.id));
    const findings = result.findings
      .filter((finding) => !off.has(finding.rule))
      .map((finding): PlacedFinding => this.#placed(finding, headings));
    const verdicts = new Map<string | null, readonly FigureVerdict[]>([
      ...result.verdicts,
      [null, looseVerdicts(this.db)],
    ]);
    const replaced = this.#tables.replace(findings, verdicts);
    if (replaced.figures.length > 0) noteRun(this.db, documentsOf(this.db, replaced.figures));
    recordScore(this.db, this.now(), ...scored(verdicts.values()));
    writeMeta(this.db, 'audit_revision', String(revision(this.db)));
    return replaced.figures.length > 0 || replaced.findings;
  }

  /** A finding that is found again is the same object, so that storage can tell it by that. */
  #placed(finding: Finding, headings: (finding: Finding) => string | null): PlacedFinding {
    const known = this.#placedFindings.get(finding);
    if (known !== undefined) return known;
    const placed = { ...finding, section: headings(finding) };
    this.#placedFindings.set(finding, placed);
    return placed;
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** How many figures the score counts, and how many of them tie out. */
function scored(lists: Iterable<readonly FigureVerdict[]>): readonly [figures: number, tied: number] {
  let [figures, tied] = [0, 0];
  for (const list of lists) {
    for (const verdict of list) {
      if (!verdict.counted) continue;
      figures += 1;
      if (verdict.tied) tied += 1;
    }
  }
  return [figures, tied];
}

/** Verdicts of more figures than this are of all documents. */
const MOST_FIGURES = 500;

/** The documents in which these figures stand; null where they are too many to ask. */
function documentsOf(db: ReadableDb, figures: readonly string[]): ReadonlySet<string | null> | null {
  if (figures.length > MOST_FIGURES) return null;
  return new Set(figuresById(db, figures).map((row) => row.document));
}

const isOver = (error: unknown): boolean =>
  error instanceof TieoutError && (error.code === 'E_CANCELLED' || error.code === 'E_DEADLINE');

function headingFinder(model: AuditModel): (finding: Finding) => string | null {
  const layouts = new Map(model.documents.map((document) => [document.id, document.layout]));
  return (finding) => {
    const place = finding.figures[0] ?? finding.spans[0];
    const sections = layouts.get(finding.document)?.sections ?? [];
    if (place === undefined) return null;
    return sections.findLast((section) => section.start <= place.start)?.title || null;
  };
}
