/** The parts of a workbook besides its sheets: which sheets there are and where, shared strings, number formats. */
import { TieoutError } from '../../../contract/errors';
import { relationsOf } from '../archive/relations';
import { attribute, readXml } from '../archive/xml';
import type { Zip } from '../archive/zip';
import { IMPORT_LIMITS } from '../limits';
import { builtInFormat, type NumberFormat, readFormat } from './number-format';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the entry. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly shared: readonly string[];
  /** By the style of a cell. */
  readonly formats: readonly NumberFormat[];
}

export const WORKBOOK = /(?:^|\/)workbook\.xml$/i;

export function readWorkbook(zip: Zip): Workbook {
  const part = zip.names.find((name) => name === 'xl/workbook.xml') ?? zip.names.find((name) => WORKBOOK.test(name));
  const bytes = part === undefined ? null : zip.read(part);
  if (part === undefined || bytes === null)
    throw new TieoutError('E_DAMAGED', 'The workbook has no list of sheets: save it again.');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  // Those that lead outside are links, and links are not followed.
  const targets = new Map([...relationsOf(zip, part)].filter(([, { external }]) => !external));
  const { named, from1904 } = readSheets(bytes);
  const partOf = (type: string): string | undefined =>
    [...targets.values()].find((one) => one.type.endsWith(type))?.target;
  const sheets = named.flatMap(({ name, hidden, id }) => {
    const target = targets.get(id);
    // Sheets of charts and dialogs hold no cells.
    return target === undefined || !target.type.endsWith('/worksheet') ? [] : [{ name, hidden, part: target.target }];
  });
  return {
    sheets,
    from1904,
    shared: readShared(zip.read(partOf('/sharedStrings') ?? `${folder}sharedStrings.xml`)),
    formats: readFormats(zip.read(partOf('/styles') ?? `${folder}styles.xml`)),
  };
}

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

function readSheets(bytes: Uint8Array): { readonly named: readonly NamedSheet[]; readonly from1904: boolean } {
  const named: NamedSheet[] = [];
  let from1904 = false;
  readXml(bytes, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (tag !== 'sheet' || named.length >= IMPORT_LIMITS.tableSheets) return;
      const name = (attributes['name'] ?? '').slice(0, 200);
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      named.push({ name, hidden, id: Object.entries(attributes).find(([key]) => /^\w+:id$/.test(key))?.[1] ?? '' });
    },
  });
  return { named, from1904 };
}

/** Strings that cells share, without the readings that stand above Japanese ones. */
function readShared(bytes: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (bytes === null) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

function readFormats(bytes: Uint8Array | null): readonly NumberFormat[] {
  const formats: NumberFormat[] = [];
  if (bytes === null) return formats;
  const codes = new Map<number, string>();
  const known = new Map<number, NumberFormat>();
  let inCells = false;
  readXml(bytes, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = known.get(id) ?? readFormat(codes.get(id) ?? builtInFormat(id));
        known.set(id, format);
        formats.push(format);
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
