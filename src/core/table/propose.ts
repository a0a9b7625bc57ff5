/**
 * Proposes what the columns of a sheet mean: which hold values, and where metric, entity, period and the rest of each
 * value are said: in a column beside it or in its head. A proposal only: every part of it can be corrected.
 */
import { assignRoles } from './column-roles';
import { attributesOf, type Told, withChanges } from './column-says';
import { type Column, columnCount, describe } from './columns';
import { findHead, type Head, lookOf } from './head';
import {
  type ColumnMapping,
  type FigureAttributes,
  type KeyField,
  NO_ATTRIBUTES,
  type Sheet,
  type TableBlock,
  type TableMapping,
} from './model';
import { cellText, type Locale, type Role } from '../figure/cell/cell';
import { localeVote } from '../figure/cell/numeral';
import { findPeriod, meaningOf, readPeriod } from '../figure/cell/period-cell';
import { besides, namesAxes, type Part, partsBelow, rowsOutside, type Stretch, withinColumns } from './parts';
import { statedPeriod } from './relative-heads';
import { labelOf } from './table-words';
import { unitAbove } from './unit-rows';
import { NO_UNIT, type UnitAttributes, unitOfCaption } from './units';
import { readValueCell } from '../figure/cell/value-cell';
import { dollarOf, ownDollar } from './workbook-money';

export interface ProposalHints {
  /** Names the source. */
  readonly title: string;
  /** Between the fields of a text: a semicolon goes with decimal commas. */
  readonly delimiter: string | null;
}

/** The sheet that most likely holds the table: the first visible one with many numbers, else with any, else the first. */
export function proposeSheet(sheets: readonly Sheet[]): number {
  const numbers = sheets.map(({ rows }) =>
    rows.slice(0, 200).reduce((sum, { cells }) => sum + cells.filter((cell) => lookOf(cell) === 'number').length, 0),
  );
  const holding = (least: number) => sheets.findIndex(({ hidden }, index) => !hidden && (numbers[index] ?? 0) >= least);
  const [table, any] = [holding(FEWEST_OF_TABLE), holding(1)];
  if (table !== -1) return table;
  return any === -1
    ? Math.max(
        0,
        numbers.findIndex((count) => count > 0),
      )
    : any;
}

/** A cover or a summary has a few numbers; a sheet with more of them holds a table. */
const FEWEST_OF_TABLE = 12;

interface Proposed {
  readonly columns: readonly Column[];
  readonly roles: readonly Role[];
  readonly mapped: readonly ColumnMapping[];
  /** The days and periods that heads and columns say. */
  readonly periods: readonly string[];
}

/** The columns of the table below `head`, up to the row `end`. */
function proposeColumns(sheet: Sheet, head: Head, end: number, told: Told): Proposed {
  const columns = describe(sheet, head, end);
  const roles = assignRoles(columns);
  const says = columns.map((column): ColumnMapping => {
    const role = roles[column.index] ?? 'ignore';
    return { role, says: role === 'value' ? attributesOf(column, roles, told) : NO_ATTRIBUTES };
  });
  const mapped = withChanges(says, columns);
  const said = mapped.flatMap(({ says: { period } }) => (period === null ? [] : [period]));
  return { columns, roles, mapped, periods: [...said, ...columns.flatMap((column) => periodsIn(column, roles))] };
}

/** `head` where the person says which rows it is: then all rows below it are one table. */
export function proposeMapping(
  sheets: readonly Sheet[],
  sheetIndex: number,
  hints: ProposalHints,
  head?: Head,
): TableMapping {
  const sheet = sheets[sheetIndex];
  if (sheet === undefined) throw new RangeError(`There is no sheet ${sheetIndex}.`);
  const at = head ?? findHead(sheet);
  const below = head === undefined ? partsBelow(sheet, at.row + at.rows) : [];
  const dollar = dollarOf(sheets);
  const told = { dollar, stated: statedPeriod([...captionsOf(sheet, 0, at.row + at.rows - 1), sheet.name]) };
  const own = firstTable(sheet, at, below);
  const { columns, roles, mapped, periods } = proposeColumns(own.sheet, at, own.sheet.rows.length, told);
  const defaults = proposeDefaults(own.sheet, at, columns, roles, dollar);
  return {
    sheet: sheetIndex,
    head: at,
    columns: mapped,
    locale: proposeLocale(columns, roles, hints),
    dates: meaningOf(periods),
    defaults,
    source: hints.title,
    key: proposeKey(mapped),
    doubtful: 'keep',
    dollar,
    blocks: proposeBlocks(sheet, { head: at, columns: mapped, defaults, beside: own.beside }, below, told),
  };
}

