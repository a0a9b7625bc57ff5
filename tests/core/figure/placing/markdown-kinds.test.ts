// Tables of Markdown as converters write them: numbered rows, units beside rows, heads and references left as HTML.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { markdownParser } from '../../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../../src/main/imports/source';

type Held = readonly [
  quote: string,
  low: string,
  unit: string,
  currency: string | null,
  period: string | null,
  label: string,
];

const read = (text: string): Held[] =>
  analyse(markdownParser.parse(sourceOf(new TextEncoder().encode(text), 'report.md'))).figures.map(
    ({ quote, low, unit, currency, period, metricLabel }) => [
      quote,
      low ?? '',
      unit,
      currency,
      period,
      metricLabel ?? '',
    ],
  );

const NUMBERED = `## Results for the quarter and nine months ended 31 December 2025

(₹ in Crores)

|S. No.|Particulars|Quarter ended||Nine months ended|Year ended|
|-|-|-|-|-|-|
|||31-Dec-25|31-Dec-24|31-Dec-25|31-Mar-25|
|||(Unaudited)|(Unaudited)|(Unaudited)|(Audited)|
|1|Revenue from operations|421.46|367.40|1,311.85|1,658.63|
|2|Other income|51.65|51.20|174.39|230.63|
|3|\\*\\*Employee cost\\*\\*|25.52|24.84|72.64|97.82|
|4|Share capital (Face value ₹10 per share)|78.23|78.04|78.23|78.22|
|5|Earnings per share:|||||
||(a) Diluted (₹)|4.65|3.61|11.28|6.64|
`;

