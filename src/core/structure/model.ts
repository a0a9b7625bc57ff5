/** The argument of a note: the items that the Thesis view shows, each standing on a quote. */
import type { Span } from '../document/model';

export const STRUCTURE_TYPES = [
  'thesis',
  'stance',
  'horizon',
  'score',
  'driver',
  'scenario',
  'priced_in',
  'not_priced_in',
  'risk',
  'indicator',
  'target',
  'event',
  'catalyst',
  'party',
  'flow',
  'undisclosed',
  'disclaimer',
] as const;
export type StructureType = (typeof STRUCTURE_TYPES)[number];

export interface StructureItem extends Span {
  readonly type: StructureType;
  /** Short words for a person: the item's own lead words, or the quote shortened. */
  readonly label: string;
  /** What the type has besides its label; every value is text as it should be shown, or null. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Indexes of the document's figures that stand inside the item. */
  readonly figures: readonly number[];
  /** Which rule found it. */
  readonly rule: string;
}
