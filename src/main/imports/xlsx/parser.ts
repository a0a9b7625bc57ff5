/** Excel workbooks (.xlsx, .xlsm): cells with their cached values. Nothing in them is computed, opened or run. */
import { TieoutError } from '../../../contract/errors';
import type { Sheet } from '../../../core/table/model';
import { isZip, namesOf, openZip } from '../archive/zip';
import type { ParsedTable, ParseOptions, TableParser } from '../parser';
import { countProblems, type ProblemCount } from '../problems';
import { sheetBudget, unsavedResults } from '../sheet';
import type { ImportSource } from '../source';
import type { ReadRow } from './row';
import { readSheet } from './sheet';
import { readWorkbook, WORKBOOK } from './workbook';

export const xlsxParser = {
  kind: 'table',
  name: 'xlsx',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (isZip(bytes) && namesOf(bytes).some((name) => WORKBOOK.test(name)) ? 0.9 : 0),
  parse,
} satisfies TableParser;

const SENTENCES = {
  W_HIDDEN_SHEETS: 'The workbook has hidden sheets: they can be chosen like the others.',
  W_HIDDEN_CELLS: 'Rows or columns that the spreadsheet hides are read like the others.',
  W_EXTERNAL: 'Formulas take values from other files or programs: the values saved last were read, nothing was opened.',
  W_MACROS: 'The workbook holds macros: they were not run.',
  W_DAMAGED: 'Sheets are damaged, and only what comes before the damage was read',
  W_COLUMNS_CUT: 'Columns far to the right were left out. Import the part you need.',
} as const;

function parse({ bytes }: ImportSource, { onProgress }: ParseOptions = {}): ParsedTable {
  const zip = openZip(bytes);
  const book = readWorkbook(zip);
  const problems = countProblems(SENTENCES);
  const budget = sheetBudget();
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) problems.add('W_MACROS');
  const sheets = book.sheets.map(({ name, hidden, part }, index): Sheet => {
    const writer = budget.open();
    const xml = zip.read(part);
    const rows = xml === null ? [] : readRows(name, xml, book, problems);
    for (const { number, cells } of rows) writer.addRow(number, cells);
    onProgress?.((index + 1) / book.sheets.length);
    return writer.finish(name, hidden);
  });
  problems.add('W_HIDDEN_SHEETS', sheets.filter(({ hidden, rows }) => hidden && rows.length > 0).length);
  if (sheets.length === 0)
    throw new TieoutError('E_EMPTY', 'The workbook has no sheet with cells. Choose one that does.');
  return {
    format: 'xlsx',
    sheets,
    delimiter: null,
    problems: [...problems.list(), ...unsavedResults(sheets), ...budget.problems()],
  };
}

/** A sheet that is cut off gives the rows before the cut. */
function readRows(
  name: string,
  xml: Uint8Array,
  book: Parameters<typeof readSheet>[1],
  problems: ProblemCount,
): readonly ReadRow[] {
  const rows: ReadRow[] = [];
  try {
    const { cut, hidden, external } = readSheet(xml, book, rows);
    problems.add('W_COLUMNS_CUT', cut);
    problems.add('W_HIDDEN_CELLS', hidden);
    problems.add('W_EXTERNAL', external);
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code !== 'E_DAMAGED') throw error;
    problems.addAt('W_DAMAGED', name, error);
  }
  return rows;
}
