/** Filters of the grid's filter row as SQL over `figure f`. */
import { searchForm } from '../../../core/base/fold';
import type { FilteredColumn } from '../../../core/figure/columns';
import { type CellWords, cellWordsOf } from '../../../core/figure/display/cells';
import type { FigureValues } from '../../../core/figure/fields';
import { type ColumnFilter, inPeriods, type NumberEnd } from '../../../core/table/typed/column-filter';
import { periodEnd } from '../../../core/figure/period/period-end';
import { all, type Bindable, type ReadableDb } from '../../storage/db/db';
import { CITATIONS, filterText } from './column-text';

export interface Clause {
  readonly sql: string;
  readonly values: readonly Bindable[];
}

/** Whether `expression` has `word` in it, without case. */
export const contains = (expression: string, word: string): Clause => ({
  sql: `${expression} LIKE ? ESCAPE '\\'`,
  values: [`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`],
});

const BASE = `(CASE WHEN f.direction = 'down' THEN -1 ELSE 1 END) * CAST(coalesce(f.low, f.high) AS REAL)`;
/** Binary fractions of what the cell shows: more places than anybody types are rounded away. */
const shown = (column: FilteredColumn): string =>
  column === 'citations' ? CITATIONS : `round(${BASE} / (CASE f.scale WHEN 0 THEN 1.0 ELSE pow(10, f.scale) END), 9)`;

/** A filter as a clause. Asks the notebook for the few cells there are where a column shows other words than it stores. */
export function clauseOf(db: ReadableDb, filter: ColumnFilter, column: FilteredColumn): Clause {
  if (filter.is === 'numbers') return numbers(filter, column);
  if (filter.is === 'periods') {
    return cellsWhere(db, ['period'], ({ period }) => period !== null && inPeriods(filter, periodEnd(period)));
  }
  const worded = cellWordsOf(column);
  if (worded !== null) return cellsWhere(db, worded.of, (cell) => passesWords(filter, worded, cell));
  const expression = filterText(column);
  const text = column === 'citations' ? `nullif(CAST(${CITATIONS} AS TEXT), '0')` : expression;
  switch (filter.is) {
    case 'words': {
      const { sql, values } = contains(expression, filter.words);
      return filter.not ? { sql: `NOT coalesce(${sql}, 0)`, values } : { sql, values };
    }
    case 'any': {
      const some = filter.of.map((word) => contains(expression, word));
      return { sql: some.map(({ sql }) => `(${sql})`).join(' OR '), values: some.flatMap(({ values }) => values) };
    }
    case 'empty':
      return { sql: `trim(coalesce(${text}, '')) = ''`, values: [] };
    case 'filled':
      return { sql: `trim(coalesce(${text}, '')) <> ''`, values: [] };
  }
}

/** Figures whose cells pass. The cells are asked for once each: a notebook has few periods, units and classes. */
function cellsWhere(db: ReadableDb, of: CellWords['of'], pass: (cell: FigureValues) => boolean): Clause {
  const columns = of.map((field) => `f.${field}`).join(', ');
  const cells = all<FigureValues & { readonly key: string }>(
    db,
    `SELECT DISTINCT ${columns}, json_array(${columns}) AS key FROM figure f`,
  );
  const keys = cells.filter(pass).map(({ key }) => key);
  return {
    sql: `json_array(${columns}) IN (SELECT value FROM json_each(?))`,
    values: [JSON.stringify(keys)],
  };
}

/** `Third party`, `third_party` and `third-party` are the same words, and so are `2026 Q1` and `2026Q1`. */
const joined = (text: string): string => searchForm(text).replaceAll(/[\s_-]+/g, '');

/** What the cell shows has the word in it, or the word is the stored name in full: `unreviewed`, `percent`. */
function passesWords(
  filter: Exclude<ColumnFilter, { is: 'numbers' | 'periods' }>,
  { of, words }: CellWords,
  cell: FigureValues,
): boolean {
  const text = joined(words(cell));
  const stored = joined(String(cell[of[0]] ?? ''));
  const says = (word: string): boolean => text.includes(joined(word)) || stored === joined(word);
  switch (filter.is) {
    case 'words':
      return says(filter.words) !== filter.not;
    case 'any':
      return filter.of.some(says);
    case 'empty':
      return text === '';
    case 'filled':
      return text !== '';
  }
}

function numbers(filter: Extract<ColumnFilter, { is: 'numbers' }>, column: FilteredColumn): Clause {
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
