/** Find and replace: which cells are found, what they become, and which comes next. */
import { describe, expect, it } from 'vitest';
import { nextOf } from '../../../../src/renderer/src/kit/grid/find/finder';
import { holds, replaced } from '../../../../src/renderer/src/kit/grid/find/query';

const query = (text: string, whole = false, exactCase = false) => ({ text, whole, exactCase });

describe('a cell', () => {
  it.each<[string, ReturnType<typeof query>, string, string]>([
    ['Cloud revenue', query('cloud'), 'Group', 'Group revenue'],
    ['Cloud revenue', query('cloud', false, true), 'Group', 'Cloud revenue'],
    ['Cloud revenue', query('cloud', true), 'Group', 'Cloud revenue'],
    ['cloud', query('Cloud', true), 'Group', 'Group'],
    ['a.a', query('.'), '-', 'a-a'],
    ['aaa', query('a'), '$&', '$&$&$&'],
    ['(0.45)', query('('), '', '0.45)'],
    ['营收增长', query('营收'), '收入', '收入增长'],
    ['anything', query(''), 'x', 'anything'],
  ])('%s, %j by %s: %s', (cell, asked, by, becomes) => {
    expect(replaced(cell, asked, by)).toBe(becomes);
    expect(holds(cell, asked)).toBe(becomes !== cell);
  });
});

describe('the next place', () => {
  const found = [
    { index: 0, column: 'b' },
    { index: 2, column: 'a' },
    { index: 2, column: 'c' },
  ];
  const columnIndex = (id: string) => 'abc'.indexOf(id);
  it.each<[{ row: number; column: number } | null, 1 | -1 | 0, number]>([
    [null, 1, 0],
    [null, -1, 2],
    [{ row: 0, column: 0 }, 1, 0],
    [{ row: 0, column: 1 }, 1, 1],
    [{ row: 0, column: 1 }, 0, 0],
    [{ row: 2, column: 1 }, 1, 2],
    [{ row: 2, column: 2 }, 1, 0],
    [{ row: 2, column: 1 }, -1, 1],
    [{ row: 0, column: 0 }, -1, 2],
  ])('from %j by %i: %i', (from, by, at) => {
    expect(nextOf(found, from, columnIndex, by)).toBe(at);
  });
  it('is none where nothing was found', () => {
    expect(nextOf([], null, columnIndex, 1)).toBe(-1);
  });
});
