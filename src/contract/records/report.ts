/** Reports on the wire, and what their check says before they are published. */
import { z } from 'zod';
import { id } from './basics';
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
