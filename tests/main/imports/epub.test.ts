// E-books made by code: the order of reading, what the book says of itself, what is left out, and what is locked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { epubParser } from '../../../src/main/imports/epub/parser';
import { runImport } from '../../../src/main/imports/run-import';
import { sourceOf } from '../../../src/main/imports/source';
import { documentOf } from './kinds';
import { wordsOf } from './parse';
import { packed } from './table/build';

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;

interface Made {
  readonly chapters?: Readonly<Record<string, string>>;
  readonly metadata?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly items?: string;
  readonly refs?: string;
  readonly guide?: string;
}

function book({ chapters = {}, metadata = '', more = {}, items = '', refs = '', guide = '' }: Made): Uint8Array {
  const names = Object.keys(chapters);
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf':
      `<package><metadata xmlns:dc="x">${metadata}</metadata><manifest>${items}${names
        .map((name, at) => `<item id="c${at}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`)
        .join('')}</manifest><spine>${refs}${names.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine>` +
      `<guide>${guide}</guide></package>`,
    ...Object.fromEntries(Object.entries(chapters).map(([name, body]) => [`OEBPS/${name}`, page(body)])),
    ...more,
  });
}

const read = async (bytes: Uint8Array) => documentOf(await runImport(bytes, 'book.epub'));
const CHAPTERS = {
  'text/second part.xhtml':
    '<h1>Tools</h1><p>Revenue was <b>$412 million</b>.<a id="p1"/></p><ul><li>EBIT $58 million</li></ul>',
  'text/first.xhtml':
    '<h2>Results</h2><table><tr><th>Metric</th><th>Q1</th></tr><tr><td>Orders</td><td>$1.1 billion</td></tr></table><aside><p>See <a href="https://a.example/">there</a>.</p></aside>',
};

describe('e-books', () => {
  it('are read chapter by chapter in the order of the book', async () => {
    const metadata =
      '<dc:title>The  Tool Makers</dc:title><dc:creator>Ada Brandt</dc:creator><dc:creator>Bo Lind</dc:creator>' +
      '<dc:publisher>Harbour Press</dc:publisher><dc:date>2026-05-04</dc:date><dc:language>en-GB</dc:language>';
    const { normalised, analysis, parser } = await read(book({ chapters: CHAPTERS, metadata }));
    expect(parser).toBe('epub');
    expect(normalised).toMatchObject({
      format: 'epub',
      text: 'Tools\nRevenue was $412 million.\nEBIT $58 million\nResults\nMetric\tQ1\nOrders\t$1.1 billion\nSee there.\n',
      title: 'The Tool Makers',
      author: 'Ada Brandt; Bo Lind',
      publisher: 'Harbour Press',
      published: '2026-05-04',
      language: 'en-GB',
    });
    expect(normalised.marks.flatMap((mark) => (mark.kind === 'heading' ? [mark.level] : []))).toEqual([1, 2]);
    expect(wordsOf(normalised, 'strong')).toEqual(['$412 million']);
    expect(wordsOf(normalised, 'list-item')).toEqual(['EBIT $58 million']);
    expect(wordsOf(normalised, 'link')).toEqual(['there']);
    expect(analysis.layout.tables[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['Orders', '$1.1 billion']);
    expect(analysis.figures.map(({ quote }) => quote)).toEqual(['$412 million', '$58 million', '$1.1 billion']);
  });

  it('leave out contents, cover and what is no text', async () => {
    const { text } = (
      await read(
        book({
          chapters: { 'one.xhtml': '<p>One.</p>' },
          items:
            '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
            '<item id="v" href="cover.xhtml" media-type="application/xhtml+xml"/>' +
            '<item id="s" href="drawing.svg" media-type="image/svg+xml"/>',
          refs: '<itemref idref="v"/><itemref idref="n"/><itemref idref="s"/><itemref idref="nothing"/>',
          guide: '<reference type="cover" href="cover.xhtml#top"/>',
          more: { 'OEBPS/nav.xhtml': page('<p>Contents</p>'), 'OEBPS/cover.xhtml': page('<p>Cover</p>') },
        }),
      )
    ).normalised;
    expect(text).toBe('One.\n');
  });

  it('say which chapters are missing, and look for none outside the book', async () => {
    const items =
      '<item id="x" href="../../../etc/passwd" media-type="application/xhtml+xml"/><item id="y" href="gone.xhtml" media-type="application/xhtml+xml"/>';
    const { normalised } = await read(
      book({ chapters: { 'one.xhtml': '<p>One.</p>' }, items, refs: '<itemref idref="x"/><itemref idref="y"/>' }),
    );
    expect(normalised.text).toBe('One.\n');
    expect(normalised.problems).toContainEqual(expect.objectContaining({ code: 'W_CHAPTER_MISSING', count: 2 }));
  });

  const encrypted = (method: string, uri: string) => ({
    'META-INF/encryption.xml': `<encryption><enc:EncryptedData xmlns:enc="e"><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
  });

  it('are refused where a chapter is locked, not where only a font is', async () => {
    const chapters = { 'a b.xhtml': '<p>One.</p>' };
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    await expect(read(book({ chapters, more: encrypted(aes, 'OEBPS/a%20b.xhtml') }))).rejects.toMatchObject({
      code: 'E_FORMAT',
      message: expect.stringContaining('protected against copying') as unknown,
    });
    const font = encrypted('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf');
    expect((await read(book({ chapters, more: font }))).normalised.text).toBe('One.\n');
  });

  it.each<[string, Uint8Array, string]>([
    ['no description', packed({ 'META-INF/container.xml': '<container/>', 'a.opf': '' }), 'E_DAMAGED'],
    [
      'a description that is not there',
      packed({ 'META-INF/container.xml': '<c><rootfile full-path="b.opf"/></c>', 'a.opf': '' }),
      'E_DAMAGED',
    ],
    [
      'XML that breaks off',
      packed({ 'META-INF/container.xml': '<c><rootfile full-path="a.opf"/></c>', 'a.opf': '<package><spine' }),
      'E_DAMAGED',
    ],
    [
      'elements without end',
      packed({ 'META-INF/container.xml': '<c><rootfile full-path="a.opf"/></c>', 'a.opf': '<a>'.repeat(1000) }),
      'E_TOO_LARGE',
    ],
    [
      'entities',
      packed({
        'META-INF/container.xml':
          '<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><c><rootfile full-path="&x;"/></c>',
        'a.opf': '',
      }),
      'E_DAMAGED',
    ],
    ['no words', book({ chapters: { 'one.xhtml': '<img src="x"/>' } }), 'E_EMPTY'],
    [
      '6000 chapters',
      book({
        items: '<item id="i" href="x.xhtml" media-type="text/html"/>',
        refs: '<itemref idref="i"/>'.repeat(6000),
      }),
      'E_TOO_LARGE',
    ],
  ])('with %s are refused in words', async (_what, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  it('end with a document or a TieoutError, whatever was changed in them', () => {
    const seed = book({ chapters: CHAPTERS });
    const edits = fc.array(fc.record({ at: fc.nat(seed.length - 1), byte: fc.nat(255) }), { maxLength: 6 });
    fc.assert(
      fc.property(edits, fc.nat(seed.length), (changes, length) => {
        const bytes = seed.slice(0, changes.length % 2 === 0 ? seed.length : length);
        for (const { at, byte } of changes) bytes[at] = byte;
        try {
          const { text, marks } = epubParser.parse(sourceOf(bytes, null));
          for (const { end } of marks) expect(end).toBeLessThanOrEqual(text.length);
        } catch (error) {
          if (!(error instanceof TieoutError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
