/** Sources on the wire: CSL-JSON with what the notebook counts of it. */
import { z } from 'zod';
import { TIERS } from '../../core/citation/tier';
import { id, text } from './basics';

/** CSL-JSON, checked where the product reads it and kept as it came elsewhere. */
export const cslItem = z.looseObject({
  type: text(60),
  title: text(2000).optional(),
  publisher: text(500).optional(),
  'container-title': text(1000).optional(),
  URL: text(4000).optional(),
  DOI: text(500).optional(),
  note: text(20_000).optional(),
});

export { TIERS };
export const sourceRecord = z.object({
  id,
  csl: cslItem,
  tier: z.enum(TIERS),
  figures: z.int(),
  citations: z.int(),
  markers: z.array(z.string()),
  document: id.nullable(),
  formatted: z.string(),
});
export type SourceRecord = z.infer<typeof sourceRecord>;
