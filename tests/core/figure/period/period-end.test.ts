import { describe, expect, test } from 'vitest';
import { comparePeriods, periodEnd } from '../../../../src/core/figure/period/period-end';

describe('the end of a period', () => {
  test.each<[string | null, number | null]>([
    ['2026Q2', 202606],
    ['TTM-2026Q2', 202606],
    ['FY2026', 202612],
    ['2026H1', 202606],
    ['9M-2026', 202609],
    ['2026-04', 202604],
    ['2026-04-30', 202604],
    ['2025Q1/2026Q1', 202603],
    ['2026', 202612],
    ['mid-cycle', null],
    [null, null],
  ])('%s ends %s', (period, end) => expect(periodEnd(period)).toBe(end));
});

test('periods stand in time, those that say no time last', () => {
  const periods = ['', 'mid-cycle', 'FY2026', '9M-2026', '2026Q2', '2025Q4', '2026-05-13', '2026Q1/2026Q3', '2026H1'];
  expect(periods.toSorted(comparePeriods)).toEqual([
    '2025Q4',
    '2026-05-13',
    '2026H1',
    '2026Q2',
    '2026Q1/2026Q3',
    '9M-2026',
    'FY2026',
    'mid-cycle',
    '',
  ]);
});
