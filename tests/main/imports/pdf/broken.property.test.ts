/** Whatever is done to the bytes of a PDF: reading it ends, with a document or with an error that has a code. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TieoutError } from '../../../../src/contract/errors';
import { pdfParser } from '../../../../src/main/imports/pdf/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { column, makePdf } from './make';

describe('broken PDFs', () => {
  let whole = new Uint8Array();
  beforeAll(async () => {
    whole = Uint8Array.from(
      await makePdf([{ lines: column(50, 100, ['Sales were $5 million.', 'Costs were $3 million.']) }]),
    );
  });

  it('end with a document or a TieoutError', async () => {
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
            for (const { start, end } of document.marks) expect(start <= end && end <= document.text.length).toBe(true);
          } catch (reason) {
            expect(reason).toBeInstanceOf(TieoutError);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
