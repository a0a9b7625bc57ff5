// Statements over pages and in narrow columns: what a table has from the one before it, whose money it is in, and what its rows count.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { plainDocument } from '../../../../src/core/document/plain';
import { html, type Kind, table, told } from './told';

const OF_PAGES: readonly Kind[] = [
  {
    what: 'a unit over no value, and a month behind its year',
    body: `<p>Statement of financial position</p>${table([
      '| 2025 June | £,000 | 2024 June | £,000',
      'Cash | 402 | | 301 |',
      'Trade receivables | 102 | | 91 |',
    ])}`,
    holds: [['301', '301000', 'money', 'GBP', '2024-06']],
  },
  {
    what: 'the day that the paragraph above says of parts',
    body: `<p>We have commitments under several agreements and leases, some of which run for many years and may be ended early on payment of a fee. The following table summarises what we owe as of December 31, 2025.</p>${table(
      ['In £’000 | Total | Within a year | Later', 'Loans | 129 | 27 | 102', 'Leases | 35 | 8 | 27'],
    )}`,
    holds: [['102', '102000', 'money', 'GBP', '2025-12-31']],
  },
  {
    what: 'a scale with a comma for its apostrophe, and one with an opening quote',
    body: `<p>Statement of income</p>${table(['| 2025 £,000 | 2024 £,000', 'Revenue | 1,402 | 1,301', 'Costs | 402 | 301'])}
<p>Share capital</p>${table(['| Number of shares ‘000 | Amount USD ‘000', 'At 1 January 2025 | 84,000 | 42,000', 'Issued in the year | 1,000 | 500', 'At 31 December 2025 | 85,000 | 42,500'])}`,
    holds: [
      ['1,402', '1402000', 'money', 'GBP', 'FY2025'],
      ['84,000', '84000000', 'count', null, '2025-01-01'],
      ['42,500', '42500000', 'money', 'USD', '2025-12-31'],
    ],
  },
  {
    what: 'renminbi is no ringgit in billions',
    body: `<p>Statements of income (RMB in thousands)</p>${table(['| 2025 | 2024', 'Revenue | 50,298 | 41,301', 'Costs | 15,960 | 12,301'])}`,
    holds: [['15,960', '15960000', 'money', 'CNY', 'FY2025']],
  },
  {
    what: 'a day that opens the caption of a balance sheet',
    body: `<p>Statement of Financial Position</p><p>At 31 December 2025</p>${table(['| 2025 £’000 | 2024 £’000', 'Cash | 1,046 | 886', 'Total assets | 7,241 | 5,901'])}`,
    holds: [['886', '886000', 'money', 'GBP', '2024-12-31']],
  },
  {
    what: 'a year alone in its row holds for all groups below it',
    body: `<p>Property and plant</p>${table([
      'Company | Vehicles £’000 | Office £’000 | Total £’000',
      '2025 | | |',
      'Cost | | |',
      'At 1 January | 277 | 526 | 803',
      'Additions | 60 | 12 | 72',
      'At 31 December | 337 | 538 | 875',
      'Accumulated depreciation | | |',
      'At 1 January | 65 | 38 | 103',
      'Charge for the year | 18 | 7 | 25',
      'At 31 December | 83 | 45 | 128',
      '2024 | | |',
      'Cost | | |',
      'At 1 January | 177 | 426 | 603',
      'Additions | 100 | 100 | 200',
      'At 31 December | 277 | 526 | 803',
      'Accumulated depreciation | | |',
      'At 1 January | 50 | 30 | 80',
      'Charge for the year | 15 | 8 | 23',
      'At 31 December | 65 | 38 | 103',
    ])}`,
    holds: [
      ['25', '25000', 'money', 'GBP', 'FY2025'],
      ['23', '23000', 'money', 'GBP', 'FY2024'],
      ['80', '80000', 'money', 'GBP', '2024-01-01'],
    ],
  },
  {
    what: 'days over years, with a change between them',
    body: `<p>Statements of income (in thousands)</p>${table([
      '| Three Months Ended | | | |',
      '| September 30, | June 30, | Percentage | September 30, | Percentage',
      '| 2025 | 2025 | Change | 2024 | Change',
      'Interest income | $ 22,163 | $ 22,069 | 0.4 % | $ 20,851 | 6.3 %',
      'Salaries | 12,163 | 12,069 | 0.8 % | 10,851 | 12.1 %',
      'Rent | 1,163 | 1,069 | 8.8 % | 851 | 36.7 %',
    ])}`,
    holds: [
      ['12,163', '12163000', 'money', 'USD', '2025Q3'],
      ['10,851', '10851000', 'money', 'USD', '2024Q3'],
    ],
  },
  {
    what: 'a second change is of the newest day, not of the nearest',
    body: `<p>Problem assets</p>${table([
      '($ in thousands) | September 30, 2025 | June 30, 2025 | % Change | September 30, 2024 | % Change',
      'Non-accrual loans | 165,632 | 174,153 | (5) | 162,834 | 2',
      'Foreclosed property | 15,632 | 14,153 | 10 | 12,834 | 22',
    ])}`,
    holds: [['22', '22', 'percent', null, '2025-09-30']],
  },
  {
    what: 'a scale in the corner above the first group',
    body: `<p>Average balances</p>${table([
      '| Three months ended | | |',
      '($ in thousands) | September 30, 2025 | | June 30, 2025 |',
      'Earning assets: | Balance | Yield | Balance | Yield',
      'Loans | 19,951,853 | 6.14 % | 19,489,400 | 6.11 %',
      'Deposits with banks | 1,113,274 | 4.34 % | 1,102,579 | 4.37 %',
    ])}`,
    holds: [['1,102,579', '1102579000', 'money', 'USD', '2025Q2']],
  },
  {
    what: 'rows that go on behind the title of a group',
    body: `<p>Other current assets (in thousands)</p>${table([
      '| August 3, 2025 | February 2, 2025',
      'Prepaid expenses | $ 162,710 | $ 147,680',
      'Forward contracts | 714 | 76,848',
    ])}<p>Property and equipment, net:</p>${table(['Land | $ 78,421 | $ 74,461', 'Buildings | 28,588 | 27,655'])}`,
    holds: [['27,655', '27655000', 'money', 'USD', '2025-02-02']],
  },
  {
    what: 'the same heads again on the next page',
    body: `<h2>Results by quarter</h2><p>(Expressed in US millions)</p>${table([
      '| Q1 2025 | Q2 2025 | Q3 2025',
      'Revenue | 1,402 | 1,507 | 1,611',
      'Costs | 402 | 507 | 611',
    ])}<p>4</p>${table(['| Q1 2025 | Q2 2025 | Q3 2025', 'Net income | 302 | 407 | 511', 'Dividends paid | 21 | 22 | 23'])}`,
    holds: [['407', '407000000', 'money', null, '2025Q2']],
  },
  {
    what: 'equity: the columns tell shares from money, the rows what happened to both',
    body: `<p>Statements of changes in shareholders' equity</p><p>(Expressed in Canadian dollars)</p>${table([
      '| Number of shares | Amount | Deficit | Total',
      'Balance, November 30, 2029 | 19,349,500 | $ 1,218,766 | $ (615,184) | $ 603,582',
      'Shares issued for warrants | 910,300 | 187,120 | - | 187,120',
      'Stock-based compensation | - | 92,091 | - | 92,091',
      'Balance, November 30, 2030 | 20,259,800 | $ 1,497,977 | $ (615,184) | $ 882,793',
    ])}`,
    holds: [
      ['910,300', '910300', 'count', null, 'FY2030'],
      ['187,120', '187120', 'money', 'CAD', 'FY2030'],
      ['92,091', '92091', 'money', 'CAD', 'FY2030'],
    ],
  },
  {
    what: 'securities that would dilute are counted in full',
    body: `<p>Note 4 (in millions of euros)</p><p>Potential dilutive securities that were left out because they are anti-dilutive:</p>${table(
      ['| 2025 | 2024', 'Stock options | 930,629 | 859,398', 'Exchangeable notes | 2,911,500 | 2,911,500'],
    )}`,
    holds: [['2,911,500', '2911500', 'count', null, 'FY2025']],
  },
  {
    what: 'numbers of places under days whose years stand over empty columns',
    body: `<p>Our amounts are in thousands.</p>${table([
      '| August 3, | | February 2, |',
      'Number of stores by market | 2025 | | 2025 |',
      'Canada | | 72 | | 71',
      'Japan | | 20 | | 19',
    ])}`,
    holds: [['20', '20', 'count', null, '2025-08-03']],
  },
  {
    what: 'a unit that no list has, said in a column of units',
    body: table([
      'Particulars | Unit | Q3 FY26 | Q3 FY25',
      'Total sales | MMT | 14.45 | 13.69',
      'Profit after tax | ₹ crore | 7,545 | 4,649',
    ]),
    holds: [
      ['13.69', '13.69', 'other', null, '2025Q3'],
      ['4,649', '46490000000', 'money', 'INR', '2025Q3'],
    ],
  },
  {
    what: 'earnings per share whose name stands on the page before',
    body: `<p>(₹ in lakhs)</p>${table([
      'Particulars | 31-Dec-25 | 31-Dec-24',
      'Total income | 10,831.92 | 10,731.92',
      '(b) Diluted | 0.03 | 0.07',
    ])}`,
    holds: [['0.07', '0.07', 'per_share', 'INR', '2024-12-31']],
  },
  {
    what: 'a reconciliation of earnings per share in a document that counts in millions',
    body: `${table(['(in millions of dollars) | Q3 2025 | Q2 2025', 'Revenue | 401 | 402', 'Net income | 21 | 22'])}
      <h3>Reconciliation of diluted EPS to adjusted EPS</h3>${table([
        '| Q3 2025 | Q2 2025',
        'Add: write-downs | 3.51 | 0.07',
        'Add: plan costs | 0.01 | 0.05',
      ])}`,
    holds: [['3.51', '3.51', 'per_share', 'USD', '2025Q3']],
  },
  {
    what: 'the letter of a note in brackets is no scale',
    body: `<p>Averages (in thousands)</p>${table([
      '| 2025 | 2024',
      'Taxable securities (B) | 401 | 402',
      '(b) Loans | 21 | 22',
    ])}`,
    holds: [
      ['402', '402000', 'money', null, 'FY2024'],
      ['22', '22000', 'money', null, 'FY2024'],
    ],
  },
  {
    what: 'dollars of a prospectus that names the laws of other countries for its sale there',
    body: `<p>This document is no prospectus under the Corporations Act 2001.</p><p>(in thousands)</p>${table([
      '| 2025 | 2024',
      'Revenue | $ 401 | $ 402',
      'Net income | $ 21 | $ 22',
    ])}`,
    holds: [['$402', '402000', 'money', 'USD', 'FY2024']],
  },
  {
    what: 'money of a statement without a sign, in the currency of the others',
    body: `${table(['£m | 2025 | 2024', 'Revenue | 401 | 402', 'Profit | 21 | 22'])}<p>Turning to what we own, we sold two depots this year and bought none at all, as the board had planned in the spring.</p>${table(
      ['| 2025 | 2024', 'Net assets | 1,080,736 | 1,568,677', 'Total equity | 1,080,736 | 1,568,677'],
    )}`,
    holds: [['1,568,677', '1568677', 'money', 'GBP', 'FY2024']],
  },
  {
    what: 'quarters and months ended over days over years, each group over its share of the columns',
    body: `<p>Earnings (in millions)</p>${table([
      '| | Quarters Ended | | Nine Months Ended |',
      '| September 28, | September 29, | September 28, | September 29,',
      '| 2025 | 2024 | 2025 | 2024',
      'Net sales | 18,609 | 17,104 | 54,727 | 52,421',
      'Net earnings | $ 1,619 | $ 1,623 | $ 3,673 | $ 4,809',
    ])}`,
    holds: [
      ['$1,619', '1619000000', 'money', 'USD', '2025Q3'],
      ['$3,673', '3673000000', 'money', 'USD', '9M-2025'],
      ['$4,809', '4809000000', 'money', 'USD', '9M-2024'],
    ],
  },
  {
    what: 'pesos whose sign a font prints in two letters',
    body: table(['| 2024 | 2023', 'Cash | P=17,299,358 | P=29,984,998', 'Retained earnings | 20,824,799 | 44,421,430']),
    holds: [['44,421,430', '44421430', 'money', 'PHP', 'FY2023']],
  },
  {
    what: 'numbers grouped by commas between words of another language',
    body: `<p>Resultaträkning för året, enligt bolaget och analytikerna</p>${table([
      'DKKm | 2023 | 2024',
      'Omsättning | 126,946 | 140,800',
      'Kostnad för sålda varor | -20,932 | -23,658',
    ])}`,
    holds: [['126,946', '126946000000', 'money', 'DKK', 'FY2023']],
  },
  {
    what: 'years of the Republic of China, in thousands of its dollars',
    body: `<h2>資產負債表</h2><p>單位：新台幣千元</p>${table([
      '項目 | 113.12.31 | 112.12.31',
      '存貨 | $ 1,733 | 2,613',
      '應收帳款 | 5,733 | 6,613',
    ])}<p>綜合損益表</p><p>單位：新台幣千元</p>${table([
      '項目 | 113年度 | 112年度',
      '營業收入 | 91,733 | 92,613',
      '營業成本 | 51,733 | 61,613',
    ])}`,
    holds: [
      ['6,613', '6613000', 'money', 'TWD', '2023-12-31'],
      ['92,613', '92613000', 'money', 'TWD', 'FY2023'],
    ],
  },
];

