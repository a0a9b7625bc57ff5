// What the cells of tables are figures of, by kind: units in brackets, statistics, groups, titles, changes, decimal commas.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { tableScale } from '../../../../src/core/figure/placing/cells/table-scale';
import { isUnitLine } from '../../../../src/core/figure/placing/cells/unit-line';
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

const pipes = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((cells, at) => [
      `| ${cells.join(' | ')} |`,
      ...(at === 0 ? [`|${cells.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n');
const tabs = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n');
const spaces = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(40) : cell.padStart(22))).join('')).join('\n');
const LAYOUTS = { pipes, tabs, spaces } as const;
const layouts = Object.entries(LAYOUTS);

describe('scales and units of heads and labels', () => {
  it.each([
    ['Revenue ($M)', 6, 'USD'],
    ['Revenue ($bn)', 9, 'USD'],
    ['Net sales (US$ mn)', 6, 'USD'],
    ['Net sales, €m', 6, 'EUR'],
    ['Turnover (A$ million)', 6, 'AUD'],
    ['Order book (C$ thousands)', 3, 'CAD'],
    ['Net interest income (R$ mn)', 6, 'BRL'],
    ['Revenue (₹ Cr)', 7, 'INR'],
    ['Revenue (RMB mn)', 6, 'CNY'],
    ["US$'000", 3, 'USD'],
    ['(in millions of Canadian dollars)', 6, 'CAD'],
    ['(in thousands of euros, except per share data)', 3, 'EUR'],
    ['Umsatz (Mio. EUR)', 6, 'EUR'],
    ['MEUR', 6, 'EUR'],
    ['营业收入（亿元）', 8, 'CNY'],
    ['单位：百万港元', 6, 'HKD'],
    ['市值（亿）', 8, null],
    ['Market cap (bn)', 9, null],
    ['(tabular amounts are in thousands of Canadian dollars, except share amounts)', 3, 'CAD'],
    ['Presented in millions of Swedish kronor unless otherwise stated', 6, 'SEK'],
    ['expressed in thousands of South African rand', 3, 'ZAR'],
    ['in millions of Swiss francs, except per share data', 6, 'CHF'],
    ['All amounts in thousands of New Zealand dollars', 3, 'NZD'],
    ['Unidade: milhões de R$', 6, 'BRL'],
    ['(em milhares de reais)', 3, 'BRL'],
    ['en miles de euros', 3, 'EUR'],
    ['en millions d’euros', 6, 'EUR'],
    ['in migliaia di euro', 3, 'EUR'],
    ['in Tausend Euro', 3, 'EUR'],
  ] as const)('%s', (words, exponent, currency) => {
    const { exponent: power, currency: code } = tableScale(words);
    expect([power, code]).toEqual([exponent, currency]);
  });

  it.each(['Revenue', 'Margin trend', 'Cost of living', 'Item M', 'miles de pasajeros', 'Won in new markets'])(
    '%s says none',
    (words) => {
      expect(tableScale(words).exponent).toBe(0);
    },
  );

  it.each([
    ['Installed base (GWh)', '900', '900', 'energy', null],
    ['Output (MW)', '900', '0.9', 'power_gw', null],
    ['Inventory (days)', '45', '45', 'days', null],
    ['Net debt/EBITDA (x)', '2.1', '2.1', 'multiple', null],
    ['Return on equity (%)', '12.1', '12.1', 'percent', null],
    ['Employees (k)', '12.3', '12300', 'count', null],
    ['Shares outstanding (M)', '120', '120000000', 'count', null],
    ['Price (£)', '12.3', '12.3', 'money', 'GBP'],
    ['Diluted EPS ($)', '3.21', '3.21', 'per_share', 'USD'],
    ['市盈率（倍）', '24.9', '24.9', 'multiple', null],
  ] as const)('%s beside rows of dollars', (label, cell, low, unit, currency) => {
    for (const [, layout] of layouts) {
      const rows = [
        ['Metric', '2024', '2025'],
        ['Average price', '$117', '$108'],
        [label, cell, cell],
        ['Revenue ($M)', '1,427', '1,527'],
      ];
      const [, , figure, , revenue] = figuresOf(layout(rows));
      expect([figure?.low, figure?.unit, figure?.currency]).toEqual([low, unit, currency]);
      expect([revenue?.low, revenue?.currency]).toEqual(['1427000000', 'USD']);
    }
  });

  it('a line below the last table speaks for its group, and for no group of another heading', () => {
    const table = pipes([
      ['Segment', 'Q3 2025', 'Q3 2024'],
      ['Drives', '$346', '$300'],
    ]);
    const text = `# Note\n\n## Sales by segment\n\n${table}\n\nAnd by place:\n\n${table}\n\n(All amounts in millions)\n\n## Prices\n\n${table}\n`;
    expect(figuresOf(text).map(({ low }) => low)).toEqual([
      '346000000',
      '300000000',
      '346000000',
      '300000000',
      '346',
      '300',
    ]);
  });

  it('lines of units are told from sentences', () => {
    expect(['(in millions)', '单位：亿元', 'Amounts in €m unless stated otherwise'].map(isUnitLine)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['Sales rose in millions of homes', '收入增长'].map(isUnitLine)).toEqual([false, false]);
  });
});

