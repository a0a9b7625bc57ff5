/** What a notebook's records look like on the wire, as zod schemas; their types are inferred, never written twice. */
import { z } from 'zod';
import { SEVERITIES, VERDICTS } from '../core/audit/model';
import { type CslField, tooLong } from '../core/citation/fields';
import { TIERS } from '../core/citation/tier';
import { DOCUMENT_KINDS, DOCUMENT_ROLES } from '../core/document/kinds';
import { DOCUMENT_FORMATS } from '../core/document/formats';
import { SET_ASIDE } from '../core/document/model';
import { FIELD_NAMES, fieldOf, REVIEW_STATES } from '../core/figure/fields';
import type { FigureEdit, FigureField, FigureValues } from '../core/figure/fields';
import { FIGURE_KINDS, QUALIFIERS, UNITS } from '../core/figure/model';
import { ASSERTIONS, PROVENANCES } from '../core/provenance/model';
import { STRUCTURE_TYPES } from '../core/structure/model';
import { tablePlanBody } from './table-plan';

/** Ids are opaque strings made by the notebook (`d_…`, `f_…`, `s_…`): unique in the file, never reused. */
export const id = z.string().min(1).max(64);
export const offset = z.int().min(0);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const span = z.object({ start: offset, end: offset });

export const cue = z.object({ rule: z.string(), text: z.string(), start: offset, end: offset, reason: z.string() });

export const review = z.enum(REVIEW_STATES);

/** The fields that a person can set, as `core/figure/fields.ts` says them. */
const figureValues = {
  metric: z.string().nullable(),
  entity: z.string().nullable(),
  period: z.string().nullable(),
  value: z.string(),
  scale: z.int().min(0).max(15),
  unit: z.enum(UNITS),
  currency: z.string().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  basis: z.string().nullable(),
  assertion: z.enum(ASSERTIONS),
  provenance: z.enum(PROVENANCES),
  review,
  note: z.string(),
} satisfies { readonly [F in FigureField]: z.ZodType<FigureValues[F]> };

/** A figure's place in a document; null for a figure typed by hand or imported from a table. */
export const figurePlace = z.object({ document: id, start: offset, end: offset, section: z.int().nullable() });

export const figureRecord = z.object({
  id,
  place: figurePlace.nullable(),
  /** The words of the document, or what was typed. */
  quote: z.string(),
  /** `value` with `scale` and `unit` gives low and high. */
  ...figureValues,
  low: decimal.nullable(),
  high: decimal.nullable(),
  qualifier: z.enum(QUALIFIERS),
  approximate: z.boolean(),
  kind: z.enum(FIGURE_KINDS),
  metricLabel: z.string().nullable(),
  /** The text's own words for what it is of; there also where `entity` is null. */
  entityLabel: z.string().nullable(),
  per: z.string().nullable(),
  inheritedClass: z.enum(PROVENANCES).nullable(),
  cue,
  /** Fields the analyst set by hand; a re-run of the extraction never overwrites them. */
  edited: z.array(z.string()),
  citations: z.array(
    z.object({
      id,
      marker: z.string(),
      source: id.nullable(),
      via: z.enum(['clause', 'lead-in', 'analyst']),
      locator: z.string().nullable(),
    }),
  ),
  tiedOut: z.boolean(),
  /** The tie-out score counts it: of a note, in need of a source, and the one that stands for its fact. */
  counted: z.boolean(),
  /** Why it ties out, or what is missing. */
  tieOutReason: z.string(),
  reviewedAt: z.string().nullable(),
  /** Open findings at each level, for a mark in the grid. */
  findings: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
});
export type FigureRecord = z.infer<typeof figureRecord>;

/** What an analyst can set on a figure; the rest is read, decided or computed. */
export const figureEdit = z
  .object(figureValues)
  .partial()
  .superRefine((set, context) => {
    for (const name of FIELD_NAMES) {
      const [value, longest] = [set[name], fieldOf(name).longest];
      if (typeof value !== 'string' || longest === undefined || value.length <= longest) continue;
      context.addIssue({ code: 'custom', path: [name], message: `at most ${longest} characters` });
    }
  });
export type { FigureEdit };

