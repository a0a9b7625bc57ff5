/**
 * Keeps findings and tie-out in step with the records. They are derived: rebuilt after the commands that touch what
 * they rest on, outside the acknowledged transaction, and at opening when the last run is behind.
 */
import { TieoutError } from '../../../contract/errors';
import { Auditor } from '../../../core/audit/auditor';
import type { AuditModel, Finding } from '../../../core/audit/model/model';
import { isEvidence } from '../../../core/audit/evidence/needs-source';
import { all, count, type WritableDb } from '../../storage/db/db';
import { AuditTables, type LooseVerdict, type PlacedFinding } from '../../storage/queries/audit';
import { revision, touchedSince } from '../../storage/queries/changes';
import { readMeta, writeMeta } from '../../storage/queries/meta';
import { recordScore } from '../../storage/queries/score-history';
import type { FigureRow, RecordTable, RuleOffRow } from '../../storage/db/rows';
import type { Patience } from '../../storage/patience';
import { AuditedDocuments } from './audited-documents';
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
      .map((finding): PlacedFinding => ({ ...finding, section: headings(finding) }));
    const loose = this.#loose();
    const changed = this.#tables.replace(findings, result, loose);
    const tied = [...result.counted].filter((id) => result.tied.has(id)).length;
    const own = loose.filter((one) => one.counted);
    const figures = result.counted.size + own.length;
    recordScore(this.db, this.now(), figures, tied + own.filter((one) => one.tied).length);
    writeMeta(this.db, 'audit_revision', String(revision(this.db)));
    return changed;
  }

  /** Figures typed by hand stand in no document; they tie out by tick, link or rationale alone. */
  #loose(): readonly LooseVerdict[] {
    const rows = all<FigureRow & { readonly links: number }>(
      this.db,
      `SELECT f.*, (SELECT count(*) FROM link l WHERE l.figure = f.id) AS links FROM figure f WHERE f.document IS NULL`,
    );
    return rows.map((row) => ({
      figure: row.id,
      counted: isEvidence({ unit: row.unit, metric: row.metric, cell: null }),
      ...tieOutLoose(row, row.links),
    }));
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const isOver = (error: unknown): boolean =>
  error instanceof TieoutError && (error.code === 'E_CANCELLED' || error.code === 'E_DEADLINE');

/** Whether a figure that stands in no document ties out, and why. */
function tieOutLoose(row: FigureRow, links: number): { readonly tied: boolean; readonly reason: string } {
  if (row.review === 'ticked') return { tied: true, reason: 'Ticked by the analyst.' };
  if (row.provenance === 'unclassified') return { tied: false, reason: 'Nobody is known to vouch for it.' };
  if (row.provenance === 'inferred') {
    return row.note === ''
      ? { tied: false, reason: 'Inferred without a stated assumption or rationale.' }
      : { tied: true, reason: 'Labelled as inference, with its rationale.' };
  }
  if (row.provenance === 'derived') return { tied: false, reason: 'Its operands were not found.' };
  return links > 0
    ? { tied: true, reason: 'Linked to a source by the analyst.' }
    : { tied: false, reason: 'No source is linked to it.' };
}

function headingFinder(model: AuditModel): (finding: Finding) => string | null {
  const layouts = new Map(model.documents.map((document) => [document.id, document.layout]));
  return (finding) => {
    const place = finding.figures[0] ?? finding.spans[0];
    const sections = layouts.get(finding.document)?.sections ?? [];
    if (place === undefined) return null;
    return sections.findLast((section) => section.start <= place.start)?.title || null;
  };
}
