/**
 * Spreadsheets that are known and not read: old and binary workbooks, and encrypted ones. Each is refused in its own
 * words.
 */
import { TieoutError } from '../../../contract/errors';
import { isZip, namesOf } from '../archive/zip';
import type { TableParser } from '../parser';
import { OLE, startsWith } from '../signatures';

type Refused = 'old' | 'binary' | 'encrypted';

const SENTENCES: Readonly<Record<Refused, string>> = {
  old: 'The file is an old Excel workbook (.xls). Open it in a spreadsheet, save it as .xlsx and import that.',
  binary: 'The file is a binary Excel workbook (.xlsb). Open it in a spreadsheet, save it as .xlsx and import that.',
  encrypted: 'The file is protected by a password. Open it, save it without one and import it again.',
};

/** Names of streams stand in the directory of such a file as two-byte characters. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));

function refusedKind(bytes: Uint8Array): Refused | null {
  if (isZip(bytes)) return namesOf(bytes).some((name) => /(?:^|\/)workbook\.bin$/i.test(name)) ? 'binary' : null;
  if (!startsWith(bytes, OLE)) return null;
  if (holds(bytes, 'EncryptedPackage')) return 'encrypted';
  // A Word document has neither stream.
  return holds(bytes, 'Workbook') || (holds(bytes, 'Book') && !holds(bytes, 'WordDocument')) ? 'old' : null;
}

export const xlsParser = {
  kind: 'table',
  name: 'xls',
  version: 1,
  reads: 'bytes',
  recognise: ({ bytes }) => (refusedKind(bytes) === null ? 0 : 0.95),
  parse: ({ bytes }) => {
    throw new TieoutError('E_FORMAT', SENTENCES[refusedKind(bytes) ?? 'old']);
  },
} satisfies TableParser;