describe('a statement', () => {
  it.each(OF_PAGES)('$what', ({ body, holds }) => {
    const found = told(html(body));
    for (const one of holds) expect(found).toContainEqual(one);
  });

  it('names changes in equity by their rows', () => {
    const { figures } = html(OF_PAGES.find(({ what }) => what.startsWith('equity'))?.body ?? '');
    expect(figures.find(({ quote }) => quote === '92,091')?.metricLabel).toBe('Stock-based compensation');
  });

  it('lends no heads over a sentence, a unit or another number of columns', () => {
    const first = table(['| 2025 | 2024', 'Revenue | 401 | 402', 'Profit | 21 | 22']);
    const periods = (between: string, rows: readonly string[]) =>
      html(`${first}${between}${table(rows)}`).layout.tables[1]?.heads.length;
    const rows = ['Alpha | 1,200 | 1,300', 'Beta | 2,400 | 2,500'];
    expect(periods('<p>Assets:</p>', rows)).toBe(1);
    expect(periods('<p>The board approved the accounts.</p>', rows)).toBe(0);
    expect(periods('<p>Deposits in € thousand</p>', rows)).toBe(0);
    expect(periods('<p>Assets:</p>', ['Alpha | 1,200 | 1,300 | 7', 'Beta | 2,400 | 2,500 | 8'])).toBe(0);
  });

  it('lends no currency to a table whose own rows name another', () => {
    const { figures } = html(
      `${table(['$m | 2025 | 2024', 'Revenue | 401 | 402', 'Profit | 21 | 22'])}<p>The same year by the accounts that we file at home, where the group was founded and is still listed:</p>${table(
        ['| 2025 | 2024', 'Revenue | 44,490 | 40,986', 'Net profit | 7,375 | 6,516', 'Basic EPS (₹) | 17.76 | 15.71'],
      )}`,
    );
    expect(figures.find(({ quote }) => quote === '44,490')).toMatchObject({ unit: 'money', currency: null });
  });

  it('leaves bare numbers of peers and of operations without a currency', () => {
    const { figures } = html(
      `${table(['$m | 2025 | 2024', 'Revenue | 401 | 402', 'Profit | 21 | 22'])}<p>Our people and places, counted at the end of each year as the group does:</p>${table(
        ['| 2025 | 2024', 'Depots | 1,112 | 1,014', 'Parcels a day | 2,512 | 2,514'],
      )}`,
    );
    expect(figures.find(({ quote }) => quote === '1,112')?.currency).toBeNull();
  });
});

