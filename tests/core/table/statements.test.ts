// Sheets of statements and models as their makers print them: numbered lines, money said once for the workbook, shares of something.
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/core/table/figures';
import { proposeMapping } from '../../../src/core/table/propose';
import { figuresIn, HINTS, sheetOf } from './read';

describe('what a statement says once', () => {
  it.each([
    [
      'a currency behind a title that has no sign',
      `
HISTORICAL PERFORMANCE (NZD Millions)

Metric|FY2024|FY2025
Net income|34.49|39.46
Dividend per share|0.5|0.55`,
      ['net_income · FY2025 = 39460000 money NZD', 'dividend_per_share · FY2025 = 0.55 per_share NZD'],
    ],
    [
      'the money of a Chinese statement without a scale',
      `
利润表|单位: 元
项目|2024年度|2023年度
营业收入|1000|900
净利润|120|110`,
      ['revenue · FY2024 = 1000 money CNY', 'net_income · FY2023 = 110 money CNY'],
    ],
    [
      'a share of something, which is no amount of it',
      `
Metric|FY2024|FY2025
D&A (% of revenue)|2.7%|2.8%
NWC (% of revenue change)|5.0%|5.0%`,
      ['d_a_of_revenue · FY2024 = 2.7 percent', 'nwc_of_revenue_change · FY2025 = 5 percent'],
    ],
  ])('%s', (_, text, expected) => {
    expect(figuresIn(sheetOf(text))).toEqual(expect.arrayContaining(expected));
  });

  it('leaves out the numbers of lines', () => {
    const found = figuresIn(
      sheetOf(`
项目|行次|2024年|2023年
货币资金|1|2000|1800
存货|7|850|900`),
    );
    expect(found).toHaveLength(4);
  });
});

