/** First bytes of formats that are not text: by them parsers know a file, and a refusal says what it is. */
import { FORMAT_NAMES, formatOf } from '../../core/document/formats';

export interface Signature {
  readonly name: string;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** Packages of Office Open XML, OpenDocument and EPUB are zip files. */
export const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
/** Compound files: old Office documents, Outlook messages, encrypted workbooks. */
export const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

const OWN: readonly Signature[] = FORMAT_NAMES.flatMap((format) => {
  const { signature } = formatOf(format);
  return signature ? [{ name: signature.name, bytes: ascii(signature.bytes) }] : [];
});

const SIGNATURES: readonly Signature[] = [
  ...OWN,
  { name: 'a Word, Excel or zip file', bytes: ZIP },
  { name: 'an old Word or Excel file', bytes: OLE },
  { name: 'a picture (PNG)', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a picture (JPEG)', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a picture (GIF)', bytes: ascii('GIF8') },
  { name: 'a compressed file (gzip)', bytes: [0x1f, 0x8b] },
  { name: 'a compressed file (7z)', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'a compressed file (RAR)', bytes: ascii('Rar!') },
  { name: 'a SQLite database', bytes: ascii('SQLite format 3\u0000') },
  { name: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** Whether the file begins with these bytes; a string stands for its ASCII. */
export function startsWith(bytes: Uint8Array, first: string | readonly number[]): boolean {
  const wanted = typeof first === 'string' ? ascii(first) : first;
  return wanted.every((byte, index) => bytes[index] === byte);
}

/** What the bytes are by their first few, or null. */
export function signatureOf(bytes: Uint8Array): string | null {
  return SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.name ?? null;
}
