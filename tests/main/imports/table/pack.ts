// Spreadsheets made part by part as nobody's program would, without anything of the app.
import { strToU8, zipSync } from 'fflate';

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
