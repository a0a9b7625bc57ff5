// Periods that a table says in other places than its heads; changes against a named period; hundredths of a currency.
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { findTitle } from '../../../../src/core/document/identity/title';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readContext } from '../../../../src/core/figure/placing/context';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { plainDocument } from '../../support/text';

const CONTEXT: DocumentContext = {
  asOf: '2026-02-11',
  entity: 'HRB',
  fiscalYearEndMonth: 12,
  period: '2025Q4',
  document: { kind: 'release', role: 'source', reason: '' },
};

const figuresOf = (text: string, context: Partial<DocumentContext> = {}): readonly PlacedFigure[] =>
  readFigures(layOut(plainDocument(text)), { ...CONTEXT, ...context }, []).filter(({ cell }) => cell !== null);
const periods = (text: string, context: Partial<DocumentContext> = {}): readonly (readonly [string, string | null])[] =>
  figuresOf(text, context).map(({ quote, period }) => [quote, period]);

describe('the period of a cell', () => {
  test('is the one that its own words say, behind or before the number', () => {
    const text = [
      '| Metric | Harbour | Ledger |',
      '| --- | --- | --- |',
      '| Latest annual revenue | $4.81B (FY2025, ended Jan 31) | $9.22B (FY2024, ended Jul 31) |',
      '| Revenue guidance | FY2026: $5.4–5.5B | FY2025: $10.1B |',
      '| Net retention | 112% | 118% |',
    ].join('\n');
    expect(periods(text, { period: null })).toEqual([
      ['$4.81B', 'FY2025'],
      ['$9.22B', 'FY2024'],
      ['$5.4–5.5B', 'FY2026'],
      ['$10.1B', 'FY2025'],
      ['112%', null],
      ['118%', null],
    ]);
  });

  test.each([
    ['FY', '2026', '2027'],
    ['Year', '2026E', '2027E'],
    ['财年', '2026', '2027'],
  ])('is the one that a column headed %s says, wherever it stands', (head, first, second) => {
    const text = [
      `| Step | ${head} | Growth | Revenue (€bn) |`,
      '| --- | --- | --- | --- |',
      `| 1 | ${first} | 15.5% | 32.6 |`,
      `| 2 | ${second} | 11.6% | 36.4 |`,
    ].join('\n');
    const found = figuresOf(text).filter(({ quote }) => /[.%]/.test(quote));
    expect(found.map(({ quote, period }) => [quote, period])).toEqual([
      ['15.5%', 'FY2026'],
      ['32.6', 'FY2026'],
      ['11.6%', 'FY2027'],
      ['36.4', 'FY2027'],
    ]);
  });

  test('year to date runs to the quarter that the document reports', () => {
    const text = ['| | 3Q25 | YTD25 | YTD24 |', '| --- | --- | --- | --- |', '| Revenue (€m) | 310 | 905 | 880 |'].join(
      '\n',
    );
    expect(periods(text, { period: '2025Q3' })).toEqual([
      ['310', '2025Q3'],
      ['905', '9M-2025'],
      ['880', '9M-2024'],
    ]);
    expect(periods(text, { period: null }).map(([, period]) => period)).toEqual(['2025Q3', null, null]);
  });
});

describe('a column of changes', () => {
  test('is of the period that is compared, not of the one it is compared with', () => {
    const text = [
      '| | 4Q25 | 4Q24 | Variance vs 4Q24 | 3Q25 | Variance vs 3Q25 | FY25 | FY24 | Variance vs FY24 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| Revenue (US$ millions) | 877.1 | 912.8 | (3.9)% | 854.7 | 2.6% | 3,444.6 | 3,457.0 | (0.4)% |',
    ].join('\n');
    expect(periods(text).filter(([quote]) => quote.endsWith('%'))).toEqual([
      ['(3.9)%', '2025Q4'],
      ['2.6%', '2025Q4'],
      ['(0.4)%', 'FY2025'],
    ]);
  });

  test('is of the columns right before it, where several pairs stand side by side', () => {
    const text = [
      '| | Q3 25 | Q3 24 | % change | 9M 25 | 9M 24 | % change |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| Net sales (EUR m) | 310 | 290 | 6.9% | 905 | 880 | 2.8% |',
    ].join('\n');
    expect(periods(text).filter(([quote]) => quote.endsWith('%'))).toEqual([
      ['6.9%', '2025Q3'],
      ['2.8%', '9M-2025'],
    ]);
  });
});

describe('a column of changes beside two bases', () => {
  test('is of the newest quarter in both cases, also where only the second base stands right before it', () => {
    const text = [
      '| (EUR m) | 3Q25 | 3Q24 | % chg | 2Q25 | % chg | 9M25 | 9M24 | % chg |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| Fee income | 210 | 190 | 10.5% | 205 | 2.4% | 615 | 580 | 6.0% |',
    ].join('\n');
    expect(periods(text).filter(([quote]) => quote.endsWith('%'))).toEqual([
      ['10.5%', '2025Q3'],
      ['2.4%', '2025Q3'],
      ['6.0%', '9M-2025'],
    ]);
  });
});

