/** The records of a notebook as SQLite holds them: one type a table, in the order of its columns. JSON stays text here. */
import type { Severity, Verdict } from '../../../core/audit/model/model';
import type { MarkerStyle } from '../../../core/citation/model';
import type { Tier } from '../../../core/citation/tier';
import type { DocumentKind, DocumentRole } from '../../../core/document/kinds';
import type { DocumentFormat } from '../../../core/document/formats';
import type { PlainValues, ReviewState } from '../../../core/figure/fields';
import type { FigureKind, Qualifier, Direction } from '../../../core/figure/model';
import type { Unit } from '../../../core/base/unit';
import type { Assertion, Provenance } from '../../../core/figure/provenance';
import type { StructureType } from '../../../core/structure/model';
import type { HighlightColour, FindingAnswer } from '../../../contract/records';
import type { Via } from '../../../core/base/via';

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;

/** A document [W1]: the text as it was imported, frozen under the hash of its content. */
export type DocumentRow = {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly file_name: string | null;
  readonly format: DocumentFormat;
  readonly parser: string;
  readonly parser_version: number;
  readonly encoding: string;
  readonly bytes: number;
  readonly characters: number;
  readonly original_sha256: string;
  readonly text_sha256: string;
  readonly layout_sha256: string;
  /** `Page[]` as JSON, where the format prints pages. */
  readonly pages_sha256: string | null;
  readonly minhash: string;
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly as_of: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  readonly fiscal_year_end_month: number;
  readonly undisclosed: string;
  readonly problems: string;
  readonly edited: string;
  /** Spans `[start, end]` of figures the analyst removed: a re-extraction does not bring them back. */
  readonly removed: string;
  readonly version: number;
  /** The document this one is a newer version of. */
  readonly replaces: string | null;
  readonly imported_at: string;
  /** Null in a record from before kinds were told apart: a note. */
  readonly kind: DocumentKind | null;
  readonly role: DocumentRole | null;
  /** Why: a sentence. */
  readonly kind_reason: string | null;
  /** The name of its main subject, as read; `entity` may be a ticker. Null in a record from before it was kept. */
  readonly subject: string | null;
};

export type SectionRow = {
  readonly id: string;
  readonly document: string;
  readonly idx: number;
  readonly heading: string;
  readonly title: string;
  readonly numeral: string | null;
  readonly level: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly body_end: number;
  readonly role: string;
  readonly language: string;
};

export type TableDataRow = {
  readonly id: string;
  readonly document: string;
  readonly idx: number;
  readonly section: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly caption: string | null;
  readonly head: string;
  readonly body: string;
};

export type SourceRow = {
  readonly id: string;
  readonly csl: string;
  readonly tier: Tier;
  /** 1 where a person set the tier; null in a record from before it was marked, see `setTierOf`. */
  readonly tier_set: Flag | null;
  /** The imported document that holds this source's own text. */
  readonly document: string | null;
  readonly edited: Flag;
  readonly created_at: string;
};

export type CitationRow = {
  readonly id: string;
  readonly document: string;
  readonly idx: number;
  readonly marker: string;
  readonly style: MarkerStyle;
  readonly start_at: number;
  readonly end_at: number;
  readonly source: string | null;
  readonly locator: string | null;
  readonly scopes: string;
};

/** Its plain fields stand in columns of the same names. */
export type FigureRow = PlainValues & {
  readonly id: string;
  readonly document: string | null;
  /** Order over the whole notebook: documents as imported, figures as printed, those typed by hand last. */
  readonly position: number;
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly section: number | null;
  readonly quote: string;
  readonly value: string;
  readonly scale: number;
  readonly low: string | null;
  readonly high: string | null;
  readonly low_exponent: number;
  readonly high_exponent: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly qualifier: Qualifier;
  readonly approximate: Flag;
  readonly strict: Flag;
  readonly direction: Direction | null;
  readonly kind: FigureKind;
  readonly metric: string | null;
  readonly metric_label: string | null;
  readonly period: string | null;
  readonly per: string | null;
  readonly assertion: Assertion;
  readonly provenance: Provenance;
  readonly inherited_class: Provenance | null;
  readonly cue: string;
  /** What the extraction read besides the columns: `FigureReading` as JSON. */
  readonly reading: string;
  readonly edited: string;
  readonly review: ReviewState;
  readonly reviewed_at: string | null;
  readonly entity_label: string | null;
};