const TIGHT = `Northern Ferries Inc. second quarter 2025 results

   Three Months Ended June 30, Six Months Ended June 30,
     2025 2024 2025 2024
   (In millions, except per share amounts)
   Numerator:
   Net income (loss) $ 1,261  $ 1,128  $ 2,548  $ 2,016
   Denominator:
   Weighted average shares of common stock - basic 969  1,042  977  1,053
   Net income (loss) per share:
   Basic $ 1.30  $ 1.08  $ 2.61  $ 1.91
   Diluted $ 1.29  $ 1.08  $ 2.58  $ 1.90
`;

const UNITS_BELOW = `Harbour Foods annual report

     CONSOLIDATED BALANCE SHEET

                                                                    2016           2015
     As at 30 June, 2016                                  Notes       $’000         $’000
     Current assets
     Cash and cash equivalents                                      120,251       109,521
     Trade and other receivables                             5      220,251       209,521
     Inventories                                             6      320,251       309,521
     Total current assets                                           660,753       628,563
`;

const stacked = (cells: readonly string[]): string => `# Results of Lakeside Radio\n\n${cells.join('\n\n')}\n`;
const COLUMNS = ['Three Months EndedSeptember 30,', 'Nine Months EndedSeptember 30,', '2024', '2023', '2024', '2023'];
const SIDE_BY_SIDE = [
  'Year ended',
  'Three months ended',
  'December 31,',
  'December 31,',
  '2023',
  '2022',
  '2023',
  '2022',
];
const BODY = [
  'Revenues:',
  'Subscriptions',
  '2,033',
  '2,673',
  '6,649',
  '8,063',
  'Advertising',
  '87',
  '94',
  '294',
  '223',
];
const TOTAL = ['Total revenues', '2,121', '2,767', '6,943', '8,287'];
const GLUED = stacked(['(in thousands of US dollars)', ...COLUMNS, ...BODY, ...TOTAL]);
const SHARED = stacked([
  '(Dollars in millions, except per share data) (unaudited)',
  'Nine Months EndedSeptember 30,2025',
  'Nine Months EndedSeptember 30,2024',
  'Increase/(Decrease)',
  'Net interest income',
  '$',
  '144.37',
  '$',
  '107.10',
  '$',
  '37.27',
  '35%',
  'Wealth management fees',
  '47.18',
  '45.98',
  '1.20',
  '3',
  'Capital markets activity',
  '2.16',
  '2.30',
  '(0.14)',
  '(6)',
]);
const BESIDE = stacked(['(in thousands of US dollars)', ...SIDE_BY_SIDE, ...BODY, ...TOTAL]);

