import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { decode } from '../../../src/main/imports/decode';

const TEXT = 'Revenue rose 7 % to €5.1bn – “fine”, said Müller.\n第一季度收入增长。\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
};
const join = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const codeOf = (bytes: Uint8Array): string => {
  try {
    return decode(bytes).encoding;
  } catch (reason) {
    return reason instanceof TieoutError ? reason.code : String(reason);
  }
};

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8', join([0xef, 0xbb, 0xbf], utf8(TEXT))],
    ['UTF-16LE', join([0xff, 0xfe], utf16(TEXT, false))],
    ['UTF-16BE', join([0xfe, 0xff], utf16(TEXT, true))],
    ['UTF-16LE', utf16(TEXT, false)],
    ['UTF-16BE', utf16(TEXT, true)],
  ])('%s gives the text without a mark', (encoding, bytes) => {
    expect(decode(bytes)).toMatchObject({ encoding, text: TEXT });
  });

  it('reads Windows-1252 where nothing else fits, and says that it guessed', () => {
    const bytes = join(
      utf8('Soci'),
      [0xe9],
      utf8('t'),
      [0xe9],
      utf8(': '),
      [0x80],
      utf8('5bn '),
      [0x96],
      utf8(' fine'),
    );
    const decoded = decode(bytes);
    expect([decoded.encoding, decoded.text]).toEqual(['windows-1252', 'Société: €5bn – fine']);
    expect(decoded.problems.map((problem) => problem.code)).toEqual(['W_ENCODING_GUESSED']);
  });

  it('reads Chinese in GB 18030', () => {
    // 第一季度收入增长
    const bytes = [0xb5, 0xda, 0xd2, 0xbb, 0xbc, 0xbe, 0xb6, 0xc8, 0xca, 0xd5, 0xc8, 0xeb, 0xd4, 0xf6, 0xb3, 0xa4];
    expect(decode(join(bytes, utf8(' 28%\n')))).toMatchObject({ encoding: 'gb18030', text: '第一季度收入增长 28%\n' });
  });

  it('believes a page that names its encoding', () => {
    const page = join(utf8('<html><meta charset="iso-8859-2"><p>P'), [0xb3], utf8('ac</p></html>'));
    expect(decode(page)).toMatchObject({ encoding: 'iso-8859-2' });
    expect(decode(page).text).toContain('Płac');
  });
});

describe('what is changed', () => {
  it('CRLF becomes LF; lone CR, tabs, form feeds, no-break and odd spaces stay', () => {
    const odd = 'a\r\nb\rc\td\fe\u00a0f\u2009g\u200bh  \r\n\r\n';
    expect(decode(utf8(odd)).text).toBe('a\nb\rc\td\fe\u00a0f\u2009g\u200bh  \n\n');
  });
});

describe('what is no text', () => {
  it.each([
    ['E_EMPTY', new Uint8Array()],
    ['E_EMPTY', utf8(' \r\n\t')],
    ['E_EMPTY', Uint8Array.from([0xef, 0xbb, 0xbf])],
    ['E_FORMAT', utf8('%PDF-1.7 …')],
    ['E_FORMAT', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0])],
    ['E_FORMAT', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
    ['E_FORMAT', join(utf8('words'), [0], utf8('more words'))],
    ['E_FORMAT', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)],
    ['E_FORMAT', Uint8Array.from({ length: 400 }, (_, index) => 1 + (index % 6))],
    ['E_ENCODING', join([0xef, 0xbb, 0xbf], [0xc3, 0x28])],
    ['E_ENCODING', join([0xff, 0xfe, 0, 0], [0x41, 0, 0, 0])],
  ])('%s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('is named in the refusal', () => {
    expect(() => decode(utf8('%PDF-1.7 …'))).toThrow('The file is a PDF.');
  });
});
