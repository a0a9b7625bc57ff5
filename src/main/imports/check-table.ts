/** The cells of a table that came from an import process: every one a text, or a text with what a spreadsheet may say of it. */
import { isDecimal } from '../../core/figure/decimal';
import { IMPORT_LIMITS } from './limits';

/** What a cell may say besides its text, and of what form. */
const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  value: (value) => typeof value === 'string' && value.length < 400 && isDecimal(value),
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  unit: (value) => value === 'percent' || value === 'money' || value === 'multiple' || value === 'bps',
  currency: (value) => typeof value === 'string' && value.length <= 8,
  formula: (value) => typeof value === 'string',
  error: (value) => typeof value === 'boolean',
};

/** What is wrong with the sheets, or null. */
export function wrongCell(sheets: readonly object[]): string | null {
  let cells = 0;
  for (const sheet of sheets) {
    const rows: unknown = 'rows' in sheet ? sheet.rows : null;
    if (!Array.isArray(rows)) return 'a sheet has no rows';
    for (const row of rows as readonly unknown[]) {
      const found = wrongRow(row);
      if (typeof found === 'string') return found;
      cells += found;
    }
  }
  return cells > IMPORT_LIMITS.tableCells ? 'it has too many cells' : null;
}

/** The number of its filled cells, or what is wrong with it. */
function wrongRow(row: unknown): string | number {
  if (typeof row !== 'object' || row === null || !('number' in row) || !('cells' in row))
    return 'a row is not an object';
  if (!Number.isInteger(row.number) || !Array.isArray(row.cells)) return 'a row has no number or no cells';
  if (row.cells.length > IMPORT_LIMITS.tableColumns) return 'a row has too many cells';
  let filled = 0;
  for (const cell of row.cells as readonly unknown[]) {
    if (typeof cell === 'string') filled += cell === '' ? 0 : 1;
    else if (isTypedCell(cell)) filled += 1;
    else return 'a cell is not text';
  }
  return filled;
}

const isTypedCell = (cell: unknown): boolean =>
  typeof cell === 'object' &&
  cell !== null &&
  'text' in cell &&
  Object.entries(cell).every(([member, value]) => Object.hasOwn(MEMBERS, member) && MEMBERS[member]?.(value) === true);
