// Kinds of public reports about readers of files that have no test beside the code of one format, each with an input of
// our own: what no reader sees on a page, alphabets of saved pages, words in wrappers, glyphs by name, shared formulas.
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { assemblePdf } from '../../support/raw-pdf';
import { docx, run } from './docx/build';
import { documentOf, tableOf } from './kinds';
import { HEAD, multipart, part } from './mail/build';
import { bytesOf } from './parse';
import { bareWorkbook } from './table/pack';

const textOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  documentOf(await runImport(bytes, name)).normalised.text;

describe('what no reader of a page sees', () => {
  it.each([
    ['hidden', '<p hidden>Fares 41</p>', false],
    ['not displayed', '<p style="display:none">Fares 41</p>', false],
    ['invisible', '<p style="visibility: hidden">Fares 41</p>', false],
    ['a template', '<template><p>Fares 41</p></template>', false],
    ['behind a summary', '<details><summary>More</summary><p>Fares 41</p></details>', true],
    ['inserted', '<ins>Fares 41</ins>', true],
  ])('%s', async (_what, html, isSeen) => {
    const text = await textOf(bytesOf(`<html><body><h1>Depot</h1>${html}<p>Crates 77.</p></body></html>`), 'a.html');
    expect(text).toContain('Crates 77');
    expect(text.includes('Fares 41')).toBe(isSeen);
  });
});

describe('a saved page in another alphabet', () => {
  // "Цена 41" in the two encodings of Russian pages.
  const KOI8 = Buffer.from('e3c5cec1203431', 'hex');
  const CP1251 = Buffer.from('d6e5ede0203431', 'hex');
  const page = (head: Readonly<Record<string, string>>, meta: string, words: Buffer) =>
    multipart('related', { ...HEAD, 'Snapshot-Content-Location': 'https://a.example/1' }, [
      part(
        { ...head, 'Content-Location': 'https://a.example/1' },
        Buffer.concat([Buffer.from(`<html><head>${meta}</head><body><p>`), words, Buffer.from('</p></body></html>')]),
      ),
    ]);

  it.each([
    [
      'said by its own head',
      page(
        { 'Content-Type': 'text/html' },
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
        KOI8,
      ),
    ],
    ['said by its part', page({ 'Content-Type': 'text/html; charset=windows-1251' }, '', CP1251)],
  ])('%s', async (_what, bytes) => {
    expect(await textOf(bytes, 'a.mhtml')).toContain('Цена 41');
  });
});

describe('a Word document', () => {
  it.each([
    ['smart tags', `<w:smartTag w:element="place">${run('Kiel')}</w:smartTag>`],
    ['smart tags in smart tags', `<w:smartTag><w:smartTag>${run('Kiel')}</w:smartTag></w:smartTag>`],
    ['custom XML', `<w:customXml w:element="x">${run('Kiel')}</w:customXml>`],
  ])('keeps words in %s', async (_what, wrapped) => {
    const body = `<w:p>${run('Fares in ')}${wrapped}${run(' were 41.')}</w:p>`;
    expect(await textOf(docx({ body }), 'a.docx')).toBe('Fares in Kiel were 41.\n');
  });
});

describe('a PDF', () => {
  it('has signs and ligatures by the names of its glyphs', async () => {
    const shown = Buffer.from('BT /F1 12 Tf 50 700 Td (The of\\002ce lost \\00141 thousand; effect \\0013.5%.) Tj ET');
    const pdf = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      [`<< /Length ${shown.length} >>`, shown],
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /minus /fi] >> >>',
    ]);
    expect(await textOf(pdf, 'a.pdf')).toContain('The office lost −41 thousand; effect −3.5%.');
  });
});

describe('a workbook', () => {
  it('has the saved values of formulas that share one text, and its errors', async () => {
    const result = tableOf(
      await runImport(
        bareWorkbook({
          sheet:
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fares</t></is></c>' +
            '<c r="B1"><f t="shared" ref="B1:C1" si="0">B2*2</f><v>41.5</v></c><c r="C1"><f t="shared" si="0"/><v>77.25</v></c>' +
            '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>',
        }),
        'a.xlsx',
      ),
    );
    expect(result.sheets[0]?.rows[0]?.cells.slice(1)).toMatchObject([
      { value: '41.5' },
      { value: '77.25' },
      { text: '#DIV/0!', error: true },
    ]);
  });
});
