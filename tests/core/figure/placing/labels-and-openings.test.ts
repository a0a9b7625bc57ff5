// Kinds that documents nobody had looked at were misread in: codes before names, boards of funds and indices, what
// transport sells, columns of differences, a second rate, and texts that open without a title or with a bare form.
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import type { PlacedFigure } from '../../../../src/core/figure/model';
import { readContext } from '../../../../src/core/figure/placing/context';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { findSubject } from '../../../../src/core/figure/placing/mentions/subject';

const read = (text: string): readonly PlacedFigure[] => {
  const layout = layOut(plainDocument(text));
  return readFigures(layout, readContext(layout, {}), []);
};
const of = (text: string, quote: string): PlacedFigure | undefined => read(text).find((one) => one.quote === quote);
const subject = (text: string): string | null => findSubject(layOut(plainDocument(text)))?.entity ?? null;

const FUNDS = `# 基金日报

**报告日期**: 2031-04-08

| 代码 | 名称 | 最新净值 | 日涨跌 | 规模评分 |
|---|---|---|---|---|
| 510951 | 南山50ETF | 2.81 | 2.70% | 95 |
| 510952 | 北岭300ETF | 3.92 | 3.49% | 92 |
`;
const INDICES = `# 市场日报

**报告日期**: 2031-04-08

| 指数名称 | 最新点位 | 涨跌幅 |
|---|---|---|
| 海港综指 | 3,904.00 | 0.02% |
| 河湾成指 | 14,280.78 | -0.43% |
`;
const RANKED = `# Freight peers

| # | Company | Price | Change % |
|---|---|---|---|
| 1 | Prairie Rail | $41.20 | 1.5% |
| 2 | Harbour Lines | $12.80 | -0.7% |
`;

const TABLES = new Map([
  ['funds', FUNDS],
  ['indices', INDICES],
  ['ranked', RANKED],
]);

describe('rows that are named in the second column', () => {
  test.each<[string, string, string | null, string | null]>([
    ['funds', '2.81', '南山50ETF', 'nav'],
    ['funds', '3.49%', '北岭300ETF', 'share_price_change'],
    ['indices', '14,280.78', '河湾成指', 'index_level'],
    ['indices', '0.02%', '海港综指', 'index_change'],
    ['ranked', '$41.20', 'Prairie Rail', 'share_price'],
    ['ranked', '-0.7%', 'Harbour Lines', 'share_price_change'],
  ])('%s: %s', (name, quote, entity, metric) => {
    const figure = of(TABLES.get(name) ?? '', quote);
    expect([figure?.entity, figure?.metric]).toEqual([entity, metric]);
  });

  test('codes and ranks are no figures', () => {
    for (const text of [FUNDS, RANKED])
      expect(read(text).filter(({ quote }) => /^(?:51095[12]|[12])$/.test(quote))).toEqual([]);
  });
});

describe('what transport sells is counted, what it earns is money', () => {
  const TABLE = `# Prairie Rail Corp. Annual Report 2031

The following table sets forth the statistics of the year, which are the measures that we use to run the business.

| Operating statistics | 2031 | 2030 |
|---|---|---|
| Revenue ton-miles (billions) | 420.8 | 411.3 |
| Available seat miles (millions) | 67,201 | 61,100 |
| Average revenue per car | $2,915 | $2,643 |
| Cost per available seat mile | $0.12 | $0.11 |
`;
  test.each<[string, string, string]>([
    ['420.8', 'count', '420800000000'],
    ['67,201', 'count', '67201000000'],
    ['$2,915', 'money', '2915'],
  ])('%s', (quote, unit, low) => {
    const figure = of(TABLE, quote);
    expect([figure?.unit, figure?.low]).toEqual([unit, low]);
  });
  test('per mile it is money', () => expect(of(TABLE, '$0.12')?.currency).toBe('USD'));
});

describe('a column that says only "Change"', () => {
  const table = (cells: readonly string[]): string =>
    `# Marlow Sound\n\n| (in € millions) | 2031 | 2030 | Change |\n|---|---|---|---|\n| Subscription revenue | ${cells.join(' | ')} |\n`;
  test.each<[string, readonly string[], string, string, string]>([
    ['holds the difference', ['3,516', '2,910', '606'], '606', 'money', '606000000'],
    ['holds a loss of it', ['2,910', '3,516', '(606)'], '(606)', 'money', '606000000'],
    ['holds the rate', ['3,516', '2,910', '20.8'], '20.8', 'percent', '20.8'],
  ])('%s', (_, cells, quote, unit, low) => {
    const figure = of(table(cells), quote);
    expect([figure?.unit, figure?.low]).toEqual([unit, low]);
  });
});

describe('a second rate is of the same amount', () => {
  test.each<[string, string, string]>([
    ['二季度核心数据：营收111.4亿元（同比+20.4%，环比+15.4%），净利润48.9亿元。', '+15.4%', 'revenue_growth'],
    ['Revenue was $40 million (+20% YoY, +15% QoQ), and net income was $9 million.', '+15%', 'revenue_growth'],
  ])('%s', (text, quote, metric) => {
    expect(of(text, quote)?.metric).toBe(metric);
  });
});

test('two lengths that name periods are no figures', () => {
  expect(read('Results for the three and nine months ended September 30, 2031 follow.')).toEqual([]);
  expect(of('The project took three and nine months longer than planned.', 'nine months')?.unit).not.toBe('money');
});

describe('whom a text is about', () => {
  test.each<[string, string, string | null]>([
    [
      'a form without the registrant’s own line',
      '## SECURITIES AND EXCHANGE COMMISSION\n\n### FORM 6-K\n\n**REPORT OF FOREIGN PRIVATE ISSUER**\n\n## Marlow Sound S.A.\n\nRevenue was €420 million. FORM and FORM again.\n',
      'Marlow Sound',
    ],
    [
      'an opening in Chinese without a title',
      '南港医药2031年二季度业绩超预期，营收与利润双增，订单支撑增长。\n\n南港医药计划扩产。\n',
      '南港医药',
    ],
    [
      'an opening that names nobody again',
      '公司2031年二季度业绩超预期，营收与利润双增，订单支撑增长。\n\n其计划扩产。\n',
      null,
    ],
  ])('%s', (_, text, entity) => {
    expect(subject(text)).toBe(entity);
  });

  test('a comparison with an industry is no name', () => {
    const text = '南港医药2031年估值偏低。当前市盈率48.4倍，显著低于行业平均的55.2倍。南港医药计划资本开支70亿元。\n';
    expect(of(text, '48.4倍')?.entity).toBe('南港医药');
  });
});
