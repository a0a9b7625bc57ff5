// Tables as filings, releases and their PDFs print them: heads apart from their rows, groups of periods, balances of a day, units said elsewhere.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { markdownParser } from '../../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../../src/main/imports/source';
import { html, type Kind, table, told } from './told';

const KINDS: readonly Kind[] = [
  {
    what: 'heads that a converter left in a table of their own above the first group',
    body: `<h2>Condensed balance sheets</h2><p>(in millions, except share amounts)</p>${table([
      '| As of | As of',
      '| December 31, 2024 | March 31, 2025',
    ])}<p>(unaudited)</p><h3>Assets</h3><p>Current assets:</p>${table([
      'Cash and cash equivalents | $ 2,045 | $ 2,086',
      'Marketable securities | 1,804 | 1,384',
      'Inventory | 117 | 136',
    ])}`,
    holds: [
      ['1,384', '1384000000', 'money', 'USD', '2025-03-31'],
      ['117', '117000000', 'money', 'USD', '2024-12-31'],
    ],
  },
  {
    what: 'heads in a line of words above the rows',
    body: `<h2>Cash flows</h2><p>(in thousands)</p><p>Nine Months Ended September 30, 2025 2024</p><p>Operating activities</p>${table(
      ['Net income | $ 6,363 | $ 5,162', 'Depreciation | 583 | 518', 'Deferred taxes | (41) | 62'],
    )}`,
    holds: [
      ['583', '583000', 'money', 'USD', '9M-2025'],
      ['518', '518000', 'money', 'USD', '9M-2024'],
    ],
  },
  {
    what: 'periods that head groups of rows, the first right below the heads',
    body: `<p>Segment results</p>${table([
      '(In millions) | Payments | Lending | Total',
      'Three Months Ended September 30, 2025 | | |',
      'Revenue | $ 554 | $ 572 | $ 1,126',
      'Operating income | 160 | 140 | 300',
      'Nine Months Ended September 30, 2025 | | |',
      'Revenue | $ 1,612 | $ 1,534 | $ 3,146',
      'Operating income | 516 | 424 | 940',
    ])}`,
    holds: [
      ['300', '300000000', 'money', 'USD', '2025Q3'],
      ['940', '940000000', 'money', 'USD', '9M-2025'],
    ],
  },
  {
    what: 'years as rows of a group, below a head that says how long they are',
    body: `<p>Segments</p>${table([
      '| Nine Months Ended September 30, | |',
      '(In millions) | Payments | Total',
      'Total revenue: | |',
      '2025 | $ 2,111 | $ 3,886',
      '2024 | 2,028 | 3,750',
    ])}`,
    holds: [['3,750', '3750000000', 'money', 'USD', '9M-2024']],
  },
  {
    what: 'an average of shares in the scale that the unit line takes shares out of',
    body: `<p>Millions of U.S. dollars (except share data)</p>${table([
      '| Three months ended September 30, 2025 | Three months ended September 30, 2024',
      'Net income | 890 | 573',
      'Weighted average diluted share count | 322 | 326',
    ])}`,
    holds: [['326', '326000000', 'count', null, '2024Q3']],
  },
  {
    what: 'rows of balances, each of its own day',
    body: `<p>(expressed in thousands of US dollars, except number of shares)</p>${table([
      '| Shares | Capital | Deficit',
      '| # | $ | $',
      'Balance, December 31, 2024 | 8,454,200 | 89,745 | (60,271)',
      'Exercise of options | 156,100 | 197 | —',
      'Balance – June 30, 2025 (Note 3) | 8,610,300 | 89,942 | (64,184)',
    ])}`,
    holds: [
      ['(64,184)', '-64184000', 'money', 'USD', '2025-06-30'],
      ['89,745', '89745000', 'money', 'USD', '2024-12-31'],
      ['8,610,300', '8610300', 'count', null, '2025-06-30'],
    ],
  },
  {
    what: 'years below a line that says as of which day they are',
    body: `<p>Working capital as at March 31 was as follows (in thousands of US dollars):</p>${table([
      '| 2025 | 2024',
      'Current assets | 274,969 | 254,624',
      'Current liabilities | 92,883 | 76,992',
    ])}`,
    holds: [['92,883', '92883000', 'money', 'USD', '2025-03-31']],
  },
  {
    what: 'a head over the labels that says how long the years are',
    body: table([
      'Six months ended 30 June (£m unless otherwise stated) | 2025 | 2024',
      'Revenue | 110.9 | 127.1',
      'Order intake | 112.7 | 87.9',
    ]),
    holds: [
      ['110.9', '110900000', 'money', 'GBP', '2025H1'],
      ['87.9', '87900000', 'money', 'GBP', '2024H1'],
    ],
  },
  {
    what: 'months of a fiscal year by their first and last',
    body: `<p>Results for the year ended March 31, 2025 and the nine months</p>${table([
      '| 2025-26 | 2024-25 | 2025-26 | 2024-25',
      'Particulars | Oct-Dec | Oct-Dec | Apr-Dec | Apr-Mar',
      'Profit after tax (₹ crores) | 754 | 464 | 2,011 | 1,327',
      'Interest (₹ crores) | 36 | 42 | 115 | 188',
    ])}`,
    holds: [
      ['754', '7540000000', 'money', 'INR', '2026Q3'],
      ['464', '4640000000', 'money', 'INR', '2025Q3'],
      ['2,011', '20110000000', 'money', 'INR', '9M-2026'],
      ['1,327', '13270000000', 'money', 'INR', 'FY2025'],
    ],
  },
  {
    what: 'twelve months that end in September make the fiscal year',
    body: table([
      'CONSOLIDATED STATEMENTS OF OPERATIONS - USD ($) shares in Thousands, $ in Millions | 12 Months Ended | 12 Months Ended',
      '| Sep. 28, 2024 | Sep. 30, 2023',
      'Net sales | $ 39,103 | $ 38,328',
      'Weighted average shares used in per share computation | 15,343 | 15,744',
    ]),
    holds: [
      ['$39,103', '39103000000', 'money', 'USD', 'FY2024'],
      ['15,744', '15744000', 'count', null, 'FY2023'],
    ],
  },
  {
    what: 'a group that says its rows are in percent',
    body: table([
      '($m) | 30 Jun 2025 | 31 Mar 2025',
      'Total capital | 62,531 | 61,221',
      'Minimum ratios including buffers (%) | |',
      'Common equity | 9.3 | 9.2',
      'Tier 1 | 10.8 | 10.7',
    ]),
    holds: [['10.8', '10.8', 'percent', null, '2025-06-30']],
  },
  {
    what: 'days as 31-Dec-25 below how long they end',
    body: `<p>Year ended March 31, 2025</p>${table([
      '| For the quarter ended | For the quarter ended | For the nine months ended',
      'Particulars (₹ in lakhs) | 31-Dec-25 | 30-Sep-25 | 31-Dec-25',
      '| (Un-audited) | (Un-audited) | (Un-audited)',
      'Profit before tax | 491.33 | 350.51 | 1,262.59',
      'Total expenses | 4,364.43 | 4,144.22 | 12,895.62',
    ])}`,
    holds: [
      ['350.51', '35051000', 'money', 'INR', '2026Q2'],
      ['1,262.59', '126259000', 'money', 'INR', '9M-2026'],
    ],
  },
  {
    what: 'rows that a converter cut off their table go on under its heads',
    body: `<p>(Unit: NT$ million)</p>${table(['| 1Q25 | 1Q24', 'Net sales | 592,644 | 508,633', 'Gross profit | 314,505 | 286,500'])}${table(['Income before tax | 266,543 | 244,275', 'Net income | 225,485 | 206,987'])}`,
    holds: [['206,987', '206987000000', 'money', 'TWD', '2024Q1']],
  },
  {
    what: 'heads that lack the empty cell over the labels',
    body: table([
      '1st Qtr 2025 | 1st Qtr 2024 | % chg |',
      'Selected income statement items (S$m) | | |',
      'Total income | 5,905 | 5,557 | 6',
      'Non-interest income | 401 | 388 | 3',
    ]),
    holds: [
      ['401', '401000000', 'money', 'SGD', '2025Q1'],
      ['5,557', '5557000000', 'money', 'SGD', '2024Q1'],
    ],
  },
  {
    what: 'a label on the line above its values',
    body: `<p>Borrowings (in millions)</p>${table([
      '| June 30, 2025 | December 31, 2024',
      'Argentina | |',
      '| $ 155 | $ 208',
      'Brazil | |',
      '| 120 | 123',
    ])}`,
    holds: [['123', '123000000', 'money', 'USD', '2024-12-31']],
  },
];

