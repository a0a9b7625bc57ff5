/** Periods in all common notations, resolved against a document of May 2026 about its first quarter. */
import { describe, expect, test } from 'vitest';
import { findPeriods, type PeriodContext } from '../../../../src/core/figure/period/period';
import { fiscalQuarter, shiftQuarter, shiftYears } from '../../../../src/core/figure/period/period-names';

const CALENDAR: PeriodContext = { asOf: '2026-05-13', fiscalYearEndMonth: 12, period: '2026Q1' };
const JUNE: PeriodContext = { ...CALENDAR, fiscalYearEndMonth: 6 };

function periods(text: string, context: PeriodContext = CALENDAR): string {
  return findPeriods(text)
    .map((mention) => mention.resolve(context) ?? '?')
    .join(' | ');
}

test.each([
  ['Founded in 1923, the firm paid more.', ''],
  ['The company was incorporated in 1968 under the law of Ohio.', ''],
  ['Established in 1951, it now runs mills.', ''],
  ['Gegründet 1923, heute weltweit tätig.', ''],
  ['The levy is incorporated in 2026 guidance.', 'FY2026'],
  ['A provision established in 2024 was used.', 'FY2024'],
])('a year of founding is no period: %s', (text, expected) => {
  expect(periods(text)).toBe(expected);
});

describe('periods', () => {
  test.each<[string, string]>([
    ['Q1 2026 revenue', '2026Q1'],
    ["Q1'26 revenue", '2026Q1'],
    ['Q1 FY26 revenue', '2026Q1'],
    ['1Q26 revenue', '2026Q1'],
    ['1Q26E revenue', '2026Q1'],
    ['4Q2025 revenue', '2025Q4'],
    ['first quarter of 2026', '2026Q1'],
    ['first-quarter revenue', '2026Q1'],
    ['the fourth quarter of fiscal 2025', '2025Q4'],
    ['Q1 revenue', '2026Q1'],
    ['Q3 revenue', '2026Q3'],
    ['through Q2–Q4', '2026Q2/2026Q4'],
    ['in Q2-Q3', '2026Q2/2026Q3'],
    ['if Q2/Q3 slips', '2026Q2/2026Q3'],
    ['in Q2 and Q3', '2026Q2/2026Q3'],
    ['Q4 2025 and Q1 2026', '2025Q4 | 2026Q1'],
    ['Q1 15% growth', '2026Q1'],
    ['H2 matters', '2026H2'],
    ['H2 2026 matters', '2026H2'],
    ['2H26 matters', '2026H2'],
    ['the second half of 2026', '2026H2'],
    ['the first half', '2026H1'],
    ['back half', '2026H2'],
    ['FY26 guidance', 'FY2026'],
    ['FY2026E guidance', 'FY2026'],
    ['fiscal 2025', 'FY2025'],
    ['fiscal year 2025', 'FY2025'],
    ['FY2024-25', 'FY2025'],
    ['2017/18', 'FY2018'],
    ['full-year guidance', 'FY2026'],
    ['full-year 2026 guidance', 'FY2026'],
    ["2025's $128B", 'FY2025'],
    ['in 2022', 'FY2022'],
    ['from 2022 to 2024', 'FY2022 | FY2024'],
    ['2024–2026', 'FY2024/FY2026'],
    ['early 2024', '2024H1'],
    ['late 2025', '2025H2'],
    ['TTM revenue', 'TTM-2026Q1'],
    ['trailing twelve-month cash', 'TTM-2026Q1'],
    ['TTM through 3/31/2026', 'TTM-2026Q1'],
    ['last twelve months', 'TTM-2026Q1'],
    ['LTM ended December 31, 2025', 'TTM-2025Q4'],
    ['the three months ended March 31, 2026', '2026Q1'],
    ['the six months ended June 30, 2025', '2025H1'],
    ['the nine months ended September 30, 2025', '9M-2025'],
    ['the year ended December 31, 2025', 'FY2025'],
    ['For the year ended 31 December 2025', 'FY2025'],
    ['Years ended December 31 2025', 'FY2025'],
    ['the quarter ended March 31, 2026', '2026Q1'],
    ['on April 29, 2026', '2026-04-29'],
    ['on April 29', '2026-04-29'],
    ['on 29 April 2026', '2026-04-29'],
    ['on 4/20', '2026-04-20'],
    ['on 3/31/2026', '2026-03-31'],
    ['on 2026-05-13', '2026-05-13'],
    ['in March 2026', '2026-03'],
    ['as of mid-May', '2026-05'],
    ['in January', '2026-01'],
    ['in the prior-year period', '2025Q1'],
    ['the same period last year', '2025Q1'],
    ['a year ago', '2025Q1'],
    ['a year earlier', '2025Q1'],
    ['the year-ago quarter', '2025Q1'],
    ['last year', 'FY2025'],
    ['this year', 'FY2026'],
    ['next year', 'FY2027'],
    ['the prior quarter', '2025Q4'],
    ['next quarter', '2026Q2'],
    ['the remainder of the year', '2026Q2/2026Q4'],
    ['the next decade', '?'],
    ['they may march on', ''],
    ['the 2018 Notes', ''],
    ['$2026 in cash', ''],
    ['2026年第一季度', '2026Q1'],
    ['一季度营收', '2026Q1'],
    ['2026年5月13日', '2026-05-13'],
    ['2025年营收', 'FY2025'],
    ['下半年', '2026H2'],
    ['去年同期', '2025Q1'],
    ['2026年上半年', '2026H1'],
  ])('%s → %s', (text, expected) => {
    expect(periods(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ['the three months ended March 31, 2026', '2026Q3'],
    ['the quarter ended September 30, 2025', '2026Q1'],
    ['the year ended June 30, 2026', 'FY2026'],
    ['TTM through 3/31/2026', 'TTM-2026Q3'],
    ['the 13-week fiscal quarter ended October 4, 2025', '2026Q1'],
    ['the 39-week fiscal period ended April 4, 2026', '9M-2026'],
    ['the fifty-two weeks ended July 3, 2026', 'FY2026'],
    ['the thirteen weeks ended January 3, 2026', '2026Q2'],
  ])('a year that ends in June: %s → %s', (text, expected) => {
    expect(periods(text, JUNE)).toBe(expected);
  });

  test('relative to the period it is compared with', () => {
    const [mention] = findPeriods('the prior-year period');
    expect(mention?.resolve(CALENDAR, '2025Q3')).toBe('2024Q3');
    expect(mention?.resolve(CALENDAR, 'TTM-2025Q4')).toBe('TTM-2024Q4');
    expect(mention?.resolve(CALENDAR, 'FY2025')).toBe('FY2024');
  });

  test('arithmetic of quarters', () => {
    expect(shiftQuarter({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 });
    expect(shiftQuarter({ year: 2026, quarter: 3 }, 6)).toEqual({ year: 2028, quarter: 1 });
    expect(fiscalQuarter(2026, 1, 9)).toEqual({ year: 2026, quarter: 2 });
    expect(fiscalQuarter(2025, 10, 9)).toEqual({ year: 2026, quarter: 1 });
    expect(shiftYears('2026Q2/2026Q4', -1)).toBe('2025Q2/2025Q4');
  });
});
