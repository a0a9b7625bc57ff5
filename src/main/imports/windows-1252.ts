/**
 * Windows-1252, written out: Node's decoder of that name is ISO 8859-1 in several versions we run on, which loses the euro
 * sign, dashes and curly quotes.
 */

/** What the bytes 80 to 9F mean; those that mean nothing stay control characters, as in every browser. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
}
