/** The cells of one sheet, row by row; merged cells show their text in each of their places. */
import type { Cell } from '../../../core/table/model';
import { attribute, readXml } from '../archive/xml';
import { IMPORT_LIMITS } from '../limits';
import { type Calendar, makeCell } from './cell';
import { GENERAL, type NumberFormat } from './number-format';

export interface ReadRow {
  readonly number: number;
  readonly cells: Cell[];
}

export interface ReadSheet {
  readonly rows: readonly ReadRow[];
  /** Columns behind the limit, rows and columns that the spreadsheet hides, formulas that reach out of the file. */
  readonly cut: number;
  readonly hidden: number;
  readonly external: number;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A formula that takes from another file or from a running program. */
const EXTERNAL = /\[\d+\]|\[[^\]]+\.xl|\|/i;

/** `onRow` is told after each row how many there are; throws what `readXml` throws, with what was read in `into`. */
export function readSheet(
  bytes: Uint8Array,
  book: Calendar & { readonly formats: readonly NumberFormat[] },
  into: ReadRow[] = [],
): ReadSheet {
  const merges: Range[] = [];
  let row: ReadRow = { number: 0, cells: [] };
  let column = 0;
  let type = 'n';
  let format = GENERAL;
  let value = '';
  let formula: string | null = null;
  let collecting: 'value' | 'formula' | null = null;
  let cut = 0;
  let hidden = 0;
  let external = 0;

  const closeCell = (): void => {
    if (formula !== null && EXTERNAL.test(formula)) external += 1;
    if (column >= IMPORT_LIMITS.tableColumns) cut = Math.max(cut, column + 1 - IMPORT_LIMITS.tableColumns);
    else if (value !== '' || formula !== null) put(row.cells, column, makeCell({ type, value, formula, format }, book));
    column += 1;
  };

  readXml(bytes, {
    open: (name, attributes) => {
      switch (name) {
        case 'row': {
          const number = Number(attributes['r'] ?? row.number + 1);
          row = { number: Number.isInteger(number) && number > 0 ? number : row.number + 1, cells: [] };
          column = 0;
          if (isOn(attributes['hidden'])) hidden += 1;
          return;
        }
        case 'col':
          if (isOn(attributes['hidden'])) hidden += 1;
          return;
        case 'c':
          column = columnOf(attributes['r']) ?? column;
          type = attributes['t'] ?? 'n';
          format = book.formats[Number(attributes['s'] ?? 0)] ?? GENERAL;
          value = '';
          formula = null;
          return;
        case 'f':
          // A formula shared with other cells is written at the first of them only.
          formula = attributes['t'] === 'shared' ? 'a formula it shares' : '';
          collecting = 'formula';
          return;
        case 'v':
        case 't':
          collecting = 'value';
          return;
        case 'rPh':
          collecting = null;
          return;
        case 'mergeCell':
          if (merges.length < MOST_MERGES) merges.push(...rangeOf(attribute(attributes, 'ref') ?? ''));
          return;
      }
    },
    text: (text) => {
      if (collecting === 'value') value += text;
      else if (collecting === 'formula') formula = formula === 'a formula it shares' ? text : (formula ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') collecting = null;
      else if (name === 'c') closeCell();
      else if (name === 'row' && row.cells.length > 0) into.push(row);
    },
  });
  spread(into, merges);
  return { rows: into, cut, hidden, external };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push('');
  cells[column] = cell;
}

/** `BC12` → 54; null where the reference is none. */
export function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? null : column - 1;
}

const MOST_MERGES = 20_000;
const MOST_SPREAD = 200_000;

function rangeOf(reference: string): readonly Range[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return [];
  const left = columnOf(match[1]) ?? 0;
  const right = Math.min(columnOf(match[3]) ?? 0, IMPORT_LIMITS.tableColumns - 1);
  return [{ top: Number(match[2]), left, bottom: Number(match[4]), right }];
}

/**
 * Words of a merged cell in all its places, so that a company merged over its rows is named in each of them. A title
 * merged over the sheet from its first column on stays one title; numbers are never doubled.
 */
function spread(rows: ReadRow[], merges: readonly Range[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let left = MOST_SPREAD;
  for (const range of merges) {
    const cell = byNumber.get(range.top)?.cells[range.left];
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    const right = range.left === 0 ? 0 : range.right;
    for (let number = range.top; number <= range.bottom && left > 0; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined) {
        if (number - range.top > MOST_MERGES) break;
        continue;
      }
      for (let column = range.left; column <= right && left > 0; column += 1) {
        left -= 1;
        if ((row.cells[column] ?? '') === '') put(row.cells, column, cell);
      }
    }
  }
}
