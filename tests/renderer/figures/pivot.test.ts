import { describe, expect, it } from 'vitest';
import { exactText } from '../../../src/core/figure/display/text';
import { findingsText } from '../../../src/renderer/src/views/figures/grid/columns';
import { pivot, pivotCells } from '../../../src/renderer/src/views/figures/grid/pivot';
import { figure } from './record';

describe('figures by period', () => {
  it('puts periods in time', () => {
    const periods = [null, 'FY2026', '2026Q2', '9M-2026', '2025Q4', '2026-05-13', '2026Q1/2026Q3', 'TTM-2026Q1'];
    expect(pivot(periods.map((period, at) => figure({ id: String(at), period }))).periods).toEqual([
      '2025Q4',
      'TTM-2026Q1',
      '2026-05-13',
      '2026Q2',
      '2026Q1/2026Q3',
      '9M-2026',
      'FY2026',
    ]);
  });
  it('shows a repeated reading once and variants side by side', () => {
    const table = pivot([
      figure({ id: 'a' }),
      figure({ id: 'b' }),
      figure({ id: 'c', value: '38', basis: 'adjusted' }),
      figure({ id: 'd', metric: 'margin', metricLabel: 'Margin', period: null }),
    ]);
    expect(table.periods).toEqual(['2026Q1']);
    expect(table.rows.map(({ label }) => label)).toEqual(['Revenue', 'Margin']);
    expect(table.rows[0]?.cells[0]?.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(table.rows[1]?.cells[0]).toEqual([]);
    expect(table.rows[1]?.undated.map(({ id }) => id)).toEqual(['d']);
  });
  it('keeps the rows of an entity together, and marks what contradicts', () => {
    const table = pivot([
      figure({ id: 'a' }),
      figure({ id: 'b', entity: 'Shop' }),
      figure({ id: 'c', metric: 'margin', metricLabel: 'Margin' }),
      figure({ id: 'd', value: '31', low: '31000000000', high: '31000000000', entity: 'Shop' }),
    ]);
    expect(table.rows.map(({ entity, label }) => `${entity} ${label}`)).toEqual([
      'Cloud Revenue',
      'Cloud Margin',
      'Shop Revenue',
    ]);
    expect([...table.conflicts]).toEqual(['b', 'd']);
  });
  it('is copied as numbers with their unit beside them', () => {
    const table = pivot([
      figure({ id: 'a' }),
      figure({ id: 'b', value: '39', period: '2026Q2' }),
      figure({
        id: 'c',
        metric: 'margin',
        metricLabel: 'Margin',
        value: '12',
        unit: 'percent',
        currency: null,
        scale: 0,
      }),
      figure({
        id: 'd',
        metric: 'margin',
        metricLabel: 'Margin',
        value: '3',
        unit: 'count',
        currency: null,
        scale: 0,
        period: null,
      }),
    ]);
    expect(pivotCells(table, (period) => period)).toEqual([
      ['Metric', 'Unit', '2026Q1', '2026Q2', 'No period'],
      ['Revenue', 'USD bn', '37.6', '39', ''],
      ['Margin', '', '12 %', '', '3'],
    ]);
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
