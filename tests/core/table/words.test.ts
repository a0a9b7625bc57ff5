// Periods, units and labels as tables write them.
import { describe, expect, it } from 'vitest';
import { findPeriod, meaningOf, meant, readPeriod } from '../../../src/core/figure/cell/period-cell';
import { readLabel, scaleOf, unitOfWords } from '../../../src/core/table/units';

describe('a period', () => {
  it.each([
    ['2024', 'FY2024'],
    ['FY24', 'FY2024'],
    ['FY24E', 'FY2024'],
    ['2024A', 'FY2024'],
    ['1Q24', '2024Q1'],
    ['Q1-24', '2024Q1'],
    ["Q1'24", '2024Q1'],
    ['2024-Q1', '2024Q1'],
    ['2024 Q1', '2024Q1'],
    ['Q1 FY25', '2025Q1'],
    ['FY25 Q1', '2025Q1'],
    ['H1 24', '2024H1'],
    ['9M 2024', '9M-2024'],
    ['Mar-24', '2024-03'],
    ['31-Dec-2023', '2023-12-31'],
    ['31.12.2023', '2023-12-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31T00:00:00', '2026-03-31'],
    ['20260331', '2026-03-31'],
    ['2026年', 'FY2026'],
    ['Year ended December 31, 2024', 'FY2024'],
    ['12', undefined],
    ['1200', undefined],
    ['Revenue', undefined],
  ])('%s is %s', (text, period) => expect(readPeriod(text)?.period).toBe(period));

  it('leaves the words around it', () => {
    expect(findPeriod('Revenue 2024')).toEqual({ period: 'FY2024', suffix: null, rest: 'Revenue' });
    expect(findPeriod('Q1 2026 actual')).toEqual({ period: '2026Q1', suffix: null, rest: 'actual' });
  });

  it('that is a day stands for what its neighbours make of it', () => {
    expect(meaningOf(['2025-12-31', '2024-12-31'])).toBe('year');
    expect(meaningOf(['2025-03-31', '2025-06-30', '2025-12-31'])).toBe('quarter');
    expect(meaningOf(['2025-01-31', '2025-02-28'])).toBe('month');
    expect(meaningOf(['2025-01-30', '2025-02-28'])).toBe('day');
    expect(['day', 'month', 'quarter', 'year'].map((one) => meant('2025-06-30', one as 'day'))).toEqual([
      '2025-06-30',
      '2025-06',
      '2025Q2',
      'FY2025',
    ]);
  });
});

describe('a unit', () => {
  it.each([
    ['USD m', 'money', 6, 'USD'],
    ['€bn', 'money', 9, 'EUR'],
    ['$m', 'money', 6, 'USD'],
    ['US$ million', 'money', 6, 'USD'],
    ['EUR', 'money', null, 'EUR'],
    ['thousands', null, 3, null],
    ['%', 'percent', null, null],
    ['bps', 'bps', null, null],
    ['x', 'multiple', null, null],
    ['USD/share', 'per_share', null, 'USD'],
    ['GW', 'power_gw', null, null],
    ['count', 'count', null, null],
    ['Mio. €', 'money', 6, 'EUR'],
    ['Mrd. EUR', 'money', 9, 'EUR'],
    ['TEUR', 'money', 3, 'EUR'],
    ['Revenue growth', null, null, null],
    ['banana', null, null, null],
  ])('%s', (text, unit, scale, currency) => expect(unitOfWords(text)).toEqual({ unit, scale, currency }));

  it.each([
    ["'000", 3],
    ['1,000,000', 6],
    ['1000', 3],
    ['bn', 9],
    ['crore', 7],
    ['12', null],
  ])('%s as a scale is %s', (text, scale) => expect(scaleOf(text)).toBe(scale));
});

describe('a label', () => {
  it.each([
    ['Revenue ($m)', 'Revenue', 'money', 6, 'USD'],
    ['Gross margin, %', 'Gross margin', 'percent', null, null],
    ['Capex - USD mn', 'Capex', 'money', 6, 'USD'],
    ['EPS', 'EPS', 'per_share', null, null],
    ['EPS ($)', 'EPS', 'per_share', null, 'USD'],
    ['Headcount', 'Headcount', 'count', null, null],
    ["Sales ('000)", 'Sales', null, 3, null],
    ['Net debt / EBITDA (x)', 'Net debt / EBITDA', 'multiple', null, null],
    ['营业收入（百万元）', '营业收入', 'money', 6, 'CNY'],
    ['Revenue (restated)', 'Revenue (restated)', null, null, null],
  ])('%s', (text, name, unit, scale, currency) =>
    expect(readLabel(text)).toEqual({ text: name, unit, scale, currency }),
  );
});
