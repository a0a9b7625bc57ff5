// What is printed reads as it was written: nothing of a note is markup, and nothing of it is lost without a word.
import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { appendix } from '../../../../src/main/exports/note/appendix';
import type { Inline } from '../../../../src/main/exports/note/note';
import { missingFrom } from '../../../../src/main/exports/pdf/read-back';
import type { Sheet } from '../../../../src/main/exports/pdf/sheet';
import { figure, note } from '../support';
import { bookmarksOf, h, p, pagesOf, plain, print, solidOf, table } from './print';

const mark = (text: string, set: Partial<Inline & { kind: 'figure' }> = {}): Inline => ({
  kind: 'figure',
  text,
  id: 'f1',
  provenance: 'management',
  inherited: null,
  ...set,
});

describe('a printed note', () => {
  it.each([
    '#panic("x")',
    '$x^2$ and \\ and ~',
    '@source <label> [content]',
    '*bold* _it_ `raw` = heading',
    '- item + item / term: x',
    '#import "@preview/x:1.0.0"',
    '// comment /* and */ "quoted" it’s',
    '#read("/etc/passwd") http://example.com',
  ])('prints %s as it stands', async (hostile) => {
    const blocks = [h(2, hostile), p(hostile), { kind: 'code' as const, text: hostile }, table([[hostile], [hostile]])];
    const text = await solidOf((await print(blocks, { contents: true }, { title: hostile })).pdf);
    const times = text.split(hostile.replace(/\s+/g, '')).length - 1;
    expect(times).toBeGreaterThanOrEqual(5);
  });

  it('has no letter of a class in copied text, and says the class to whoever listens', async () => {
    const blocks = [
      p('About ', mark('$200B'), ', then ', mark('+28%', { provenance: 'derived', inherited: 'consensus' }), '.'),
    ];
    const { pdf } = await print(blocks);
    const text = (await pagesOf(pdf))[0]?.text ?? '';
    expect(text.replace(/\s+/g, ' ')).toMatch(/About \$200B, then \+28%\./);
    const document = await PDFDocument.load(pdf);
    const said = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(said.some((one) => one.includes('/Alt') && one.includes('Management'))).toBe(true);
    expect(said.some((one) => one.includes('/Alt') && one.includes('Derived from consensus'))).toBe(true);
  });

  it('has bookmarks from the model: words apart, no class letters, no level skipped, one title', async () => {
    const blocks = [
      h(1, 'The bill arrives before the revenue and is longer than a single line of the page can hold, by far'),
      h(2, 'First'),
      h(4, 'Deep'),
      { kind: 'heading' as const, level: 2, inlines: [plain('Growth of '), mark('28%'), plain(' in three quarters')] },
    ];
    const { pdf } = await print(
      blocks,
      { contents: true },
      { appendix: [h(1, 'How these figures were sourced'), h(2, 'Sources')] },
    );
    expect(await bookmarksOf(pdf)).toEqual([
      'The bill arrives before the revenue and is longer than a single line of the page can hold, by far',
      '>First',
      '>>Deep',
      '>Growth of 28% in three quarters',
      '>How these figures were sourced',
      '>>Sources',
    ]);
  });

  it('stands its footnotes at the foot of the page they belong to', async () => {
    const words = [plain('Measured at constant currency.')];
    const footnote: Inline = { kind: 'footnote', inlines: words, number: 1 };
    const long = Array.from({ length: 60 }, () => p('A line of running text that goes on.'));
    const pages = await pagesOf(
      (await print([p('Sales rose', footnote, '.'), ...long], {}, { footnotes: [words] })).pdf,
    );
    const shown = pages[0]?.words.find(({ text }) => text.includes('constant'));
    expect(shown?.y).toBeLessThan(200);
    expect(pages[1]?.solid).not.toContain('constant');
  });

  it('names a character that no font has, in print and beside it, and shows symbols, emoji, hangul and Thai', async () => {
    const { pdf, warnings } = await print([p('⭐ ✓ → ≈ 😀 한국 ไทย 三个季度 then 𓀀.')]);
    expect(warnings).toEqual([expect.stringContaining('U+13000')]);
    const text = await solidOf(pdf);
    for (const shown of ['⭐', '✓', '→', '≈', '한국', '三个季度', '[U+13000]']) expect(text).toContain(shown);
  });

  it('keeps the words before a table or list with it, and breaks a word longer than its line', async () => {
    const url = `https://example.com/${'x'.repeat(300)}`;
    const filler = Array.from({ length: 29 }, () => p('A line of running text that goes on.'));
    const blocks = [
      ...filler,
      p('Scenarios:'),
      table([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ]),
      p(url),
    ];
    const pages = await pagesOf((await print(blocks)).pdf);
    const home = pages.find(({ solid }) => solid.includes('Scenarios:'));
    expect(home?.solid).toContain('ab12');
    expect(pages.map(({ solid }) => solid).join('')).toContain(url);
  });

  it('has title, language, date and running heads with the page of all pages', async () => {
    const long = Array.from({ length: 80 }, () => p('A line of running text that goes on.'));
    const { pdf, pages } = await print(long, {}, { title: 'Zwei Wörter', language: 'de', author: 'A. Writer' });
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect([document.getTitle(), document.getAuthor()]).toEqual(['Zwei Wörter', 'A. Writer']);
    expect(document.getCreationDate()?.toISOString().slice(0, 10)).toBe('2026-05-14');
    expect(String(document.catalog.get(PDFName.of('Lang')))).toContain('de');
    const read = await pagesOf(pdf);
    expect(read.map(({ solid }) => solid.includes('ZweiWörter'))).toEqual(Array.from({ length: pages }, () => true));
    expect(read.at(-1)?.solid).toContain(`${pages}/${pages}`);
  });

  it('is the same file from the same note', async () => {
    const once = await print([p('Words.'), table([['a'], ['1']])]);
    const twice = await print([p('Words.'), table([['a'], ['1']])]);
    expect(Buffer.from(twice.pdf).equals(Buffer.from(once.pdf))).toBe(true);
  });

  it('of few words is a small file', async () => {
    const { pdf } = await print(Array.from({ length: 40 }, () => p('About ', mark('$200B'), ' of it.')));
    expect(pdf.length).toBeLessThan(100_000);
  });
});

