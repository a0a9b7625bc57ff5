import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMarks } from '../../../../src/core/document/layout/plain-marks';

const TEXT = `II. Results

Revenue rose in the quarter:

- one
- two

1. first
2. second

Metric    Q1    Q2
Revenue   1     2
EBIT            3

That is all that the company said of it.
`;

describe('the marks of a plain text', () => {
  it('say what each line is', () => {
    const marks = plainMarks(TEXT);
    expect(marks.map((mark) => [mark.kind, TEXT.slice(mark.start, mark.end).split('\n')[0]])).toEqual([
      ['heading', 'II. Results'],
      ['paragraph', 'Revenue rose in the quarter:'],
      ['list-item', '- one'],
      ['list-item', '- two'],
      ['list-item', '1. first'],
      ['list-item', '2. second'],
      ['table', 'Metric    Q1    Q2'],
      ['paragraph', 'That is all that the company said of it.'],
    ]);
    const [table] = marks.flatMap((mark) => (mark.kind === 'table' ? [mark] : []));
    expect(
      table?.rows.map(({ header, cells }) => [header, cells.map((cell) => TEXT.slice(cell.start, cell.end))]),
    ).toEqual([
      [true, ['Metric', 'Q1', 'Q2']],
      [false, ['Revenue', '1', '2']],
      [false, ['EBIT', '', '3']],
    ]);
  });

  it('lie inside the text and do not overlap, whatever it is', () => {
    const piece = fc.constantFrom(
      'Revenue 5\n',
      '- a\n',
      '\n',
      '# x\n',
      'a    b    c\n',
      '> q\n',
      '[1] r\n',
      '† n\n',
      '一、概要\n',
      '| a | b |\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of plainMarks(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
