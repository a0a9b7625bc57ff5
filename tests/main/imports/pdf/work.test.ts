// Files that ask for more work than a page of text is: they are refused after a page's worth of it, whatever a clock says.
import { expect, test } from 'vitest';
import { sourceOf } from '../../../../src/main/imports/source';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { FIRST_MORE, rawPdf, stream, type PdfObject } from '../../../support/raw-pdf';

/** Forms of which each draws the next one twice; the last one draws `leaf`. */
function nested(levels: number, leaf: string): readonly PdfObject[] {
  return Array.from({ length: levels }, (_, level): PdfObject => {
    const isLast = level === levels - 1;
    const bytes = Buffer.from(isLast ? leaf : '/N Do /N Do');
    const next = isLast ? '/Font << /F 5 0 R >>' : `/XObject << /N ${FIRST_MORE + level + 1} 0 R >>`;
    const head = `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${next} >> /Length ${bytes.length} >>`;
    return [head, bytes];
  });
}

const drawing = (levels: number, leaf: string): Buffer => {
  const objects = nested(levels, leaf);
  const first = FIRST_MORE + objects.length;
  return rawPdf({
    words: [{ text: 'Revenue was $420 million.', x: 50, y: 100 }],
    page: `/Resources << /Font << /F 5 0 R >> /XObject << /N ${FIRST_MORE} 0 R >> >> /Contents ${first} 0 R`,
    more: [...objects, stream('BT /F 10 Tf 50 700 Td (Revenue was $420 million.) Tj ET /N Do')],
  });
};

test('forms that double their text at every level are refused at the limit of a page', async () => {
  const bytes = drawing(30, 'BT /F 10 Tf 50 600 Td (words) Tj ET\n'.repeat(400));
  await expect(pdfParser.parse(sourceOf(bytes, 'a.pdf'))).rejects.toMatchObject({ code: 'E_TOO_LARGE' });
});

test('lines that double at every level are left at the limit, and the page keeps its words', async () => {
  const { text, problems } = await pdfParser.parse(sourceOf(drawing(30, '0 0 m 10 10 l S'), 'a.pdf'));
  expect(text).toContain('$420 million');
  expect(problems).toEqual([]);
});

test('a few levels are read', async () => {
  const { text } = await pdfParser.parse(sourceOf(drawing(3, 'BT /F 10 Tf 50 600 Td (words) Tj ET'), 'a.pdf'));
  expect(text).toContain('words');
  expect(text).toContain('$420 million');
});
