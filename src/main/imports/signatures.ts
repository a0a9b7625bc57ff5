/** First bytes of formats that are not text, so that refusing one can say what it is. */

export interface Signature {
  readonly name: string;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { name: 'a PDF', bytes: ascii('%PDF-') },
  { name: 'a Word, Excel or zip file', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an old Word or Excel file', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'a rich text file', bytes: ascii('{\\rtf') },
  { name: 'a picture (PNG)', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a picture (JPEG)', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a picture (GIF)', bytes: ascii('GIF8') },
  { name: 'a compressed file (gzip)', bytes: [0x1f, 0x8b] },
  { name: 'a compressed file (7z)', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'a compressed file (RAR)', bytes: ascii('Rar!') },
  { name: 'a SQLite database', bytes: ascii('SQLite format 3\u0000') },
  { name: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** What the bytes are by their first few, or null. */
export function signatureOf(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  return found?.name ?? null;
}
