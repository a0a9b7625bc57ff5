// What a sheet is taken to mean, by shape: long, wide with one and two rows of heads, transposed, a comparison of companies.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../../src/core/table/propose';
import { figuresIn, HINTS, sheetOf } from './read';

const CASES: readonly (readonly [shape: string, sheet: string, figures: readonly string[]])[] = [
  [
    'long: one row a figure',
    `
Metric|Company|Period|Value|Unit
Revenue|Acme|2026Q1|1,200|USD m
Gross margin|Acme|2026Q1|41.5|%`,
    ['revenue · Acme · 2026Q1 = 1200000000 money USD', 'gross_margin · Acme · 2026Q1 = 41.5 percent'],
  ],
  [
    'wide: periods across, captions above, a section of margins',
    `
Acme Corp
(in millions of US dollars, except per share)

|Q1 2025|Q1 2026E
Revenue|1,000|1,250
Operating income|(50)|–
EPS|0.50|0.61
Margins
Operating margin|(5.0)%|n.a.
Headcount|1,200|`,
    [
      'revenue · 2025Q1 = 1000000000 money USD',
      'revenue · 2026Q1 = 1250000000 money USD',
      'operating_income · 2025Q1 = -50000000 money USD',
      'eps · 2025Q1 = 0.5 per_share USD',
      'eps · 2026Q1 = 0.61 per_share USD',
      'operating_margin · 2025Q1 = -5 percent',
      'employees · 2025Q1 = 1200 count',
    ],
  ],
  [
    'wide: years above quarters',
    `
|FY2025||FY2026|
USD m|Q1|Q2|Q1|Q2
Capex|1|2|3|4`,
    [
      'capex · 2025Q1 = 1000000 money USD',
      'capex · 2025Q2 = 2000000 money USD',
      'capex · 2026Q1 = 3000000 money USD',
      'capex · 2026Q2 = 4000000 money USD',
    ],
  ],
  [
    'transposed, with a corner that names the heads',
    `
Metric|Revenue ($m)|EBIT ($m)|Margin (%)
FY2025|1200|120|10.0
FY2026|1,300|(130)|-10.0`,
    [
      'revenue · FY2025 = 1200000000 money USD',
      'operating_income · FY2025 = 120000000 money USD',
      'margin · FY2025 = 10 percent',
      'revenue · FY2026 = 1300000000 money USD',
      'operating_income · FY2026 = -130000000 money USD',
      'margin · FY2026 = -10 percent',
    ],
  ],
  [
    'transposed: metrics across, ends of quarters down, decimal commas',
    `
Date|Revenue (EUR mn)|Net income (EUR mn)
2024-03-31|100,5|10,2
2024-06-30|110,0|-3,0`,
    [
      'revenue · 2024Q1 = 100500000 money EUR',
      'net_income · 2024Q1 = 10200000 money EUR',
      'revenue · 2024Q2 = 110000000 money EUR',
      'net_income · 2024Q2 = -3000000 money EUR',
    ],
  ],
  [
    'a comparison of companies',
    `
Company|Revenue ($m)|EBITDA margin (%)|EV/EBITDA (x)|Headcount
Acme|1,000|20.5|11.2|5,000`,
    [
      'revenue · Acme = 1000000000 money USD',
      'ebitda_margin · Acme = 20.5 percent',
      'ev_ebitda · Acme = 11.2 multiple',
      'employees · Acme = 5000 count',
    ],
  ],
  [
    'rows whose labels repeat under sections',
    `
Segments|2024|2025
Cloud||
Revenue ($m)|10|12
Retail||
Revenue ($m)|20|21`,
    [
      'cloud_revenue · FY2024 = 10000000 money USD',
      'cloud_revenue · FY2025 = 12000000 money USD',
      'retail_revenue · FY2024 = 20000000 money USD',
      'retail_revenue · FY2025 = 21000000 money USD',
    ],
  ],
  [
    'Chinese heads and a unit above',
    `
单位：百万元
指标|2025年|2026年
营业收入|1,200|1,350
毛利率|35.2%|36.0%`,
    [
      'revenue · FY2025 = 1200000000 money CNY',
      'revenue · FY2026 = 1350000000 money CNY',
      'gross_margin · FY2025 = 35.2 percent',
      'gross_margin · FY2026 = 36 percent',
    ],
  ],
  [
    'a bank of indicators, one row each',
    `
Country Name|Country Code|Indicator Name|Indicator Code|2019|2020
Aland|ALA|Exports (current US$)|X.A|100.5|101
Borduria|BRD|Exports growth (annual %)|X.B|2.5|-3`,
    [
      'exports · Aland · FY2019 = 100.5 money USD',
      'exports · Aland · FY2020 = 101 money USD',
      'exports_growth_annual · Borduria · FY2019 = 2.5 percent',
      'exports_growth_annual · Borduria · FY2020 = 3 percent',
    ],
  ],
  [
    'a statement that prints its money in the first row alone',
    `
|Year ended December 31,||
|2025|2024
Net sales|$ 574|$ 513
Operating expenses:||
Fulfillment|90|84
Diluted earnings per share|$ 2.90|$ (0.27)`,
    [
      'revenue · FY2025 = 574 money USD',
      'revenue · FY2024 = 513 money USD',
      'fulfillment · FY2025 = 90 money USD',
      'fulfillment · FY2024 = 84 money USD',
      'eps · FY2025 = 2.9 per_share USD',
      'eps · FY2024 = -0.27 per_share USD',
    ],
  ],
  [
    'a year and its quarter in columns of their own, classes beside metrics',
    `
Ticker|Fiscal Year|Fiscal Quarter|Revenue|EPS Actual|EPS Estimate
HRBT|2026|Q1|412.0|0.61|0.58
HRBT|2026|Q2|430.5|0.66|0.64`,
    [
      'revenue · HRBT · 2026Q1 = 412 money',
      'eps · HRBT · 2026Q1 = 0.61 per_share',
      'eps · HRBT · 2026Q1 = 0.58 per_share',
      'revenue · HRBT · 2026Q2 = 430.5 money',
      'eps · HRBT · 2026Q2 = 0.66 per_share',
      'eps · HRBT · 2026Q2 = 0.64 per_share',
    ],
  ],
  [
    'first days of quarters down',
    `
DATE|Widgets
2020-01-01|21751.238
2020-04-01|19958.291`,
    ['widgets · 2020Q1 = 21751.238 count', 'widgets · 2020Q2 = 19958.291 count'],
  ],
  [
    'German labels with units in brackets, decimal commas',
    `
Kennzahl|2024|2025
Umsatz (in Mio. €)|1.234,5|1.300,0
Marge (%)|12,5|13,1`,
    [
      'revenue · FY2024 = 1234500000 money EUR',
      'revenue · FY2025 = 1300000000 money EUR',
      'marge · FY2024 = 12.5 percent',
      'marge · FY2025 = 13.1 percent',
    ],
  ],
  [
    'numbers that fall are magnitudes with a direction where they are changes',
    `
Metric|2026Q1
Revenue growth (%)|-4.5`,
    ['revenue_growth · 2026Q1 = 4.5 percent'],
  ],
];

