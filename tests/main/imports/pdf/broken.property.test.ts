/** Whatever is done to the bytes of a PDF: reading it ends, with a document or with an error that has a code. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { encryptedPdf } from '../../../support/encrypted-pdf';
import { FIRST_MORE, rawPdf } from '../../../support/raw-pdf';
import { taggedPdf } from '../../../support/tagged-pdf';
import { column, makePdf } from './make';

describe('broken PDFs', () => {
  const tagged = taggedPdf([
    ['H1', { text: 'Depots', x: 50, y: 60 }],
    ['L', ['LI', { text: 'Sales were $5 million.', x: 50, y: 90 }]],
    ['Table', ['TR', ['TH', { text: 'Region', x: 50, y: 120 }], ['TD', { text: '412', x: 120, y: 120 }]]],
  ]);
  const linked = rawPdf({
    words: [
      { text: 'Sales rose, says Quay Data, by 5%.', x: 50, y: 100 },
      { text: 'Sources', x: 50, y: 500, bold: true },
      { text: 'Quay Data (2026). Panel.', x: 50, y: 530 },
    ],
    page: `/Annots [${[0, 1, 2].map((at) => `${FIRST_MORE + at} 0 R`).join(' ')}]`,
    more: [0, 1, 2].map(
      (at) =>
        `<< /Type /Annot /Subtype /Link /Rect [${60 + at * 40} 690 ${95 + at * 40} 712] /Dest [3 0 R /XYZ 0 ${280 - at} 0] >>`,
    ),
  });
  let plain = new Uint8Array();
  beforeAll(async () => {
    plain = Uint8Array.from(
      await makePdf([{ lines: column(50, 100, ['Sales were $5 million.', 'Costs were $3 million.']) }]),
    );
  });

  it.each([
    ['plain', () => plain],
    ['tagged', () => Uint8Array.from(tagged)],
    ['encrypted', () => Uint8Array.from(encryptedPdf(['Sales were $5 million.'], ''))],
    ['linked', () => Uint8Array.from(linked)],
  ])(
    'that were %s end with a document or a TieoutError',
    async (_what, bytesOf) => {
      const whole = bytesOf();
      const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 }));
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { maxLength: 12 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          async (changes, keep) => {
            const bytes = whole.slice(0, Math.ceil(whole.length * Math.min(1, keep * 1.5)));
            for (const [at, value] of changes) bytes[Math.floor(at * (bytes.length - 1))] = value;
            try {
              const document = await pdfParser.parse(sourceOf(bytes, null));
              for (const { start, end } of document.marks)
                expect(start <= end && end <= document.text.length).toBe(true);
              for (const { runs } of document.pages ?? []) {
                for (let run = 0; run < runs.length; run += 6)
                  expect(runs[run]).toBeLessThanOrEqual(runs[run + 1] ?? -1);
              }
            } catch (reason) {
              expect(reason).toBeInstanceOf(TieoutError);
            }
          },
        ),
        { numRuns: 150 },
      );
    },
    60_000,
  );
});
