// Grids of sensitivities, parts of one metric, long tables with a column of metrics, levels by their rows.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { plainDocument } from '../../support/text';

const CONTEXT: DocumentContext = {
  asOf: '2031-05-04',
  entity: 'HRB',
  fiscalYearEndMonth: 12,
  period: '2031Q1',
  document: { kind: 'note', role: 'note', reason: '' },
};

const figuresOf = (text: string): readonly PlacedFigure[] => readFigures(layOut(plainDocument(text)), CONTEXT, []);
const pipes = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((cells, at) => [
      `| ${cells.join(' | ')} |`,
      ...(at === 0 ? [`|${cells.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n');
const told = ({ quote, metric, metricLabel }: PlacedFigure): string => `${quote} ${metric ?? metricLabel ?? '?'}`;

describe('a grid of sensitivities', () => {
  const share = 'Fair value per share';
  it.each([
    [
      '## Sensitivity',
      ['WACC \\ Terminal growth', '2.0%', '3.0%'],
      ['8.0%', '$51', '$60'],
      ['2.0% terminal_growth', '3.0% terminal_growth', '8.0% wacc', `$51 ${share}`, `$60 ${share}`],
    ],
    [
      '## WACC vs terminal growth',
      ['WACC', '2.0%', '3.0%'],
      ['8.0%', '$51', '$60'],
      ['2.0% terminal_growth', '3.0% terminal_growth', '8.0% wacc', `$51 ${share}`, `$60 ${share}`],
    ],
    [
      '## Sensitivity to growth and WACC',
      ['Terminal growth', 'WACC 8%', 'WACC 9%'],
      ['2.0%', '$51', '$45'],
      ['8% wacc', '9% wacc', '2.0% terminal_growth', `$51 ${share}`, `$45 ${share}`],
    ],
    [
      '## Price target by multiple and EPS',
      ['P/E \\ EPS', '$2.00', '$2.50'],
      ['10x', '$20', '$25'],
      ['$2.00 eps', '$2.50 eps', '10x pe_ratio', '$20 price_target', '$25 price_target'],
    ],
    [
      '## 目标价敏感性',
      ['市盈率 \\ EPS', '2.0', '2.5'],
      ['10x', '20.0', '25.0'],
      ['2.0 eps', '2.5 eps', '10x pe_ratio', '20.0 price_target', '25.0 price_target'],
    ],
  ] as const)('%s', (title, head, row, expected) => {
    const found = figuresOf(`# Harbour (HRB): model\n\n${title}\n\n${pipes([head, row])}\n`);
    expect(found.map(told)).toEqual(expected);
    expect(found.every(({ period }) => period === null)).toBe(true);
  });
});

describe('parts of one metric', () => {
  const rows = [
    ['', '2030', '2029'],
    ['North', '$20.7', '$15.4'],
    ['South', '19.8', '21.6'],
    ['Total', '$40.5', '$37.0'],
  ];
  it.each([
    'The following table sets forth net sales by geographic region (in millions):',
    'Revenue by region, in millions',
    'The table below shows revenue by country (in millions).',
  ])('%s', (lead) => {
    const found = figuresOf(`# Harbour (HRB): results\n\n${lead}\n\n${pipes(rows)}\n`).filter(
      ({ cell }) => cell !== null,
    );
    expect(found.map(({ metric }) => metric)).toEqual(found.map(() => 'revenue'));
    expect(found.map(({ metricLabel }) => metricLabel)).toContain('South');
  });

  it('some rows name it for all', () => {
    const table = pipes([
      ['Segment', 'FY2030', 'YoY'],
      ['Tool sales', '$10.5B', '-6%'],
      ['Metrology', '$3.0B', '+28%'],
      ['Grand total', '$13.5B', '+1%'],
    ]);
    const found = figuresOf(`# Harbour (HRB): notes\n\n${table}\n`).filter(({ cell }) => cell !== null);
    expect(found.map(({ metric }) => metric)).toEqual([
      'revenue',
      'revenue_growth',
      'revenue',
      'revenue_growth',
      'revenue',
      'revenue_growth',
    ]);
  });
});

describe('long tables', () => {
  it.each([
    [
      ['Topic', 'Metric', 'Value', 'Remark'],
      ['Retail network', 'Store visits', '42', 'a count of ours'],
    ],
    [
      ['类别', '指标', '数值', '备注'],
      ['零售网络', '客流量', '42', '自行统计'],
    ],
  ])('%j', (head, row) => {
    const [found] = figuresOf(`# Harbour (HRB): notes\n\n${pipes([head, row, row])}\n`);
    expect(found?.metricLabel).toBe(row[1]);
  });

  it('a column of periods', () => {
    const table = pipes([
      ['Metric', 'Value', 'Period'],
      ['Revenue', '$9.4B', 'FY2029'],
      ['Cash', '$2.3B', '2030-12-31'],
    ]);
    expect(figuresOf(`# Harbour (HRB): notes\n\n${table}\n`).map(({ period }) => period)).toEqual([
      'FY2029',
      '2030-12-31',
    ]);
  });
});

it.each([
  [
    ['Level type', 'Price', 'Remark'],
    ['Support 1', '$53.00', 'recent low'],
    ['Resistance 1', '$55.00', 'recent high'],
  ],
  [
    ['点位类型', '价格', '说明'],
    ['支撑位 1', '53.00', '近期低点'],
    ['压力位 1', '55.00', '近期高点'],
  ],
])('levels keep the words of their rows: %j', (head, first, second) => {
  const found = figuresOf(`# Harbour (HRB): notes\n\n${pipes([head, first, second])}\n`).filter(
    ({ cell }) => cell?.column === 1,
  );
  expect(found.map(({ metricLabel, unit }) => [metricLabel, unit])).toEqual([
    [first[0], 'money'],
    [second[0], 'money'],
  ]);
});
