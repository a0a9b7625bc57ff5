// Spreadsheets made by code: by a library as people's programs make them, and part by part as nobody's program would.
import exceljs, { type Workbook } from 'exceljs';
import { runImport } from '../../../../src/main/imports/run-import';
import type { TableImport } from '../../../../src/main/imports/result';
import { tableOf } from '../kinds';

export async function workbook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export { bareWorkbook, ods, packed } from './pack';

export const read = async (bytes: Uint8Array | string, fileName = 'table.bin'): Promise<TableImport> =>
  tableOf(await runImport(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, fileName));

/** The cells of a sheet as text. */
export const textsOf = (table: TableImport, sheet = 0): string[][] =>
  (table.sheets[sheet]?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
  );

export const codesOf = (table: TableImport): string[] => table.problems.map(({ code }) => code);
