/** The columns of a table before anything is said of them: their heads, and what stands below. */
import { dayOrderOf, plainDay } from './day-order';
import { type Head, headTexts, type Look, lookOf } from './head';
import type { Sheet } from './model';
import { type Cell, cellText } from '../figure/cell/cell';
import { isPartOfYear } from '../figure/cell/period-cell';

/** Rows that are looked at to tell what a column holds. */
const SAMPLE = 400;

export interface Column {
  readonly index: number;
  readonly heads: readonly string[];
  readonly head: string;
  readonly texts: readonly string[];
  readonly cells: readonly (Cell | undefined)[];
  readonly filled: number;
  readonly looks: Readonly<Record<Look, number>>;
}

/** The width of the sheet: the most cells that any row has. */
export const columnCount = ({ rows }: Pick<Sheet, 'rows'>): number =>
  rows.reduce((most, { cells }) => (cells.length > most ? cells.length : most), 0);

/** What stands in each column behind the head, up to the row `end` of the sheet. */
export function describe(sheet: Sheet, head: Head, end: number = sheet.rows.length): readonly Column[] {
  const count = columnCount(sheet);
  const shown = headTexts(sheet, head, count);
  const { order } = dayOrderOf(shown.flat());
  const heads = shown.map((texts) => texts.map((text) => plainDay(text, order)));
  const body = sampleOf(sheet.rows.slice(0, end), head.row + head.rows);
  return heads.map((texts, index) => {
    const looks: Record<Look, number> = { empty: 0, number: 0, year: 0, period: 0, text: 0 };
    const written = body.map((row) => row.cells[index]);
    const days = dayOrderOf(written.map(cellText)).order;
    const cells = written.map((cell) => (typeof cell === 'string' ? plainDay(cell, days) : cell));
    for (const cell of cells) looks[lookOf(cell)] += 1;
    const filled = cells.length - looks.empty;
    return { index, heads: texts, head: texts.join(' '), texts: cells.map(cellText), cells, filled, looks };
  });
}

/** The first rows and some from further down, evenly. */
function sampleOf(rows: Sheet['rows'], from: number): Sheet['rows'] {
  const body = rows.length - from;
  if (body <= SAMPLE) return rows.slice(from);
  const step = body / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, n) => rows[from + Math.floor(n < SAMPLE / 2 ? n : n * step)]).filter(
    (row) => row !== undefined,
  );
}

/** The part of a column's filled cells that look like one of `looks`, from 0 to 1. */
export const share = (column: Column, ...looks: readonly Look[]): number =>
  column.filled === 0 ? 0 : looks.reduce((sum, one) => sum + column.looks[one], 0) / column.filled;

/** At least half of the filled cells are numbers or years, and one is a number. */
export const isNumeric = (column: Column): boolean => column.looks.number > 0 && share(column, 'number', 'year') >= 0.5;
/** Quarters without their year, which stands in a column of its own. */
export const isPartial = (column: Column): boolean =>
  column.filled > 0 && column.texts.filter((text) => text.trim() !== '').every(isPartOfYear);
/** Nearly all filled cells are periods or years. */
export const isPeriodic = (column: Column): boolean => share(column, 'period', 'year') >= 0.8;
