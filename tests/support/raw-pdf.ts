/** Writes PDFs object by object, for what no library makes: encrypted, tagged and hostile ones. */

/** A dictionary, or one with the stream behind it. */
export type PdfObject = string | readonly [string, Buffer];

/** Numbers the objects from 1, the first being the catalogue, and writes the cross-reference table behind them. */
export function assemblePdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, at) => {
    offsets.push(length());
    const [head, stream] = typeof object === 'string' ? [object, null] : object;
    parts.push(Buffer.from(`${at + 1} 0 obj\n${head}\n`, 'latin1'));
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n', 'latin1'));
  });
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

export interface RawWords {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly bold?: boolean;
}

/** Number of the first object of `more`. */
export const FIRST_MORE = 11;

/**
 * Pages of words in any script, with entries of your own in the catalogue and in each page, and objects of your own behind.
 * Words outside ASCII are drawn as they stand, left to right, each letter as wide as it is high.
 */
export function rawPdf({
  words,
  pages = 1,
  catalog = '',
  page = '',
  more = [],
}: {
  readonly words: readonly RawWords[];
  readonly pages?: number;
  readonly catalog?: string;
  readonly page?: string;
  readonly more?: readonly PdfObject[];
}): Buffer {
  const drawing = words.map(({ text, x, y, bold = false }) => {
    const isAscii = /^[ -~]*$/.test(text);
    const shown = isAscii ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${utf16(text).toString('hex')}>`;
    return `BT /${isAscii ? (bold ? 'B' : 'F') : 'U'} 10 Tf ${x} ${800 - y} Td ${shown} Tj ET`;
  });
  const fonts = '/Font << /F 5 0 R /B 6 0 R /U 7 0 R >>';
  return assemblePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${fonts} >> ${page} >>`,
    stream(drawing.join('\n')),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 10 0 R >>',
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end',
    ),
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...more,
  ]);
}

export function stream(content: string): PdfObject {
  const bytes = Buffer.from(content, 'latin1');
  return [`<< /Length ${bytes.length} >>`, bytes];
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
