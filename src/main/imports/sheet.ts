/** Puts sheets together from rows as a reader meets them: blank ones are left out, limits are kept, whatever the format. */
import { TieoutError } from '../../contract/errors';
import type { ParseProblem } from '../../core/document/model';
import { columnLetters, type Sheet, type TableRow } from '../../core/table/model';
import type { Cell } from '../../core/figure/cell/cell';
import { IMPORT_LIMITS } from './limits';
import { countProblems } from './problems';

export interface SheetWriter {
  /** `number` as the file counts it, from 1. */
  readonly addRow: (number: number, cells: readonly Cell[]) => void;
  readonly finish: (name: string, hidden: boolean) => Sheet;
}

/** What all sheets of one file may hold together, and what was left out of them. */
export interface SheetBudget {
  readonly open: () => SheetWriter;
  readonly problems: () => readonly ParseProblem[];
}

const SENTENCES = {
  W_COLUMNS: `Columns after the ${IMPORT_LIMITS.tableColumns.toLocaleString('en-US')}th were left out. Import the part you need.`,
} as const;

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Throws `E_TOO_LARGE` from `addRow` once there are more filled cells than the limit. */
export function sheetBudget(): SheetBudget {
  let filled = 0;
  const problems = countProblems(SENTENCES);
  let cut = 0;
  const take = (cells: readonly Cell[]): readonly Cell[] | null => {
    let end = cells.length;
    while (end > 0 && isBlank(cells[end - 1])) end -= 1;
    if (end === 0) return null;
    filled += end;
    if (filled > IMPORT_LIMITS.tableCells) throw tooMany();
    if (end > IMPORT_LIMITS.tableColumns) {
      cut = Math.max(cut, end - IMPORT_LIMITS.tableColumns);
      end = IMPORT_LIMITS.tableColumns;
    }
    return end === cells.length ? cells : cells.slice(0, end);
  };
  return {
    open: () => {
      const rows: TableRow[] = [];
      return {
        addRow: (number, cells) => {
          const kept = take(cells);
          if (kept !== null) rows.push({ number, cells: kept });
        },
        finish: (name, hidden) => ({ name, hidden, rows }),
      };
    },
    problems: () => {
      if (cut > 0) problems.add('W_COLUMNS', cut);
      return problems.list();
    },
  };
}

const tooMany = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    `The file has more than ${IMPORT_LIMITS.tableCells.toLocaleString('en-US')} cells, the limit. Import the sheet or the rows you need.`,
  );

/** Cells that are named in one sentence. */
const NAMED = 20;

/** Formulas that were saved without their results, as programs that write workbooks leave them: nothing is computed here. */
export function unsavedResults(sheets: readonly Sheet[]): readonly ParseProblem[] {
  const cells: string[] = [];
  let count = 0;
  for (const { name, rows } of sheets) {
    for (const row of rows) {
      for (const [column, cell] of row.cells.entries()) {
        if (typeof cell === 'string' || cell.formula === undefined || cell.text !== '') continue;
        if (cell.value !== undefined || cell.date !== undefined) continue;
        count += 1;
        const at = `${columnLetters(column)}${row.number}`;
        if (cells.length < NAMED) cells.push(sheets.length > 1 ? `${name}!${at}` : at);
      }
    }
  }
  if (count === 0) return [];
  const more = count > cells.length ? ` and ${count - cells.length} more` : '';
  const message = `Formulas without a saved result have no value: ${cells.join(', ')}${more}. Open the file in a spreadsheet and save it again.`;
  return [{ code: 'W_UNSAVED_RESULTS', message, count }];
}