export const documentSummary = z.object({
  id,
  title: z.string(),
  fileName: z.string().nullable(),
  format: z.enum(DOCUMENT_FORMATS),
  asOf: z.string().nullable(),
  entity: z.string().nullable(),
  kind: z.enum(DOCUMENT_KINDS),
  role: z.enum(DOCUMENT_ROLES),
  /** Why it is of that kind: the words or the form that decided, or that a person set it. */
  kindReason: z.string(),
  fiscalYearEndMonth: z.int().min(1).max(12),
  importedAt: z.string(),
  sha256: z.string(),
  characters: z.int(),
  figures: z.int(),
  /** Figures that the tie-out score counts, and those of them that tie out. */
  counted: z.int(),
  tied: z.int(),
  citations: z.int(),
  openFindings: z.int(),
  version: z.int(),
  /** The newer version that has taken its place: it is counted and audited no more. */
  supersededBy: id.nullable(),
});
/** A printed page: its span of the text, and its size in points. */
export const documentPage = z.object({
  number: z.int().min(1),
  label: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  start: offset,
  end: offset,
});
export type DocumentPage = z.infer<typeof documentPage>;

export type DocumentSummary = z.infer<typeof documentSummary>;

export const sectionRecord = z.object({
  id,
  index: z.int(),
  heading: z.string(),
  title: z.string(),
  numeral: z.string().nullable(),
  level: z.int(),
  start: offset,
  end: offset,
  bodyEnd: offset,
  role: z.string(),
  language: z.string(),
});
export const citationRecord = z.object({
  id,
  marker: z.string(),
  style: z.string(),
  start: offset,
  end: offset,
  source: id.nullable(),
  locator: z.string().nullable(),
});
export const annotationRecord = z.object({
  id,
  document: id,
  start: offset,
  end: offset,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  body: z.string(),
  colour: z.enum(['yellow', 'green', 'blue', 'red']),
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type AnnotationRecord = z.infer<typeof annotationRecord>;

/** A block of the Reader: what to draw, in order. Spans are into the document's text. */
export const readerBlock = z.object({
  kind: z.enum([
    'heading',
    'paragraph',
    'list-item',
    'table',
    'caption',
    'lead-in',
    'quote',
    'note',
    'reference',
    'code',
  ]),
  start: offset,
  end: offset,
  contentStart: offset,
  level: z.int(),
  ordered: z.boolean(),
  section: z.int(),
  /** Only for tables. */
  rows: z.array(z.object({ header: z.boolean(), cells: z.array(span) })),
});
export type ReaderBlock = z.infer<typeof readerBlock>;

/** A document as the Reader shows it. */
export const readerDocument = z.object({
  summary: documentSummary,
  text: z.string(),
  blocks: z.array(readerBlock),
  sections: z.array(sectionRecord),
  /** Stretches of `text` that are markup and not drawn, and links, emphasis. */
  marks: z.array(z.object({ kind: z.string(), start: offset, end: offset, href: z.string().optional() })),
  figures: z.array(figureRecord),
  citations: z.array(citationRecord),
  annotations: z.array(annotationRecord),
});
export type ReaderDocument = z.infer<typeof readerDocument>;

/** CSL-JSON, checked where the product reads it and kept as it came elsewhere; no member is longer than its field. */
const cslMembers = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  note: z.string().optional(),
} satisfies { readonly [F in CslField]?: z.ZodType });
const refuseLong = (csl: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
  const long = tooLong(csl);
  if (long) context.addIssue({ code: 'custom', path: [long.field], message: `at most ${long.longest} characters` });
};
export const cslItem = cslMembers.superRefine(refuseLong);
/** What of an item is set; the rest stays. */
export const cslEdit = cslMembers.partial().superRefine(refuseLong);

export { TIERS };
export const sourceRecord = z.object({
  id,
  csl: cslMembers,
  tier: z.enum(TIERS),
  figures: z.int(),
  citations: z.int(),
  markers: z.array(z.string()),
  document: id.nullable(),
  formatted: z.string(),
});
export type SourceRecord = z.infer<typeof sourceRecord>;

export const FINDING_STATUS = ['open', 'accepted', 'dismissed', 'explained', 'holds'] as const;
export const figureRef = z.object({ document: id, figure: id, start: offset, end: offset });
export const findingRecord = z.object({
  key: z.string(),
  rule: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  document: id,
  section: z.string().nullable(),
  figures: z.array(figureRef),
  spans: z.array(span.extend({ document: id })),
  claimed: z.string().nullable(),
  computed: z.string().nullable(),
  gap: z.string().nullable(),
  expression: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  status: z.enum(FINDING_STATUS),
  reason: z.string(),
  statusAt: z.string().nullable(),
  /** What the analyst had answered before the evidence changed; null where nothing, or where it stands answered. */
  reopened: z
    .object({ status: z.enum(['accepted', 'dismissed', 'explained']), reason: z.string(), at: z.string() })
    .nullable(),
});
export type FindingRecord = z.infer<typeof findingRecord>;

