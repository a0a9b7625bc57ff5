/** Sources on the wire: CSL-JSON with what the notebook counts of it. */
import { z } from 'zod';
import { type CslField, tooLong } from '../../core/citation/fields';
import { TIERS } from '../../core/citation/tier';
import { id } from './basics';

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
  /** A person set the tier; else it is what the source's words give. */
  tierSet: z.boolean(),
  figures: z.int(),
  citations: z.int(),
  markers: z.array(z.string()),
  document: id.nullable(),
  formatted: z.string(),
});
export type SourceRecord = z.infer<typeof sourceRecord>;
