/** Bytes to text by the name that mail gives their encoding; where it gives none or a wrong one, by what they can be. */
import { decode } from '../decode';
import { decodeWindows1252 } from '../windows-1252';

export interface DecodedPart {
  readonly text: string;
  /** The encoding was not said, or not one that is known. */
  readonly guessed: boolean;
  /** Some bytes are nothing in the encoding that is said. */
  readonly damaged: boolean;
}

/** Names of what every browser reads as Windows-1252, and of code pages that go by another name elsewhere. */
const WESTERN = /^(?:iso[-_]?8859[-_]?1|latin-?1|l1|windows-?1252|cp-?1252|x-cp1252|ansi_x3\.4-1968)$/i;
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gb18030',
  ms936: 'gb18030',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
};

/** `label` as written, null where nothing is. */
export function decodeCharset(bytes: Uint8Array, label: string | null): DecodedPart {
  const name = /^["']?([\w.:-]{1,60})/.exec(label?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
  if (name !== null && WESTERN.test(name)) return said(decodeWindows1252(bytes));
  // ASCII with anything above it is a program's mistake, as is no name at all.
  const text = name === null || /^(?:us-)?ascii$/.test(name) ? null : decodeNamed(bytes, ALIASES[name] ?? name);
  return text === null ? guess(bytes) : { text, guessed: false, damaged: text.includes('\ufffd') };
}

const said = (text: string): DecodedPart => ({ text, guessed: false, damaged: false });

function decodeNamed(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

function guess(bytes: Uint8Array): DecodedPart {
  try {
    const { text, encoding } = decode(bytes);
    return { text, guessed: encoding !== 'UTF-8', damaged: false };
  } catch {
    // Nothing but white space, or no text by its look: the part itself says that it is text.
    return { text: decodeWindows1252(bytes), guessed: bytes.some((byte) => byte > 0x7f), damaged: false };
  }
}
