import { describe, expect, it } from 'vitest';
import { exactText } from '../../../src/core/figure/display/text';
import { findingsText } from '../../../src/renderer/src/views/figures/grid/columns';
import { pivot } from '../../../src/renderer/src/views/figures/grid/pivot';
import { figure } from './record';

describe('one entity by period', () => {
  it('puts periods in time, those without last', () => {
    const periods = [null, 'FY2026', '2026Q2', '9M-2026', '2025Q4', '2026-05-13', '2026Q1/2026Q3', 'TTM-2026Q1'];
    expect(pivot(periods.map((period, at) => figure({ id: String(at), period }))).periods).toEqual([
      '2025Q4',
      'TTM-2026Q1',
      '2026-05-13',
      '2026Q2',
      '2026Q1/2026Q3',
      '9M-2026',
      'FY2026',
      '',
    ]);
  });
  it('shows a repeated reading once and variants side by side', () => {
    const table = pivot([
      figure({ id: 'a' }),
      figure({ id: 'b' }),
      figure({ id: 'c', value: '38', basis: 'adjusted' }),
      figure({ id: 'd', metric: 'margin', metricLabel: 'Margin', period: null }),
    ]);
    expect(table.periods).toEqual(['2026Q1', '']);
    expect(table.rows.map(({ label }) => label)).toEqual(['Revenue', 'Margin']);
    expect(table.rows[0]?.cells[0]?.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(table.rows[1]?.cells[0]).toEqual([]);
  });
});

describe('what a cell says', () => {
  it('counts findings by level', () => {
    expect(findingsText(figure({ findings: { error: 2, warning: 1, info: 0 } }))).toBe('2 errors, 1 warning');
    expect(findingsText(figure())).toBe('');
  });
  it('tells the exact reading of ends and open ends', () => {
    expect(exactText({ low: '5', high: '5' })).toBe('5');
    expect(exactText({ low: '5', high: '6' })).toBe('5 to 6');
    expect(exactText({ low: '5', high: null })).toBe('at least 5');
    expect(exactText({ low: null, high: '6' })).toBe('at most 6');
    expect(exactText({ low: null, high: null })).toBe('no number');
  });
});
