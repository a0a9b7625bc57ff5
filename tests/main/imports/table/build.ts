// Spreadsheets made by code: by a library as people's programs make them, and part by part as nobody's program would.
import exceljs, { type Workbook } from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { runImport } from '../../../../src/main/imports/run-import';
import type { TableImport } from '../../../../src/main/imports/result';
import { tableOf } from '../kinds';

export async function workbook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A packed file of these parts. */
export const packed = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

interface Parts {
  /** XML of `sheetData` and what follows it. */
  readonly sheet: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** The least workbook: one sheet of the given XML. */
export const bareWorkbook = ({ sheet, shared = '', styles = '', workbookPr = '', more = {} }: Parts): Uint8Array =>
  packed({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbookPr}<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...more,
  });

export const ods = (tables: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, part]) => [name, strToU8(part)])),
  });

export const read = async (bytes: Uint8Array | string, fileName = 'table.bin'): Promise<TableImport> =>
  tableOf(await runImport(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, fileName));

/** The cells of a sheet as text. */
export const textsOf = (table: TableImport, sheet = 0): string[][] =>
  (table.sheets[sheet]?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
  );

export const codesOf = (table: TableImport): string[] => table.problems.map(({ code }) => code);
