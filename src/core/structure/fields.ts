/**
 * The fields of each type of thesis item, each said once: what it is called and what stands in its empty box. Finders,
 * cards and editors derive from this table, so a field that it lacks does not compile.
 */
import type { StructureType } from './model';

export interface StructureField {
  /** What it is called, for screen readers and heads. */
  readonly label: string;
  /** Stands in the empty box. */
  readonly hint: string;
}

const STRUCTURE_FIELDS = {
  thesis: {},
  stance: {},
  horizon: {},
  score: {
    dimension: { label: 'Dimension', hint: 'dimension' },
    value: { label: 'Score', hint: '4 / 5' },
    note: { label: 'Note', hint: 'why' },
  },
  driver: {},
  scenario: {
    case: { label: 'Case', hint: 'case' },
    low: { label: 'Low end', hint: 'low' },
    high: { label: 'High end', hint: 'high' },
    unit: { label: 'Unit', hint: 'unit' },
    assumption: { label: 'Assumption', hint: 'What it assumes' },
  },
  priced_in: {},
  /** `up` or `down`: which way the price would move. */
  not_priced_in: { side: { label: 'Side', hint: 'up or down' } },
  risk: { horizon: { label: 'Horizon', hint: 'horizon' } },
  indicator: {
    band: { label: 'Band', hint: 'a band' },
    current: { label: 'Current value', hint: 'awaiting' },
    /** `inside`, `below`, `above` or `awaiting`. */
    state: { label: 'State', hint: 'awaiting' },
    ifBroken: { label: 'What it means if broken', hint: 'if broken' },
    nextDate: { label: 'Next date', hint: 'date' },
  },
  target: {
    value: { label: 'Value', hint: 'value' },
    holder: { label: 'Holder', hint: 'who' },
    date: { label: 'Date', hint: 'date' },
    impliedPrice: { label: 'Implied price', hint: '–' },
  },
  event: { date: { label: 'Date', hint: 'no date' } },
  catalyst: { horizon: { label: 'Horizon', hint: 'horizon' } },
  party: {},
  flow: {
    from: { label: 'From', hint: 'from' },
    to: { label: 'To', hint: 'to' },
    what: { label: 'What flows', hint: 'what' },
  },
  undisclosed: { entity: { label: 'Entity', hint: 'entity' } },
  disclaimer: {},
} as const satisfies Readonly<Record<StructureType, Readonly<Record<string, StructureField>>>>;

type Fields = typeof STRUCTURE_FIELDS;
/** The fields of a type. */
export type FieldOf<T extends StructureType> = T extends StructureType ? keyof Fields[T] & string : never;
/** A field of any type. */
export type AnyField = FieldOf<StructureType>;
/** What an item of the type may say; every value is text as it is shown, or null. */
export type FieldValues<T extends StructureType> = {
  readonly [F in AnyField]?: F extends FieldOf<T> ? string | null : never;
};

/** The names of a type's fields, in the order of the table. */
export const fieldNames = (type: StructureType): readonly string[] => Object.keys(STRUCTURE_FIELDS[type]);

/** What the table says of a field of the type; null for a name that it lacks, such as one that an older version wrote. */
export function structureField(type: StructureType, name: string): StructureField | null {
  const fields: Readonly<Record<string, StructureField>> = STRUCTURE_FIELDS[type];
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