/** The rows of the first table, without those of others below and beside it, and the columns of those beside it. */
function firstTable(sheet: Sheet, head: Head, parts: readonly Part[]): { sheet: Sheet; beside: readonly Stretch[] } {
  const first = head.row + head.rows;
  const rows =
    parts.length === 0 ? sheet.rows : [...sheet.rows.slice(0, first), ...rowsOutside(sheet.rows, first, parts)];
  const [own, ...beside] = besides(rows.slice(head.row), head.rows);
  const isAlone = own === undefined || beside.length === 0;
  return { sheet: { ...sheet, rows: isAlone ? rows : withinColumns(rows, own) }, beside };
}

type First = Pick<TableMapping, 'head' | 'columns' | 'defaults'> & { readonly beside: readonly Stretch[] };

/** The tables below and beside the first, in order of their rows; rows between them are the first table's again. */
function proposeBlocks(sheet: Sheet, first: First, parts: readonly Part[], told: Told): TableBlock[] {
  const { head, columns, defaults, beside } = first;
  const end = parts[0]?.from ?? sheet.rows.length;
  const right = beside.map((stretch): TableBlock => {
    const rows = withinColumns(sheet.rows.slice(0, end), stretch);
    const { mapped } = proposeColumns({ ...sheet, rows }, head, rows.length, told);
    return { from: end, head, columns: mapped, defaults };
  });
  const below = parts.flatMap((part, index): TableBlock[] => {
    const next = parts[index + 1]?.from ?? sheet.rows.length;
    const again = { from: part.to, head: { row: part.to, rows: 0 }, columns, defaults };
    return [...proposePart(sheet, head, part, told), ...(part.to < next ? [again] : [])];
  });
  return [...right, ...below];
}

/** What is said above the first table holds for those below it, until their own titles say otherwise. */
function proposePart(sheet: Sheet, first: Head, part: Part, told: Told): TableBlock[] {
  const { dollar } = told;
  const { from, to, head, title, grid } = part;
  const above = unitsOf(sheet, [...captionsOf(sheet, 0, first.row), ...firstCells(sheet, first)]);
  const stated = unitsOf(sheet, captionsOf(sheet, from, head.row));
  const nearest = stated.scale === null ? unitAbove(sheet.rows.slice(0, head.row)) : null;
  const own = { scale: stated.scale ?? nearest?.scale ?? null, currency: stated.currency ?? nearest?.currency ?? null };
  const captioned = ownDollar(own.currency ?? above.currency, title, dollar);
  if (grid !== null) {
    const columns = gridColumns(title, grid, columnCount(sheet), dollar);
    return [{ from, head, columns, defaults: { ...NO_ATTRIBUTES, scale: 0, currency: captioned } }];
  }
  const scale = own.scale ?? above.scale ?? 0;
  const stretches = besides(sheet.rows.slice(head.row, to), head.rows);
  return stretches.map((stretch, index): TableBlock => {
    const rows = stretches.length > 1 ? withinColumns(sheet.rows.slice(0, to), stretch) : sheet.rows;
    const { columns, roles, mapped } = proposeColumns({ ...sheet, rows }, head, to, told);
    const corner = unitsOf(sheet, cornerOf(columns, roles));
    const currency = captioned ?? corner.currency ?? ownDollar(currencyOfCells(columns, roles), '', dollar);
    const defaults = { ...NO_ATTRIBUTES, period: yearIn(title), scale: corner.scale ?? scale, currency };
    return { from: index === 0 ? from : to, head, columns: mapped, defaults };
  });
}

/** What comes out of a grid is what its title names; a value of a share is printed in full. */
function gridColumns(title: string, grid: readonly number[], count: number, dollar: string | null): ColumnMapping[] {
  const { text, unit, scale, currency } = labelOf(title);
  const isPrice = /\bprice\b/iu.test(text) && (unit === null || unit === 'money');
  const says: FigureAttributes = {
    ...NO_ATTRIBUTES,
    metric: text === '' ? null : text,
    // Growth and margins that a title names as axes are no unit of what comes out.
    unit: isPrice ? 'per_share' : namesAxes(text) ? null : unit,
    scale,
    currency: ownDollar(currency ?? unitOfCaption(title).currency, title, dollar),
  };
  return Array.from({ length: count }, (_, index): ColumnMapping => {
    if (grid.includes(index)) return { role: 'value', says };
    return { role: index === (grid[0] ?? 0) - 1 ? 'basis' : 'ignore', says: NO_ATTRIBUTES };
  });
}

