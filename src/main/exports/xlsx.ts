/**
 * Figures, sources and findings as a workbook, one sheet each (ECMA-376, SpreadsheetML). Every cell is a number or text,
 * never a formula. Written here because the libraries that do it bring over a hundred others along.
 */
import { strToU8, zipSync } from 'fflate';
import { neutralise } from '../../core/base/formula-text';

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A spreadsheet keeps fifteen significant digits: a longer number would change, so it stays text. */
const KEPT = /^-?(?=(?:\D*\d){1,15}\D*$)(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Letters that a cell holds at most; a program refuses the whole file over one more. */
const MOST_LETTERS = 32_767;
const WIDEST = 60;
const ROWS_MEASURED = 200;

const PLAIN = 0;
const BOLD = 1;
/** Stays text when it is edited, though it looks like a formula. */
const QUOTED = 2;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What XML cannot hold is written `_xHHHH_`, as ST_Xstring wants it, and so is what would be read back as such. */
const xmlText = (words: string): string =>
  words
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // oxlint-disable-next-line no-control-regex -- these are the letters that XML leaves out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\r\ufffe\uffff]/g, (letter) => {
      const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    })
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const attribute = (words: string): string => xmlText(words).replaceAll('"', '&quot;');

/** Not in the middle of a letter of two halves. */
const shortened = (words: string): string =>
  words.length <= MOST_LETTERS ? words : `${words.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** `A`, `Z`, `AA`: column 0 is A. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: string | null, column: number, row: number, style: number): string {
  if (cell === null || cell === '') return '';
  const at = `r="${columnName(column)}${row}"`;
  if (style === PLAIN && KEPT.test(cell)) return `<c ${at}><v>${cell}</v></c>`;
  const quoted = style === PLAIN && neutralise(cell) !== cell ? QUOTED : style;
  const styled = quoted === PLAIN ? '' : ` s="${quoted}"`;
  return `<c ${at}${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(shortened(cell))}</t></is></c>`;
}

const rowXml = (cells: readonly (string | null)[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(cell, column, row, style)).join('')}</row>`;

function columnsXml({ head, rows }: Sheet): string {
  const measured = rows.slice(0, ROWS_MEASURED);
  const columns = head.map((title, i) => {
    const widest = measured.reduce((width, row) => Math.max(width, row[i]?.length ?? 0), title.length);
    return `<col min="${i + 1}" max="${i + 1}" width="${Math.min(WIDEST, widest + 2)}" customWidth="1"/>`;
  });
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

/** The whole of a sheet with its heads, `A1:F7`. */
const extent = ({ head, rows }: Sheet): string => `A1:${columnName(Math.max(0, head.length - 1))}${rows.length + 1}`;

function sheetXml(sheet: Sheet): string {
  const rows = sheet.rows.map((row, i) => rowXml(row, i + 2, PLAIN));
  return [
    `${XML}<worksheet ${MAIN}><dimension ref="${extent(sheet)}"/>`,
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    columnsXml(sheet),
    `<sheetData>${rowXml(sheet.head, 1, BOLD)}`,
    ...rows,
    `</sheetData><autoFilter ref="${extent(sheet)}"/></worksheet>`,
  ].join('');
}

const STYLES = `${XML}<styleSheet ${MAIN}>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${attribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  // Without this name, some programs do not know the filter again.
  const filters = sheets.map((sheet, i) => {
    const range = extent(sheet).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const name = attribute(sheet.name.replaceAll("'", "''"));
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${name}'!${range}</definedName>`;
  });
  return `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

const relationsXml = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function typesXml(sheets: readonly Sheet[]): string {
  const parts = [
    ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ['/xl/styles.xml', `${TYPES}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${TYPES}.worksheet+xml`]),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

/** Names the program and nobody else. */
const CORE = `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Tieout</dc:creator></cp:coreProperties>`;

/** The bytes of an XLSX file with these sheets, one at least; the same sheets give the same bytes. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const parts: [string, string][] = [
    ['[Content_Types].xml', typesXml(sheets)],
    [
      '_rels/.rels',
      relationsXml([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', CORE],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
  ];
  const files = Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { mtime: '1980-01-02T12:00:00' });
}
