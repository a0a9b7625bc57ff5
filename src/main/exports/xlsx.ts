/** Figures, sources and findings as a workbook, one sheet each. Every cell is a typed value, never a formula. */
import ExcelJS from 'exceljs';

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A spreadsheet keeps fifteen significant digits: a longer number would change, so it stays text. */
const KEPT = /^-?(?=(?:\D*\d){1,15}\D*$)(?:0|[1-9]\d*)(?:\.\d+)?$/;

function addSheet(book: ExcelJS.Workbook, { name, head, rows }: Sheet): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => (cell !== null && KEPT.test(cell) ? Number(cell) : cell)));
  head.forEach((title, i) => {
    const widest = rows.slice(0, 200).reduce((width, row) => Math.max(width, row[i]?.length ?? 0), title.length);
    sheet.getColumn(i + 1).width = Math.min(60, widest + 2);
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: head.length } };
}

export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Tieout';
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
