// Tables between two balances, heads that carry a unit or whose accounts they are, and labels whose numbers only describe.
import { describe, expect, it } from 'vitest';
import { html, type Kind, table, told } from './told';

const MOVEMENTS: readonly Kind[] = [
  {
    what: 'a row between two dated balances is of the year between them',
    body: `<p>Intangible assets (in thousands of euros)</p>${table([
      '| Goodwill | Software | Total',
      'At 1 January 2024 | 4,120 | 1,310 | 5,430',
      'Additions | 210 | 64 | 274',
      'At 31 December 2024 | 4,330 | 1,374 | 5,704',
      'Additions | 120 | 31 | 151',
      'At 31 December 2025 | 4,450 | 1,405 | 5,855',
    ])}`,
    holds: [
      ['210', '210000', 'money', 'EUR', 'FY2024'],
      ['5,704', '5704000', 'money', 'EUR', '2024-12-31'],
      ['31', '31000', 'money', 'EUR', 'FY2025'],
    ],
  },
  {
    what: 'what moved under heads of days moved in the year that ends then, and opened on its first day',
    body: `<p>Retirement obligation (in thousands of dollars)</p>${table([
      '| December 31, 2025 | December 31, 2024',
      'Balance, at 1 January | 1,911 | 1,415',
      'Remeasurement | 2,225 | 487',
      'Balance, end | 4,136 | 1,902',
    ])}`,
    holds: [
      ['1,911', '1911000', 'money', 'USD', '2025-01-01'],
      ['487', '487000', 'money', 'USD', 'FY2024'],
      ['4,136', '4136000', 'money', 'USD', '2025-12-31'],
    ],
  },
  {
    what: 'nine months between two balances',
    body: `<p>Provisions (in € millions)</p>${table([
      '| Legal | Other | Total',
      'Carrying amount at January 1, 2025 | 11 | 8 | 19',
      'Utilised | (3) | (1) | (4)',
      'Carrying amount at September 30, 2025 | 8 | 7 | 15',
    ])}`,
    holds: [['(3)', '-3000000', 'money', 'EUR', '9M-2025']],
  },
  {
    what: 'the day in the corner holds for columns of parts',
    body: `<p>Fair values</p>${table([
      'December 31, 2025 (Dollars in thousands) | Carrying amount | Level 1 | Level 2',
      'Cash | $ 130,600 | $ 130,600 | $ —',
      'Loans, net | 1,579,950 | — | 1,584,533',
    ])}`,
    holds: [['1,584,533', '1584533000', 'money', 'USD', '2025-12-31']],
  },
];

const HEADS: readonly Kind[] = [
  {
    what: 'periods with a unit and whose accounts they are',
    body: `<p>Administrative expenses</p>${table([
      '| Consolidated 2025 €000 | Consolidated 2024 €000',
      'Salaries and benefits | 2,212 | 2,918',
      'Employment taxes | 333 | 423',
    ])}`,
    holds: [['423', '423000', 'money', 'EUR', 'FY2024']],
  },
  {
    what: 'quarters with a space in them below their years',
    body: `<p>Quarters</p>${table([
      '| 2025 | | 2024 |',
      '(C$ millions) | Q 2 | Q 1 | Q 2 | Q 1',
      'Revenue | 458.1 | 427.0 | 424.1 | 391.4',
      'Other expense | 8.1 | 7.0 | 4.1 | 1.4',
    ])}`,
    holds: [['4.1', '4100000', 'money', 'CAD', '2024Q2']],
  },
];

const LABELS: readonly Kind[] = [
  {
    what: 'a rate, a price or a number of shares in a label is no unit of the row',
    body: `<p>Debt and equity (in thousands of dollars)</p>${table([
      '| 2025 | 2024',
      'Notes, interest rate 6.06%, due October 2035 | 175 | 174',
      'First dividend of $0.0133 per ordinary share | 602 | 599',
      'Common stock, 7,595,781 shares issued | 28,736 | 29,466',
      'Total equity | 29,513 | 30,239',
    ])}`,
    holds: [
      ['175', '175000', 'money', 'USD', 'FY2025'],
      ['599', '599000', 'money', 'USD', 'FY2024'],
      ['29,466', '29466000', 'money', 'USD', 'FY2024'],
    ],
  },
  {
    what: 'a price of one share keeps its own scale',
    body: `<p>Options (in thousands of dollars)</p>${table([
      '| 2025 | 2024',
      'Operating income | 1,363 | 1,299',
      'Weighted average exercise price | 12.50 | 11.75',
    ])}`,
    holds: [['12.50', '12.5', 'per_share', 'USD', 'FY2025']],
  },
  {
    what: 'the first of two currencies is that of the statement',
    body: `<p>(RMB and US$ in thousands, except for share data)</p>${table([
      '| 2025 | 2024',
      'Revenue | 4,120 | 3,310',
      'Net loss | (210) | (64)',
    ])}`,
    holds: [['(64)', '-64000', 'money', 'CNY', 'FY2024']],
  },
];

describe('a table', () => {
  it.each([...MOVEMENTS, ...HEADS, ...LABELS])('$what', ({ body, holds }) => {
    const found = told(html(body));
    for (const one of holds) expect(found).toContainEqual(one);
  });

  it('keeps the words of the row under heads of periods', () => {
    const { figures } = html(HEADS[0]?.body ?? '');
    expect(figures.map(({ metricLabel }) => metricLabel)).toEqual([
      'Salaries and benefits',
      'Salaries and benefits',
      'Employment taxes',
      'Employment taxes',
    ]);
  });
});
