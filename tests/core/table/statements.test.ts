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
