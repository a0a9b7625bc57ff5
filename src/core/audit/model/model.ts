/** What an audit rule may look at and what it says. Rules are pure: the document's model in, findings out. */
import type { DocumentKind, DocumentRole } from '../../document/kinds';
import type { Layout, Span } from '../../document/model';
import type { Citation } from '../../citation/model';
import type { Tiered } from '../../citation/tier';
import type { DecimalString, Figure } from '../../figure/model';
import type { UndisclosedItem } from '../../figure/provenance';
import type { StructureItem } from '../../structure/model';

/** How certain a finding is [V1], gravest first; `ok` is a check that holds. */
export const SEVERITIES = ['error', 'warning', 'info', 'ok'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const VERDICTS = ['tied', 'tied_within_rounding', 'conflict', 'not_computable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A figure as the audit sees it: as the text was read, with what the analyst set laid over it. */
export interface AuditFigure extends Figure {
  readonly id: string;
  /** Sources the analyst linked by hand, as ids of `AuditModel.sources`. */
  readonly linkedSources: readonly string[];
  /** The analyst's own check [W7]. */
  readonly ticked: boolean;
  readonly disputed: boolean;
  /** The analyst's assumption or rationale (inferred figures tie out with one). */
  readonly note: string | null;
}

export interface AuditDocument {
  readonly id: string;
  readonly layout: Layout;
  readonly asOf: string | null;
  readonly entity: string | null;
  readonly kind: DocumentKind;
  /** A source is evidence: claims are compared with it, and it needs no source of its own. */
  readonly role: DocumentRole;
  readonly figures: readonly AuditFigure[];
  readonly citations: readonly (Citation & { readonly sourceId: string })[];
  readonly structure: readonly StructureItem[];
  readonly undisclosed: readonly UndisclosedItem[];
}

export interface AuditModel {
  readonly documents: readonly AuditDocument[];
  /** `document` is the id of the imported document that holds the source's own text, where it is in the notebook. */
  readonly sources: readonly (Tiered & { readonly document?: string | null })[];
}

export interface FigureRef extends Span {
  readonly document: string;
  readonly figure: string;
}

/** What a rule says of figures [W6]; its status is stored apart from it, by `key`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One or two sentences for a person: what was compared, what comes out, what to do. */
  readonly message: string;
  readonly document: string;
  /** The claimed figure first, then its operands. */
  readonly figures: readonly FigureRef[];
  /** Places that are not figures (a heading, a missing disclaimer's document …). */
  readonly spans: readonly (Span & { readonly document: string })[];
  /** As printed and as computed, in the unit of the claim; null where the rule computes nothing. */
  readonly claimed: string | null;
  readonly computed: string | null;
  readonly gap: DecimalString | null;
  /** `181.5 ÷ 177.3 − 1`, operands in the order of `figures` after the claim. */
  readonly expression: string | null;
  readonly verdict: Verdict | null;
  /** Stable under re-runs as long as rule, quotes, readings and places stay the same: carries the status over. */
  readonly key: string;
}

/** A passage and what the rule says of it: documentation and test in one. */
export interface Example {
  readonly text: string;
  /** The gravest thing said; `nothing` where the rule stays silent. */
  readonly says: Severity | 'nothing';
  /** The document's date, where the rule needs one. */
  readonly asOf?: string;
  /** The text of the source that it cites, imported beside it. */
  readonly source?: string;
  /** A field of the thesis items that a person had emptied. */
  readonly emptied?: string;
  /** What a person had set of the figures that print `quote`. */
  readonly set?: readonly (Partial<Pick<AuditFigure, 'provenance' | 'metric' | 'period'>> & {
    readonly quote: string;
  })[];
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What it finds, one sentence for a person. */
  readonly about: string;
  readonly examples: readonly Example[];
  /**
   * What else it looks at besides the document: nothing where absent, the notebook's sources, or all documents. Tells
   * when it must be asked again after an edit elsewhere.
   */
  readonly across?: 'sources' | 'documents';
  /** What it says of one document; the model is for its sources and for the other documents. */
  readonly check: (document: AuditDocument, model: AuditModel) => readonly Finding[];
}

/** What the score is of, as window and exports say it beside the number. */
export const SCORE_COUNTS =
  'The score counts each fact of a note once. It leaves out labels of rows and axes, lengths of time, weights, probabilities and scores, which need no source, and the figures of sources, which are evidence.';

/** Whether a figure ties out [T1], and why or what is missing. */
export interface TieOut {
  readonly tied: boolean;
  readonly reason: string;
}

export interface FigureVerdict extends TieOut {
  readonly figure: string;
  /** In the score [T7]. */
  readonly counted: boolean;
}

export interface AuditResult {
  readonly findings: readonly Finding[];
  /** Of every figure, by document in the order of its figures. */
  readonly verdicts: ReadonlyMap<string, readonly FigureVerdict[]>;
}
