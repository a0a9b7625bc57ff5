/** The character sets of a rich text file: that of the whole, and those of its fonts. */
import { decodeWindows1252 } from '../windows-1252';

/** By code page, as `\ansicpg` and `\cpg` name it. */
const LABEL: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** By the character set of a font (`\fcharset`); others write in that of the whole file. */
const PAGE_OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

export const pageOfCharset = (charset: number): number | null => PAGE_OF_CHARSET[charset] ?? null;

/** Text of bytes in a code page; an unknown page is read as Western. */
export function decodePage(bytes: readonly number[], page: number): string {
  const label = LABEL[page] ?? 'windows-1252';
  const given = Uint8Array.from(bytes);
  return label === 'windows-1252' ? decodeWindows1252(given) : new TextDecoder(label).decode(given);
}
