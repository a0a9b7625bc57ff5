/** The filters of the filter row as chips: the column's name and what is asked of it. Pure. */
import { type ColumnKind, filterWords, readFilter } from '../../../../../core/table/typed/column-filter';

export interface ColumnChip {
  readonly column: string;
  readonly label: string;
}

interface Filtered {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly filterKind?: ColumnKind;
}

export function columnChips(
  columns: readonly Filtered[],
  filters: Readonly<Record<string, string>>,
): readonly ColumnChip[] {
  return columns.flatMap(({ id, title, hint, filterKind }) => {
    const filter = readFilter(filters[id] ?? '', filterKind ?? 'text');
    return filter === null ? [] : [{ column: id, label: `${title || hint || id} ${filterWords(filter)}` }];
  });
}
