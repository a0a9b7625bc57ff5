/**
 * The columns of the figures grid: a column for each field, and what is known of a figure besides. What can be sorted and
 * filtered, and as what a filter is read, is said here once, for the grid that offers it and the notebook that does it.
 */
import { namesOf } from '../base/names';
import { FIELD_NAMES, FIGURE_FIELDS, type FigureField, fieldOf } from './fields';

export type FilterKind = 'text' | 'number' | 'period';

interface OtherColumnTraits {
  readonly sorted: boolean;
  /** As what its filter is read; null where it cannot be filtered. */
  readonly filter: FilterKind | null;
}

const OTHER_COLUMNS = {
  marks: { sorted: false, filter: null },
  label: { sorted: true, filter: 'text' },
  citations: { sorted: true, filter: 'number' },
  tiedOut: { sorted: true, filter: null },
  quote: { sorted: true, filter: 'text' },
  document: { sorted: true, filter: 'text' },
  /** Where a figure stands in its document: an order only, the grid does not show it. */
  position: { sorted: true, filter: null },
} as const satisfies Readonly<Record<string, OtherColumnTraits>>;

type Others = typeof OTHER_COLUMNS;
export type OtherColumn = keyof Others;
export type FigureColumnId = FigureField | OtherColumn;
/** Columns besides the fields that can be sorted. */
export type SortedOther = { [C in OtherColumn]: Others[C]['sorted'] extends true ? C : never }[OtherColumn];
/** Columns besides the fields that can be filtered. */
export type FilteredOther = { [C in OtherColumn]: Others[C]['filter'] extends null ? never : C }[OtherColumn];
export type SortedColumn = FigureField | SortedOther;
export type FilteredColumn = FigureField | FilteredOther;

/** Whether the column is the one of a field. */
export const isFieldColumn = (column: string): column is FigureField => Object.hasOwn(FIGURE_FIELDS, column);

const isOther = (column: string): column is OtherColumn => Object.hasOwn(OTHER_COLUMNS, column);
const traitsOf = (column: OtherColumn): OtherColumnTraits => OTHER_COLUMNS[column];

/** Whether figures can be sorted by the column of this id; every field can. */
export const isSortedColumn = (column: string): column is SortedColumn =>
  isFieldColumn(column) || (isOther(column) && traitsOf(column).sorted);

/** Whether the column of this id can be filtered; every field can. */
export const isFilteredColumn = (column: string): column is FilteredColumn =>
  isFieldColumn(column) || (isOther(column) && traitsOf(column).filter !== null);

/** As what the filter of a column is read. */
export const filterKindOf = (column: FilteredColumn): FilterKind =>
  isFieldColumn(column) ? (fieldOf(column).filter ?? 'text') : OTHER_COLUMNS[column].filter;

/** All that figures can be sorted by. */
export const SORTED_COLUMNS: readonly SortedColumn[] = [
  ...namesOf<OtherColumn>(OTHER_COLUMNS).filter((column): column is SortedOther => traitsOf(column).sorted),
  ...FIELD_NAMES,
];
