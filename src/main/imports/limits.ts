/** How much an import may take: one place, so that every message names the same figures. */
import { TieoutError } from '../../contract/errors';
import { type FormatName, formatOf } from '../../core/document/formats';

const MB = 1024 * 1024;

export const IMPORT_LIMITS = {
  /** Of any file, in bytes: more is not even read. */
  bytes: 256 * MB,
  /** Of a file or a paste in a format that has no limit of its own (`core/document/formats.ts`). */
  formatBytes: 32 * MB,
  pdf: {
    pages: 5000,
    /** Pieces of text on one page; a dense financial table has two thousand. */
    runsPerPage: 100_000,
    /** Steps of one page's drawing, and of all, that are run through for the names of fonts; more of them are left. */
    drawnPerPage: 300_000,
    drawn: 5_000_000,
    /** Characters of the whole text. */
    letters: 30_000_000,
  },
  /** Files of one batch, and folders within one another in it. */
  folderFiles: 1000,
  folderDepth: 12,
  /** Of e-mails and of pages saved as one (EML, MHTML). */
  mail: {
    /** Of the lines above one part. */
    headerBytes: MB,
    /** Of one part that is read as text, decoded; what is attached is not read. */
    textBytes: 32 * MB,
    parts: 10_000,
    /** Parts and messages within one another. */
    depth: 24,
  },
  epub: {
    /** Files of the reading order. */
    chapters: 5000,
    /** Characters of the whole text. */
    letters: 30_000_000,
  },
  /**
   * Heap of the worker that parses, in megabytes: a backstop well above `processMb`. A thread that runs into it may take its
   * process with it, so that the watch over the whole must come first.
   */
  heapMb: 2560,
  /** What the process may grow by in one import, in megabytes: buffers lie outside the heap and are bounded by nothing else. */
  processMb: 1536,
  /** From start to result, in milliseconds. */
  deadlineMs: 90_000,
  /** Entries of one bibliography. */
  sources: 50_000,
  /** Braces or elements of a bibliography within one another. */
  sourceDepth: 64,
  /** Characters of one field of a bibliography's entry; the rest of a longer one is left out. */
  sourceField: 50_000,
  /** Facts of one file of company facts; those of older periods are left out, and said to be. */
  companyFacts: 8_000,
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

/** Of a file in this format, in bytes. */
export const bytesAllowed = (format: FormatName): number => {
  const { megabytes } = formatOf(format);
  return megabytes === undefined ? IMPORT_LIMITS.formatBytes : megabytes * MB;
};

/** Of a file of so many bytes, in milliseconds of processor time: several times what the slowest honest one takes. */
export const workAllowed = (bytes: number): number => Math.round(30_000 + (15_000 * bytes) / MB);

export function refuseTooLarge(bytes: number, fileName: string | null, limit: number = IMPORT_LIMITS.bytes): void {
  if (bytes <= limit) return;
  throw new TieoutError(
    'E_TOO_LARGE',
    `${fileName ?? 'The pasted text'} has ${describeBytes(bytes)}; the limit is ${describeBytes(limit)}. Import the part you need.`,
  );
}
