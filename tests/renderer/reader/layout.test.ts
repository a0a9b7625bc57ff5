/** Which columns hold numbers, which rows are worth drawing, which section an offset stands in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowWindow } from '../../../src/renderer/src/kit/row-window';
import { numericColumns } from '../../../src/renderer/src/views/reader/text/BlockView';
import { sectionAt } from '../../../src/renderer/src/views/reader/text/TextPane';

describe('numericColumns', () => {
  const columns = (rows: readonly (readonly string[])[]) => {
    let text = '';
    const spans = rows.map((cells, index) => ({
      header: index === 0,
      cells: cells.map((words) => {
        const start = text.length;
        text += words;
        return { start, end: text.length };
      }),
    }));
    return [...numericColumns(text, { rows: spans })];
  };

  test.each([
    [
      [
        ['Metric', 'Actual'],
        ['Revenue', '$181.5B'],
        ['EPS', '$2.78'],
      ],
      [1],
    ],
    [
      [
        ['Metric', 'Actual'],
        ['Revenue', '~$43.2B'],
        ['Margin', '−1.2%'],
        ['Share', '(3.4)'],
      ],
      [1],
    ],
    [
      [
        ['A', 'Note'],
        ['x', '70% (including a gain on a stake held since 2023)'],
        ['y', '2'],
      ],
      [],
    ],
    [
      [
        ['A', 'B'],
        ['x', 'flat'],
        ['y', 'up'],
        ['z', '4'],
      ],
      [],
    ],
    [
      [
        ['A', 'B'],
        ['x', ''],
        ['y', '4'],
      ],
      [1],
    ],
  ])('%j', (rows, expected) => {
    expect(columns(rows)).toEqual(expected);
  });
});

test('the drawn rows and the spaces for the rest always add up, and what is in view is drawn', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(2000), fc.nat(5000), (top, height, count) => {
      const { from, to, before, after } = rowWindow(top, height, count, 30);
      expect(before + (to - from) * 30 + after).toBe(count * 30);
      const firstInView = Math.min(count, Math.floor(top / 30));
      const lastInView = Math.min(count, Math.ceil((top + height) / 30));
      expect(from).toBeLessThanOrEqual(firstInView);
      expect(to).toBeGreaterThanOrEqual(lastInView);
    }),
  );
});

test.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [99, 2],
])('offset %i stands in section %i', (offset, expected) => {
  const sections = [0, 10, 50].map((start, index) => ({
    id: String(index),
    index,
    heading: '',
    title: '',
    numeral: null,
    level: 1,
    start,
    end: start,
    bodyEnd: start,
    role: 'body',
    language: 'en',
  }));
  expect(sectionAt({ sections }, offset)).toBe(expected);
});