describe('a statement in plain text', () => {
  it.each([
    ['values one space behind their labels', TIGHT, ['$1,261', '1261000000', 'money', 'USD', '2025Q2']],
    ['a small value behind its label', TIGHT, ['969', '969000000', 'count', null, '2025Q2']],
    ['values a share', TIGHT, ['$1.90', '1.9', 'per_share', 'USD', '2024H1']],
    ['one cell a line, heads above a group', GLUED, ['8,063', '8063000', 'money', 'USD', '9M-2023']],
    ['one cell a line, the first column', GLUED, ['2,121', '2121000', 'money', 'USD', '2024Q3']],
    ['one cell a line, lengths beside each other', BESIDE, ['8,287', '8287000', 'money', 'USD', '2022Q4']],
    ['one cell a line, the year beside the quarter', BESIDE, ['2,033', '2033000', 'money', 'USD', 'FY2023']],
    ['one cell a line, a head over two columns', SHARED, ['47.18', '47180000', 'money', 'USD', '9M-2025']],
    ['one cell a line, the second period', SHARED, ['2.30', '2300000', 'money', 'USD', '9M-2024']],
    ['units in a row of their own', UNITS_BELOW, ['309,521', '309521000', 'money', 'USD', '2015-06-30']],
  ] as const)('%s', (_, text, holds) => {
    expect(told(analyse(plainDocument(text)))).toContainEqual(holds);
  });

  it('leaves amounts in a label where they are', () => {
    const text = `Balances\n\n                                        2025      2024\nLess allowance of $1,200 and $1,300      5,000     4,000\nCommon stock, outstanding 12,345,678     123       120\nOther assets                             7,100     6,100\n`;
    const labels = analyse(plainDocument(text)).figures.map(({ metricLabel }) => metricLabel);
    expect(labels).toContain('Less allowance of $1,200 and $1,300');
  });
});
