// Markdown says what the note says: read back by a parser, every word, style and cell stands where it stood.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Nodes, Root } from 'mdast';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { noteMarkdown } from '../../../src/main/exports/markdown/markdown';
import type { Inline, NoteBlock, TableCell } from '../../../src/main/exports/note/note';
import { runImport } from '../../../src/main/imports/run-import';
import { documentOf } from '../imports/kinds';
import { figure, note, source } from './support';

const written = (...blocks: NoteBlock[]): string => noteMarkdown(note(blocks), []);
const paragraph = (...inlines: Inline[]): NoteBlock => ({ kind: 'paragraph', inlines });
const text = (words: string, set: Partial<Inline & { kind: 'text' }> = {}): Inline => ({
  kind: 'text',
  text: words,
  ...set,
});
const cell = (words: string, set: Partial<TableCell> = {}): TableCell => ({
  inlines: [text(words)],
  header: false,
  columns: 1,
  rows: 1,
  ...set,
});

/** What a reader of Markdown makes of it, without front matter and title. */
function read(markdown: string): Root {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { ...root, children: root.children.slice(1) };
}

const wordsOf = (node: Nodes): string => {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
};

describe('a paragraph', () => {
  it.each([
    '- 5% of sales',
    '+ 3 stores',
    '1. first',
    '1) first',
    '    four spaces',
    '===',
    '---',
    '# 1 in class',
    '> 5%',
    '*x',
    '|a|b|',
    '```',
    '~~~',
    '~$5 and ~$6',
    '&lt; and &amp; and &#36;',
    '<b>x</b>',
    '[a]: http://x',
    '[^1]: note',
    '$x$ \\ `tick`',
    '2024. A year',
    '1_000_000',
    '![x](y)',
    'https://example.com/a_b_c',
    '增长**28%**',
    '_',
    '**',
    'a\\',
  ])('that begins with %s stays one, word for word', (words) => {
    const [block, ...more] = read(written(paragraph(text(words)))).children;
    expect(more).toEqual([]);
    expect(block?.type).toBe('paragraph');
    expect(block && wordsOf(block)).toBe(words.trim());
  });

  it('of any characters reads back', () => {
    const signs = fc.constantFrom(...'#*_-+`~<>&;|[]()!\\$%^=:.,0123456789aZ 营。“’'.split(''));
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 24 }), (characters) => {
        const words = characters.join('').replace(/\s+/g, ' ').trim();
        if (words === '') return;
        const blocks = read(written(paragraph(text(words)))).children;
        expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
        expect(blocks.map(wordsOf)).toEqual([words]);
      }),
      { numRuns: 400 },
    );
  });

  it('of any styles reads back, and nothing of a style is left as a sign', () => {
    const run = fc.record({
      text: fc.constantFrom('营收：', '28%', ' and ', 'a', '**', '(x)', '“q”', ' '),
      bold: fc.boolean(),
      italic: fc.boolean(),
      underline: fc.boolean(),
      strike: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const words = runs.map((one) => one.text).join('');
        if (words.trim() === '') return;
        const markdown = written(
          paragraph(text('Start '), ...runs.map((one) => ({ kind: 'text' as const, ...one })), text(' end')),
        );
        const [block] = read(markdown).children;
        expect(block && wordsOf(block).replace(/\s+/g, ' ')).toBe(`Start ${words} end`.replace(/\s+/g, ' '));
      }),
      { numRuns: 400 },
    );
  });
});

describe('styles', () => {
  it.each<[string, Inline[], string]>([
    ['hug their words', [text(' bold ', { bold: true }), text('x')], '**bold** x'],
    [
      'are HTML where Markdown would not read them',
      [text('营收：', { bold: true }), text('同比')],
      '<strong>营收：</strong>同比',
    ],
    ['underline', [text('sure', { underline: true })], '<u>sure</u>'],
    ['struck', [text('gone', { strike: true })], '~~gone~~'],
    ['code with ticks', [text('a`b', { code: true })], '``a`b``'],
    ['a link on code', [text('f()', { code: true, href: 'https://example.com' })], '[`f()`](https://example.com)'],
    [
      'one node of two neighbours',
      [text('a', { bold: true }), text('b', { bold: true, italic: true })],
      '**a<em>b</em>**',
    ],
  ])('%s', (_, inlines, expected) => {
    expect(written(paragraph(...inlines))).toContain(`\n${expected}\n`);
  });
});