const KINDS: readonly { readonly what: string; readonly text: string; readonly holds: readonly Held[] }[] = [
  {
    what: 'rows that are numbered in the first column and named in the second',
    text: NUMBERED,
    holds: [
      ['24.84', '248400000', 'money', 'INR', '2025Q3', 'Employee cost'],
      ['367.40', '3674000000', 'money', 'INR', '2025Q3', 'Revenue from operations'],
      ['1,311.85', '13118500000', 'money', 'INR', '9M-2026', 'Revenue from operations'],
      ['1,658.63', '16586300000', 'money', 'INR', 'FY2025', 'Revenue from operations'],
    ],
  },
  {
    what: 'a face value in brackets makes no amount per share of all shares; basic and diluted below their group are',
    text: NUMBERED,
    holds: [
      ['78.04', '780400000', 'money', 'INR', '2025Q3', 'Share capital (Face value ₹10 per share)'],
      ['3.61', '3.61', 'per_share', 'INR', '2025Q3', '(a) Diluted (₹)'],
    ],
  },
  {
    what: 'a unit in brackets behind each label',
    text: `Five years

| | | 2025 | 2024 |
|---|---|---|---|
| Turnover | (Rm) | 29 240 | 26 809 |
| Profit before tax | (Rm) | 2 045 | 1 774 |
| Shares repurchased | (’000) | 3 360 | 2 376 |
`,
    holds: [
      ['26 809', '26809000000', 'money', 'ZAR', 'FY2024', 'Turnover'],
      ['2 376', '2376000', 'count', null, 'FY2024', 'Shares repurchased'],
    ],
  },
  {
    what: 'yen in brackets behind each label',
    text: `| 決算年月 | | 2024年２月 | 2025年２月 |
|---|---|---|---|
| 売上高 | (百万円) | 266,703 | 272,361 |
| 経常利益 | (百万円) | 40,162 | 39,554 |
| 株価収益率 | (倍) | 17.4 | 17.1 |
`,
    holds: [
      ['39,554', '39554000000', 'money', 'JPY', 'FY2025', '経常利益'],
      ['17.4', '17.4', 'multiple', null, 'FY2024', '株価収益率'],
    ],
  },
  {
    what: 'the rand in a corner',
    text: `| R’million | 2025 | 2024 |
|---|---|---|
| Turnover | 29 240 | 26 809 |
| Operating expenses | (5 852) | (5 333) |
`,
    holds: [['(5 852)', '-5852000000', 'money', 'ZAR', 'FY2025', 'Operating expenses']],
  },
  {
    what: 'a ringgit beside the year, the day of the statement above, and treasury shares at their cost',
    text: `# STATEMENTS OF FINANCIAL POSITION

# AS AT 31 DECEMBER 2025 (CONT'D)

<table><tr><td rowspan="2"></td><td rowspan="2">Note</td><td colspan="2">The Group</td><td colspan="2">The Company</td></tr><tr><td>2025 RM</td><td>2024 RM</td><td>2025 RM</td><td>2024 RM</td></tr><tr><td>Share capital</td><td>21</td><td>118,441,045</td><td>117,441,045</td><td>118,441,045</td><td>117,441,045</td></tr><tr><td>Treasury shares</td><td>22</td><td>(3,739,069)</td><td>(4,747,849)</td><td>(3,739,069)</td><td>(4,747,849)</td></tr></table>
`,
    holds: [
      ['117,441,045', '117441045', 'money', 'MYR', '2024-12-31', 'Share capital'],
      ['(4,747,849)', '-4747849', 'money', 'MYR', '2024-12-31', 'Treasury shares'],
    ],
  },
  {
    what: 'one unit under every head says nothing of a measure: the row is named by its label',
    text: `# 23. Deferred taxation

<table><tr><td></td><td>Plant $&#x27;000</td><td>Leases $&#x27;000</td><td>Total $&#x27;000</td></tr><tr><td>At 1 January 2025</td><td>983</td><td>2,279</td><td>3,262</td></tr><tr><td>Currency realignment</td><td>(2)</td><td>(13)</td><td>(15)</td></tr><tr><td>Disposals</td><td>(12)</td><td>(43)</td><td>(55)</td></tr><tr><td>Additions</td><td>12</td><td>43</td><td>55</td></tr></table>
`,
    holds: [['(13)', '-13000', 'money', 'USD', null, 'Currency realignment']],
  },
  {
    what: 'heads drawn over two columns each above rows that fill one',
    text: `Statement of position as at June 30, 2025

<table><tr><th></th><th colspan="2">June 30, 2025 US$</th><th colspan="2">June 30, 2024 US$</th><th colspan="2">December 31, 2024 US$</th></tr><tr><td>Cash</td><td>1,097,002</td><td>3,183,581</td><td>1,637,957</td><td></td><td></td><td></td></tr><tr><td>Accounts payable</td><td>1,798,586</td><td>2,106,134</td><td>2,087,678</td><td></td><td></td><td></td></tr></table>
`,
    holds: [['2,087,678', '2087678', 'money', 'USD', '2024-12-31', 'Accounts payable']],
  },
  {
    what: 'a multiplier and a currency in columns of their own',
    text: `| Field | 2025 | 2024 | Multiplier | Currency |
|---|---|---|---|---|
| Revenue | 362,012 | 400,917 | Thousands | CNY |
| Operating income | 64,051 | 53,718 | Thousands | CNY |
`,
    holds: [['53,718', '53718000', 'money', 'CNY', 'FY2024', 'Operating income']],
  },
  {
    what: 'days in digits behind a length, the first of them above twelve',
    text: `# Results for the quarter ended June 30, 2025. Year ended March 31, 2025.

| Particulars | 3 months ended 30.06.2025 | 3 months ended 31.03.2025 | Year ended 31.03.2025 |
|---|---|---|---|
| Revenue (₹ crore) | 515.50 | 487.63 | 1,875.27 |
| Power and fuel (₹ crore) | 57.63 | 35.03 | 124.75 |
`,
    holds: [
      ['515.50', '5155000000', 'money', 'INR', '2026Q1', 'Revenue (₹ crore)'],
      ['35.03', '350300000', 'money', 'INR', '2025Q4', 'Power and fuel (₹ crore)'],
    ],
  },
];

describe('a table of Markdown', () => {
  it.each(KINDS)('$what', ({ text, holds }) => {
    const figures = read(text);
    for (const held of holds) expect(figures).toContainEqual(held);
  });

  it('reads no numbers of rows as figures', () => {
    const quotes = read(NUMBERED).map(([quote]) => quote);
    for (const number of ['1', '2', '3', '4', '5']) expect(quotes).not.toContain(number);
  });
});
