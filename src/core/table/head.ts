/** Finds where a sheet's head stands, and what each of its columns is headed, also over two and three rows. */
import { roleOfHead } from '../figure/cell/column-words';
import type { Sheet, TableRow } from './model';
import { type Cell, cellText } from '../figure/cell/cell';
import { findPeriod, readPeriod } from '../figure/cell/period-cell';
import { readHeadLabel } from './units';
import { readValueCell } from '../figure/cell/value-cell';

/** What a cell looks like before anything is known of its column. A year may also be a number. */
export type Look = 'empty' | 'number' | 'year' | 'period' | 'text';

const YEAR = /^(?:19|20)\d\d$/;
/** A number that its format shows as `2024A` or `FY2026E`. */
const MARKED_YEAR = /^(?:FY|CY)?\s?(?:19|20)\d\d\s?[AEFPB]?$/;

/** The periods that a row between the values gives its columns anew, as statements below each other on one sheet do; null for other rows. */
export function periodsOfRow({ cells }: TableRow): ReadonlyMap<number, string> | null {
  const found = new Map<number, string>();
  for (const [column, cell] of cells.slice(1, 200).entries()) {
    const look = lookOf(cell);
    if (look === 'empty') continue;
    if (look !== 'year' && look !== 'period') return null;
    const text = typeof cell === 'object' && cell.date !== undefined ? cell.date : cellText(cell);
    const read = findPeriod(text);
    if (read !== null) found.set(column + 1, read.period);
  }
  return found.size >= FEWEST_PERIODS ? found : null;
}

/**
 * What a cell looks like when a head is searched: empty, words, a period, a bare year or a number. A cell that shows an
 * error counts as a number, because a formula stood there.
 */
export function lookOf(cell: Cell | undefined): Look {
  if (cell === undefined) return 'empty';
  if (typeof cell !== 'string') {
    if (cell.date !== undefined) return 'period';
    if (cell.value !== undefined) return MARKED_YEAR.test(cell.text) && cell.unit === undefined ? 'year' : 'number';
    if (cell.error === true) return 'number';
  }
  const text = cellText(cell).trim();
  if (text === '') return 'empty';
  if (YEAR.test(text)) return 'year';
  if (!/\d/.test(text)) return readValueCell(text, 'point').kind === 'empty' ? 'empty' : 'text';
  if (readPeriod(text) !== null || isPeriodWithUnit(text)) return 'period';
  return isNumber(text) ? 'number' : 'text';
}

