/** A PDF cut off before its end has lost the pointer to its catalogue: where the catalogue still stands, a new one is put. */

/** The bytes with a trailer that names their last catalogue, or null where there is none to name. */
export function withTrailer(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = text.lastIndexOf('/Catalog');
  if (at < 0) return null;
  const before = text.subarray(Math.max(0, at - 2000), at + 8).toString('latin1');
  const starts = [...before.matchAll(/(\d{1,10})\s+(\d{1,5})\s+obj\b/g)];
  const last = starts.at(-1);
  if (!last) return null;
  const trailer = `\ntrailer\n<< /Root ${last[1]} ${last[2]} R >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([text, Buffer.from(trailer, 'latin1')]);
}
