/** What a search finds, on the wire. */
import { z } from 'zod';
import { id, offset, span } from './basics';

const SEARCH_KINDS = [
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
