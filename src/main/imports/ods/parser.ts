/** OpenDocument spreadsheets: what each cell shows, and the number or date it stores. Nothing is computed or followed. */
import { TieoutError } from '../../../contract/errors';
import type { Cell, Sheet, TypedCell } from '../../../core/table/model';
import { type Attributes, readXml } from '../archive/xml';
import { isZip, namesOf, openZip } from '../archive/zip';
import { IMPORT_LIMITS } from '../limits';
import type { ParsedTable, TableParser } from '../parser';
import { countProblems } from '../problems';
import { type SheetWriter, sheetBudget, unsavedResults } from '../sheet';
import type { ImportSource } from '../source';
import { plainNumber } from '../xlsx/cell';

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
  if (namesOf(bytes).includes('mimetype')) return false;
  return saysSpreadsheet(bytes);
}

/** What the head of a content must hold for it to be a spreadsheet's. */
const HEAD = 20_000;

function saysSpreadsheet(bytes: Uint8Array): boolean {
  try {
    const zip = openZip(bytes);
    const headOf = (name: string) => new TextDecoder().decode((zip.read(name) ?? new Uint8Array()).subarray(0, HEAD));
    return headOf('META-INF/manifest.xml').includes(MIME) || headOf('content.xml').includes('<office:spreadsheet');
  } catch (error) {
    // A damaged archive is no spreadsheet by its content; whoever opens it says what is wrong with it.
    if (error instanceof TieoutError) return false;
    throw error;
  }
}

const SENTENCES = {
  W_HIDDEN_SHEETS: 'The spreadsheet has hidden sheets: they can be chosen like the others.',
  W_EXTERNAL: 'Formulas take values from other files or programs: the values saved last were read, nothing was opened.',
  W_DAMAGED: 'The file is damaged: what stands before the damage was read.',
} as const;

const EXTERNAL = /'?file:|\bDDE\s*\(|\bWEBSERVICE\s*\(|https?:/i;

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
    problems.add('W_DAMAGED');
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

interface Taker {
  readonly open: () => SheetWriter;
  readonly done: (sheet: Sheet) => void;
  readonly external: () => void;
}

/** A row or cell may stand for thousands; what is blank is only counted. */
const MOST_REPEATS = 10_000;

function readContent(content: Uint8Array, { open, done, external }: Taker): void {
  const hiddenStyles = new Set<string>();
  let style = '';
  let writer: SheetWriter | null = null;
  let name = '';
  let hidden = false;
  let number = 1;
  let rowRepeats = 1;
  let cells: Cell[] = [];
  let attributes: Attributes | null = null;
  let text = '';
  let paragraphs = 0;
  let inNote = 0;
  let tables = 0;

  const closeCell = (): void => {
    if (attributes === null) return;
    const cell = cellOf(attributes, text);
    if (typeof cell !== 'string' && cell.formula !== undefined && EXTERNAL.test(cell.formula)) external();
    const repeats = repeatsOf(attributes, 'table:number-columns-repeated');
    const room = IMPORT_LIMITS.tableColumns + 1 - cells.length;
    for (let n = 0; n < Math.min(repeats, room); n += 1) cells.push(cell);
    attributes = null;
  };

  const closeRow = (): void => {
    const isBlank = cells.every((cell) => cell === '');
    const times = isBlank ? 0 : Math.min(rowRepeats, MOST_REPEATS);
    for (let n = 0; n < times; n += 1) writer?.addRow(number + n, cells);
    number += rowRepeats;
    cells = [];
  };

  readXml(content, {
    open: (tag, given) => {
      switch (tag) {
        case 'style':
          style = given['style:name'] ?? '';
          return;
        case 'table-properties':
          if (given['table:display'] === 'false') hiddenStyles.add(style);
          return;
        case 'table':
          tables += 1;
          // A table inside a cell is that cell's.
          if (tables > 1) return;
          writer = open();
          name = (given['table:name'] ?? '').slice(0, 200);
          hidden = hiddenStyles.has(given['table:style-name'] ?? '');
          number = 1;
          return;
        case 'table-row':
          if (tables === 1) rowRepeats = repeatsOf(given, 'table:number-rows-repeated');
          return;
        case 'table-cell':
        case 'covered-table-cell':
          if (tables !== 1) return;
          attributes = given;
          text = '';
          paragraphs = 0;
          return;
        case 'annotation':
          inNote += 1;
          return;
        case 'p':
          if (attributes !== null && inNote === 0 && paragraphs++ > 0) text += '\n';
          return;
        case 's':
          if (attributes !== null && inNote === 0) text += ' '.repeat(Math.min(100, Number(given['text:c'] ?? 1) || 1));
          return;
        case 'tab':
        case 'line-break':
          if (attributes !== null && inNote === 0) text += ' ';
          return;
      }
    },
    text: (part) => {
      if (attributes !== null && inNote === 0 && paragraphs > 0) text += part;
    },
    close: (tag) => {
      if (tag === 'annotation') inNote -= 1;
      else if (tag === 'table') {
        tables -= 1;
        if (tables === 0 && writer !== null) done(writer.finish(name, hidden));
      } else if (tables !== 1) return;
      else if (tag === 'table-cell' || tag === 'covered-table-cell') closeCell();
      else if (tag === 'table-row') closeRow();
    },
  });
}

function repeatsOf(attributes: Attributes, name: string): number {
  const repeats = Number(attributes[name] ?? 1);
  return Number.isInteger(repeats) && repeats > 0 ? repeats : 1;
}

function cellOf(attributes: Attributes, shown: string): Cell {
  const type = attributes['office:value-type'] ?? '';
  const text = shown.trim();
  const formula = attributes['table:formula']?.replace(/^\w+:?=/, '').slice(0, 2000);
  const noted: Pick<TypedCell, 'formula'> = formula === undefined ? {} : { formula };
  const value = plainNumber(attributes['office:value'] ?? '');
  if (/^(?:#[A-Z]|Err:\d)/.test(text)) return { text, error: true, ...noted };
  if (type === 'date') {
    const date = (attributes['office:date-value'] ?? '').slice(0, 10);
    return /^\d{4}-\d\d-\d\d$/.test(date) ? { text, date, ...noted } : text;
  }
  if (value === null || !/^(?:float|percentage|currency)$/.test(type))
    return formula === undefined ? text : { text, formula };
  const currency = attributes['office:currency'];
  return {
    text: text === '' ? value : text,
    value,
    ...(type === 'percentage' ? { unit: 'percent' as const } : {}),
    ...(type === 'currency' ? { unit: 'money' as const } : {}),
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...noted,
  };
}
