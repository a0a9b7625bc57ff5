/** Filters of the grid's filter row as SQL over `figure f`. */
import { type ColumnFilter, type ColumnKind, inPeriods, type NumberEnd } from '../../../core/table/typed/column-filter';
import { periodEnd } from '../../../core/figure/period/period-end';
import { all, type Bindable, type ReadableDb } from '../../storage/db/db';

export interface Clause {
  readonly sql: string;
  readonly values: readonly Bindable[];
}

export interface ColumnClauses {
  readonly column: string;
  /** The text of the column, never null. */
  readonly expression: string;
  readonly contains: (words: string) => Clause;
}

/** How a column of figures is filtered. */
export const kindOf = (column: string): ColumnKind =>
  column === 'value' || column === 'citations' ? 'number' : column === 'period' ? 'period' : 'text';

const BASE = `(CASE WHEN f.direction = 'down' THEN -1 ELSE 1 END) * CAST(coalesce(f.low, f.high) AS REAL)`;
const COUNT = `((SELECT count(*) FROM citation_figure cf WHERE cf.figure = f.id) + (SELECT count(*) FROM link l WHERE l.figure = f.id))`;
/** Binary fractions of what the cell shows: more places than anybody types are rounded away. */
const shown = (column: string): string =>
  column === 'citations' ? COUNT : `round(${BASE} / (CASE f.scale WHEN 0 THEN 1.0 ELSE pow(10, f.scale) END), 9)`;

/** A filter as a clause. Asks the notebook for its periods, which are few, where they are compared. */
export function clauseOf(
  db: ReadableDb,
  filter: ColumnFilter,
  { column, expression, contains }: ColumnClauses,
): Clause {
  const text = column === 'citations' ? `CAST(${COUNT} AS TEXT)` : `coalesce(${expression}, '')`;
  switch (filter.is) {
    case 'words': {
      const { sql, values } = contains(filter.words);
      return filter.not ? { sql: `NOT coalesce(${sql}, 0)`, values } : { sql, values };
    }
    case 'any': {
      const some = filter.of.map(contains);
      return { sql: some.map(({ sql }) => `(${sql})`).join(' OR '), values: some.flatMap(({ values }) => values) };
    }
    case 'empty':
      return { sql: column === 'citations' ? `${COUNT} = 0` : `trim(${text}) = ''`, values: [] };
    case 'filled':
      return { sql: column === 'citations' ? `${COUNT} > 0` : `trim(${text}) <> ''`, values: [] };
    case 'numbers':
      return numbers(filter, column);
    case 'periods': {
      const known = all<{ readonly period: string }>(db, 'SELECT DISTINCT period FROM figure WHERE period IS NOT NULL');
      const within = known.filter(({ period }) => inPeriods(filter, periodEnd(period))).map(({ period }) => period);
      return { sql: 'f.period IN (SELECT value FROM json_each(?))', values: [JSON.stringify(within)] };
    }
  }
}

function numbers(filter: Extract<ColumnFilter, { is: 'numbers' }>, column: string): Clause {
  const clauses: Clause[] = [];
  const side = (end: NumberEnd | null, operator: string): void => {
    if (end === null) return;
    const number = end.of === 'shown' ? shown(column) : BASE;
    clauses.push({ sql: `${number} ${operator} CAST(? AS REAL)`, values: [end.value] });
  };
  side(filter.from, filter.fromStrict ? '>' : '>=');
  side(filter.to, filter.toStrict ? '<' : '<=');
  return { sql: clauses.map(({ sql }) => sql).join(' AND '), values: clauses.flatMap(({ values }) => values) };
}