describe('units that a row label says', () => {
  test('cents are hundredths, and what is no money counts its own scale', () => {
    const text = [
      '| | 4Q25 | 4Q24 |',
      '| --- | --- | --- |',
      '| Passenger miles (millions) | 6,682 | 6,263 |',
      '| Load factor | 86.3% | -0.4 p.p |',
      '| Unit revenue (US$ Cents) | 11.3 | 12.6 |',
      '| Dividend per share (pence) | 8.4 | 8.0 |',
      '| Revenue (US$ millions) | 877.1 | 912.8 |',
      '| Operating profit (US$ millions) | 204.2 | 214.3 |',
    ].join('\n');
    expect(figuresOf(text).map(({ low, unit, currency }) => [low, unit, currency])).toEqual([
      ['6682000000', 'count', null],
      ['6263000000', 'count', null],
      ['86.3', 'percent', null],
      ['0.4', 'percentage_points', null],
      ['0.113', 'money', 'USD'],
      ['0.126', 'money', 'USD'],
      ['0.084', 'per_share', 'GBP'],
      ['0.08', 'per_share', 'GBP'],
      ['877100000', 'money', 'USD'],
      ['912800000', 'money', 'USD'],
      ['204200000', 'money', 'USD'],
      ['214300000', 'money', 'USD'],
    ]);
  });
});

test('a metric in the corner is that of all rows, which say whose it is', () => {
  const text = [
    '| Profit after tax (₹ crore) | Q3FY26 | Q3FY25 |',
    '| --- | --- | --- |',
    '| Quay Bank | 3,446 | 3,305 |',
    '| Quay Securities | 431 | 448 |',
    '| Total | 3,877 | 3,753 |',
  ].join('\n');
  expect(figuresOf(text).map(({ quote, metric, entity }) => [quote, metric, entity])).toEqual([
    ['3,446', 'net_income', 'Quay Bank'],
    ['3,305', 'net_income', 'Quay Bank'],
    ['431', 'net_income', 'Quay Securities'],
    ['448', 'net_income', 'Quay Securities'],
    ['3,877', 'net_income', 'HRB'],
    ['3,753', 'net_income', 'HRB'],
  ]);
});

test('a letter to the exchanges is neither the title nor the subject', () => {
  const text = [
    'January 24, 2026',
    '',
    'BSE Limited                    National Stock Exchange of India Limited',
    'Corporate Relationship Dept    Exchange Plaza, Bandra (East)',
    'BSE Scrip Code: 500999         NSE Symbol:    QUAYBANK',
    '',
    'Dear Sirs,',
    '',
    'We enclose the release.',
    '',
    'Quay Harbour Bank Announces Results',
    '',
    'Profit after tax of Quay Harbour Bank for Q3FY26 was ₹ 4,924 crore, up 5%.',
  ].join('\n');
  const layout = layOut(plainDocument(text));
  expect(findTitle(layout, null)).toBe('Quay Harbour Bank Announces Results');
  expect(readContext(layout, {}).entity).toBe('QUAYBANK');
});

test.each(['the H100 equivalents', 'an H200 cluster'])('a model number is no half-year: %s', (words) => {
  const found = readFigures(
    layOut(plainDocument(`We run 100,000 of ${words} today.`)),
    { ...CONTEXT, period: null },
    [],
  );
  expect(found.map(({ period }) => period)).toEqual([null]);
});

describe('short periods', () => {
  test.each([
    ['| | 26Q1 | 25Q4末 |', '2026Q1', '2025Q4'],
    ['| | 3rd Qtr 2025 | 9 Mths 2025 |', '2025Q3', '9M-2025'],
    ['| | Year ended March 2026 | Year ended March 2025 |', 'FY2026', 'FY2025'],
  ])('heads %s', (head, first, second) => {
    const text = [head, '| --- | --- | --- |', '| Revenue (€m) | 310 | 290 |'].join('\n');
    const fiscalYearEndMonth = head.includes('March') ? 3 : 12;
    expect(periods(text, { fiscalYearEndMonth })).toEqual([
      ['310', first],
      ['290', second],
    ]);
  });
});

test('a column of units says what each row is in', () => {
  const text = [
    '| | Unit of measure | FY2026 | FY2025 |',
    '| --- | --- | --- | --- |',
    '| Revenue | $m | 4,979 | 5,255 |',
    '| Margin | % | 48.8 | 49.0 |',
  ].join('\n');
  expect(figuresOf(text).map(({ low, unit, currency }) => [low, unit, currency])).toEqual([
    ['4979000000', 'money', 'USD'],
    ['5255000000', 'money', 'USD'],
    ['48.8', 'percent', null],
    ['49', 'percent', null],
  ]);
});

test.each([
  ['Free cash flow was 684 million in the quarter.', 'money'],
  ['Revenue came from 3 million users.', 'count'],
  ['公司收入 17.69 亿，同比增长 12%。', 'money'],
])('a bare amount of a metric of money is money: %s', (text, unit) => {
  const [figure] = readFigures(layOut(plainDocument(text)), { ...CONTEXT, period: null }, []);
  expect(figure?.unit).toBe(unit);
});

test.each([
  [
    'The Board of Directors of Quay Harbour Bank Ltd reports the following:\n\nProfit of Quay Harbour Bank rose to $5m.',
    'Quay Harbour Bank',
  ],
  [
    "Good afternoon. I'm Ann from Harbourline's finance team and I welcome you to our third quarter 2025 earnings call.\n\nOur DPK platform grew. DPK customers chose DPK. DPK is where DPK works.",
    'Harbourline',
  ],
  ['# Financial review\n\nRevenue rose in Nigeria. Nigeria grew 20%. In Nigeria the currency fell.', null],
])('the subject of %s', (text, entity) => {
  expect(readContext(layOut(plainDocument(text)), {}).entity).toBe(entity);
});
