/**
 * The fields of each type of thesis item, each said once: what it is called and what stands in its empty box. Finders,
 * cards and editors derive from this table, so a field that it lacks does not compile.
 */
import { WATCH_STATES } from '../watch/states';
import type { StructureType } from './model';

export interface StructureField {
  /** What it is called, for screen readers and heads. */
  readonly label: string;
  /** Stands in the empty box. */
  readonly hint: string;
  /** The values it can have, where they are a closed list; else any text. */
  readonly values?: readonly string[];
  /** Set by a person alone: no finder fills it, and an item that was read has no empty box for it. */
  readonly byHand?: true;
}

export const STRUCTURE_FIELDS = {
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
  /** Which way the price would move. */
  not_priced_in: { side: { label: 'Side', hint: 'up or down', values: ['up', 'down'] } },
  risk: { horizon: { label: 'Horizon', hint: 'horizon' } },
  indicator: {
    band: { label: 'Band', hint: 'a band' },
    current: { label: 'Current value', hint: 'awaiting' },
    state: { label: 'State', hint: 'awaiting', values: [...WATCH_STATES, 'awaiting'] },
    ifBroken: { label: 'What it means if broken', hint: 'if broken' },
    nextDate: { label: 'Next date', hint: 'date' },
    metric: { label: 'Followed metric', hint: 'metric', byHand: true },
    entity: { label: 'Followed entity', hint: 'entity', byHand: true },
    basis: { label: 'Followed basis', hint: 'basis', byHand: true },
    /** `no` where a person has typed the current value: it follows no figure until they take that back. */
    follows: { label: 'Follows its figures', hint: 'no', values: ['no'], byHand: true },
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

/** What an indicator can be bound to by hand, where its own words do not find its figures. */
export const BOUND_FIELDS = ['metric', 'entity', 'basis'] as const satisfies readonly FieldOf<'indicator'>[];

const fieldsOf = (type: StructureType): Readonly<Record<string, StructureField>> => STRUCTURE_FIELDS[type];

/** The names of the fields that a finder of the type can fill, in the order of the table. */
export const foundFieldNames = (type: StructureType): readonly string[] =>
  Object.entries(fieldsOf(type)).flatMap(([name, { byHand }]) => (byHand ? [] : [name]));

/** What the table says of a field of the type; null for a name that it lacks, such as one that an older version wrote. */
export function structureField(type: StructureType, name: string): StructureField | null {
  const fields = fieldsOf(type);
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}

/**
 * Why these fields cannot be set on an item of the type, in a sentence for a person: a name that the type lacks, or a value
 * outside of a closed list. Null where they can; a null value empties any field.
 */
export function fieldsRefusal(type: StructureType, set: Readonly<Record<string, string | null>>): string | null {
  const kind = `An item of type “${type.replaceAll('_', ' ')}”`;
  for (const [name, value] of Object.entries(set)) {
    const field = structureField(type, name);
    if (field === null) {
      const known = Object.keys(fieldsOf(type));
      const has = known.length === 0 ? 'it has none.' : `it has ${known.join(', ')}.`;
      return `${kind} has no field “${name}”: ${has}`;
    }
    if (value !== null && field.values !== undefined && !field.values.includes(value))
      return `${field.label} cannot be “${value}”: choose ${field.values.join(' or ')}, or leave it empty.`;
  }
  return null;
}

/** Whether an indicator takes its current value from its figures; not where a person has typed one. */
export const followsFigures = (fields: Readonly<Record<string, string | null>>): boolean => fields['follows'] !== 'no';

/** What typing `text` as the current value sets: emptied, the indicator follows its figures again. */
export const typedCurrent = (text: string): FieldValues<'indicator'> =>
  text === '' ? { current: null, follows: null } : { current: text, follows: 'no' };
