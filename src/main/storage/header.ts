/**
 * What a file's first bytes say about it, so that a file that is not ours is told apart and refused before SQLite
 * touches it. Only for a file that this process does not have open: closing a handle of ours would drop SQLite's locks.
 */
import { closeSync, openSync, readSync } from 'node:fs';

/** "TiOu": marks a SQLite file as a Tieout notebook. */
export const APPLICATION_ID = 0x54694f75;

const MAGIC = 'SQLite format 3\0';
/** Words of our own schema; found near the start of a notebook whose header was overwritten. */
const SCHEMA_TRACE = 'CREATE TABLE change_row';
const LEAF_OF_TABLE = 0x0d;
const TRACE_WITHIN = 256 * 1024;

export type HeaderVerdict =
  | {
      readonly kind: 'notebook';
      readonly version: number;
      readonly pages: number;
      readonly pageSize: number;
      /** Written through a log, which even reading wants to lay beside the file. */
      readonly throughLog: boolean;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged' };

/** Judges `path` by its header: offsets as in the SQLite file format, big-endian. */
export function readHeader(path: string): HeaderVerdict {
  const bytes = readStart(path, TRACE_WITHIN);
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC || bytes.length < 100) {
    return { kind: bytes.includes(SCHEMA_TRACE) ? 'damaged' : 'foreign' };
  }
  const applicationId = bytes.readUInt32BE(68);
  if (applicationId === APPLICATION_ID) {
    const declared = bytes.readUInt16BE(16);
    return {
      kind: 'notebook',
      version: bytes.readUInt32BE(60),
      pages: bytes.readUInt32BE(28),
      pageSize: declared === 1 ? 65536 : declared,
      throughLog: bytes[18] === 2,
    };
  }
  return { kind: applicationId === 0 && hasNoTables(bytes) ? 'empty' : 'foreign' };
}

/** The schema stands in the first page: a leaf that counts no cells is a database in which nothing was ever made. */
const hasNoTables = (bytes: Buffer): boolean =>
  bytes.length >= 105 && bytes[100] === LEAF_OF_TABLE && bytes.readUInt16BE(103) === 0;

function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
