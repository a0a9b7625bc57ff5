/** CSL-JSON as the notebook stores it: reading a source's item, and keeping it without empty members. */
import { z } from 'zod';
import type { CslItem } from '../../../core/citation/model';
import type { SourceRow } from '../../storage/db/rows';
import { parseJson } from '../stored/json';

const cslBase = z.looseObject({ type: z.string() });

/** The item of a source, under the source's own id. What cannot be read is shown as a source that says so. */
export function parseCsl(source: Pick<SourceRow, 'id' | 'csl'>): CslItem {
  const csl = cslBase.safeParse(parseJson(source.csl));
  if (!csl.success) return { type: 'document', title: 'A source that cannot be read', id: source.id };
  return { ...csl.data, id: source.id };
}

/** `csl` without members that are null, undefined or empty text, so that setting a field to nothing removes it. */
export function tidyCsl(csl: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(csl).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}