describe('heads that need more than themselves', () => {
  it.each([
    [
      'a statement of a day: its end and its opening',
      `
资产负债表||会企01表|会企01表
2024年12月31日||单位: 元|单位: 元
项目|行次|期末数|年初数
货币资金|1|2000|1800
负债合计|33|4000|4340`,
      ['货币资金 · FY2024 = 2000 money CNY', '负债合计 · FY2023 = 4340 money CNY'],
    ],
    [
      'a statement of a year: this one and the one before',
      `
利润表|单位：万元
2024年度|
项目|本期金额|上期金额
营业收入|1000|900`,
      ['revenue · FY2024 = 10000000 money CNY', 'revenue · FY2023 = 9000000 money CNY'],
    ],
    [
      'changes beside quarters and beside years',
      `
Metric|FY2024|FY2025|YoY|Q1 2025|Q1 2026|QoQ
Stores|100|110|10.0%|101|112|2.0%`,
      ['stores · FY2025 · YoY = 10 percent', 'stores · 2026Q1 · QoQ = 2 percent'],
    ],
    [
      'changes that name the year or the quarter that they are of',
      `
Metric|FY2024|FY2025|Q1 2025|Q1 2026|YoY 25|YoY Q1
Stores|100|110|101|112|10.0%|11.0%`,
      ['stores · FY2025 · YoY 25 = 10 percent', 'stores · 2026Q1 · YoY Q1 = 11 percent'],
    ],
    [
      'rates as parts of one, and as percentages',
      `
Year|Revenue|Opex YoY|Operating margin|Net margin
2023|922|1.1588220065|0.27692|5.1
2024|1797|0.3982694625|0.48120|6.2`,
      [
        'opex_yoy · FY2023 = 115.88220065 percent',
        'operating_margin · FY2024 = 48.12 percent',
        'net_margin · FY2024 = 6.2 percent',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(figuresIn(sheetOf(text))).toEqual(expect.arrayContaining(expected));
  });
});

it('takes years for periods where totals stand below them', () => {
  const found = figuresIn(
    sheetOf(`
Year|Principal due (M)|Interest due (M)|Major items due
2025|$40|$180|Term loan amortization, interest expense
2026|$381|$176|Senior notes and term loan amortization
2027|$431|$168|Term loan amortization
TOTAL|$852|$524|
Average rate|4.8%||`),
  );
  expect(found).toContain('principal_due · FY2027 = 431000000 money USD');
  expect(found).toContain('interest_due · FY2025 = 180000000 money USD');
});

describe('a bare $ in a workbook', () => {
  const valuation = sheetOf(
    `
Method|Implied value
Dividend discount|$1.96
Multiples|$2.10`,
    'Summary',
  );
  const currencies = (...others: readonly ReturnType<typeof sheetOf>[]) => {
    const sheets = [valuation, ...others];
    return new Set(readTable(valuation, proposeMapping(sheets, 0, HINTS)).figures.map(({ currency }) => currency));
  };

  it('is the currency that another sheet states', () => {
    expect(currencies(sheetOf('Company:|Acme\nCurrency:|NZD', 'Overview'))).toEqual(new Set(['NZD']));
  });

  it('is the one other dollar that its words write out', () => {
    expect(currencies(sheetOf('Input|Value\nShare price (A$)|2.1\nBook value (A$)|1.1', 'Inputs'))).toEqual(
      new Set(['AUD']),
    );
  });

  it('stays American where words name American dollars too, or another dollar once', () => {
    expect(currencies(sheetOf('Deal|A$ 40 and A$ 50\nDebt|US$ 3', 'Inputs'))).toEqual(new Set(['USD']));
    expect(currencies(sheetOf('Deal|a plant for A$ 40', 'Inputs'))).toEqual(new Set(['USD']));
  });
});

describe('tables below each other on one sheet', () => {
  it.each([
    [
      'each is read by its own head',
      `
SUMMARY
Method|Implied value ($)|Weight
Dividend discount|12.8|58%
Multiples|2.2|42%

KEY INPUTS
Input|Value|Source
Book value per share|1.03|Annual report
Shares outstanding|342|Filing`,
      [
        'implied_value · Dividend discount = 12.8 money USD',
        'book_value_per_share = 1.03 per_share',
        'shares_outstanding = 342 count',
      ],
    ],
    [
      'labels stand before the values, and explanations behind them',
      `
Component|Value (NZ$)|Calculation
Book value per share|1.03|Equity over shares
PV of stage 1|1.6|PV of dividends
Equity value per share|2.16|Net income over cost of equity

SENSITIVITY: value vs ROE
ROE|15%|18%|20%
Fade 5 yr|1.45|1.62|1.75
Fade 7 yr|1.55|1.78|1.95
Fade 10 yr|1.7|2|2.22`,
      [
        'equity_value_per_share = 2.16 per_share NZD',
        'value_vs_roe · Fade 5 yr = 1.45 count',
        'value_vs_roe · Fade 10 yr = 2.22 count',
      ],
    ],
    [
      'cases before a value, and what explains them behind it',
      `
Scenario|Implied price|Comment
Bear|$148|Revenue growth of 20%, margins fall
Bull|$385|Revenue growth of 55%, margins rise`,
      ['implied_price · Bear = 148 money USD'],
    ],
    [
      'heads with units and a title with its year',
      `
Share class|Shares outstanding|% of total
Class A|6576475|10.1%
Class B|57726557|88.9%

===== INTEREST EXPENSE (2024) =====

Source|Amount (M)|% of total|Notes
Term loan|$20.0|10.7%|new
Senior notes|$21.4|11.5%|full year`,
      ['debt · FY2024 = 20000000 money USD', 'debt · FY2024 = 21400000 money USD'],
    ],
    [
      'a statement behind facts keeps its periods',
      `
Metric|FY2024|FY2025
Revenue|100|110

CASH FLOW
Metric|FY2024|FY2025
Net income|10|11`,
      ['revenue · FY2024 = 100 money', 'net_income · FY2025 = 11 money'],
    ],
    [
      'a grid of two assumptions, by its title and the row',
      `
IMPLIED SHARE PRICE - WACC vs TERMINAL GROWTH

Terminal growth|1.5%|2.0%|2.5%
WACC
9.0%|11.24|11.89|12.68
9.5%|10.42|10.97|11.62`,
      ['implied_share_price · 9.5% = 11.62 per_share'],
    ],
    [
      'a grid whose title measures something by something else',
      `
DCF sensitivity — Intrinsic value / share
WACC|1.5%|2.0%|2.5%
9.0%|$11.24|$11.89|$12.68
9.5%|$10.42|$10.97|$11.62`,
      ['intrinsic_value_share · 9.5% = 11.62 money USD'],
    ],
    [
      'a grid whose title names what comes out before, and its axis over the values',
      `
IMPLIED SHARE PRICE SENSITIVITY - WACC vs TERMINAL GROWTH
||Terminal growth|Terminal growth|Terminal growth
|WACC|1.5%|2.0%|2.5%
|9.0%|11.24|11.89|12.68
|9.5%|10.42|10.97|11.62`,
      ['implied_share_price · 9.5% = 11.62 per_share'],
    ],
  ])('%s', (_, text, expected) => {
    expect(figuresIn(sheetOf(text))).toEqual(expect.arrayContaining(expected));
  });

  it('ends a grid where its rows end', () => {
    const found = figuresIn(
      sheetOf(`
WACC vs terminal growth
Growth|1.5%|2.0%|2.5%
9.0%|11.24|11.89|12.68
9.5%|10.42|10.97|11.62

Price target|210|351|480`),
    );
    expect(found).toContain('price_target = 351 count');
    expect(found.filter((one) => one.startsWith('wacc_vs_terminal_growth'))).toHaveLength(6);
  });

  it('reads one grid below another', () => {
    const grid = (title: string) => `
${title}
Growth|1.5%|2.0%|2.5%
9.0%|11.24|11.89|12.68
9.5%|10.42|10.97|11.62
`;
    const found = figuresIn(sheetOf(grid('WACC vs growth') + grid('Margin vs growth')));
    expect(found.filter((one) => one.startsWith('wacc_vs_growth'))).toHaveLength(6);
    expect(found.filter((one) => one.startsWith('margin_vs_growth'))).toHaveLength(6);
    expect(found).toHaveLength(12);
  });

  it('takes measures of several kinds for no grid', () => {
    const found = figuresIn(
      sheetOf(`
Acme vs peers
Metric|Acme|Peer
Forward P/E|24.0x|21.3x|12.9%
EV/EBITDA|18.0x|17.1x|5.2%
P/S|8.0x|7.1x|3.2%`),
    );
    expect(found).toContain('forward_pe · Acme = 24 multiple');
  });

  it('takes no row of words between values for a head', () => {
    const found = figuresIn(
      sheetOf(`
Metric|FY2024|FY2025
Revenue|100|110

Rating|Buy|Hold
EBIT|10|11`),
    );
    expect(found).toContain('operating_income · FY2025 = 11 money');
  });
});
