/** Findings, rules and the score on the wire. */
import { z } from 'zod';
import { SEVERITIES, VERDICTS } from '../../core/audit/model/model';
import { PROVENANCES } from '../../core/figure/provenance';
import { id, offset, span } from './basics';

/** What a person can answer to a finding. */
export const FINDING_ANSWERS = ['accepted', 'dismissed', 'explained'] as const;
export type FindingAnswer = (typeof FINDING_ANSWERS)[number];
const FINDING_STATUS = ['open', ...FINDING_ANSWERS, 'holds'] as const;
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
  reopened: z.object({ status: z.enum(FINDING_ANSWERS), reason: z.string(), at: z.string() }).nullable(),
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
