/** A figure on the wire, and what a person can set of it. */
import { z } from 'zod';
import { FIELD_NAMES, fieldOf, REVIEW_STATES } from '../../core/figure/fields';
import type { FigureEdit, FigureField, FigureValues } from '../../core/figure/fields';
import { FIGURE_KINDS, QUALIFIERS, DIRECTIONS } from '../../core/figure/model';
import { UNITS } from '../../core/base/unit';
import { ASSERTIONS, PROVENANCES } from '../../core/figure/provenance';
import { cue, decimal, id, offset } from './basics';
import { VIAS } from '../../core/base/via';

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
  direction: z.enum(DIRECTIONS).nullable(),
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
      via: z.enum([...VIAS, 'analyst']),
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
