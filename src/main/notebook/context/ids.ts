/** Ids of records: opaque, unique in the file, never used again. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 14;
/** Bytes drawn at once: a large import asks for a hundred thousand ids, and each draw is a call into the system. */
const DRAWN = 4096;

let drawn = randomBytes(DRAWN);
let used = 0;

function nextByte(): number {
  if (used === drawn.length) {
    drawn = randomBytes(DRAWN);
    used = 0;
  }
  const byte = drawn[used] ?? 0;
  used += 1;
  return byte;
}

/** `f_…`: 14 letters and digits, 72 bits of chance. Bytes that would favour some letters are thrown away. */
export function newId(prefix: string): string {
  let id = '';
  while (id.length < LENGTH) {
    const byte = nextByte();
    if (byte < 252) id += ALPHABET[byte % ALPHABET.length];
  }
  return `${prefix}_${id}`;
}
