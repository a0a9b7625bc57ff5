import { describe, expect, it } from 'vitest';
import { markdownParser } from '../../../src/main/imports/markdown/parser';
import { cellsOf, parseWith, shown, wordsOf } from './parse';

const parse = (text: string) => parseWith(markdownParser, text, 'note.md');

describe('markdown', () => {
  it('keeps the source as the text and marks headings at their level', () => {
    const source = '# One\n\nWords.\n\nTwo\n---\n\n### Three ###\n';
    const document = parse(source);
    expect(document.text).toBe(source);
    expect(document.marks.flatMap((mark) => (mark.kind === 'heading' ? [mark.level] : []))).toEqual([1, 2, 3]);
    expect(shown(document)).toBe('One\n\nWords.\n\nTwo\n\nThree\n');
  });

  it('reads tables with their cells trimmed, empty ones included', () => {
    const document = parse('| Metric | Q1 |\n|---|--:|\n| Revenue | $181.5B |\n| Margin | |\n');
    expect(cellsOf(document)).toEqual([
      ['Metric', 'Q1'],
      ['Revenue', '$181.5B'],
      ['Margin', ''],
    ]);
    expect(document.marks.flatMap((mark) => (mark.kind === 'table' ? mark.rows.map((row) => row.header) : []))).toEqual(
      [true, false, false],
    );
  });

  it.each([
    [
      '<table><tr><th>USD million</th><th>2031</th></tr><tr><td><b>Fares</b></td><td>410</td></tr></table>',
      [
        ['USD million', '2031'],
        ['Fares', '410'],
      ],
    ],
    [
      '<table>\n<thead>\n<tr><td rowspan=2>Tons</td><td colspan="2">First half</td></tr>\n<tr><td>2031<td>2030</tr>\n</thead>\n<tr><td>Rye</td><td> 41 </td><td></td></tr>\n</table>',
      [
        ['Tons', 'First half', ''],
        ['', '2031', '2030'],
        ['Rye', '41', ''],
      ],
    ],
    ['<table><tr><td>One cell only sets the page.</td></tr></table>', []],
  ])('reads tables written as HTML: %s', (html, cells) => {
    expect(cellsOf(parse(`# T\n\n${html}\n\nWords.\n`))).toEqual(cells);
  });

  it('gives each list item its own lines and depth, and no paragraph twice', () => {
    const document = parse('- first\n- second\n  1. inner\n\n  more of second\n');
    expect(wordsOf(document, 'list-item')).toEqual(['- first', '- second', '1. inner']);
    const items = document.marks.flatMap((mark) => (mark.kind === 'list-item' ? [mark] : []));
    expect(items.map((item) => [item.depth, item.ordered, document.text.slice(item.contentStart, item.end)])).toEqual([
      [0, false, 'first'],
      [0, false, 'second'],
      [1, true, 'inner'],
    ]);
    expect(wordsOf(document, 'paragraph')).toEqual(['more of second']);
  });

  it('keeps links to read and drops links that run', () => {
    const document = parse('See [the filing](https://example.com/10-q) and [this](javascript:alert(1)).');
    expect(document.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      'https://example.com/10-q',
    ]);
    expect(shown(document)).toBe('See the filing and this.');
    expect(document.problems.map((problem) => problem.code)).toContain('W_LINK_REMOVED');
  });

  it('resolves reference links', () => {
    const document = parse('As [filed][q].\n\n[q]: https://example.com/q\n');
    expect(document.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []))).toEqual([
      'https://example.com/q',
    ]);
  });

  it('keeps a list that a footnote opens with apart from the note', () => {
    const document = parseWith(markdownParser, 'x\n\n[^1]: 1. Revenue');
    expect(wordsOf(document, 'note')).toEqual(['[^1]: ']);
    expect(wordsOf(document, 'list-item')).toEqual(['1. Revenue']);
  });

  it('marks footnotes and their references', () => {
    const document = parse('Revenue was $5B.[^a]\n\n[^a]: Form 10-Q, p. 4.\n');
    expect(wordsOf(document, 'note-reference')).toEqual(['[^a]']);
    const [note] = document.marks.flatMap((mark) => (mark.kind === 'note' ? [mark] : []));
    expect(note && document.text.slice(note.contentStart, note.end)).toBe('Form 10-Q, p. 4.');
  });

  it('hides emphasis, escapes, code ticks, quotes and raw HTML but keeps their words', () => {
    const document = parse('> **Bold** \\$5 `code`\n> <b>tag</b><script>alert(1)</script> x<sup>2</sup>\n');
    expect(shown(document).trim()).toBe('Bold $5 code\ntag x2');
    expect(wordsOf(document, 'superscript')).toEqual(['2']);
    expect(wordsOf(document, 'strong')).toEqual(['**Bold**']);
  });

  it('takes title and date from front matter without shifting a single offset', () => {
    const document = parse('---\ntitle: "A note"\ndate: 2026-05-13\n---\n# Heading\n');
    expect([document.title, document.published]).toEqual(['A note', '2026-05-13']);
    expect(wordsOf(document, 'heading')).toEqual(['# Heading']);
  });

  it('does not mistake a rule at the top for front matter', () => {
    const document = parse('---\n\nWords.\n\n---\n\nMore.\n');
    expect(wordsOf(document, 'paragraph')).toEqual(['Words.', 'More.']);
  });
});