describe('the proposal', () => {
  it.each(CASES)('%s', (_shape, text, figures) => {
    expect(figuresIn(sheetOf(text))).toEqual(figures);
  });

  it('reads classes off the heads of columns and tells rows apart by them', () => {
    const mapping = proposeMapping([sheetOf('Metric|Actual|Consensus|Guidance\nRevenue|37.6|37.1|36.5')], 0, HINTS);
    expect(mapping.columns.map(({ role, says }) => [role, says.provenance, says.assertion])).toEqual([
      ['metric', null, null],
      ['value', 'disclosed', 'reported'],
      ['value', 'consensus', 'forecast'],
      ['value', 'management', 'guidance'],
    ]);
    expect(mapping.key).toContain('provenance');
  });

  it('takes accession and index numbers for what they are', () => {
    const mapping = proposeMapping(
      [
        sheetOf(
          'cik|accn|end|val|frame\n0000001|0001-23|2024-03-31|1200000|CY2024Q1\n0000001|0002-23|2024-06-30|1300000|CY2024Q2',
        ),
      ],
      0,
      HINTS,
    );
    expect(mapping.columns.map(({ role }) => role).filter((role) => role === 'value' || role === 'period')).toEqual([
      'period',
      'value',
    ]);
    expect(mapping.columns[3]?.role).toBe('value');
  });

  it('finds no head where values begin at once', () => {
    expect(proposeMapping([sheetOf('1|2|3\n4|5|6')], 0, HINTS).head).toEqual({ row: 0, rows: 0 });
  });

  it('names columns like members of objects without harm', () => {
    const sheet = sheetOf('__proto__|constructor|toString|Value\nRevenue|Acme|2026Q1|5');
    expect(figuresIn(sheet)).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
  });
});
