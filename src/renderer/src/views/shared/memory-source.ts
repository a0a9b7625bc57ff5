/** Few rows that are all at hand as the source of a grid: filtered by the same words as rows that come out of SQL. */
import { type ColumnKind, passes, readFilter } from '../../../../core/table/typed/column-filter';
import type { EditableColumn } from '../../kit/grid/data/edits';
import type { GridSort, RowSource } from '../../kit/grid/data/source';

type ReadableColumn<Row> = Pick<EditableColumn<Row, object>, 'id' | 'text'> & {
  readonly sortKey?: ((row: Row) => string | number) | undefined;
  readonly filterKind?: ColumnKind | undefined;
};

/** Few rows that are all at hand (sources, findings) as a source, sorted and filtered the way SQL does it elsewhere. */
export function memorySource<Row>(
  rows: () => readonly Row[],
  columns: readonly ReadableColumn<Row>[],
  idOf: (row: Row) => string,
): RowSource<Row> {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return {
    page: (request) => {
      const kept = rows().filter((row) => matches(row, request.columns, byId));
      const ordered = sorted(kept, request.sort, byId);
      return Promise.resolve({ rows: ordered.slice(request.start, request.end), total: ordered.length });
    },
    byIds: (ids) => {
      const wanted = new Set(ids);
      return Promise.resolve(rows().filter((row) => wanted.has(idOf(row))));
    },
  };
}

function matches<Row>(
  row: Row,
  filters: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, ReadableColumn<Row>>,
): boolean {
  return Object.entries(filters).every(([id, words]) => {
    const column = columns.get(id);
    const filter = column && readFilter(words, column.filterKind ?? 'text');
    if (!column || !filter) return true;
    const key = column.sortKey?.(row);
    return passes(filter, { text: column.text(row), number: typeof key === 'number' ? String(key) : null });
  });
}

function sorted<Row>(
  rows: readonly Row[],
  sort: readonly GridSort[],
  columns: ReadonlyMap<string, ReadableColumn<Row>>,
): readonly Row[] {
  if (sort.length === 0) return rows;
  return [...rows].sort((left, right) => {
    for (const { column: id, descending } of sort) {
      const column = columns.get(id);
      const order = column ? compare(keyOf(column, left), keyOf(column, right)) : 0;
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

const keyOf = <Row>(column: ReadableColumn<Row>, row: Row) => column.sortKey?.(row) ?? column.text(row);
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}
