// Whose a table's numbers are, and in what unit a bare number stands beside amounts of money.
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

const figuresOf = (text: string): readonly PlacedFigure[] =>
  readFigures(layOut(plainDocument(text)), CONTEXT, []).filter(({ cell }) => cell !== null);

const pipes = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((cells, at) => [
      `| ${cells.join(' | ')} |`,
      ...(at === 0 ? [`|${cells.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n');

describe('companies over the columns', () => {
  it.each([
    [
      ['Metric', 'Harbour (HRB)', 'Lindqvist (LQV)'],
      ['Harbour', 'Lindqvist'],
    ],
    [
      ['Metric', 'HRB', 'LQVX'],
      ['HRB', 'LQVX'],
    ],
    [
      ['Metric', 'HRB', 'Peer average'],
      ['HRB', 'Peer average'],
    ],
    [
      ['Metric', 'HRB', 'Industry median'],
      ['HRB', 'Industry median'],
    ],
    [
      ['指标', '海港股份 (600123)', '北岭科技 (300456)'],
      ['海港股份', '北岭科技'],
    ],
  ] as const)('%j', (head, names) => {
    const rows = [
      head,
      ['P/E', '24.1x', '18.2x'],
      ['Revenue growth', '12%', '9%'],
      ['Operating margin', '21.0%', '14.5%'],
    ];
    const found = figuresOf(pipes(rows)).map(({ entity }) => entity);
    expect(found).toEqual([...names, ...names, ...names]);
  });

  it.each([
    ['Bear', 'Bull'],
    ['2030A', '2031E'],
    ['Current', 'Target'],
    ['EPS', 'DPS'],
  ])('%s and %s name nobody', (...heads) => {
    const found = figuresOf(
      pipes([
        ['Metric', ...heads],
        ['P/E', '24.1x', '18.2x'],
        ['Operating margin', '21%', '14%'],
      ]),
    );
    expect(found.map(({ entity }) => entity)).toEqual(['HRB', 'HRB', 'HRB', 'HRB']);
  });
});

describe('a company in the corner, the title or the heading', () => {
  const rows = (corner: string) =>
    pipes([
      [corner, 'Value'],
      ['TTM revenue', '$22.1bn'],
      ['TTM net income', '$3.1bn'],
    ]);
  const intro =
    '# Harbour and what its rival is worth\n\nHarbour is set against Lindqvist Systems (LQVX) here, since Lindqvist Systems sells the same.\n\n';
  it.each([
    [`${intro}## Lindqvist Systems valuation\n\n### Bridge\n\n${rows('Item')}`, 'Lindqvist Systems'],
    [`${intro}## Bridge\n\n${rows('Lindqvist Systems today')}`, 'Lindqvist Systems'],
    [`${intro}## Bridge\n\n${rows('Item')}`, 'HRB'],
  ])('%#', (text, name) => {
    expect(figuresOf(text).map(({ entity }) => entity)).toEqual([name, name]);
  });
});

describe('bare numbers beside money', () => {
  const unitsOf = (label: string, cell: string): unknown => {
    const [found] = figuresOf(
      pipes([
        ['Indicator', 'Value'],
        [label, cell],
        ['Market cap', '$12.1B'],
        ['52-week high', '$88.10'],
      ]),
    );
    return [found?.unit, found?.currency];
  };
  it.each([
    ['Debt / equity', '0.42', 'multiple'],
    ['Current ratio', '1.94', 'multiple'],
    ['流动比率', '1.94', 'multiple'],
    ['Operating margin', '21.5', 'percent'],
  ])('%s %s', (label, cell, unit) => {
    expect(unitsOf(label, cell)).toEqual([unit, null]);
  });

  it.each(['RSI (14)', 'S&P 500', 'Employees'])('%s is no money', (label) => {
    expect(unitsOf(label, '61.2')).not.toContain('USD');
  });

  it('statements print the sign only in their first row', () => {
    const found = figuresOf(
      pipes([
        ['', '2030', '2029'],
        ['Revenue', '$1,210', '$1,104'],
        ['Cost of sales', '810', '760'],
      ]),
    );
    expect(found.map(({ currency }) => currency)).toEqual(['USD', 'USD', 'USD', 'USD']);
  });

  it.each(['Severity /100', 'Severity (0-100)', 'Severity score'])('%s holds scores', (head) => {
    const found = figuresOf(
      pipes([
        ['Risk', head, 'What we watch'],
        ['Margin compression in H2', '85', 'crush'],
        ['Cash conversion stays weak', '70', 'receivables'],
      ]),
    );
    expect(found.map(({ unit, metricLabel }) => [unit, metricLabel])).toEqual([
      ['score', head],
      ['score', head],
    ]);
  });
});
