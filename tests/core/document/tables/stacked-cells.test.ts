// Tables pasted with a cell a line: told by their beat, read like any other.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../support/text';

const RELEASE = `Tarn Valley Foods Inc. Reports Second Quarter 2025 Results

Three months ended June 30,

2025
2024
Change
Change
$
$
$
%
Dairy
12,410

10,200

2,210

21.7
%
Bakery
3,905

4,110

(205
)
(5.0)
%
Total revenue
16,315

14,310

2,005

14.0
%

(in thousands of US dollars)
`;

const rowsOf = (text: string) =>
  layOut(plainDocument(text)).tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)));

describe('cells one below the other', () => {
  it('are rows under stacked heads, with signs put back to their numbers', () => {
    const [table] = rowsOf(RELEASE);
    expect(table?.map(([label]) => label)).toEqual(['Dairy', 'Bakery', 'Total revenue']);
    const figures = analyse(plainDocument(RELEASE)).figures.filter(({ cell }) => cell !== null);
    const read = figures.map(({ metric, low, unit, period, direction }) => [metric, low, unit, period, direction]);
    expect(read).toContainEqual(['revenue', '16315000', 'money', '2025Q2', null]);
    expect(read).toContainEqual(['revenue', '14310000', 'money', '2024Q2', null]);
    expect(read).toContainEqual(['revenue_growth', '14', 'percent', '2025Q2', 'up']);
  });

  it('are facts where each label has one value and the list is long enough', () => {
    const facts = 'Market cap\n$512M\nP/E\n14.2x\nDividend yield\n2.1%\nBeta\n1.3\nShares outstanding\n40.1M\n';
    expect(rowsOf(facts)).toEqual([
      [
        ['Market cap', '$512M'],
        ['P/E', '14.2x'],
        ['Dividend yield', '2.1%'],
        ['Beta', '1.3'],
        ['Shares outstanding', '40.1M'],
      ],
    ]);
  });

  it.each([
    [
      'prose with a number on its own line',
      'The year was good\n2024\nand the next will be better than the last one.\n',
    ],
    [
      'sentences between numbers',
      'Sales rose to a record.\n12\nCosts fell again.\n14\nMargins held.\n15\nCash grew.\n16\nDebt fell.\n17\n',
    ],
    ['a list of two facts', 'Market cap\n$512M\nP/E\n14.2x\n'],
  ])('are none: %s', (_, text) => {
    expect(rowsOf(text)).toEqual([]);
  });

  it('go on behind a sum that has no label, under days that stand side by side', () => {
    const text =
      'Condensed balance sheet\n\nSeptember 30,\nDecember 31,\n2025\n2024\nCash\n120\n110\nReceivables\n80\n70\n200\n180\nGoodwill\n45\n47\nOther assets\n5\n6\n250\n233\n';
    const { tables } = layOut(plainDocument(text));
    expect(tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['Cash', '120', '110'],
      ['Receivables', '80', '70'],
      ['200', '180'],
      ['Goodwill', '45', '47'],
      ['Other assets', '5', '6'],
      ['250', '233'],
    ]);
    expect(tables[0]?.heads.map((row) => row.map(({ column, text: head }) => [column, head]))).toEqual([
      [
        [1, 'September 30,'],
        [2, 'December 31,'],
      ],
      [
        [1, '2025'],
        [2, '2024'],
      ],
    ]);
  });

  it('keep their heads above names of groups and the unit of all', () => {
    const text = [
      'Tarn Valley Foods Inc.',
      'Balance sheets',
      'As of',
      'As of',
      'June 30, 2025',
      'December 31, 2024',
      'U.S. dollars in thousands',
      'Assets',
      'Current assets:',
      'Cash',
      '$',
      '15,635',
      '$',
      '19,173',
      'Restricted cash',
      '99',
      '102',
      'Other receivables',
      '531',
      '842',
      'Total assets',
      '16,265',
      '20,117',
      '',
    ].join('\n\n');
    const figures = analyse(plainDocument(text)).figures.filter(({ cell }) => cell !== null);
    const read = figures.map(({ metricLabel, low, period }) => [metricLabel, low, period]);
    expect(read).toContainEqual(['Other receivables', '842000', '2024-12-31']);
    expect(read).toContainEqual(['Cash', '15635000', '2025-06-30']);
  });

  it('go on behind a label of two lines of words', () => {
    const long =
      'Accounts receivable, net of allowances of $13,264 as of September 30, 2024 and $23,326 as of December 31, 2023, respectively';
    const text = [
      'Cash',
      '15,635',
      '19,173',
      'Goods',
      '99',
      '102',
      long,
      '531',
      '842',
      'Total',
      '16,265',
      '20,117',
      '',
    ].join('\n\n');
    expect(rowsOf(text)).toHaveLength(1);
  });
});
