// The Word document: what its XML says, because a word processor is rarely at hand.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { noteDocx } from '../../../src/main/exports/docx/docx';
import type { Inline, NoteBlock, TableCell } from '../../../src/main/exports/note/note';
import { note } from './support';

const text = (words: string, set: Partial<Inline & { kind: 'text' }> = {}): Inline => ({
  kind: 'text',
  text: words,
  ...set,
});
const p = (words: string): NoteBlock => ({ kind: 'paragraph', inlines: [text(words)] });
const h = (level: number, words: string): NoteBlock => ({ kind: 'heading', level, inlines: [text(words)] });
const cell = (words: string, header = false): TableCell => ({ inlines: [text(words)], header, columns: 1, rows: 1 });
const table = (rows: readonly (readonly string[])[]): NoteBlock => ({
  kind: 'table',
  caption: null,
  rows: rows.map((row, at) => row.map((words) => cell(words, at === 0))),
});

async function parts(blocks: NoteBlock[], set = {}, paper: 'A4' | 'Letter' = 'A4', contents = false) {
  const files = unzipSync(await noteDocx(note(blocks, set), [], paper, contents));
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return {
    document: read('word/document.xml'),
    styles: read('word/styles.xml'),
    core: read('docProps/core.xml'),
    all: Object.keys(files),
    read,
  };
}

describe('a Word document', () => {
  it('keeps lists, code and tables inside of a quotation', async () => {
    const quote: NoteBlock = {
      kind: 'quote',
      blocks: [
        p('P1'),
        { kind: 'list', ordered: false, start: 1, items: [[p('LQ1')]] },
        { kind: 'code', text: 'CQ1' },
        table([['TQ1'], ['TQ2']]),
        { kind: 'quote', blocks: [p('QQ1')] },
      ],
    };
    const { document } = await parts([quote]);
    for (const words of ['P1', 'LQ1', 'CQ1', 'TQ1', 'TQ2', 'QQ1']) expect(document.split(`>${words}<`)).toHaveLength(2);
  });

  it('says of no run that it is not bold', async () => {
    const { document, styles } = await parts([h(1, 'Title'), h(2, 'Section'), p('Words.')]);
    expect(document).not.toMatch(/<w:b w:val="(?:false|0)"/);
    expect(styles).toMatch(/Heading2[\s\S]{0,400}<w:b\/>/);
  });

  it('lets lines grow with their letters, so that titles of three lines do not overlap', async () => {
    const { styles } = await parts([h(1, 'Title')]);
    const lines = [...styles.matchAll(/<w:spacing [^>]*w:line="\d+"[^>]*>/g)].map(([one]) => one);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((one) => !one.includes('w:lineRule="auto"'))).toEqual([]);
  });

  it('says its language, title, author and date, and nobody unnamed', async () => {
    const { styles, core } = await parts([p('x')], { language: 'de', author: 'A. Writer', asOf: '2026-05-13' });
    expect(styles).toContain('<w:lang w:val="de"');
    expect(core).toContain('<dc:creator>A. Writer</dc:creator>');
    expect(core).toContain('2026-05-13T00:00:00Z');
    expect(core).not.toContain('Un-named');
    expect((await parts([p('x')], { asOf: null })).core).not.toContain('dcterms:created');
  });

  it('has a running head, page n of m and a list of contents', async () => {
    const { document, all, read } = await parts([h(1, 'T'), h(2, 'One'), h(2, 'Two'), h(2, 'Three')], {}, 'A4', true);
    const feet = all
      .filter((name) => /footer\d+\.xml$/.test(name))
      .map(read)
      .join('');
    expect(feet).toContain('NUMPAGES');
    expect(
      all
        .filter((name) => /header\d+\.xml$/.test(name))
        .map(read)
        .join(''),
    ).toContain('A note');
    expect(document).toMatch(/TOC \\h/);
  });

  it('sets values flush right, heads of their columns too', async () => {
    const { document } = await parts([
      table([
        ['Line', 'FY25'],
        ['Sales', '1,234.5'],
        ['Cost', '(56.7)'],
      ]),
    ]);
    expect(document.match(/<w:jc w:val="(?:right|end)"\/>/g)).toHaveLength(3);
  });

  it.each([
    ['A4', 11906, 16838],
    ['Letter', 12240, 15840],
  ] as const)(
    'fits its tables to %s and turns the page for a wide one, with its heading',
    async (paper, width, height) => {
      const narrow = table([
        ['a', 'b'],
        ['1', '2'],
      ]);
      const wide = table([0, 1].map((row) => Array.from({ length: 16 }, (_, at) => `${row}${at},445.4`)));
      const { document } = await parts([p('Before.'), narrow, h(2, 'Wide'), wide, p('After.')], {}, paper);
      const sizes = [...document.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, one = '']) => one);
      expect(sizes).toHaveLength(3);
      expect(sizes[1]).toContain(`w:w="${height}"`);
      expect(sizes[1]).toContain('landscape');
      expect(sizes[0]).toContain(`w:w="${width}"`);
      const grids = [...document.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
        [...grid.matchAll(/w:w="(\d+)"/g)].reduce((all, [, one]) => all + Number(one), 0),
      );
      expect(grids[0]).toBeCloseTo(width - 2 * 1134, -2);
      expect(grids[1]).toBeCloseTo(height - 2 * 1134, -2);
      const section = document.slice(document.indexOf('Before.'), document.indexOf('Wide'));
      expect(section).toContain('<w:sectPr');
    },
  );

  it('gives each column room for its longest word', async () => {
    const { document } = await parts([
      table([
        ['No', 'Sources', 'What is said of each of them, in some more words'],
        ['×11', 'CALC08', 'x '.repeat(200)],
      ]),
    ]);
    const widths = [...(/<w:tblGrid>(.*?)<\/w:tblGrid>/.exec(document)?.[1] ?? '').matchAll(/w:w="(\d+)"/g)].map(
      ([, one]) => Number(one),
    );
    // Bold letters of 9.5 pt are about 105 twentieths of a point wide.
    expect(widths[1]).toBeGreaterThan(7 * 105 + 160);
    expect(widths[0]).toBeGreaterThan(3 * 105 + 160);
  });

  it('underlines what is underlined', async () => {
    const { document } = await parts([{ kind: 'paragraph', inlines: [text('sure', { underline: true })] }]);
    expect(document).toMatch(/<w:u w:val="single"\/>[\s\S]{0,80}sure/);
  });
});
