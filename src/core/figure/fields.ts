/**
 * The fields of a figure that a person can set, each said once: what it is called, which columns store it, who else may
 * set it, where it is searched. Grid, filters, sort, history, exports, search index and the merge of a re-import derive
 * from this table, so that a field that is added here is added everywhere.
 */
import type { Assertion, Provenance } from './provenance';
import { namesOf } from '../base/names';
import type { Unit } from '../base/unit';
import type { Direction } from './model';

export const REVIEW_STATES = ['unreviewed', 'ticked', 'disputed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What each field holds. Wire and storage carry plain fields as they stand here. */
export interface FigureValues {
  readonly metric: string | null;
  readonly entity: string | null;
  readonly period: string | null;
  /** As a person reads and types it: `37.6`, `~43.2`, `60–70`, `>15`. */
  readonly value: string;
  /** Power of ten the value is written in: 9 for "bn". */
  readonly scale: number;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly direction: Direction | null;
  readonly basis: string | null;
  readonly assertion: Assertion;
  readonly provenance: Provenance;
  readonly review: ReviewState;
  readonly note: string;
}
export type FigureField = keyof FigureValues;
export type FigureEdit = { -readonly [K in FigureField]?: FigureValues[K] | undefined };

interface Field {
  /** The head of its column, in the grid and in exports. */
  readonly label: string;
  /** The head in exports, where files of before have another. */
  readonly exported?: string;
  /** What a step of the undo list calls it; its name where nothing is said. */
  readonly step?: string;
  /** Columns of the record that a person's value stands in; the history shows the first. */
  readonly columns: readonly [string, ...string[]];
  /** The column that is read, sorted by and searched where the first is empty. */
  readonly otherwise?: string;
  /**
   * `words`: any words, null when empty; `text`: any text, empty when empty; both stand in the column of the field's name
   * and need nothing else. `choice`: one of a closed list in such a column. `own`: read by an editor of its own.
   */
  readonly kind: 'words' | 'text' | 'choice' | 'own';
  /** `extraction`: a document says it, until a person has set it. `person`: only ever set by hand. */
  readonly by: 'extraction' | 'person';
  /** Most characters that can be typed. */
  readonly longest?: number;
  /** As what its column is filtered, where that is not as words. */
  readonly filter?: 'number' | 'period';
  /** The search index finds a figure by it: as its name or as more words of it. */
  readonly indexed?: 'name' | 'words';
  /** The grid's quick filter looks at it. */
  readonly quick?: true;
  /** The field in whose cell it is shown and typed, where it has no cell of its own. */
  readonly within?: FigureField;
  /** The example in the form for a new figure; a field without one is not asked for there. */
  readonly example?: string;
  /** How the figure reads in text follows from it. */
  readonly reads?: true;
  /** What is set on one figure is offered to those like it. */
  readonly offered?: true;
  /** Typed for many figures at once, as each field of words is. */
  readonly typedForMany?: true;
  /** Figures can be asked for that have one value in it, or one of several. */
  readonly narrows?: 'one' | 'several';
}

export const FIGURE_FIELDS = {
  metric: {
    label: 'Metric',
    columns: ['metric_label', 'metric'],
    otherwise: 'metric',
    kind: 'own',
    by: 'extraction',
    longest: 200,
    indexed: 'name',
    quick: true,
    example: 'Revenue',
    offered: true,
    typedForMany: true,
    narrows: 'one',
  },
  entity: {
    label: 'Entity',
    columns: ['entity', 'entity_label'],
    kind: 'words',
    by: 'extraction',
    longest: 200,
    indexed: 'name',
    quick: true,
    example: 'Company or segment',
    offered: true,
    narrows: 'one',
  },
  period: {
    label: 'Period',
    columns: ['period'],
    kind: 'own',
    by: 'extraction',
    longest: 60,
    filter: 'period',
    indexed: 'name',
    quick: true,
    example: '2026 Q1',
    offered: true,
    typedForMany: true,
    narrows: 'one',
  },
  value: {
    label: 'Value',
    columns: ['value', 'scale', 'low', 'high', 'low_exponent', 'high_exponent', 'qualifier', 'approximate', 'strict'],
    kind: 'own',
    by: 'extraction',
    longest: 200,
    filter: 'number',
    indexed: 'words',
    quick: true,
    example: '37.6, ~43.2, 60–70, >15',
    reads: true,
  },
  scale: {
    label: 'Scale',
    columns: ['scale', 'value', 'low', 'high', 'low_exponent', 'high_exponent'],
    kind: 'own',
    by: 'extraction',
    within: 'unit',
    reads: true,
  },
  unit: {
    label: 'Unit',
    columns: ['unit', 'low', 'high'],
    kind: 'choice',
    by: 'extraction',
    example: 'USD bn, %, bps',
    reads: true,
  },
  currency: {
    label: 'Currency',
    columns: ['currency'],
    kind: 'own',
    by: 'extraction',
    longest: 8,
    within: 'unit',
    reads: true,
  },
  direction: { label: 'Direction', columns: ['direction'], kind: 'choice', by: 'extraction', reads: true },
  basis: {
    label: 'Basis',
    columns: ['basis'],
    kind: 'words',
    by: 'extraction',
    longest: 200,
    indexed: 'words',
    example: 'GAAP, YoY, cash',
  },
  assertion: {
    label: 'Statement',
    exported: 'Assertion',
    columns: ['assertion'],
    kind: 'choice',
    by: 'extraction',
    narrows: 'several',
  },
  provenance: {
    label: 'Provenance',
    step: 'class',
    columns: ['provenance', 'inherited_class', 'cue'],
    kind: 'own',
    by: 'extraction',
    offered: true,
    narrows: 'several',
  },
  review: {
    label: 'Review',
    step: 'review state',
    columns: ['review', 'reviewed_at'],
    kind: 'own',
    by: 'person',
    narrows: 'several',
  },
  note: {
    label: 'Note',
    columns: ['note'],
    kind: 'text',
    by: 'person',
    longest: 10_000,
    indexed: 'words',
    quick: true,
  },
} as const satisfies Readonly<Record<FigureField, Field>>;

/** The fields in the order of the table. */
export const FIELD_NAMES: readonly FigureField[] = namesOf<FigureField>(FIGURE_FIELDS);

/** What the table says of a field, as the widest of its entries. */
export const fieldOf = (name: FigureField): Field => FIGURE_FIELDS[name];

type OfKind<K extends Field['kind']> = {
  [F in FigureField]: (typeof FIGURE_FIELDS)[F]['kind'] extends K ? F : never;
}[FigureField];

/** Fields stored as they are typed, in the column of their name. */
export type PlainField = OfKind<'words' | 'text'>;
export type ChoiceField = OfKind<'choice'>;
/** Fields whose editor reads what was typed, or sets other cells too. */
export type OwnField = OfKind<'own'>;

/** Fields with a cell of their own in the grid. */
export type CellField = {
  [F in FigureField]: (typeof FIGURE_FIELDS)[F] extends { readonly within: FigureField } ? never : F;
}[FigureField];

/**
 * Whether the field has a column of its own in the grid; a field that is shown within another's cell (`within`) has
 * none.
 */
export const hasCell = (name: FigureField): name is CellField => fieldOf(name).within === undefined;

/** Fields by one or by several values of which figures can be asked for. */
export type NarrowingField<By extends 'one' | 'several'> = {
  [F in FigureField]: (typeof FIGURE_FIELDS)[F] extends { readonly narrows: By } ? F : never;
}[FigureField];

/** Fields of which a value that is set on one figure is offered to those like it. */
export type OfferedField = {
  [F in FigureField]: (typeof FIGURE_FIELDS)[F] extends { readonly offered: true } ? F : never;
}[FigureField];
export const OFFERED_FIELDS: readonly OfferedField[] = FIELD_NAMES.filter(
  (name): name is OfferedField => fieldOf(name).offered === true,
);

const isOfWords = (name: FigureField): boolean => fieldOf(name).kind === 'words' || fieldOf(name).kind === 'text';

/** Fields that are typed for many figures at once. */
export const TYPED_FOR_MANY: readonly CellField[] = FIELD_NAMES.filter(
  (name): name is CellField => hasCell(name) && (isOfWords(name) || fieldOf(name).typedForMany === true),
);

export type PlainValues = Pick<FigureValues, PlainField>;

/** The plain fields of a figure that nobody has said anything of. */
export const EMPTY_PLAIN: PlainValues = { entity: null, basis: null, note: '' };

/** The plain fields of a record, and of nothing else of it. */
export function plainOf(record: PlainValues): PlainValues {
  const { entity, basis, note } = record;
  return { entity, basis, note };
}