describe('blocks', () => {
  it('code with a fence inside ends where it ends', () => {
    const code = 'a\n```\nb';
    expect(read(written({ kind: 'code', text: code })).children).toMatchObject([{ type: 'code', value: code }]);
  });

  it('an item keeps its second paragraph, its table and the list below it', () => {
    const item = [
      paragraph(text('First.')),
      paragraph(text('Second.')),
      { kind: 'list' as const, ordered: true, start: 3, items: [[paragraph(text('Third.'))]] },
    ];
    const [list] = read(written({ kind: 'list', ordered: false, start: 1, items: [item] })).children;
    expect(list).toMatchObject({
      type: 'list',
      children: [{ children: [{ type: 'paragraph' }, { type: 'paragraph' }, { type: 'list', start: 3 }] }],
    });
  });

  it('two lists, one after the other, stay two', () => {
    const list = (words: string): NoteBlock => ({
      kind: 'list',
      ordered: false,
      start: 1,
      items: [[paragraph(text(words))]],
    });
    expect(read(written(list('a'), list('b'))).children.filter(({ type }) => type === 'list')).toHaveLength(2);
  });

  it('a table keeps pipes, line ends and empty cells in their columns', () => {
    const rows = [
      [cell('Metric', { header: true }), cell('FY25', { header: true })],
      [cell('a|b'), { ...cell(''), inlines: [text('1'), { kind: 'break' } as const, text('2')] }],
      [cell(''), cell('1,234.5')],
    ];
    const [table] = read(written({ kind: 'table', caption: null, rows })).children;
    expect(table?.type === 'table' && table.children.map((row) => row.children.map(wordsOf))).toEqual([
      ['Metric', 'FY25'],
      ['a|b', '12'],
      ['', '1,234.5'],
    ]);
  });

  it('a table with spans is HTML, with every value under its head', () => {
    const rows = [
      [cell('Metric', { header: true, columns: 2 }), cell('FY25', { header: true }), cell('FY26E', { header: true })],
      [cell('Revenue', { rows: 2 }), cell('US'), cell('1,234.5'), cell('-2.0')],
      [cell('EU'), cell('(56.7)'), cell('3 < 4')],
    ];
    const markdown = written({ kind: 'table', caption: null, rows });
    expect(markdown).toContain('<th colspan="2">Metric</th><th>FY25</th><th>FY26E</th>');
    expect(markdown).toContain('<td rowspan="2">Revenue</td><td>US</td><td align="right">1,234.5</td>');
    expect(markdown).toContain('3 &lt; 4');
    expect(read(markdown).children.map(({ type }) => type)).toEqual(['html']);
  });
});

describe('a note', () => {
  it('keeps figures with their class, citations with their address, footnotes and what stands before the text', async () => {
    const inlines: Inline[] = [
      text('Revenue was '),
      { kind: 'figure', text: '$37.6B', id: 'f1', provenance: 'derived', inherited: 'third_party' },
      { kind: 'cite', label: 'Yahoo', number: 1, locator: null },
      { kind: 'cite', label: 'Call', number: 2, locator: null },
      { kind: 'footnote', inlines: [text('At *constant* currency.')], number: 1 },
      text('.'),
    ];
    const sources = [source('s1', 'Yahoo', { URL: 'https://example.com/a_b' }), source('s2', 'Call')];
    const markdown = noteMarkdown(
      note([paragraph(...inlines)], {
        title: 'Growth: a "view"',
        author: 'A. Writer',
        sources,
        figures: [figure({ provenance: 'derived' })],
        footnotes: [[text('At *constant* currency.')]],
      }),
      [],
    );
    expect(markdown).toContain('$37.6B<sup>ΣT</sup>[Yahoo](https://example.com/a_b)\\[Call][^1].');
    expect(markdown).toContain('[^1]: At \\*constant\\* currency.');
    const { normalised, analysis } = documentOf(await runImport(new TextEncoder().encode(markdown), 'copy.md'));
    expect([normalised.title, normalised.author, normalised.published]).toEqual([
      'Growth: a ’view’',
      'A. Writer',
      '2026-05-13',
    ]);
    expect(analysis.figures.map(({ quote }) => quote)).toContain('$37.6B');
    expect(analysis.citations.map(({ marker }) => marker)).toEqual(expect.arrayContaining(['Yahoo', 'Call']));
  });
});