it.each([
  ['Revenue', 'money'],
  ['Diluted EPS', 'per_share'],
  ['Employees', 'count'],
  ['净利润', 'money'],
] as const)('%s has the unit of its metric where nothing says one', (label, unit) => {
  const [figure] = figuresOf(
    pipes([
      ['Item', '2025', '2024'],
      [label, '733', '690'],
      ['Stores', '4', '5'],
    ]),
  );
  expect([figure?.unit, figure?.currency]).toEqual([unit, null]);
});

describe('statistics of a row', () => {
  it.each([
    ['Correlation', '-0.42', 'other', 'Correlation'],
    ['P-Value', '0.021', 'other', 'P-Value'],
    ['Confidence', '0.98', 'score', 'Confidence'],
    ['Impact Score', '4.2/5.0', 'score', 'Impact Score'],
    ['置信度', '0.9', 'other', '置信度'],
    ['Weight', '25%', 'percent', 'Weight'],
  ] as const)('%s is in no unit of its row', (head, cell, unit, label) => {
    const rows = [
      ['Indicator', 'Level', head],
      ['Policy rate', '4.33%', cell],
      ['GDP growth', '2.8%', cell],
    ];
    const figures = figuresOf(pipes(rows));
    expect(figures.map((figure) => [figure.unit, figure.metricLabel])).toEqual([
      ['percent', 'Policy rate'],
      [unit, label],
      ['percent', 'GDP growth'],
      [unit, label],
    ]);
  });
});

