/**
 * The figures that a grid shows, in its order: filter and sort done in SQL once, the row ids kept, so that each further
 * page of a long grid is a slice. An entry holds for one state of the notebook and its audit.
 */
import type { z } from 'zod';
import type { FigureFilter, NotebookMessages } from '../../../contract/notebook';
import { filterKindOf, isFilteredColumn } from '../../../core/figure/columns';
import { FIELD_NAMES, fieldOf, type NarrowingField } from '../../../core/figure/fields';
import type { Bindable, ReadableDb } from '../../storage/db/db';
import { type Clause, clauseOf, contains } from './column-clauses';
import { CITATIONS, fieldText, sortKey } from './column-text';
import { readFilter } from '../../../core/table/typed/column-filter';
import { notSuperseded } from '../../storage/queries/versions';
import { namesOf } from '../../../core/base/names';

type PageRequest = z.output<NotebookMessages['figure.page']['request']>;
type Sort = PageRequest['sort'];
type Column = Sort[number]['column'];

const KEPT = 8;

export class FigureOrder {
  readonly #known = new Map<string, readonly number[]>();
  #state = '';

  constructor(private readonly db: ReadableDb) {}

  /** Row ids of the figures that pass `filter`, in the order of `sort`. `state` names what the answer rests on. */
  rowids(filter: FigureFilter, sort: Sort, state: string): readonly number[] {
    if (state !== this.#state) this.#known.clear();
    this.#state = state;
    const key = JSON.stringify([filter, sort]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const ids = selectRowids(this.db, filter, sort);
    this.#known.set(key, ids);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return ids;
  }
}

function selectRowids(db: ReadableDb, filter: FigureFilter, sort: Sort): readonly number[] {
  const { where, values } = whereOf(db, filter);
  const order = [...sort.map(({ column, descending }) => orderBy(column, descending)), 'f.position', 'f.rowid'].join(
    ', ',
  );
  const rest = `${where} ORDER BY ${order}`;
  const joins = JOINS.filter(([alias]) => rest.includes(alias)).map(([, join]) => join);
  const sql = `SELECT f.rowid FROM figure f ${joins.join(' ')} ${rest}`;
  return db
    .prepare<Bindable[], number>(sql)
    .pluck()
    .all(...values);
}

/** Joined only where filter or sort asks for it: over a long grid an idle join costs more than the sort. */
const JOINS: readonly (readonly [alias: string, join: string])[] = [
  ['d.', 'LEFT JOIN document d ON d.id = f.document'],
  ['a.', 'LEFT JOIN figure_audit a ON a.figure = f.id'],
];

/** Empty cells come last in either direction, as in a spreadsheet. */
function orderBy(column: Column, descending: boolean): string {
  return `${sortKey(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
}

const QUICK = ['f.quote', ...FIELD_NAMES.filter((name) => fieldOf(name).quick).map(fieldText)].join(` || ' ' || `);

const oneOf = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;

const CITED_BY = `f.id IN (SELECT l.figure FROM link l WHERE l.source = ?1 UNION
  SELECT cf.figure FROM citation_figure cf JOIN citation c ON c.id = cf.citation WHERE c.source = ?1)`;

const OF_NOTE = `coalesce((SELECT role FROM document WHERE id = f.document), 'note') <> 'source'`;

function whereOf(
  db: ReadableDb,
  filter: FigureFilter,
): { readonly where: string; readonly values: readonly Bindable[] } {
  const clauses = [...plainClauses(filter), ...setClauses(filter), ...textClauses(db, filter)];
  if (clauses.length === 0) return { where: '', values: [] };
  return {
    where: `WHERE ${clauses.map((clause) => `(${clause.sql})`).join(' AND ')}`,
    values: clauses.flatMap((clause) => clause.values),
  };
}

/** How figures are asked for by one value of a field; a field that the table lets narrow does not compile without one. */
const BY_ONE: { readonly [F in NarrowingField<'one'>]: (value: string) => Clause } = {
  metric: (value) => ({ sql: 'f.metric = ? OR f.metric_label = ?', values: [value, value] }),
  // The audit counts figures without an entity under ''; asked for by that name they are found.
  entity: (value) =>
    value === '' ? { sql: 'f.entity IS NULL', values: [] } : { sql: 'f.entity = ?', values: [value] },
  period: (value) => ({ sql: 'f.period = ?', values: [value] }),
};

/** The column of each field that figures are asked for by several values of. */
const BY_SEVERAL: { readonly [F in NarrowingField<'several'>]: string } = {
  provenance: 'f.provenance',
  assertion: 'f.assertion',
  review: 'f.review',
};

function plainClauses(filter: FigureFilter): readonly Clause[] {
  const clauses: Clause[] = [];
  // Older versions are shown only where somebody asks for them by name.
  if (filter.document === undefined && filter.ids === undefined) clauses.push({ sql: notSuperseded('f'), values: [] });
  const equals = (column: string, value: Bindable | undefined): void => {
    if (value !== undefined) clauses.push({ sql: `${column} = ?`, values: [value] });
  };
  equals('f.document', filter.document);
  equals('f.section', filter.section);
  for (const field of namesOf(BY_ONE)) {
    const value = filter[field];
    if (value !== undefined) clauses.push(BY_ONE[field](value));
  }
  if (filter.tiedOut !== undefined) {
    // What the score does not count is not open either.
    const open = 'coalesce(a.tied, 0) = 0 AND coalesce(a.counted, 0) = 1';
    clauses.push({ sql: filter.tiedOut ? 'a.tied = 1' : open, values: [] });
  }
  // A source's figures are evidence and miss none.
  if (filter.withoutCitation === true) clauses.push({ sql: `${CITATIONS} = 0 AND ${OF_NOTE}`, values: [] });
  if (filter.withoutCitation === false) clauses.push({ sql: `${CITATIONS} > 0`, values: [] });
  if (filter.source !== undefined) {
    clauses.push({ sql: CITED_BY.replaceAll('?1', '?'), values: [filter.source, filter.source] });
  }
  return clauses;
}

function setClauses(filter: FigureFilter): readonly Clause[] {
  const clauses: Clause[] = [];
  const among = (column: string, values: readonly string[] | undefined): void => {
    if (values !== undefined) clauses.push({ sql: oneOf(column), values: [JSON.stringify(values)] });
  };
  for (const field of namesOf(BY_SEVERAL)) among(BY_SEVERAL[field], filter[field]);
  among('f.id', filter.ids);
  return clauses;
}

/** Every word of the quick filter must be there, in any order. */
function textClauses(db: ReadableDb, filter: FigureFilter): readonly Clause[] {
  const words = (filter.quick ?? '').split(/\s+/).filter(Boolean);
  const quick = words.map((word) => contains(QUICK, word));
  const columns = Object.entries(filter.columns ?? {}).flatMap(([column, text]) => columnClause(db, column, text));
  return [...quick, ...columns];
}

/** One filter of the filter row, read by the kind of its column. */
function columnClause(db: ReadableDb, column: string, text: string): readonly Clause[] {
  if (!isFilteredColumn(column)) return [];
  const filter = readFilter(text, filterKindOf(column));
  return filter === null ? [] : [clauseOf(db, filter, column)];
}
