// What a font says of itself is numbers and names: words of a program among them never run, where text is read or drawn.
import { expect, test } from 'vitest';
import { sourceOf } from '../../../../src/main/imports/source';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { FIRST_MORE, rawPdf, stream } from '../../../support/raw-pdf';

const RUN = 'globalThis.__ran = true';

test.each([
  ['its matrix', `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 2 3 4 5 (0\\); ${RUN}; \\(0)]`],
  ['its box', `<< /Type /Font /Subtype /Type3 /FontBBox [(${RUN}) 0 9 9] /FontMatrix [0.001 0 0 0.001 0 0]`],
  ['its name', `<< /Type /Font /Subtype /Type3 /Name (${RUN}) /FontBBox [0 0 9 9] /FontMatrix [0.001 0 0 0.001 0 0]`],
])('a program in %s', async (_what, font) => {
  const glyphs = `/CharProcs << /a ${FIRST_MORE + 1} 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [(${RUN})] >>`;
  const bytes = rawPdf({
    words: [],
    page: `/Resources << /Font << /F 5 0 R /T ${font} ${glyphs} >> >> /Contents ${FIRST_MORE} 0 R`,
    more: [
      stream('BT /T 10 Tf 50 600 Td (aaa) Tj ET BT /F 10 Tf 50 700 Td (Revenue was $420 million.) Tj ET'),
      stream('500 0 0 0 9 9 d1 0 0 9 9 re f'),
    ],
  });
  const { text } = await pdfParser.parse(sourceOf(bytes, 'a.pdf'));
  expect(text).toContain('$420 million');
  expect('__ran' in globalThis).toBe(false);
});