describe('what names the metric', () => {
  it.each(layouts)('a group names the rows of its parts: %s', (_, layout) => {
    const text = layout([
      ['(in millions of dollars)', '2025', '2024'],
      ['Net revenues:', '', ''],
      ['Games', '688', '712'],
      ['Advertising', '70', '159'],
      ['Total net revenues', '758', '871'],
      ['Operating expenses:', '', ''],
      ['Sales and marketing', '78', '82'],
    ]);
    const read = figuresOf(text).map(({ metric, entity }) => [metric, entity]);
    expect(read.filter((_row, at) => at % 2 === 0)).toEqual([
      ['revenue', 'Games'],
      ['revenue', 'Advertising'],
      ['revenue', 'HRB'],
      ['sales_and_marketing', 'HRB'],
    ]);
  });

  it.each([
    ['P/E Ratio', 'pe_ratio'],
    ['Consolidated net sales', 'revenue'],
    ['Non-GAAP operating income', 'operating_income'],
    ['Sales and marketing expenses', 'sales_and_marketing'],
    ['Net loss per share, diluted', 'eps'],
    ['🚀 **Free cash flow**', 'free_cash_flow'],
    ['毛利率', 'gross_margin'],
  ] as const)('%s', (label, metric) => {
    const [figure] = figuresOf(
      pipes([
        ['Metric', '2025', '2024'],
        [label, '12.5', '11.5'],
        ['Headcount', '4', '5'],
      ]),
    );
    expect(figure?.metric ?? null).toBe(metric);
  });

  it('a title names what periods and names do not', () => {
    const text = `## Revenue by segment\n\n${pipes([
      ['Quarter', 'Payments', 'Logistics', 'Total'],
      ['Q1 2026', '$67 million', '$213 million', '$280 million'],
      ['Q1 2025', '$57 million', '$203 million', '$260 million'],
    ])}`;
    expect(figuresOf(text).map(({ metric, entity, period }) => [metric, entity, period])).toEqual([
      ['revenue', 'Payments', '2026Q1'],
      ['revenue', 'Logistics', '2026Q1'],
      ['revenue', 'HRB', '2026Q1'],
      ['revenue', 'Payments', '2025Q1'],
      ['revenue', 'Logistics', '2025Q1'],
      ['revenue', 'HRB', '2025Q1'],
    ]);
  });

  it('brokers are nobody the target is of', () => {
    const figures = figuresOf(
      pipes([
        ['Broker', 'Target'],
        ['Quill Securities', '$120'],
        ['Fenn & Co', '$98'],
      ]),
    );
    expect(figures.map(({ metric, entity }) => [metric, entity])).toEqual([
      ['price_target', 'HRB'],
      ['price_target', 'HRB'],
    ]);
  });

  it('changes are of the line above or the column before, and a share is none', () => {
    const rows = figuresOf(
      pipes([
        ['($M)', 'Q1 2026', 'Q1 2025'],
        ['Revenue', '120', '100'],
        ['YoY', '20%', '-11%'],
        ['EBITDA', '30', '20'],
        ['% change', '50%', '8%'],
      ]),
    );
    expect(rows.map(({ metric, direction }) => [metric, direction])).toEqual([
      ['revenue', null],
      ['revenue', null],
      ['revenue_growth', 'up'],
      ['revenue_growth', 'down'],
      ['ebitda', null],
      ['ebitda', null],
      ['ebitda_growth', 'up'],
      ['ebitda_growth', 'up'],
    ]);
    const columns = figuresOf(
      pipes([
        ['Country', 'Revenue ($M)', 'YoY', 'Share'],
        ['Germany', '120', '-12%', '30%'],
      ]),
    );
    expect(columns.map(({ metric, metricLabel, entity }) => [metric, metricLabel, entity])).toEqual([
      ['revenue', 'Revenue ($M)', 'Germany'],
      ['revenue_growth', 'Revenue ($M) growth', 'Germany'],
      [null, 'Share', 'Germany'],
    ]);
    const moved = figuresOf(
      pipes([
        ['£m', 'H1 2026', 'H1 2025', 'YoY Movement'],
        ['Revenue', '120', '100', '20%'],
      ]),
    );
    expect(moved.map(({ metric, kind }) => [metric, kind]).at(-1)).toEqual(['revenue_growth', 'growth']);
  });

  it('a head over several lines stands over its own column, and the years between them over theirs', () => {
    const text = [
      'Results of the half year',
      '                                                     YoY',
      '                        H1 2026       H1 2025',
      '                                                   Movement',
      'Active customers (thousand)  13,424    11,367         18%',
      'Cross border volume (£ bn)     84.9      68.4         24%',
    ].join('\n');
    expect(figuresOf(text).map(({ unit, period, kind }) => [unit, period, kind])).toEqual([
      ['count', '2026H1', 'count'],
      ['count', '2025H1', 'count'],
      ['percent', '2026H1', 'growth'],
      ['money', '2026H1', 'level'],
      ['money', '2025H1', 'level'],
      ['percent', '2026H1', 'growth'],
    ]);
  });

  it('a grid has its value in the title and its axes in the corner', () => {
    const text = `Value per share, $\n\n${pipes([
      ['WACC \\ g', '2.0%', '2.5%'],
      ['8.0%', '$451', '$477'],
      ['8.5%', '$411', '$434'],
    ])}`;
    expect(figuresOf(text).map(({ metric, unit }) => [metric, unit])).toEqual([
      ['wacc', 'percent'],
      [null, 'per_share'],
      [null, 'per_share'],
      ['wacc', 'percent'],
      [null, 'per_share'],
      [null, 'per_share'],
    ]);
  });
});

