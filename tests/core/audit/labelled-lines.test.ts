// Rows and columns whose labels say how they are made, held against the table: once right, once wrong, and near misses.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const table = (...rows: readonly string[]): string => {
  const [head = '', ...body] = rows;
  const rule = head
    .split('|')
    .slice(1, -1)
    .map(() => '---')
    .join('|');
  return [head, `|${rule}|`, ...body].join('\n');
};
const verdicts = (text: string) =>
  auditText(text).filter(
    ({ rule, verdict }) => rule.startsWith('CALC') && verdict !== null && verdict !== 'not_computable',
  );
const accused = (text: string) =>
  verdicts(text)
    .filter(({ verdict, severity }) => verdict === 'conflict' && severity !== 'info')
    .map(({ claimed }) => claimed);
const held = (text: string) =>
  verdicts(text)
    .filter(({ verdict }) => verdict !== 'conflict')
    .map(({ claimed }) => claimed);

const growth = (rate: string) =>
  table('| Year | Market ($B) | YoY |', '| 2023 | 31.2 | |', '| 2024 | 40.6 | +30% |', `| 2025 | 52.8 | ${rate} |`);
const ranges = (rate: string) =>
  table(
    '| 年份 | 市场规模 (亿元) | 同比 |',
    '| 2023 | 200-220 | |',
    '| 2024 | 300-330 | +50% |',
    `| 2025E | 390-429 | ${rate} |`,
  );
const cagr = (rate: string) =>
  table(
    '| Metric | 2020 | 2021 | 2022 | 2023 | CAGR (2020-2023) |',
    `| Sales ($M) | $412.0 | $440.1 | $498.3 | $561.7 | ${rate} |`,
    '| Profit ($M) | $51.2 | $55.0 | $60.9 | $72.4 | 12.2% |',
  );
const difference = (gap: string) =>
  table(
    '| Method | Value | Return |',
    '| Cash flows | $61.40 | +12.1% |',
    '| Multiples | $58.15 | +6.2% |',
    `| Difference | ${gap} | 5.9 ppts |`,
  );
const margin = (rate: string) =>
  table(
    '| Segment ($M) | 2023 | 2024 | 2025 |',
    '| Sales | $618 | $655 | $702 |',
    '| Adjusted EBITA | $134 | $149 | $166 |',
    `| Adjusted EBITA margin | 21.7% | ${rate} | 23.6% |`,
  );
const total = (sum: string) =>
  table(
    '| | FY2025 | FY2026E |',
    '| Tools | €11.2B | €16-17B |',
    '| Service | €21.5B | €24-26B |',
    `| Total | €32.7B | ${sum} |`,
  );
const bracket = (rate: string) =>
  table(
    '| Bucket | FY2024 | FY2025E |',
    '| Tools | €11.0B | €12.1B (+10%) |',
    `| Service | €8.0B | €9.0-9.4B (midpoint ${rate}) |`,
  );

describe('lines that say how they are made', () => {
  it.each([
    ['growth over the row before', growth('+30%'), growth('+41%'), '+41%'],
    ['growth of ranges, end by end', ranges('+30%'), ranges('+18%'), '+18%'],
    ['compound growth over the years of the label', cagr('10.9%'), cagr('12.4%'), '12.4%'],
    ['a difference either way round', difference('$3.25'), difference('$2.05'), '$2.05'],
    ['a margin by its own line and the revenue line', margin('22.7%'), margin('24.9%'), '24.9%'],
    ['a total of ranges', total('€40-43B'), total('€34-37B'), '€34-37B'],
    ['growth in brackets behind its amount', bracket('+15%'), bracket('+9%'), '+9%'],
  ])('%s', (_, right, wrong, claim) => {
    expect(accused(right)).toEqual([]);
    expect(accused(wrong)).toEqual([claim]);
  });

  it.each([
    [
      'organic growth counts from another base',
      table('| Year | Sales | Organic growth |', '| 2024 | $40.6 | 3% |', '| 2025 | $52.8 | 4% |'),
    ],
    [
      'a column of growth beside two of amounts',
      table(
        '| Year | Sales ($M) | EPS ($) | Growth |',
        '| 2023 | 400 | 2.00 | |',
        '| 2024 | 480 | 2.20 | 14% |',
        '| 2025 | 520 | 2.60 | 16% |',
      ),
    ],
    [
      'quarters whose year-ago quarter is not there',
      table('| Quarter | Sales ($M) | YoY |', '| Q1 2025 | 100 | 20% |', '| Q2 2025 | 130 | 22% |'),
    ],
    [
      'a margin by another definition throughout',
      table(
        '| ($M) | 2024 | 2025 |',
        '| Sales | $655 | $702 |',
        '| EBITA | $149 | $166 |',
        '| EBITA margin | 20.1% | 21.0% |',
      ),
    ],
    [
      'a total with a part that is not printed',
      table('| | FY2026E |', '| Tools | €16-17B |', '| Service | tbd |', '| Total | €40-43B |'),
    ],
    [
      'a difference of more than two lines',
      table('| Case | Value |', '| Low | $40 |', '| Middle | $52 |', '| High | $61 |', '| Difference | $21 |'),
    ],
  ])('silence: %s', (_, text) => {
    expect(accused(text)).toEqual([]);
  });

  it('shows what ties', () => {
    expect(held(cagr('10.9%'))).toEqual(expect.arrayContaining(['10.9%', '12.2%']));
    expect(held(total('€40-43B'))).toContain('€40-43B');
  });
});

const quarters = (rate: string) =>
  table(
    '| Period | Revenue ($M) | Gross margin |',
    '| Q1 2026 | 250 | 14.2% |',
    '| Q2 2026 | 280 | 14.5% |',
    '| Q3 2026 | 300 | 14.8% |',
    '| Q4 2026 | 320 | 15.0% |',
    `| FY2026 | 1,150 | ${rate} |`,
  );

describe('rates of a total', () => {
  it('are the average of the parts by what the total sums up', () => {
    expect(accused(quarters('14.7%'))).toEqual([]);
    expect(accused(quarters('15.4%'))).toEqual(['15.4%']);
  });

  it('stay unsaid where the amounts do not sum up', () => {
    expect(accused(quarters('15.4%').replace('1,150', '1,500')).filter((claim) => claim?.includes('%'))).toEqual([]);
  });
});

describe('values that two ways of counting share', () => {
  it('are no matter where the rate says its own value', () => {
    const text =
      'Marketing expenses increased 1.4% YoY to $220.9 million in Q4 2026. Marketing expenses were $218.0 million in Q4 2025.\n\nNon-GAAP marketing expenses were $218.5 million in Q4 2026 and $214.3 million in Q4 2025.';
    expect(auditText(text).filter(({ rule, verdict }) => rule === 'CALC03' && verdict === 'conflict')).toEqual([]);
  });
});
