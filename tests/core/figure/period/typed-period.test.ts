// What an analyst may type for a period, and what is refused.
import { describe, expect, it } from 'vitest';
import { readTypedPeriod } from '../../../../src/core/figure/period/typed-period';

const context = { asOf: '2026-05-15', fiscalYearEndMonth: 12, period: '2026Q1' };

describe('readTypedPeriod', () => {
  it.each([
    ['2026Q1', '2026Q1'],
    ['2026 q1', '2026Q1'],
    ['fy2026', 'FY2026'],
    ['2026', 'FY2026'],
    ['TTM-2026Q1', 'TTM-2026Q1'],
    ['2026-03', '2026-03'],
    ['2026-05-13', '2026-05-13'],
    ['2026Q2/2026Q4', '2026Q2/2026Q4'],
    ['Q1 2026', '2026Q1'],
    ['FY26', 'FY2026'],
    ['H2 2026', '2026H2'],
  ])('%s → %s', (typed, period) => {
    expect(readTypedPeriod(typed, context)).toEqual({ period });
  });

  it.each(['abc', '1e99', '=1+1', '2026Q5', '2026-13', 'Q1 2026 and more'])(
    'refuses %s with what can be typed',
    (typed) => {
      expect(readTypedPeriod(typed, context)).toHaveProperty('error', expect.stringContaining('FY2026'));
    },
  );
});