describe('the appendix', () => {
  const audit = {
    summary: { undisclosed: [] } as never,
    findings: [],
    structure: [],
    rules: [],
    completedAt: '2026-05-14 10:00 UTC+00:00',
  };

  it('prints a corrected figure as the text does, with what its document says', async () => {
    const place = { document: 'd1', start: 0, end: 7, section: 0 };
    const corrected = figure({ place, quote: '$181.5B', value: '182.9', scale: 9, edited: ['value'] });
    const of = note([p('x')], { figures: [corrected] });
    const words = JSON.stringify(appendix(of, audit));
    expect(words).toContain('"$182.9B"');
    expect(words).toContain('(corrected from $181.5B)');
  });

  it('has no table of classes where there are no figures', () => {
    expect(JSON.stringify(appendix(note([p('x')]), audit))).not.toContain('Who vouches for it');
  });
});

describe('the read-back', () => {
  const sheet = (words: string): Sheet => ({
    title: 't',
    language: 'en',
    author: null,
    asOf: '',
    date: null,
    paper: 'a4',
    heading: { k: 'h', level: 1, plain: 't', body: [{ k: 't', s: 't' }] },
    facts: [],
    legend: [],
    contents: false,
    blocks: [{ k: 'p', leads: false, body: [{ k: 't', s: words }] }],
    appendix: [],
    marks: {},
    fonts: { text: [], ui: [], mono: [] },
  });

  it.each([
    ['Revenue was $181.5B in all', 't Revenue was $181.5B in all', []],
    ['Revenue was $181.5B in all', 't Revenue was $181.B in all', ['$181.5B']],
    ['twice twice', 't twice', ['twice']],
    ['across a line', 't acr\noss a line', []],
  ])('of %s in %s misses %j', (words, pages, missing) => {
    expect(missingFrom(sheet(words), pages)).toEqual(missing);
  });
});
