/** What a document says of itself: its date, its subject, its fiscal year, in several styles, and near misses. */
import { expect, test } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { bareDocument } from '../../../../src/core/document/plain';
import { readContext } from '../../../../src/core/figure/placing/context';

const contextOf = (text: string) => readContext(layOut({ ...bareDocument, format: 'text', text }), {});

const MANY = ['AKL', 'BRV', 'CND', 'DLT', 'EFG', 'FHN', 'GIP']
  .map((code) => `- Maker ${code.toLowerCase()} (${code}) sold 3% more.`)
  .join('\n');

test.each([
  [
    'a Date line before a table head',
    'Kestrel (KPX) – Valuation\nDate: January 28, 2027\n\nPrices (April 15, 2027)\n\nSales rose.\n',
    '2027-01-28',
  ],
  ['a month', '# Trade\n\n**Analysis Date:** December 2026\n\nThe bank meets on January 30, 2027.\n', '2026-12'],
  ['Chinese', '海纳股份点评\n\n日期：2027年5月8日\n\n公司收入增长。\n', '2027-05-08'],
  ['a future event is none', '# Kestrel\n\nThe company is expected to report on July 30, 2031.\n', null],
  [
    'a row of a calendar is none',
    '# Kestrel\n\n| Event | Date |\n|---|---|\n| Results | July 30, 2031 |\n| Vote | August 4, 2031 |\n',
    null,
  ],
])('as of: %s', (_, text, expected) => {
  expect(contextOf(text).asOf).toBe(expected);
});

test.each([
  ['title bracket', '# Kestrel Pumps (KPX) – Thesis\n\nPumps sell.\n', 'KPX'],
  ['with a dollar', '- **Company**: Kestrel Pumps ($KPX)\n\nPumps sell.\n', 'KPX'],
  ['header line', 'Kestrel Pumps review\n\nTicker: KPX | Sector: pumps\n\nPumps sell.\n', 'KPX'],
  ['Chinese code', '海纳股份（600123.SH）深度\n\n公司收入增长。\n', '600123.SH'],
  ['a Chinese sector', '2027.5.8机械行业报告总结\n\n行业收入增长。\n', '机械行业'],
  ['a theme with many names', `# Heat Pumps & Grids Investment Thesis\n\n${MANY}\n`, 'Heat Pumps & Grids'],
])('subject: %s', (_, text, expected) => {
  expect(contextOf(text).entity).toBe(expected);
});

test.each([
  ['from a quarter', '# Kestrel results\n\nQuarter: Q3 2027 (Ended June 30, 2027)\n', 9],
  ['in words', 'Kestrel reports second quarter ended September 30, 2027.\n', 3],
  ['calendar', 'Kestrel reports third quarter ended September 30, 2027.\n', 12],
  ['said', 'Our fiscal year ended September 30 was good.\n', 9],
  ['from nine months', 'Sales for the nine months ended June 30, 2027 rose.\n', 9],
  ['from 39 weeks that end early in a month', 'Sales for the 39-week period ended November 2, 2027 rose.\n', 1],
  ['from 52 weeks', 'The fiscal year ended February 1, 2027 was good.\n', 1],
])('fiscal year: %s', (_, text, expected) => {
  expect(contextOf(text).fiscalYearEndMonth).toBe(expected);
});
