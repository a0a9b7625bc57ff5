/** A page that was read both ways, its article alone and all of it: the other one takes the place of the one looked at. */
import type { ReadableDb } from '../../../storage/db/db';
import type { PendingDocument } from '../pending';
import { documentWithText, makePlan } from './plan';
import { readAsSet } from './reread';

export function readOtherwise(
  db: ReadableDb,
  { result }: PendingDocument,
  pinned: { readonly id: string; readonly revision: number },
): PendingDocument {
  const { normalised, analysis, whole = { normalised, analysis } } = result;
  const other = { ...result, ...whole, whole: { normalised, analysis }, isWhole: !(result.isWhole ?? false) };
  const read = readAsSet(db, other, documentWithText(db, other.normalised.text));
  return { kind: 'document', plan: makePlan(db, read, pinned, () => undefined), result: read };
}
