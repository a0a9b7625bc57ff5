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

/**
 * Members of `fields` by type, so that views, exports and editors agree:
 * score: dimension, value, note · scenario: case, low, high, unit, assumption · risk: horizon ·
 * indicator: band, current, state (`inside`|`below`|`above`|`awaiting`), ifBroken, nextDate · target: value, holder, date, impliedPrice ·
 * event: date · priced_in / not_priced_in: side (`up`|`down`) · flow: from, to, what · undisclosed: entity · catalyst: horizon
 */
export const STRUCTURE_FIELDS: Readonly<Record<StructureType, readonly string[]>> = {
  thesis: [],
  stance: [],
  horizon: [],
  score: ['dimension', 'value', 'note'],
  driver: [],
  scenario: ['case', 'low', 'high', 'unit', 'assumption'],
  priced_in: [],
  not_priced_in: ['side'],
  risk: ['horizon'],
  indicator: ['band', 'current', 'state', 'ifBroken', 'nextDate'],
  target: ['value', 'holder', 'date', 'impliedPrice'],
  event: ['date'],
  catalyst: ['horizon'],
  party: [],
  flow: ['from', 'to', 'what'],
  undisclosed: ['entity'],
  disclaimer: [],
};