/** `FY2024 (EUR m)` heads a column as `FY2024` does. */
function isPeriodWithUnit(text: string): boolean {
  if (!/[([（【]/.test(text)) return false;
  const found = findPeriod(text);
  return found !== null && found.rest !== '' && readHeadLabel(found.rest).text === '';
}

const isNumber = (text: string): boolean =>
  text.length <= 60 && (readValueCell(text, 'point').kind === 'value' || readValueCell(text, 'comma').kind === 'value');

export interface Head {
  readonly row: number;
  readonly rows: number;
}

/** Rows in which a head is looked for. */
const SEARCHED = 60;
const MOST_HEAD_ROWS = 3;

interface Look1 {
  readonly filled: number;
  readonly numbers: number;
  /** Texts, years and periods behind the first column. */
  readonly behind: number;
  /** Years and periods among them. */
  readonly periods: number;
  readonly roles: number;
}

const NOTHING: Look1 = { filled: 1, numbers: 0, behind: 0, periods: 0, roles: 0 };
const FEWEST_MERGED = 3;
const FEWEST_PERIODS = 3;

/** A title merged over the columns comes as the same words in each. */
export function isMergedTitle({ cells }: TableRow): boolean {
  const texts = cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  return texts.length >= FEWEST_MERGED && texts.every((text) => text === texts[0]) && /\p{L}/u.test(texts[0] ?? '');
}

function look(row: TableRow): Look1 {
  if (isMergedTitle(row)) return NOTHING;
  const looks = row.cells.slice(0, 200).map(lookOf);
  return {
    filled: looks.filter((one) => one !== 'empty').length,
    numbers: looks.filter((one) => one === 'number').length,
    behind: looks.slice(1).filter((one) => one === 'text' || one === 'year' || one === 'period').length,
    periods: looks.slice(1).filter((one) => one === 'year' || one === 'period').length,
    roles: row.cells.slice(0, 200).filter((cell) => roleOfHead(cellText(cell)) !== null).length,
  };
}

/** Where values begin and which rows before them are the head; no head where the values begin at once. */
export function findHead({ rows }: Sheet): Head {
  const looks = rows.slice(0, SEARCHED).map(look);
  const first = belowPeriods(looks) ?? firstData(looks);
  const last = lastOfHead(looks, first);
  if (last === null) return { row: first, rows: 0 };
  let start = last;
  while (start > 0 && last - start + 1 < MOST_HEAD_ROWS && isParent(looks[start - 1], rows, start)) start -= 1;
  return { row: start, rows: last - start + 1 };
}

/** The first row of values below a row of periods, where above it only single facts stand (`Market capitalisation | 9,445`). */
function belowPeriods(looks: readonly Look1[]): number | null {
  const dated = looks.findIndex(({ numbers, periods }) => numbers === 0 && periods >= FEWEST_PERIODS);
  const few = (looks[dated]?.periods ?? 0) / FEWEST_PERIODS;
  const isTable = ({ numbers, filled }: Look1) => numbers > 0 && filled > 2 && numbers >= few;
  if (dated < 1 || looks.slice(0, dated).some(isTable)) return null;
  const found = looks.findIndex(({ numbers }, at) => at > dated && numbers > 0);
  return found === -1 ? null : found;
}

/** The first row with numbers that is about as full as the rows with numbers are. */
function firstData(looks: readonly Look1[]): number {
  const filled = looks
    .filter(({ numbers }) => numbers > 0)
    .map((one) => one.filled)
    .sort((a, b) => a - b);
  const usual = filled[filled.length >> 1] ?? 0;
  const found = looks.findIndex((one) => one.numbers > 0 && one.filled * 2 >= usual);
  return found === -1 ? Math.min(1, looks.length) : found;
}

/** A row of known heads is the head; else the nearest row above the values that names more than a section. */
function lastOfHead(looks: readonly Look1[], first: number): number | null {
  // Facts about the company may stand above the statements: the row of periods is nearer to the values.
  for (let at = first - 1; at >= Math.max(0, first - 3); at -= 1)
    if (looks[at]?.numbers === 0 && (looks[at]?.periods ?? 0) >= FEWEST_PERIODS) return lowestOver(looks, at, first);
  let named: number | null = null;
  for (let at = 0; at < first; at += 1) {
    const roles = looks[at]?.roles ?? 0;
    if (roles >= 2 && (named === null || roles > (looks[named]?.roles ?? 0))) named = at;
  }
  if (named !== null) return named;
  for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1) {
    const one = looks[at];
    if (one !== undefined && one.numbers === 0 && (one.behind >= 1 || one.filled >= 2)) return at;
  }
  return null;
}

/** Years over quarters, or over "Actual" and "Estimate": the lowest row that heads as many columns as the row of periods. */
function lowestOver(looks: readonly Look1[], dated: number, first: number): number {
  const columns = looks[dated]?.periods ?? 0;
  let lowest = dated;
  for (let at = dated + 1; at < first; at += 1) {
    const one = looks[at];
    if (one === undefined || one.numbers > 0 || one.behind < columns) break;
    lowest = at;
  }
  return lowest;
}

/** A row above the head that stands over several of its columns and directly upon it. */
function isParent(one: Look1 | undefined, rows: readonly TableRow[], below: number): boolean {
  const isNext = (rows[below]?.number ?? 0) - (rows[below - 1]?.number ?? 0) === 1;
  return isNext && one !== undefined && one.numbers === 0 && one.behind >= 1;
}

/** For each column the texts above it, from the top; a parent stands over all columns up to the next one. */
export function headTexts({ rows }: Sheet, head: Head, columns: number): readonly (readonly string[])[] {
  const texts: string[][] = Array.from({ length: columns }, () => []);
  for (let at = head.row; at < head.row + head.rows; at += 1) {
    const cells = rows[at]?.cells ?? [];
    const isLast = at === head.row + head.rows - 1;
    let over = '';
    for (let column = 0; column < columns; column += 1) {
      const own = headText(cells[column]);
      if (own !== '' || isLast) over = own;
      // A caption in the first column stands over that one alone.
      if (over !== '' && texts[column]?.at(-1) !== over) texts[column]?.push(over);
      if (column === 0) over = '';
    }
  }
  return texts;
}

const headText = (cell: Cell | undefined): string => {
  const text = typeof cell === 'object' && cell.date !== undefined ? cell.date : cellText(cell);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
};
