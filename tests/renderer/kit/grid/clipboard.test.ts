import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromClipboard, toClipboard } from '../../../../src/renderer/src/kit/grid/clipboard/clipboard';

describe('the clipboard table', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['one', [['one']]],
    ['', [['']]],
    ['a\t\tb', [['a', '', 'b']]],
    ['"two\nlines"\tx', [['two\nlines', 'x']]],
    ['"a ""quoted"" word"', [['a "quoted" word']]],
    ['"tab\there"\tnext', [['tab\there', 'next']]],
    ['5" pipe\tx', [['5" pipe', 'x']]],
    ['"never closed\tx', [['"never closed', 'x']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('reads %j', (text, cells) => {
    expect(fromClipboard(text)).toEqual(cells);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@cmd', "'@cmd"],
    ['+cmd|x', "'+cmd|x"],
    ['-2+3', "'-2+3"],
    ['-2.5', '-2.5'],
    ['+13%', '+13%'],
    ['-50 bps', '-50 bps'],
    ['plain', 'plain'],
    ["'=quoted", "''=quoted"],
  ])('writes %j so that no spreadsheet runs it', (cell, written) => {
    expect(toClipboard([[cell]])).toBe(written);
  });

  it('comes back as it went out', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=A1', '-2+3', 'a\tb', 'a\nb', '"', "'", "'=x", '~43.2', '60–70', '\r\n'),
    );
    const matrix = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(matrix, (cells) => {
        // One empty last cell alone on its row reads as the end of the text, as in every spreadsheet.
        fc.pre(!(cells.length > 1 && cells.at(-1)?.length === 1 && cells.at(-1)?.[0] === ''));
        expect(fromClipboard(toClipboard(cells))).toEqual(cells);
      }),
    );
  });
});
