/** A file as the parsers see it: its bytes, and its text once somebody asks for it. */
import type { Decoded } from './decode';
import { decode } from './decode';

export interface ImportSource {
  readonly bytes: Uint8Array;
  /** For messages and as a hint; never alone what decides how the bytes are read. */
  readonly fileName: string | null;
  /** Decoded once; throws `E_ENCODING` or `E_FORMAT` where the bytes are no text. */
  readonly text: () => Decoded;
}

export function sourceOf(bytes: Uint8Array, fileName: string | null): ImportSource {
  let decoded: Decoded | null = null;
  return {
    bytes,
    fileName,
    text: () => {
      decoded ??= decode(bytes);
      return decoded;
    },
  };
}