describe('a table of a filing', () => {
  it.each(KINDS)('$what', ({ body, holds }) => {
    const found = told(html(body));
    for (const one of holds) expect(found).toContainEqual(one);
  });

  it('names a row of values by the label on the line above it', () => {
    const { figures } = html(KINDS.at(-1)?.body ?? '');
    expect(figures.find(({ quote }) => quote === '123')?.metricLabel).toBe('Brazil');
  });

  it('never takes the sign over a column for the label of a total without one', () => {
    const { figures } = html(
      table(['| 2025 | 2024', '| $ | $', 'Wages | 3,615 | 1,953', 'Hosting | 939 | 694', '| 4,554 | 2,647']),
    );
    expect(figures.find(({ quote }) => quote === '4,554')?.metricLabel ?? '').not.toBe('$');
  });

  it('keeps a group of rows whose heads stand in a line above it whole, and text above as it is', () => {
    const { layout } = html(
      `<p>The board approved the accounts on 3 May 2025 and 4 people left.</p>${table(['Alpha | 1,200 | 1,300', 'Beta | 2,400 | 2,500'])}`,
    );
    expect(layout.tables).toHaveLength(1);
    expect(layout.tables[0]?.heads).toEqual([]);
    expect(layout.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(1);
  });
});

describe('dollars of a place', () => {
  it.each([
    ['All amounts are expressed in thousands of Canadian dollars.', 'CAD'],
    ['The statements are presented in New Zealand dollars, the functional currency. Some debts are in US$.', 'NZD'],
    ['Prepared in accordance with SFRS(I) 1-34.', 'SGD'],
    ['Amounts are presented in U.S. dollars; a subsidiary reports in Canadian funds.', 'USD'],
  ])('%s', (sentence, code) => {
    const text = `# Report\n\n${sentence}\n\n| $m | 2025 | 2024 |\n| --- | --- | --- |\n| Revenue | 110 | 127 |\n`;
    const { figures } = analyse(markdownParser.parse(sourceOf(new TextEncoder().encode(text), 'note.md')));
    expect(figures.find(({ quote }) => quote === '110')?.currency).toBe(code);
  });
});

describe('a grid of sensitivities below the projections of one table', () => {
  it('is a table of its own: no scale and no year of the rows above', () => {
    const { figures } = html(
      `<p>Projections ($M)</p>${table([
        'Metric | FY2025E | FY2026E | FY2027E',
        'Revenue | 23,601 | 25,785 | 32,188',
        'EBITDA | 3,937 | 5,569 | 6,920',
        'Sensitivity — WACC × terminal growth (implied share price) | | |',
        'TGR \\ WACC | 7.5% | 8.0% | 8.5%',
        '2.5% | $154 | $140 | $128',
        '3.0% | $169 | $152 | $138',
      ])}`,
    );
    const one = figures.find(({ quote }) => quote === '$140');
    expect([one?.low, one?.period]).toEqual(['140', null]);
    expect(one?.metricLabel ?? '').toMatch(/share price/i);
  });
});
