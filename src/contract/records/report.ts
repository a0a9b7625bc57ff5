/** Reports on the wire, and what their check says before they are published. */
import { z } from 'zod';
import { id } from './basics';
import { CHANGES, LINE_KINDS } from '../../core/report/redline';
import { DOUBT_KINDS } from '../../core/report/gate';
import { figureRecord } from './figure';

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

/** Where a doubt leads: a place in the report's text, or a record of the notebook. */
const doubtPlace = z.union([
  /** The n-th mention of a live figure, from 0; a table of figures has one a row. */
  z.object({ mention: z.int() }),
  /** As of `typed` below. */
  z.object({ block: z.int(), from: z.int(), to: z.int() }),
  z.object({ finding: z.string() }),
  z.object({ document: id }),
]);

/** One reason not to publish a report yet; `kind` without the characters that no font has, which only a print knows. */
const reportDoubt = z.object({ kind: z.enum(DOUBT_KINDS), words: z.string(), to: doubtPlace.nullable() });
export type ReportDoubt = z.infer<typeof reportDoubt>;

/** What a person should know before a report is published. */
export const reportCheck = z.object({
  /** Mentions of live figures that are no longer in the notebook. */
  missing: z.int(),
  doubts: z.array(reportDoubt),
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

/** A state of a report that was kept under a name. */
export const reportVersion = z.object({ id, name: z.string(), at: z.string(), words: z.int() });
export type ReportVersion = z.infer<typeof reportVersion>;

const redlineLine = z.object({
  kind: z.enum(LINE_KINDS),
  level: z.int(),
  runs: z.array(z.object({ text: z.string(), change: z.enum(CHANGES) })),
});

/** What changed from one state of a report to a later one. */
export const reportComparison = z.object({
  title: z.string(),
  language: z.string(),
  /** What the earlier state is called. */
  since: z.string(),
  lines: z.array(redlineLine),
  /** Figures that both states show and that read otherwise. */
  figures: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});
export type ReportComparison = z.infer<typeof reportComparison>;
