// One statement in many layouts reads the same; heads, groups, scales, signs and changes of tables of many styles.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { plainDocument } from '../../support/text';

const CONTEXT: DocumentContext = {
  asOf: '2026-05-04',
  entity: 'HRB',
  fiscalYearEndMonth: 12,
  period: '2026Q1',
  document: { kind: 'note', role: 'note', reason: '' },
};

const figuresOf = (text: string, context: Partial<DocumentContext> = {}): readonly PlacedFigure[] =>
  readFigures(layOut(plainDocument(text)), { ...CONTEXT, ...context }, []).filter(({ cell }) => cell !== null);

type Said = readonly [
  quote: string,
  low: string,
  unit: string,
  currency: string | null,
  period: string | null,
  label: string,
];
const said = (figure: PlacedFigure): Said => [
  figure.quote.replaceAll(/\s+/g, ''),
  figure.low ?? '',
  figure.unit,
  figure.currency,
  figure.period,
  figure.metricLabel ?? '',
];
const read = (text: string, context: Partial<DocumentContext> = {}): readonly Said[] =>
  figuresOf(text, context).map(said);

interface Statement {
  readonly years: readonly [number, number];
  readonly rows: readonly { readonly label: string; readonly values: readonly [number, number] }[];
}

const grouped = (value: number): string => String(Math.abs(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
const shown = (value: number): string => (value < 0 ? `(${grouped(value)})` : grouped(value));

type Render = (statement: Statement) => string;
const UNIT = '(in thousands of US dollars)';
const line = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('');
const WIDTHS = [34, 16, 16];

const LAYOUTS: Readonly<Record<string, Render>> = {
  tabs: ({ years, rows }) =>
    [['', ...years.map(String)], ...rows.map(({ label, values }) => [label, ...values.map(shown)])]
      .map((cells) => cells.join('\t'))
      .join('\n'),
  'tabs with signs in cells of their own': ({ years, rows }) =>
    [
      ` \t${years.join('\t \t')}`,
      ...rows.map(({ label, values }) =>
        [label, ...values.map((value) => (value < 0 ? `$\t(${grouped(value)}\t)` : `$\t${grouped(value)}\t `))].join(
          '\t',
        ),
      ),
    ].join('\n'),
  spaces: ({ years, rows }) =>
    [
      line(['', ...years.map(String)], WIDTHS),
      ...rows.map(({ label, values }) => line([label, ...values.map(shown)], WIDTHS)),
    ].join('\n'),
  pipes: ({ years, rows }) =>
    [
      `| Item | ${years.join(' | ')} |`,
      '|---|---:|---:|',
      ...rows.map(({ label, values }) => `| ${label} | ${values.map(shown).join(' | ')} |`),
    ].join('\n'),
  'a drawn box': ({ years, rows }) => {
    const rule = `+${'-'.repeat(36)}+${'-'.repeat(16)}+${'-'.repeat(16)}+`;
    const row = (cells: readonly string[]) =>
      `| ${line(cells, WIDTHS).slice(0, 34)} |${(cells[1] ?? '').padStart(15)} |${(cells[2] ?? '').padStart(15)} |`;
    return [
      rule,
      row(['', ...years.map(String)]),
      rule,
      ...rows.map(({ label, values }) => row([label, ...values.map(shown)])),
      rule,
    ].join('\n');
  },
  'values on lines of their own': ({ years, rows }) =>
    [
      line(['', ...years.map(String)], WIDTHS),
      ...rows.map(({ label, values }, at) =>
        at % 2 === 0
          ? line([label, ...values.map(shown)], WIDTHS)
          : `${label}     ${shown(values[0])}\n   ${shown(values[1])}`,
      ),
    ].join('\n'),
};

const LABELS = [
  'Net sales',
  'Cost of goods',
  'Selling expenses',
  'Loss on disposal of assets',
  'Other income, net',
  'Net result of the year',
];
const statements = fc.record({
  years: fc.integer({ min: 2005, max: 2030 }).map((year): [number, number] => [year, year - 1]),
  values: fc.array(
    fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -99_999_999, max: 99_999_999 })),
    {
      minLength: 4,
      maxLength: 6,
    },
  ),
});