export const ruleRecord = z.object({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  title: z.string(),
  /** What it finds, one sentence. */
  about: z.string(),
  /** Findings it has now, answered or not. */
  findings: z.int(),
  /** Why and since when it is switched off in this notebook; null where it is on. */
  off: z.object({ reason: z.string(), at: z.string() }).nullable(),
});
export type RuleRecord = z.infer<typeof ruleRecord>;

/** `figures` are those that the score counted. */
export const scorePoint = z.object({ at: z.string(), figures: z.int(), tied: z.int(), openFindings: z.int() });
export type ScorePoint = z.infer<typeof scorePoint>;

export const structureRecord = z.object({
  id,
  type: z.enum(STRUCTURE_TYPES),
  document: id.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  quote: z.string(),
  label: z.string(),
  fields: z.record(z.string(), z.string().nullable()),
  figures: z.array(id),
  edited: z.boolean(),
  position: z.int(),
});
export type StructureRecord = z.infer<typeof structureRecord>;

/** A report's body is the editor's document (ProseMirror JSON); live figures and citations are nodes that hold ids. */
export const reportRecord = z.object({
  id,
  title: z.string(),
  body: z.unknown(),
  language: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  words: z.int(),
  figures: z.array(id),
  sources: z.array(id),
});
export type ReportRecord = z.infer<typeof reportRecord>;

/** What a person should know before a report is published. */
export const reportCheck = z.object({
  /** Mentions of live figures that are no longer in the notebook. */
  missing: z.int(),
  unclassified: z.int(),
  /** Open errors of the audit about its figures. */
  errors: z.int(),
  /** Numbers that are no live figures, each with the figures that read the same. */
  typed: z.array(
    z.object({
      quote: z.string(),
      /** Index among text blocks, and places in it: a letter or an inline atom is one. */
      block: z.int(),
      from: z.int(),
      to: z.int(),
      context: z.string(),
      cited: z.boolean(),
      offers: z.array(figureRecord),
    }),
  ),
});
export type ReportCheck = z.infer<typeof reportCheck>;