describe('signs, commas and time', () => {
  it('brackets set far apart are losses', () => {
    const text = [
      '                                   2024                2025            2026',
      'Cost of revenues                   (654,927         ) (958,501       ) (1,184,191    )',
      'Gross profit                       213,081            197,044          189,316',
    ].join('\n');
    expect(figuresOf(text).map(({ low }) => low)).toEqual([
      '-654927',
      '-958501',
      '-1184191',
      '213081',
      '197044',
      '189316',
    ]);
  });

  it('one number of two points settles the others of its table', () => {
    const german = `(Angaben in TEUR)\n\n${pipes([
      ['Posten', '2025', '2024'],
      ['Umsatz', '1.811.809', '52.168'],
    ])}`;
    expect(figuresOf(german).map(({ low }) => low)).toEqual(['1811809000', '52168000']);
    const english = pipes([
      ['Item', '2025', '2024'],
      ['Ratio of costs', '52.168', '48.68'],
    ]);
    expect(figuresOf(english).map(({ low }) => low)).toEqual(['52.168', '48.68']);
  });

  it.each([
    ['Nine Months Ended June 30', 9, '9M-2025'],
    ['Quarter Ended June 30', 9, '2025Q3'],
    ['Six Months Ended March 31', 9, '2025H1'],
    ['Three Months Ended June 30', 12, '2025Q2'],
  ] as const)('%s in a year that ends in month %i', (head, fiscalYearEndMonth, period) => {
    const text = `### ${head}\n\n${pipes([
      ['Item', '2025', '2024'],
      ['Net sales', '$4,553', '$4,380'],
    ])}`;
    expect(figuresOf(text, { fiscalYearEndMonth })[0]?.period).toBe(period);
  });

  it('trailing twelve months end with the quarter reported', () => {
    const [figure] = figuresOf(
      pipes([
        ['Item', 'Value'],
        ['Revenue (TTM)', '$94.8B'],
      ]),
    );
    expect(figure?.period).toBe('TTM-2026Q1');
  });
});

describe('heads that are units', () => {
  it.each(['€000', '£000'])('%s below the years is no axis of a grid: the rows say what is measured', (unit) => {
    const text = tabs([
      ['', 'Company', 'Company'],
      ['', '2025', '2024'],
      ['', unit, unit],
      ['Accruals', '194', '573'],
      ['Other payables', '41', '49'],
    ]);
    const [first] = figuresOf(`Notes to the statements\n\n${text}\n`);
    expect(first).toMatchObject({ metricLabel: 'Accruals', low: '194000' });
  });
});

it('rows that are names have their own words where no title or head measures anything', () => {
  const text = pipes([
    ['Segment', 'FY2025', 'FY2026'],
    ['Films', '4,388', '5,164'],
    ['Energy', '5,206', '5,193'],
    ['Total', '9,594', '10,357'],
  ]);
  const labels = figuresOf(`Segment Analysis\n\n${text}\n`).map(({ metricLabel }) => metricLabel);
  expect(labels).toEqual(['Films', 'Films', 'Energy', 'Energy', 'Total', 'Total']);
});