describe('a statement', () => {
  it.each(Object.keys(LAYOUTS))('reads the same in every layout: %s', (name) => {
    fc.assert(
      fc.property(statements, ({ years, values }) => {
        const rows = values.map((pair, at) => ({
          label: LABELS[at] ?? 'Rest',
          // Numbers of four digits without a comma could be years.
          values: pair.map((value) =>
            Math.abs(value) < 10_000 ? value + 10_000 * (value < 0 ? -1 : 1) : value,
          ) as unknown as [number, number],
        }));
        const text = `Harbour Works\n\nStatement of income\n${UNIT}\n\n${LAYOUTS[name]?.({ years, rows }) ?? ''}\n\nWords below.`;
        const expected = rows.flatMap(({ label, values: pair }) =>
          pair.map((value, at) => [`${value}000`, `FY${years[at]}`, label]),
        );
        expect(figuresOf(text).map(({ low, period, metricLabel }) => [low, period, metricLabel])).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

const HEAD = 'Harbour Works reports first quarter\n\n';

describe('heads', () => {
  it.each<[string, string, readonly (string | null)[]]>([
    [
      'months over years',
      '\tThree Months Ended March 31,\t\tNine Months Ended March 31,\n\t2026\t2025\t2026\t2025\nOrders\t90,410\t88,120\t250,100\t240,300\nRent\t4,410\t4,120\t15,100\t14,300',
      ['2026Q1', '2025Q1', '2025Q3/2026Q1', '2024Q3/2025Q1', '2026Q1', '2025Q1', '2025Q3/2026Q1', '2024Q3/2025Q1'],
    ],
    [
      'dates',
      'Item          March 31, 2026   Dec. 31, 2025\nStocks        10,400           10,900\nTrade debts   8,300            8,100',
      ['2026-03-31', '2025-12-31', '2026-03-31', '2025-12-31'],
    ],
    [
      'weeks',
      'Item\t13 weeks ended March 28, 2026\t13 weeks ended March 29, 2025\nOrders\t410\t400\nRent\t31\t30',
      ['2026Q1', '2025Q1', '2026Q1', '2025Q1'],
    ],
    [
      'short forms',
      '| Item | 1Q26 | FY26E |\n|---|---|---|\n| Orders | 41.5 | 160.2 |\n| Rent | 3.5 | 14.1 |',
      ['2026Q1', 'FY2026', '2026Q1', 'FY2026'],
    ],
    [
      'none',
      '| Item | Old plant | New plant |\n|---|---|---|\n| Output | 41.5 | 60.2 |\n| Rent | 3.5 | 4.1 |',
      [null, null, null, null],
    ],
  ])('of %s', (_name, table, periods) => {
    expect(figuresOf(`${HEAD}${table}\n\nWords.`).map(({ period }) => period)).toEqual(periods);
  });

  it('take the length of time from the line above', () => {
    const text =
      '# Harbour Works\n\n### Nine Months Ended September 30\n\n| Item | 2025 | 2024 |\n|---|---|---|\n| Orders | $128 | $116 |\n\n*All amounts in millions*';
    expect(read(text)).toEqual([
      ['$128', '128000000', 'money', 'USD', '9M-2025', 'Orders'],
      ['$116', '116000000', 'money', 'USD', '9M-2024', 'Orders'],
    ]);
  });
});

describe('scales, signs and units', () => {
  it('keep per-share amounts, shares in full and percentages as printed', () => {
    const text = `${HEAD}(in thousands, except share and per share data)\n\n\tMarch 31, 2026\tMarch 31, 2025\nNet loss\t$\t(8,257\t)\t$\t(1,939\t)\nNet loss per share, basic\t$\t(0.03\t)\t$\t(0.10\t)\nWeighted average shares outstanding\t528,725,980\t497,701,715\nGross margin\t37.0\t%\t26.7\t%`;
    expect(figuresOf(text).map(({ low, unit }) => [low, unit])).toEqual([
      ['-8257000', 'money'],
      ['-1939000', 'money'],
      ['-0.03', 'per_share'],
      ['-0.1', 'per_share'],
      ['528725980', 'count'],
      ['497701715', 'count'],
      ['37', 'percent'],
      ['26.7', 'percent'],
    ]);
  });

  it('come in Chinese', () => {
    const text =
      '海港公司\n\n单位：亿元\n\n| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入 | 42.6 | 40.1 |\n| 存货 | 3.2 | 2.9 |';
    expect(figuresOf(text).map(({ low, currency, period }) => [low, currency, period])).toEqual([
      ['4260000000', 'CNY', 'FY2025'],
      ['4010000000', 'CNY', 'FY2024'],
      ['320000000', 'CNY', 'FY2025'],
      ['290000000', 'CNY', 'FY2024'],
    ]);
  });
});

describe('changes, peers and fences', () => {
  it('reads a change column as a change of its row', () => {
    const figures = figuresOf(
      '| Metric | Q1 2026 | Q1 2025 | Change |\n|---|---|---|---|\n| Revenue | $90M | $100M | (10%) |\n| Rent | $4M | $3M | 33% |',
    );
    expect(
      figures
        .filter(({ unit }) => unit === 'percent')
        .map(({ metric, low, direction, period, kind }) => [metric, low, direction, period, kind]),
    ).toEqual([
      ['revenue_growth', '10', 'down', '2026Q1', 'growth'],
      [null, '33', 'up', '2026Q1', 'growth'],
    ]);
  });

  it('takes the metric from the columns where the rows are companies', () => {
    const figures = figuresOf(
      '```\n+-------------+----------+-----------+\n| Company     | EV (EURm)| EV/EBITDA |\n+-------------+----------+-----------+\n| Birch Foods |    4,210 |     11.2x |\n| Elm Snacks  |    2,980 |      9.7x |\n+-------------+----------+-----------+\n```',
    );
    expect(figures.map(({ metricLabel, entity, low, currency }) => [metricLabel, entity, low, currency])).toEqual([
      ['EV (EURm)', 'Birch Foods', '4210000000', 'EUR'],
      ['EV/EBITDA', 'Birch Foods', '11.2', null],
      ['EV (EURm)', 'Elm Snacks', '2980000000', 'EUR'],
      ['EV/EBITDA', 'Elm Snacks', '9.7', null],
    ]);
  });
});

describe('the date of the document', () => {
  const TABLE = '| Creamery | Revenue |\n|---|---|\n| Northfield | $120 million |\n| Eastvale | $88 million |\n';
  it.each([
    ['its own day dates no table', 'As of 2026-05-04.', null],
    ['nor in words', 'As of May 4, 2026', null],
    ['nor in Chinese', '截至2026年5月4日', null],
    ['another day over a table is that of its balances', 'As of March 31, 2026', '2026-03-31'],
  ])('%s', (_, line, period) => {
    const text = `Saltmarsh Dairy: a thicker churn\n\n${line}\n\n${TABLE}`;
    expect(figuresOf(text).map((figure) => figure.period)).toEqual([period, period]);
  });
});

it('groups parted by a plain space are one number where they fill their cell', () => {
  const text = [
    'EUR million\tQ1 26\tQ2 26\tFY26',
    'Revenue\t1 234\t(1 300)\t5 224.5',
    'Stores\t12 500\t2 000\t310',
    '',
  ].join('\n');
  expect(figuresOf(text).map(({ low }) => low)).toEqual([
    '1234000000',
    '-1300000000',
    '5224500000',
    '12500',
    '2000',
    '310',
  ]);
});
