// Several tables below each other on one sheet: each is read by its own heads, and a grid by its title.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/table/figures';
import { proposeMapping } from '../../../src/core/table/propose';
import { HINTS, sheetOf } from './read';

function read(text: string) {
  const sheet = sheetOf(text);
  const { figures } = readTable(sheet, proposeMapping([sheet], 0, HINTS));
  return figures.map(({ raw, metricLabel, entity, period, unit, currency, reading }) => ({
    raw,
    entity,
    metricLabel,
    period,
    unit,
    currency,
    low: reading?.low,
  }));
}

const figureOf = (text: string, raw: string) => read(text).find((figure) => figure.raw === raw);

describe('a sheet of several tables', () => {
  const sheet = `
    Harbour plan (EUR m)
    Year|Revenue|EBIT
    2023|1,626|658
    2024|1,996|870
    2025|2,187|901

    Margins of the past
    Year|EBIT %|Capex %
    2023|40.5%|4.3%
    2024|43.6%|4.1%

    Growth assumed
    Year|Growth|Reason
    2026|10%|New docks
    2027|12%|More ships`;

  it('reads the first by its heads, whatever stands below', () => {
    expect(figureOf(sheet, '658')).toMatchObject({
      metricLabel: 'EBIT',
      period: 'FY2023',
      unit: 'money',
      currency: 'EUR',
      low: '658000000',
    });
  });

  it('reads each of the others by its own', () => {
    expect(figureOf(sheet, '4.1%')).toMatchObject({ metricLabel: 'Capex %', period: 'FY2024', unit: 'percent' });
    expect(figureOf(sheet, '12%')).toMatchObject({ metricLabel: 'Growth', period: 'FY2027', unit: 'percent' });
  });

  it('counts a label of each table for itself', () => {
    const found = read(`
      Line|FY2024|FY2025|FY2026
      Fuel|||
      Tax|10|11|12
      Profit|30|31|32

      Line|2025Q1|2025Q2
      Tax|3|4
      Profit|8|9`);
    expect(found.find(({ raw }) => raw === '11')?.metricLabel).toBe('Tax');
    expect(found.find(({ raw }) => raw === '9')).toMatchObject({ metricLabel: 'Profit', period: '2025Q2' });
  });

  it('reads a list of facts below a table without the heads of that', () => {
    const found = read(`
      Line|FY2024|FY2025|FY2026
      EBIT|2|3|4

      Bridge
      Enterprise value|900
      Less: debt|-300
      Shares (m)|12
      Value per share|50`);
    expect(found.slice(3).map(({ metricLabel, period }) => `${metricLabel} ${period}`)).toEqual([
      'Enterprise value null',
      'Less: debt null',
      'Shares null',
      'Value per share null',
    ]);
  });

  it('reads tables beside each other apart', () => {
    const text = `
      Year|Factor|PV (EUR m)||Parameter|Value
      2025|0.919|757.04||WACC|8.80%
      2026|0.845|802.08||g|2.50%
      2027|0.776|832.83||Tax rate|25%`;
    expect(figureOf(text, '802.08')).toMatchObject({ metricLabel: 'PV', period: 'FY2026', currency: 'EUR' });
    expect(figureOf(text, '2.50%')).toMatchObject({ metricLabel: 'g', period: null });
  });

  it('takes a column of names for no scale, and every column of numbers for values', () => {
    const found = read(`
      Factor|Measure|Score|Weight|Gap
      Margin|0.10|-2|20%|4.1
      Momentum|2.14|1|25%|5.2`);
    expect(found.map(({ metricLabel }) => metricLabel)).toContain('Momentum');
    expect(found).toHaveLength(8);
  });

  it('takes heads merged over two columns, and heads with a remark beside the row above them', () => {
    const found = read(`
      Line|FY2024|FY2025||
      Revenue|10|11||
      EBIT|2|3||
      |||a remark beside|and another

      Metric|Bear case||Base case|
      Margin|20.0%|20.0%|29.0%|29.0%
      Target|$85||$143|
      ||||`);
    expect(found.find(({ raw }) => raw === '$143')).toMatchObject({ metricLabel: 'Target', period: null });
    expect(found.find(({ raw }) => raw === '29.0%')).toMatchObject({ metricLabel: 'Margin', period: null });
  });

  it('leaves a table with gaps and titles of groups whole', () => {
    const found = read(`
      Line|FY2024|FY2025
      Revenue|10|11

      Costs
      Wages|3|4

      Rating|Strong|Weak
      Rent|5|6`);
    expect(found.map(({ metricLabel, period }) => `${metricLabel} ${period}`)).toEqual([
      'Revenue FY2024',
      'Revenue FY2025',
      'Wages FY2024',
      'Wages FY2025',
      'Rent FY2024',
      'Rent FY2025',
    ]);
  });
});

describe('a grid of sensitivities on a sheet', () => {
  const grid = `
    Harbour sensitivity
    Value per share (EUR) - WACC vs terminal growth
    Terminal growth||1.5%|2.0%|2.5%
    WACC|8.0%|76.10|81.40|86.70
    |8.5%|73.40|77.20|81.60
    |8.8%|71.50|75.00|79.00
    |9.5%|67.70|70.60|73.80

    Scenario|WACC|Value (EUR)|Upside
    Bear|9.4%|~67|-56%
    Bull|8.1%|~86|12%`;

  it('reads what comes out by the title', () => {
    expect(figureOf(grid, '77.20')).toMatchObject({
      metricLabel: 'Value per share',
      unit: 'per_share',
      currency: 'EUR',
      low: '77.2',
    });
  });

  it('reads the table behind it by its heads', () => {
    expect(figureOf(grid, '9.4%')).toMatchObject({ metricLabel: 'WACC', unit: 'percent' });
  });

  it('finds a grid below another table', () => {
    const text = `
      Line|FY2024|FY2025
      Revenue|10|11
      EBIT|2|3

      TABLE 2 — Implied share price by EV/EBITDA multiple × 2026 EBITDA (€M)
      WACC|6.0%|6.5%|7.0%
      2.0%|$409.00|$362.00|$325.00
      2.5%|$461.00|$402.00|$356.00
      3.0%|$531.00|$454.00|$396.00`;
    expect(figureOf(text, '$454.00')).toMatchObject({
      metricLabel: 'Implied share price',
      unit: 'per_share',
      low: '454',
      currency: 'USD',
    });
    expect(figureOf(text, '11')).toMatchObject({ metricLabel: 'Revenue', period: 'FY2025' });
  });
});
