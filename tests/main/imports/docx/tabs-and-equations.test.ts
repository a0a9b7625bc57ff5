// Word documents whose columns are tabs and whose numbers stand in equations.
import { describe, expect, it } from 'vitest';
import { docxParser } from '../../../../src/main/imports/docx/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { cellsOf } from '../parse';
import { docx, paragraph, run } from './build';

const read = (body: string) => docxParser.parse(sourceOf(docx({ body }), 'note.docx'));
const line = (...cells: readonly string[]): string =>
  paragraph(cells.map((text, at) => `${at > 0 ? '<w:r><w:tab/></w:r>' : ''}${text && run(text)}`).join('') || run(''));

describe('paragraphs with tabs between their cells', () => {
  it.each([
    [
      'a statement',
      [
        ['USD million', '2031', '2030'],
        ['Fares', '410', '395'],
        ['Net loss', '(12)', '–'],
      ],
    ],
    [
      'heads that begin with a tab',
      [
        ['', '2031', '2030'],
        ['Fares', '410', '395'],
        ['Costs', '300', '290'],
      ],
    ],
  ])('are a table: %s', (_what, rows) => {
    expect(cellsOf(read(rows.map((cells) => line(...cells)).join('')))).toEqual(rows);
  });

  it('take more than one tab for one column', () => {
    const body = line('Tons', '2031', '2030') + line('Rye', '', '41', '39') + line('Wheat and barley', '77', '70');
    expect(cellsOf(read(body))).toEqual([
      ['Tons', '2031', '2030'],
      ['Rye', '41', '39'],
      ['Wheat and barley', '77', '70'],
    ]);
  });

  it.each([
    ['a list by hand', line('1.', 'Fares rose 4') + line('2.', 'Costs fell 3')],
    ['words', line('To:', 'The board') + line('From:', 'The desk')],
    ['one line', line('Fares', '410')],
  ])('are none where they are %s', (_what, body) => {
    expect(cellsOf(read(body))).toEqual([]);
  });
});

describe('equations', () => {
  const math = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const fraction = (top: string, bottom: string): string =>
    `<m:f><m:num>${math(top)}</m:num><m:den>${math(bottom)}</m:den></m:f>`;
  const power = (base: string, exponent: string): string =>
    `<m:sSup><m:e>${math(base)}</m:e><m:sup>${math(exponent)}</m:sup></m:sSup>`;

  it.each([
    ['a mixed number', math('2') + fraction('1', '2'), '2 1/2\n'],
    ['what follows a fraction', fraction('41', '820') + power('10', '6'), '41/820 10⁶\n'],
    ['an exponent', power('10', '-3') + math(' tons'), '10-³ tons\n'],
    ['a fraction in words', math('x=') + fraction('a', 'b') + math('+1'), 'x=a/b+1\n'],
  ])('keep apart %s', (_what, equation, text) => {
    expect(read(paragraph(`<m:oMath>${equation}</m:oMath>`)).text).toBe(text);
  });
});
