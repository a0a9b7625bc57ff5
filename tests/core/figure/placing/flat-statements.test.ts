// Statements that a copy flattens to single spaces: a line of periods above lines of words and values.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { plainDocument } from '../../../../src/core/document/plain';
import { told } from './told';

const read = (text: string) => analyse(plainDocument(text));
const labels = (text: string) => read(text).figures.map(({ quote, metricLabel }) => `${quote}: ${metricLabel ?? ''}`);

const INCOME = `Northwind Ltd
Condensed Statement of Income
Three Months Ended Nine Months Ended
September 30, September 30,
2025 2024 2025 2024
(In millions, except per share amounts)
Net revenues $ 1,820 $ 1,576 $ 5,135 $ 4,704
Cost of net revenues (1) 621 527 1,320 1,162
Operating expenses:
Sales and marketing 412 388 1,202 1,101
Stock-based compensation and related
payroll taxes 52 49 166 157
Income from discontinued operations — (3) 12 (41)
Income per share – diluted:
Continuing operations $ 1.28 $ 1.29 $ 3.13 $ 2.57
`;

describe('statements flattened to single spaces', () => {
  it('reads heads that span periods, the unit below them and values in their columns', () => {
    const found = told(read(INCOME));
    expect(found).toContainEqual(['$1,820', '1820000000', 'money', 'USD', '2025Q3']);
    expect(found).toContainEqual(['$4,704', '4704000000', 'money', 'USD', '9M-2024']);
    expect(found).toContainEqual(['527', '527000000', 'money', 'USD', '2024Q3']);
    expect(found).toContainEqual(['(41)', '-41000000', 'money', 'USD', '9M-2024']);
    expect(found).toContainEqual(['$3.13', '3.13', 'per_share', 'USD', '9M-2025']);
    expect(labels(INCOME)).toContain('1,202: Sales and marketing');
    expect(labels(INCOME)).toContain('52: Stock-based compensation and related payroll taxes');
  });

  it('keeps a column of notes apart from the values', () => {
    const found = told(
      read(`Statement of financial position
At 31 December 2025
Note 2025 2024
Property, plant and equipment 11 £ 483 £ 427
Trade receivables 12(a) 150 138
Cash 1,046 886
Total assets 1,679 1,451
`),
    );
    expect(found).toContainEqual(['138', '138', 'money', 'GBP', '2024-12-31']);
    expect(found.map(([quote]) => quote)).not.toContain('11');
  });

  it('gives a change its amount and its rate', () => {
    const found = told(
      read(`Third Quarter
in millions 2025 2024 Change
Net revenues $ 2,820 $ 2,576 $ 244 9 %
Operating income $ 576 $ 595 $ (19) (3)%
Net income $ 632 $ 634 $ (2) 0 %
`),
    );
    expect(found).toContainEqual(['$244', '244000000', 'money', 'USD', '2025Q3']);
    expect(found).toContainEqual(['9%', '9', 'percent', null, '2025Q3']);
  });

  it('takes no prose with years for a table', () => {
    const text = `Outlook for 2026 2027\nWe sold 12 stores in 2025 and opened 31 in 2024.\nIn all 400 people work for us, 20 more than in 2023.\n`;
    expect(read(text).layout?.tables ?? []).toHaveLength(0);
  });
});
