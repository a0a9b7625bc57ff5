/** OpenDocument spreadsheets: what each cell shows, and the number or date it stores. Nothing is computed or followed. */
import { TieoutError } from '../../../contract/errors';
import type { Sheet } from '../../../core/table/model';
import { isZip, namesOf, openZip } from '../archive/zip';
import type { ParsedTable, TableParser } from '../parser';
import { countProblems } from '../problems';
import { sheetBudget, unsavedResults } from '../sheet';
import type { ImportSource } from '../source';
import { readContent } from './content';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';

export const odsParser = {
  kind: 'table',
  name: 'ods',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (isSpreadsheet(bytes) ? 0.9 : 0),
  parse,
} satisfies TableParser;

/** The kind stands unpacked at the very start of the file; where a program left it out, the manifest or the content says it. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  if (!isZip(bytes) || !namesOf(bytes).includes('content.xml')) return false;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 200)).includes(MIME)) return true;
  return saysSpreadsheet(bytes);
}

/** What the head of a content must hold for it to be a spreadsheet's. */
const HEAD = 20_000;

function saysSpreadsheet(bytes: Uint8Array): boolean {
  try {
    const zip = openZip(bytes);
    const headOf = (name: string) => new TextDecoder().decode((zip.read(name) ?? new Uint8Array()).subarray(0, HEAD));
    if (namesOf(bytes).includes('mimetype')) return headOf('mimetype').startsWith(MIME);
    return headOf('META-INF/manifest.xml').includes(MIME) || headOf('content.xml').includes('<office:spreadsheet');
  } catch (error) {
    // A damaged archive is no spreadsheet by its content; `parse` reports what is wrong with it.
    if (error instanceof TieoutError) return false;
    throw error;
  }
}

const SENTENCES = {
  W_HIDDEN_SHEETS: 'The spreadsheet has hidden sheets: they can be chosen like the others.',
  W_EXTERNAL: 'Formulas take values from other files or programs: the values saved last were read, nothing was opened.',
  W_DAMAGED: 'The file is damaged, and only the sheets before the damage were read',
} as const;

function parse({ bytes }: ImportSource): ParsedTable {
  const zip = openZip(bytes);
  const content = zip.read('content.xml');
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest !== null && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw new TieoutError(
      'E_FORMAT',
      'The spreadsheet is protected by a password: save it without one and import it again.',
    );
  }
  if (content === null) throw new TieoutError('E_DAMAGED', 'The spreadsheet has no content: save it again.');
  const problems = countProblems(SENTENCES);
  const budget = sheetBudget();
  const sheets: Sheet[] = [];
  try {
    readContent(content, {
      open: budget.open,
      done: (sheet) => sheets.push(sheet),
      external: () => problems.add('W_EXTERNAL'),
    });
  } catch (error) {
    if (!(error instanceof TieoutError) || error.code !== 'E_DAMAGED' || sheets.length === 0) throw error;
    problems.addAt('W_DAMAGED', sheets.map(({ name }) => name).join(', '), error);
  }
  problems.add('W_HIDDEN_SHEETS', sheets.filter(({ hidden, rows }) => hidden && rows.length > 0).length);
  if (sheets.length === 0)
    throw new TieoutError('E_EMPTY', 'The spreadsheet has no sheet with cells. Choose one that does.');
  return {
    format: 'ods',
    sheets,
    delimiter: null,
    problems: [...problems.list(), ...unsavedResults(sheets), ...budget.problems()],
  };
}
