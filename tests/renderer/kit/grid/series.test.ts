/** What the fill handle writes: series go on, everything else is repeated. */
import { describe, expect, it } from 'vitest';
import { dragged } from '../../../../src/renderer/src/kit/grid/select/range';
import { planSeries } from '../../../../src/renderer/src/kit/grid/write/plan-series';
import { continued } from '../../../../src/renderer/src/kit/grid/write/series';

describe('a series goes on', () => {
  it.each<[string, string]>([
    ['Q1', 'Q2 Q3 Q4 Q1'],
    ['H2', 'H1 H2 H1 H2'],
    ['1Q26', '2Q26 3Q26 4Q26 1Q27'],
    ['2026Q3', '2026Q4 2027Q1 2027Q2 2027Q3'],
    ['FY2026', 'FY2027 FY2028 FY2029 FY2030'],
    ['FY98', 'FY99 FY00 FY01 FY02'],
    ['FY26E', 'FY27E FY28E FY29E FY30E'],
    ['Nov', 'Dec Jan Feb Mar'],
    ['Nov-26', 'Dec-26 Jan-27 Feb-27 Mar-27'],
    ['2026-11', '2026-12 2027-01 2027-02 2027-03'],
    ['2026-02-27', '2026-02-28 2026-03-01 2026-03-02 2026-03-03'],
    ['1 2', '3 4 5 6'],
    ['10 7', '4 1 -2 -5'],
    ['1 1.5', '2.0 2.5 3.0 3.5'],
    ['0.1 0.2', '0.3 0.4 0.5 0.6'],
    ['10% 12%', '14% 16% 18% 20%'],
    ['Q1 Q3', 'Q1 Q3 Q1 Q3'],
    ['2026Q1 2026Q3', '2027Q1 2027Q3 2028Q1 2028Q3'],
    ['2026-01-31 2026-02-28', '2026-03-31 2026-04-30 2026-05-31 2026-06-30'],
    ['2026-03-15 2026-06-15', '2026-09-15 2026-12-15 2027-03-15 2027-06-15'],
  ])('%s: %s', (seeds, next) => {
    expect(continued(seeds.split(' '), 4).join(' ')).toBe(next);
  });

  it('with its year behind a blank, and with full names', () => {
    expect(continued(['Q4 2026'], 2)).toEqual(['Q1 2027', 'Q2 2027']);
    expect(continued(['2026 Q4'], 1)).toEqual(['2027 Q1']);
    expect(continued(['December 2026'], 1)).toEqual(['January 2027']);
  });
});

describe('what is no series is repeated', () => {
  it.each<[readonly string[], readonly string[]]>([
    [['43.2'], ['43.2', '43.2']],
    [['~43.2'], ['~43.2', '~43.2']],
    [['S&P 500'], ['S&P 500', 'S&P 500']],
    [
      ['1', '2', '4'],
      ['1', '2'],
    ],
    [
      ['Revenue', 'Profit'],
      ['Revenue', 'Profit'],
    ],
    [
      ['Q1', 'FY2026'],
      ['Q1', 'FY2026'],
    ],
    [[''], ['', '']],
    [['2026-02-31'], ['2026-02-31', '2026-02-31']],
  ])('%j', (seeds, next) => {
    expect(continued(seeds, 2)).toEqual(next);
  });

  it('Ctrl copies a series, and counts on from one number', () => {
    expect(continued(['Q1'], 2, { other: true })).toEqual(['Q1', 'Q1']);
    expect(continued(['5'], 2, { other: true })).toEqual(['6', '7']);
    expect(continued(['1.5'], 1, { other: true })).toEqual(['2.5']);
  });

  it('a year counts on in a column of periods', () => {
    expect(continued(['2026'], 2, { counts: true })).toEqual(['2027', '2028']);
  });
});

describe('where it goes', () => {
  const from = { top: 2, bottom: 3, left: 1, right: 1 };
  const texts: Readonly<Record<string, string>> = { '2/1': 'Q1', '3/1': 'Q2' };
  const textAt = (row: number, column: number) => texts[`${row}/${column}`] ?? '';
  const plan = (to: typeof from, start = from) =>
    planSeries(start, to, textAt, () => ({})).map(({ row, column, text }) => `${row}/${column} ${text}`);

  it('down, up and right, each line by itself', () => {
    expect(plan({ ...from, bottom: 5 })).toEqual(['4/1 Q3', '5/1 Q4']);
    expect(plan({ ...from, top: 0 })).toEqual(['0/1 Q3', '1/1 Q4']);
    expect(plan({ ...from, right: 3 })).toEqual(['2/2 Q2', '2/3 Q3', '3/2 Q3', '3/3 Q4']);
  });

  it.each<[number, number, object]>([
    [6, 1, { bottom: 6 }],
    [0, 1, { top: 0 }],
    [3, 4, { right: 4 }],
    [2, 0, { left: 0 }],
    [3, 1, {}],
    [4, 4, { right: 4 }],
  ])('the pointer at %i, %i', (row, column, change) => {
    expect(dragged(from, { row, column })).toEqual({ ...from, ...change });
  });
});
