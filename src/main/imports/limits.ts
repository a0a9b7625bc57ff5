/** How much an import may take: one place, so that every message names the same figures. */
import { TieoutError } from '../../contract/errors';

const MB = 1024 * 1024;

export const IMPORT_LIMITS = {
  /** Of a file or a paste, in bytes. */
  bytes: 32 * MB,
  /** Heap of the worker that parses, in megabytes. */
  heapMb: 1024,
  /** From start to result, in milliseconds. */
  deadlineMs: 90_000,
  /** Entries of a packed file (zip). */
  zipEntries: 20_000,
  /** Of a packed file, once unpacked, in bytes. */
  zipBytes: 384 * MB,
  /** Elements of a packed file's XML within one another. */
  xmlDepth: 200,
  /** Filled cells of one file of tables. */
  tableCells: 3_000_000,
  /** Columns of a sheet; those behind are left out, and said to be. */
  tableColumns: 1000,
  /** Sheets of a workbook. */
  tableSheets: 500,
} as const;

/** `32 MB`, `1.4 MB`, `12 kB`: sizes as a person reads them. */
export function describeBytes(bytes: number): string {
  if (bytes >= 10 * MB) return `${Math.round(bytes / MB)} MB`;
  if (bytes >= MB) return `${(bytes / MB).toFixed(1)} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} kB` : `${bytes} bytes`;
}

export function refuseTooLarge(bytes: number, fileName: string | null): void {
  if (bytes <= IMPORT_LIMITS.bytes) return;
  throw new TieoutError(
    'E_TOO_LARGE',
    `${fileName ?? 'The pasted text'} has ${describeBytes(bytes)}; the limit is ${describeBytes(IMPORT_LIMITS.bytes)}. Import the part you need.`,
  );
}
