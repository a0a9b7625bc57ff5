/** Plans of imports on the wire: what an import would add and change, for a person to look at before it is done. */
import { z } from 'zod';
import { DOCUMENT_FORMATS, SOURCE_FORMATS } from '../../core/document/formats';
import { DOCUMENT_KINDS, DOCUMENT_ROLES } from '../../core/document/kinds';
import { SET_ASIDE } from '../../core/document/model';
import { PROVENANCES } from '../../core/figure/provenance';
import { tablePlanBody } from './table-plan';
import { id, offset } from './basics';
import { HOWS } from '../../core/document/anchors/selector';

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
          how: z.enum(HOWS),
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

/** A bibliography: each item new, here already, or different field by field. */
const sourcesPlan = z.object({
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
