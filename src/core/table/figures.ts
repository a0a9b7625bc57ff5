/**
 * Reads the figures of a sheet by its mapping: one for each cell in a column of values, with what its row, its column and
 * the table say of it. Pure: the same sheet and mapping always give the same figures.
 */
import { type LeftOut, readCell, type TableFigure } from './cell-figure';
import { daysIn, openDays } from './day-order';
import { isMergedTitle, periodsOfRow } from './head';
import type { ColumnMapping, FigureAttributes, Sheet, TableMapping, TableRow } from './model';
import { cellText, type Role } from '../figure/cell/cell';
import { readRow, type RowColumns, type Section } from './row';
import { lexiconUnit } from './table-words';
import { unitSaid } from './unit-rows';

export interface ReadTable {
  /** Rows behind the head. */
  readonly rows: number;
  readonly figures: readonly TableFigure[];
  /** Cells of columns of values that give no figure and hold something. */
  readonly left: readonly LeftOut[];
  /** Cells of columns of values with nothing in them: blank, `–`, `n.a.`. */
  readonly empty: number;
  /** Rows whose date could be read with day or month first. */
  readonly eitherOrder: number;
}

interface Columns extends RowColumns {
  readonly value: readonly { readonly index: number; readonly column: ColumnMapping }[];
}

/**
 * The figures of all rows behind the head, in order of row and column; what gives none is listed with its reason. Tables
 * below the first one are read by their own heads.
 */
export function readTable(sheet: Sheet, mapping: TableMapping): ReadTable {
  const read = partsOf(sheet, mapping).map(({ body, by }) => readPart(body, by));
  return {
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    figures: read.flatMap(({ figures }) => figures),
    left: read.flatMap(({ left }) => left),
    empty: read.reduce((sum, { empty }) => sum + empty, 0),
    eitherOrder: read.reduce((sum, { eitherOrder }) => sum + eitherOrder, 0),
  };
}

interface Part {
  readonly body: readonly TableRow[];
  readonly by: TableMapping;
}

function partsOf({ rows }: Sheet, mapping: TableMapping): readonly Part[] {
  const blocks = mapping.blocks ?? [];
  const first = { body: rows.slice(mapping.head.row + mapping.head.rows, blocks[0]?.from), by: mapping };
  return [
    first,
    ...blocks.map(({ head, columns, defaults }, index): Part => {
      const body = rows.slice(head.row + head.rows, blocks[index + 1]?.from);
      return { body, by: { ...mapping, head, columns, defaults: over(mapping.defaults, defaults) } };
    }),
  ];
}

/** What a person says of all figures holds for those that nothing nearer is said of. */
const over = (all: FigureAttributes, own: FigureAttributes): FigureAttributes => ({
  metric: own.metric ?? all.metric,
  entity: own.entity ?? all.entity,
  period: own.period ?? all.period,
  basis: own.basis ?? all.basis,
  unit: own.unit ?? all.unit,
  scale: own.scale ?? all.scale,
  currency: own.currency ?? all.currency,
  provenance: own.provenance ?? all.provenance,
  assertion: own.assertion ?? all.assertion,
});

/** A row of periods in the middle heads the columns from there on, where no column of periods does. */
function readPart(body: readonly TableRow[], given: TableMapping): ReadTable {
  const columns = columnsOf(given, body);
  let mapping = isStatement(body, columns)
    ? { ...given, defaults: { ...given.defaults, unit: 'money' as const } }
    : given;
  const sections = sectionsOf(body, columns);
  const figures: TableFigure[] = [];
  const left: LeftOut[] = [];
  let empty = 0;
  let anew: ReadonlyMap<number, string> | null = null;
  for (const row of body) {
    const heads = columns.periods.length > 0 ? null : periodsOfRow(row);
    if (heads !== null) {
      anew = heads;
      continue;
    }
    const unit = unitSaid(row);
    if (unit !== null) mapping = { ...mapping, defaults: { ...mapping.defaults, ...unit } };
    if (isMergedTitle(row)) continue;
    const said = readRow(row, columns, mapping, sections.get(row) ?? null);
    for (const { index, column } of columns.value) {
      const cell = row.cells[index];
      if (cell === undefined || cell === '') {
        empty += 1;
        continue;
      }
      const period = anew?.get(index) ?? column.says.period;
      const own = anew === null ? column : { ...column, says: { ...column.says, period } };
      const made = readCell(cell, { row, index, column: own, said, mapping });
      if (made === null) empty += 1;
      else if ('reason' in made) left.push(made);
      else figures.push(made);
    }
  }
  return { rows: body.length, figures, left, empty, eitherOrder: openDays(body, columns.periods[0], columns.days) };
}

function columnsOf({ columns }: TableMapping, body: readonly TableRow[]): Columns {
  const at: Partial<Record<Role, number>> = {};
  const value: { index: number; column: ColumnMapping }[] = [];
  const periods: number[] = [];
  columns.forEach((column, index) => {
    if (column.role === 'value') value.push({ index, column });
    else at[column.role] ??= index;
    if (column.role === 'period') periods.push(index);
  });
  return { value, at, periods, days: daysIn(body, periods[0]) };
}

const FEWEST_MONEY = 4;
const LONGEST_STATEMENT = 1000;

/** Rows of a statement, or its columns, are of money, also those whose names nobody knows, unless they say otherwise. */
function isStatement(body: readonly TableRow[], { at: { metric, period }, value }: Columns): boolean {
  if (body.length > LONGEST_STATEMENT || (metric !== undefined && period !== undefined)) return false;
  const names =
    metric === undefined
      ? value.map(({ column }) => column.says.metric ?? '')
      : body.map((row) => cellText(row.cells[metric]).trim());
  const units = names.map((name) => lexiconUnit(name));
  const money = units.filter((unit) => unit === 'money').length;
  return money >= FEWEST_MONEY && money * 3 >= units.length;
}

/** Labels without values head the rows below them. */
function sectionsOf(body: readonly TableRow[], { value, at, periods }: Columns): ReadonlyMap<TableRow, Section> {
  const sections = new Map<TableRow, Section>();
  const metric = at.metric;
  // In a long table labels repeat as they must.
  if (metric === undefined || at.period !== undefined || body.length > 5000) return sections;
  const labelIn = (row: TableRow): string => cellText(row.cells[metric]).trim();
  const counts = new Map<string, number>();
  let title = '';
  let stretch = 0;
  // Below new heads of periods the same labels come again as they must.
  const placed = body.map((row) => {
    if (periods.length === 0 && periodsOfRow(row) !== null) stretch += 1;
    const key = `${stretch} ${labelIn(row)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { row, key };
  });
  for (const { row, key } of placed) {
    const label = labelIn(row);
    const isBare = value.every(({ index }) => cellText(row.cells[index]).trim() === '');
    if (isBare && label !== '') title = label;
    else if (title !== '') sections.set(row, { title, tells: (counts.get(key) ?? 0) > 1 });
  }
  return sections;
}