/** `Interest expense (2024)`: a year or a part of one; a day may be the day of writing. */
function yearIn(title: string): string | null {
  const period = findPeriod(title)?.period ?? null;
  return period !== null && /^(?:FY\d{4}|\d{4}[QH]\d)$/.test(period) ? period : null;
}

function periodsIn(column: Column, roles: readonly Role[]): readonly string[] {
  if (roles[column.index] !== 'period') return [];
  return column.texts.flatMap((text) => readPeriod(text)?.period ?? []);
}

function proposeLocale(columns: readonly Column[], roles: readonly Role[], hints: ProposalHints): Locale {
  const votes = { point: 0, comma: 0 };
  for (const column of columns) {
    if (roles[column.index] !== 'value') continue;
    for (const text of column.texts) {
      const vote = localeVote(text);
      if (vote !== null) votes[vote] += 1;
    }
  }
  if (votes.point !== votes.comma) return votes.comma > votes.point ? 'comma' : 'point';
  return hints.delimiter === ';' ? 'comma' : 'point';
}

const UNIT_LINE = /单位|單位|\bin (?:thousands|millions|billions)\b/i;
const CAPTION_ROWS = 12;
const LONGEST_CAPTION = 300;

const captionsOf = ({ rows }: Sheet, from: number, to: number): readonly string[] =>
  rows.slice(Math.max(from, to - CAPTION_ROWS), to).flatMap(({ cells }) => cells.map(cellText));

const cornerOf = (columns: readonly Column[], roles: readonly Role[]): readonly string[] =>
  columns
    .filter((column) => roles[column.index] === 'metric' || (column.index === 0 && roles[0] !== 'value'))
    .map((column) => column.head);

/** What the head of the first table says over its labels holds for the tables below it too. */
const firstCells = ({ rows }: Sheet, { row, rows: count }: Head): readonly string[] =>
  rows.slice(row, row + count).map(({ cells }) => cellText(cells[0]));

function unitsOf({ name }: Sheet, texts: readonly string[]): UnitAttributes {
  let said: UnitAttributes = NO_UNIT;
  for (const text of [...texts, name]) {
    if (text.length > LONGEST_CAPTION) continue;
    const found = unitOfCaption(text);
    said = { unit: null, scale: said.scale ?? found.scale, currency: said.currency ?? found.currency };
  }
  return said;
}

/** What captions above the head, and the head of the labels itself, say of all numbers. */
function proposeDefaults(
  sheet: Sheet,
  head: Head,
  columns: readonly Column[],
  roles: readonly Role[],
  dollar: string | null,
): FigureAttributes {
  // Chinese statements say their unit beside their day, right above the heads of the columns.
  const over = captionsOf(sheet, head.row, head.row + head.rows - 1).filter((text) => UNIT_LINE.test(text));
  const captions = [...captionsOf(sheet, 0, head.row), ...over];
  const said = unitsOf(sheet, [...captions, ...cornerOf(columns, roles)]);
  const currency = ownDollar(said.currency ?? currencyOfCells(columns, roles), captions.join(' '), dollar);
  return { ...NO_ATTRIBUTES, scale: said.scale, currency };
}

/** Statements print the sign of their money only in the first row and the last: it is that of the rows between. */
function currencyOfCells(columns: readonly Column[], roles: readonly Role[]): string | null {
  if (!roles.includes('metric') || roles.includes('period')) return null;
  const signed = columns
    .filter((column) => roles[column.index] === 'value')
    .flatMap((column) => column.texts.filter((text) => /[$€£¥₹]/u.test(text)))
    .flatMap((text) => {
      const read = readValueCell(text, 'point');
      return read.kind === 'value' && read.currency !== null ? [read.currency] : [];
    });
  const [currency = null, other] = new Set(signed);
  return other === undefined ? currency : null;
}

function proposeKey(columns: readonly ColumnMapping[]): readonly KeyField[] {
  const isClassed = columns.some(({ role, says }) => role === 'provenance' || says.provenance !== null);
  return ['metric', 'entity', 'period', 'basis', ...(isClassed ? (['provenance'] as const) : [])];
}
