// Market boards: the row owns its numbers, the heads say whether they are prices, levels, rates or moves.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { DocumentContext } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { plainDocument } from '../../support/text';

const CONTEXT: DocumentContext = {
  asOf: '2031-05-04',
  entity: 'WTI',
  fiscalYearEndMonth: 12,
  period: null,
  document: { kind: 'note', role: 'note', reason: '' },
};

const read = (head: string, ...rows: string[]): (string | null)[][] => {
  const rule = `|${'---|'.repeat(head.split('|').length)}`;
  const text = ['# Morning board', '', `| ${head} |`, rule, ...rows.map((row) => `| ${row} |`), ''].join('\n');
  return readFigures(layOut(plainDocument(text)), CONTEXT, [])
    .filter(({ cell }) => cell !== null && cell.column > 0)
    .map((one) => [one.entityLabel, one.metric, one.high, one.unit, one.direction, one.period]);
};

describe('boards of what markets quote', () => {
  it.each([
    [
      'rows that are all tickers under a head that says nothing, with spans and lines',
      read(
        'Active | Close | 1W | 50D MA | 3M support',
        'QRV | 195.74 | -4.4% | 210.21 | 164.27',
        'ZLM | 378.91 | +3.6% | 406.77 | 289.96',
      ),
      [
        ['QRV', 'share_price', '195.74', 'per_share', null, '2031-05-04'],
        ['QRV', 'share_price_change', '4.4', 'percent', 'down', '2031-05-04'],
        ['QRV', 'moving_average', '210.21', 'per_share', null, '2031-05-04'],
        ['QRV', 'support', '164.27', 'per_share', null, '2031-05-04'],
        ['ZLM', 'share_price', '378.91', 'per_share', null, '2031-05-04'],
        ['ZLM', 'share_price_change', '3.6', 'percent', 'up', '2031-05-04'],
        ['ZLM', 'moving_average', '406.77', 'per_share', null, '2031-05-04'],
        ['ZLM', 'support', '289.96', 'per_share', null, '2031-05-04'],
      ],
    ],
    [
      'commodities in Chinese',
      read('商品 | 價格 | 漲跌 | 漲跌幅', '**鋁** | $2.10 | -0.05 | -2.33%'),
      [
        ['鋁', 'price', '2.1', 'money', null, '2031-05-04'],
        ['鋁', 'price_change', '0.05', 'money', 'down', '2031-05-04'],
        ['鋁', 'price_change', '2.33', 'percent', 'down', '2031-05-04'],
      ],
    ],
    [
      'indices, one with a year-like number in its name',
      read('Index | Close | Change | % Change', 'Harbour 2000 | 3,120.50 | +12.25 | +0.39%'),
      [
        ['Harbour 2000', 'index_level', '3120.5', 'other', null, '2031-05-04'],
        ['Harbour 2000', 'index_change', '12.25', 'other', 'up', '2031-05-04'],
        ['Harbour 2000', 'index_change', '0.39', 'percent', 'up', '2031-05-04'],
      ],
    ],
    [
      'currencies, a level of which is no percentage',
      read('Pair | Rate | Chg | Chg %', 'AUD/NZD | 1.0910 | -0.0021 | -0.19%'),
      [
        ['AUD/NZD', 'exchange_rate', '1.091', 'other', null, '2031-05-04'],
        ['AUD/NZD', 'exchange_rate_change', '0.0021', 'other', 'down', '2031-05-04'],
        ['AUD/NZD', 'exchange_rate_change', '0.19', 'percent', 'down', '2031-05-04'],
      ],
    ],
    [
      'bonds',
      read('债券 | 收益率 | 变动', '甲国10年期 | 2.105% | +0.012'),
      [
        ['甲国10年期', 'yield', '2.105', 'percent', null, '2031-05-04'],
        ['甲国10年期', 'yield_change', '0.012', 'percentage_points', 'up', '2031-05-04'],
      ],
    ],
    [
      'mixed assets below a head that says nothing',
      read('Asset | Last | % Change', 'EUR/USD | 1.2020 | +0.10%', 'Copper | $4.10 | -0.60%'),
      [
        ['EUR/USD', 'exchange_rate', '1.202', 'other', null, '2031-05-04'],
        ['EUR/USD', 'exchange_rate_change', '0.1', 'percent', 'up', '2031-05-04'],
        ['Copper', 'price', '4.1', 'money', null, '2031-05-04'],
        ['Copper', 'price_change', '0.6', 'percent', 'down', '2031-05-04'],
      ],
    ],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('leaves a statement with a column of changes alone', () => {
    const found = read('Assets | Value | Change', 'Inventory | 120 | 4', 'Receivables | 80 | -2');
    expect(found.some(([, metric]) => metric === 'price' || metric === 'price_change')).toBe(false);
  });
});

describe('totals and titles of periods', () => {
  it.each(['Grand Total', '总计', '合計'])('%s is the company, and the title no metric', (total) => {
    const text = `### FY2031 Estimates (extrapolated)\n\n| Segment | FY2031E |\n|---|---|\n| Pumps | $3.1B |\n| ${total} | $7.4B |\n`;
    const found = readFigures(layOut(plainDocument(text)), { ...CONTEXT, entity: 'HRB' }, []);
    const last = found.at(-1);
    expect([last?.entity, last?.period]).toEqual(['HRB', 'FY2031']);
    expect(found.filter(({ metricLabel }) => metricLabel?.includes('Estimates'))).toEqual([]);
  });
});
