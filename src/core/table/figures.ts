/**
 * Reads the figures of a sheet by its mapping: one for each cell in a column of values, with what its row, its column and
 * the table say of it. Pure: the same sheet and mapping always give the same figures.
 */
import { type LeftOut, readCell, type TableFigure } from './cell-figure';
import { daysIn, openDays } from './day-order';
import { isMergedTitle, periodsOfRow } from './head';
import {
  type ColumnMapping,
  type FigureAttributes,
  NO_ATTRIBUTES,
  type Sheet,
  type TableMapping,
  type TableRow,
} from './model';
import { besides, type Part, partsBelow, rowsOutside, type Stretch, withinColumns } from './parts';
import { proposeMapping } from './propose';
import { cellText, type Role } from '../figure/cell/cell';
import { readRow, type RowColumns, type Section } from './row';
import { labelOf, lexiconUnit } from './table-words';
import { unitOfCaption } from './units';

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
 * The figures of all rows behind the head, in order of row and column; what gives none is listed with its reason. A row
 * of periods in the middle of the sheet heads the columns from there on, where no column of periods does; a table that
 * begins further down with heads of its own is read by those.
 */
export function readTable(sheet: Sheet, mapping: TableMapping): ReadTable {
  const first = mapping.head.row + mapping.head.rows;
  const parts = partsBelow(sheet, first);
  const body = rowsOutside(sheet.rows, first, parts);
  const [main, ...beside] = besides([...sheet.rows.slice(mapping.head.row, first), ...body], mapping.head.rows);
  const own = readRows(beside.length === 0 || main === undefined ? body : withinColumns(body, main), mapping);
  const head = { row: mapping.head.row, rows: mapping.head.rows };
  const right = { from: head.row, to: parts[0]?.from ?? sheet.rows.length, head, grid: null };
  const all = [
    own,
    ...beside.map((columns) => readStretch(sheet, right, columns, mapping)),
    ...parts.flatMap((part) => readPart(sheet, part, mapping)),
  ];
  return {
    rows: sheet.rows.length - first,
    figures: all.flatMap(({ figures }) => figures),
    left: all.flatMap(({ left }) => left),
    empty: all.reduce((sum, { empty }) => sum + empty, 0),
    eitherOrder: own.eitherOrder,
  };
}

/** A table below the first: its columns mean what its own heads say, all else is as it was chosen for the sheet. */
function readPart(sheet: Sheet, part: Part, mapping: TableMapping): ReadTable[] {
  const { from, to, head, grid } = part;
  const rows = sheet.rows.slice(head.row, to);
  const all = { from: 0, to: Number.POSITIVE_INFINITY };
  const stretches = grid === null ? besides(rows, head.rows) : [all];
  if (stretches.length > 1) return stretches.map((columns) => readStretch(sheet, { ...part, from }, columns, mapping));
  return [readStretch(sheet, part, all, mapping)];
}

function readStretch(
  sheet: Sheet,
  { from, to, head, grid }: Part,
  columnsOfPart: Stretch,
  mapping: TableMapping,
): ReadTable {
  const rows = withinColumns(sheet.rows.slice(from, to), columnsOfPart);
  const at = { row: head.row - from, rows: head.rows };
  const own = { ...sheet, rows };
  const said = proposeMapping([own], 0, { title: mapping.source, delimiter: null, dollar: mapping.dollar ?? null }, at);
  const columns = grid === null ? said.columns : gridColumns(grid, said.columns.length);
  const defaults = {
    ...mapping.defaults,
    scale: said.defaults.scale ?? mapping.defaults.scale,
    currency: said.defaults.currency ?? mapping.defaults.currency,
  };
  return readRows(rows.slice(at.row + at.rows), { ...mapping, dates: said.dates, columns, defaults });
}

/** What comes out of a grid is what its title names. */
function gridColumns({ title, columns }: NonNullable<Part['grid']>, count: number): ColumnMapping[] {
  const { text, unit, scale, currency } = labelOf(title);
  const isPrice = /\bprice\b/iu.test(text) && (unit === null || unit === 'money');
  const says: FigureAttributes = {
    ...NO_ATTRIBUTES,
    metric: text === '' ? null : text,
    unit: isPrice ? 'per_share' : unit,
    scale,
    currency: currency ?? unitOfCaption(title).currency,
  };
  return Array.from({ length: count }, (_, index) =>
    columns.includes(index) ? { role: 'value', says } : { role: 'ignore', says: NO_ATTRIBUTES },
  );
}

function readRows(body: readonly TableRow[], given: TableMapping): ReadTable {
  const columns = columnsOf(given, body);
  const mapping = isStatement(body, columns)
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

/** Rows of a statement are of money, also those whose names nobody knows, unless they say otherwise. */
function isStatement(body: readonly TableRow[], { at: { metric, period } }: Columns): boolean {
  if (metric === undefined || period !== undefined || body.length > LONGEST_STATEMENT) return false;
  const units = body.map((row) => lexiconUnit(cellText(row.cells[metric]).trim()));
  const money = units.filter((unit) => unit === 'money').length;
  return money >= FEWEST_MONEY && money * 3 >= units.length;
}

const LONGEST_STATEMENT = 1000;

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
