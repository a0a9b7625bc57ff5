// Sheets as models and exports write them: names without spaces, titles merged over columns, statements below each other, notes in sentences.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/table/figures';
import type { Sheet } from '../../../src/core/table/model';
import { proposeMapping } from '../../../src/core/table/propose';

const sheetOf = (rows: readonly (readonly string[])[]): Sheet => ({
  name: '',
  hidden: false,
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
});

function read(rows: readonly (readonly string[])[]) {
  const sheet = sheetOf(rows);
  const mapping = proposeMapping([sheet], 0, { title: 'Model', delimiter: null });
  return readTable(sheet, mapping).figures.map(({ metric, metricLabel, period, unit, reading, entity }) => ({
    metric,
    metricLabel,
    period,
    unit,
    low: reading?.low ?? null,
    entity,
  }));
}

describe('a sheet of a program or a model', () => {
  it('reads names without spaces in words', () => {
    const found = read([
      ['Period', 'Revenue', 'OperatingMargin', 'OperatingCashFlow', 'SharesOutstanding'],
      ['Q1 2024', '868.0', '-8.6', '471.1', '77.5'],
      ['Q2 2024', '901.0', '-7.1', '-11.0', '78.0'],
    ]);
    expect(found).toContainEqual(expect.objectContaining({ metric: 'operating_margin', unit: 'percent', low: '-8.6' }));
    expect(found).toContainEqual(
      expect.objectContaining({ metricLabel: 'OperatingCashFlow', unit: 'money', low: '471.1' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ metricLabel: 'SharesOutstanding', unit: 'count' }));
  });

  it('reads a unit behind an underline, and the fiscal quarter before the day it ends on', () => {
    const found = read([
      ['quarter', 'date', 'revenue_m', 'margin_pct'],
      ['FY2024 Q1', '2023-06-30', '2654.5', '10.1'],
      ['FY2024 Q2', '2023-09-30', '2666.3', '10.4'],
    ]);
    expect(found).toContainEqual(
      expect.objectContaining({ metric: 'revenue', period: '2024Q2', unit: 'money', low: '2666300000' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ unit: 'percent', low: '10.1', period: '2024Q1' }));
  });

  it('reads a currency and a scale behind underlines', () => {
    const found = read([
      ['Period', 'GrossProfit_RMB_Mn', 'GrossMargin_Pct'],
      ['Q1 FY2025', '95481', '39.3'],
      ['Q2 FY2025', '92468', '39.1'],
    ]);
    expect(found).toContainEqual(
      expect.objectContaining({ metric: 'gross_profit', low: '95481000000', unit: 'money' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ metric: 'gross_margin', low: '39.3', unit: 'percent' }));
  });

  it('reads years merged over quarters', () => {
    const found = read([
      ['USD m', '2025', '2025', '2026', '2026'],
      ['USD m', 'Q1', 'Q2', 'Q1', 'Q2'],
      ['Revenue', '101', '102', '111', '112'],
      ['EBIT', '11', '12', '21', '22'],
    ]);
    expect(found).toHaveLength(8);
    expect(found).toContainEqual(expect.objectContaining({ metric: 'revenue', period: '2026Q1', low: '111000000' }));
    expect(found).toContainEqual(expect.objectContaining({ period: '2025Q2', low: '12000000' }));
  });

  it('never takes sentences for names of metrics, nor days for names of companies', () => {
    const found = read([
      ['Year', 'Case', 'Revenue Growth (%)', 'Rationale'],
      ['2026', 'Base', '2.0', 'Return to normal profitability; savings of about $100M lift margins and cash flow.'],
      ['2026', 'Bull', '4.5', 'Successful repositioning and growth abroad lift revenue; efficiencies lift cash flow.'],
      ['2027', 'Base', '4.0', 'Mature markets, low capital intensity and a stable share hold the growth of revenue.'],
    ]);
    expect(found.map(({ metricLabel }) => metricLabel?.split(' ')[0])).toEqual(['Revenue', 'Revenue', 'Revenue']);
    expect(found.every(({ metricLabel }) => (metricLabel ?? '').length < 20)).toBe(true);
    const days = read([
      ['fiscal_year_end', 'fiscal_year', 'dividends_paid'],
      ['2023-12-31', '2023', '302310000'],
      ['2024-12-31', '2024', '445865000'],
    ]);
    expect(days.map(({ entity, unit }) => [entity, unit])).toEqual([
      [null, 'money'],
      [null, 'money'],
    ]);
  });

  it('sets titles aside that are merged over all columns', () => {
    const title = 'Projections: actual to 2025 (annual reports)';
    const found = read([
      [title, title, title],
      ['Year', 'Revenue', 'EBIT'],
      ['2023', '1,626', '658'],
      ['2024', '1,863', '810'],
    ]);
    expect(found).toContainEqual(expect.objectContaining({ metricLabel: 'EBIT', period: 'FY2023', low: '658' }));
  });

  it('takes the periods of the statement that a row stands in, where several stand below each other', () => {
    const found = read([
      ['COMPANY NAME', 'MOORGATE BANK'],
      ['Market Capitalization', '944522.95'],
      ['PROFIT & LOSS'],
      ['Report Date', '2023-03', '2024-03', '2025-03'],
      ['Sales', '2206', '2304', '2289'],
      ['Tax', '543', '133', '-80'],
      ['QUARTERS'],
      ['Report Date', '2024-09', '2024-12', '2025-03'],
      ['Sales', '571', '580', '590'],
    ]);
    expect(found.find(({ low }) => low === '2304')).toMatchObject({ metric: 'revenue' });
    expect(found.find(({ low }) => low === '2304')?.period).toContain('2024');
    const [, , , quarter] = found.filter(({ low }) => low !== null && ['571', '580', '590', '2206'].includes(low));
    expect(quarter?.period).toMatch(/2025/);
    expect(found.find(({ low }) => low === '571')?.period).toMatch(/2024/);
    expect(found.every(({ metricLabel }) => metricLabel !== null)).toBe(true);
  });

  it('reads the day of a balance from its row, where no column says a period', () => {
    const found = read([
      ['Changes in equity (USD m)', 'Total', 'Shares', 'Retained'],
      ['Balance at Dec. 31, 2023', '74100', '75236', '8242'],
      ['Net income', '900', '0', '900'],
    ]);
    expect(found[1]?.period).toBe('2023-12-31');
    expect(found[4]?.period).toBeNull();
  });

  it('takes no scale and no percent for a beta or an exchange rate', () => {
    const found = read([
      ['Inputs (EUR m)', 'FY2024', 'FY2025'],
      ['Revenue', '100', '110'],
      ['Exchange rate EUR/USD', '1.08', '1.18'],
      ['Levered beta (peers 0.60 / 0.80)', '0.75', '0.80'],
      ['Exchange rate change %', '1.5', '2.5'],
    ]);
    expect(found.slice(2).map(({ unit, low }) => `${low} ${unit}`)).toEqual([
      '1.08 other',
      '1.18 other',
      '0.75 other',
      '0.8 other',
      '1.5 percent',
      '2.5 percent',
    ]);
  });

  it('takes a row of a statement for money, whatever its name, unless it counts something', () => {
    const found = read([
      ['Line', 'FY2024', 'FY2025'],
      ['Revenue', '812.5', '901.1'],
      ['Net income', '61.2', '70.9'],
      ['Total assets', '2045.0', '2101.0'],
      ['Cash', '120.5', '99.1'],
      ['Quay block', '150.21', '149.3'],
      ['Employees', '900', '950'],
      ['Sales volume', '12', '13'],
    ]);
    expect(found.slice(8).map(({ unit }) => unit)).toEqual(['money', 'money', 'count', 'count', 'count', 'count']);
  });
});