export const noteRecord = z.object({
  id,
  body: z.string(),
  figure: id.nullable(),
  document: id.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const viewRecord = z.object({ id, place: z.string(), name: z.string(), state: z.unknown() });
export type ViewRecord = z.infer<typeof viewRecord>;

export const changeRecord = z.object({
  id: z.int(),
  label: z.string(),
  at: z.string(),
  kind: z.enum(['edit', 'import', 'undo', 'redo', 'restore']),
  changes: z.int(),
  undone: z.boolean(),
});

const share = z.object({
  figures: z.int(),
  /** Those of notes that the score counts, and those of them that tie out. */
  counted: z.int(),
  tied: z.int(),
  byProvenance: z.record(z.enum(PROVENANCES), z.int()),
});
export const auditSummary = z.object({
  /** Percent of the counted, rounded down to a tenth, 100 only when every one ties. Null where none is counted. */
  score: z.number().nullable(),
  ...share.shape,
  withoutCitation: z.int(),
  checks: z.object({ hold: z.int(), all: z.int() }),
  conflicts: z.int(),
  openFindings: z.int(),
  resolvedFindings: z.int(),
  bySeverity: z.record(z.enum(SEVERITIES), z.int()),
  bySection: z.array(share.extend({ document: id, section: z.string(), start: offset })),
  byEntity: z.array(share.extend({ entity: z.string() })),
  byDocument: z.array(share.extend({ document: id, title: z.string() })),
  byClass: z.array(share.extend({ provenance: z.enum(PROVENANCES) })),
  undisclosed: z.array(
    z.object({
      label: z.string(),
      entity: z.string().nullable(),
      document: id,
      start: offset,
      end: offset,
      figures: z.array(id),
    }),
  ),
});
export type AuditSummary = z.infer<typeof auditSummary>;

export const notebookInfo = z.object({
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  revision: z.int(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  documents: z.int(),
  figures: z.int(),
  sources: z.int(),
  openFindings: z.int(),
  reports: z.int(),
  score: z.number().nullable(),
  asOf: z.string().nullable(),
  savedAt: z.string().nullable(),
});

/** What every plan says, whatever the file holds. */
const planFile = {
  id,
  revision: z.int(),
  fileName: z.string().nullable(),
  /** What is imported, for a person; names the undo step. */
  title: z.string(),
  encoding: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  problems: z.array(z.object({ code: z.string(), message: z.string(), count: z.int().optional() })),
  /** What the plan says otherwise than when it was first made, because the notebook has changed since; a sentence each. */
  renewed: z.array(z.string()).default([]),
};

export const documentPlan = z.object({
  ...planFile,
  kind: z.literal('document'),
  format: z.enum(DOCUMENT_FORMATS),
  characters: z.int(),
  author: z.string().nullable(),
  /** As the file says it: ISO where its format has dates of a known form. */
  published: z.string().nullable(),
  asOf: z.string().nullable(),
  entity: z.string().nullable(),
  documentKind: z.enum(DOCUMENT_KINDS),
  role: z.enum(DOCUMENT_ROLES),
  kindReason: z.string(),
  language: z.string(),
  found: z.object({
    sections: z.int(),
    tables: z.int(),
    citations: z.int(),
    sources: z.int(),
    newSources: z.int(),
    figures: z.int(),
    structure: z.int(),
    undisclosed: z.int(),
  }),
  byProvenance: z.record(z.enum(PROVENANCES), z.int()),
  /** Words of the file that are not in its text, alike but for their numbers together. */
  setAside: z.array(z.object({ why: z.enum(SET_ASIDE), text: z.string(), times: z.int() })),
  /** Whether what stands around an article is taken too; null where nothing was left out there. */
  whole: z.boolean().nullable(),
  /** The same bytes, the same text, or a text with nearly the same words already here. */
  duplicate: z
    .object({ document: id, title: z.string(), kind: z.enum(['bytes', 'text', 'near']), similarity: z.number() })
    .nullable(),
  /** Documents here that this may be a newer version of, likeliest first. `proposed` is what happens unless told otherwise. */
  versions: z.array(
    z.object({
      document: id,
      title: z.string(),
      version: z.int(),
      similarity: z.number(),
      proposed: z.boolean(),
      counts: z.object({ exact: z.int(), moved: z.int(), ambiguous: z.int(), lost: z.int() }),
      /** What a person did on it and where that is in the new text; what is ambiguous or lost stays on the older version. */
      carried: z.array(
        z.object({
          kind: z.enum(['figure', 'annotation', 'item', 'note', 'removal']),
          what: z.string(),
          quote: z.string(),
          how: z.enum(['exact', 'moved', 'ambiguous', 'lost']),
          start: offset.nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Figures a person should look at: unclassified, misread risk … with the reason. */
  doubts: z.array(z.object({ start: offset, end: offset, quote: z.string(), context: z.string(), reason: z.string() })),
  /** A sample of what was read, for the plan's list. */
  figures: z.array(
    z.object({
      start: offset,
      end: offset,
      quote: z.string(),
      metric: z.string().nullable(),
      entity: z.string().nullable(),
      period: z.string().nullable(),
      provenance: z.enum(PROVENANCES),
    }),
  ),
});
export type DocumentPlan = z.output<typeof documentPlan>;

export const SOURCE_FORMATS = ['bibtex', 'ris', 'csl-json', 'endnote'] as const;
/** A bibliography: each item new, here already, or different field by field. */
export const sourcesPlan = z.object({
  ...planFile,
  kind: z.literal('sources'),
  format: z.enum(SOURCE_FORMATS),
  /** `merged` stand in the file more than once. */
  found: z.object({ items: z.int(), new: z.int(), same: z.int(), changed: z.int(), merged: z.int() }),
  items: z.array(
    z.object({
      what: z.enum(['new', 'same', 'changed']),
      /** Lines of the file on which the item stands. */
      lines: z.array(z.int()),
      formatted: z.string(),
      /** The source here that it is. */
      source: id.nullable(),
      /** What differs; `take` is what happens unless the person says otherwise: gaps are filled, what is here stays. */
      fields: z.array(z.object({ field: z.string(), old: z.string().nullable(), new: z.string(), take: z.boolean() })),
    }),
  ),
});
export type SourcesPlan = z.output<typeof sourcesPlan>;

/** A table of figures: how its columns are read, and what that adds and changes. */
export const tablePlan = z.object({ ...planFile, ...tablePlanBody });
export type TablePlan = z.infer<typeof tablePlan>;

export const importPlan = z.discriminatedUnion('kind', [documentPlan, sourcesPlan, tablePlan]);
export type ImportPlan = z.infer<typeof importPlan>;

export const SEARCH_KINDS = [
  'figure',
  'source',
  'document',
  'passage',
  'note',
  'annotation',
  'finding',
  'structure',
  'report',
] as const;
export const searchHit = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  title: z.string(),
  snippet: z.string(),
  /** Matched stretches of `snippet`. */ matches: z.array(span),
  document: id.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;