export type CitationFigureRow = {
  readonly id: string;
  readonly figure: string;
  readonly citation: string;
  readonly via: Via;
  readonly position: number;
};

export type LinkRow = {
  readonly id: string;
  readonly figure: string;
  readonly source: string;
  readonly locator: string | null;
  readonly created_at: string;
};

export type AnnotationRow = {
  readonly id: string;
  readonly document: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly body: string;
  readonly colour: HighlightColour;
  readonly tags: string;
  readonly created_at: string;
  readonly updated_at: string;
};

export type StructureRow = {
  readonly id: string;
  readonly type: StructureType;
  readonly document: string | null;
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly quote: string;
  readonly label: string;
  readonly fields: string;
  readonly figures: string;
  readonly rule: string;
  readonly edited: Flag;
  readonly position: number;
};

export type NoteRow = {
  readonly id: string;
  readonly body: string;
  readonly figure: string | null;
  readonly document: string | null;
  readonly created_at: string;
  readonly updated_at: string;
};

export type ReportRow = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly words: number;
  readonly figures: string;
  readonly sources: string;
  readonly created_at: string;
  readonly updated_at: string;
};

export type SavedViewRow = {
  readonly id: string;
  readonly place: string;
  readonly name: string;
  readonly state: string;
};

export type FindingStatusRow = {
  /** The finding's key. */
  readonly id: string;
  /** With `figure` (the claimed one's id), by which a finding on changed evidence is known again. */
  readonly rule: string;
  readonly figure: string | null;
  readonly status: FindingAnswer;
  readonly reason: string;
  readonly at: string;
};

/** A rule that is switched off in this notebook. */
export type RuleOffRow = {
  /** The rule's id. */
  readonly id: string;
  readonly reason: string;
  readonly at: string;
};

/** Derived: written by the audit only, never part of a changeset. */
export type FindingRow = {
  readonly key: string;
  readonly position: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly document: string;
  readonly section: string | null;
  readonly figures: string;
  readonly spans: string;
  readonly claimed: string | null;
  readonly computed: string | null;
  readonly gap: string | null;
  readonly expression: string | null;
  readonly verdict: Verdict | null;
};

/** Tables whose rows are records: every change of them goes through a `Recorder` and can be undone. */
export interface RecordTables {
  readonly document: DocumentRow;
  readonly section: SectionRow;
  readonly table_data: TableDataRow;
  readonly source: SourceRow;
  readonly citation: CitationRow;
  readonly figure: FigureRow;
  readonly citation_figure: CitationFigureRow;
  readonly link: LinkRow;
  readonly annotation: AnnotationRow;
  readonly structure_item: StructureRow;
  readonly note: NoteRow;
  readonly report: ReportRow;
  readonly saved_view: SavedViewRow;
  readonly finding_status: FindingStatusRow;
  readonly rule_off: RuleOffRow;
}
export type RecordTable = keyof RecordTables;

export const RECORD_TABLES = [
  'document',
  'section',
  'table_data',
  'source',
  'citation',
  'figure',
  'citation_figure',
  'link',
  'annotation',
  'structure_item',
  'note',
  'report',
  'saved_view',
  'finding_status',
  'rule_off',
] as const satisfies readonly RecordTable[];

/** True for the tables whose rows the change log keeps; false for SQLite's own, derived and unknown ones. */
export const isRecordTable = (name: string): name is RecordTable => RECORD_TABLES.some((table) => table === name);

/** A figure that stands in a document: only these have a place that a rule can point at. */
export type PlacedRow = FigureRow & { readonly document: string; readonly start_at: number; readonly end_at: number };

/**
 * True for a figure read from a document, which has its id and offsets; false for one that a table or a person gave.
 */
export const isPlaced = (row: FigureRow): row is PlacedRow =>
  row.document !== null && row.start_at !== null && row.end_at !== null;
