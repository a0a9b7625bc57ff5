/** Scores, horizons and dates as the words of a thesis item's fields say them. */
import { describe, expect, test } from 'vitest';
import { horizonMonths, scoreShare, sortableDate } from '../../../src/core/structure/item-values';

describe('a date in an order of time', () => {
  test.each([
    ['2026-05-13', '2026-05-13'],
    ['2026-05', '2026-05-00'],
    ['May 13', '2026-05-13'],
    ['13 May 2025', '2025-05-13'],
    ['mid-May 2025', '2025-05-00'],
    ['Sept. 2025', '2025-09-00'],
    ['2025年5月13日', '2025-05-13'],
    ['30/4/2025', '2025-04-30'],
    ['2/4', '2026-02-04'],
    ['Q2 2026', '2026-06-99'],
    ['Early in 2026', '2026-00'],
    ['Late 2026', '2026-99'],
    ['someday', '9999'],
  ])('%s is %s', (date, key) => expect(sortableDate(date, '2026')).toBe(key));
});

describe('a score', () => {
  test.each([
    ['4 / 5', 80],
    ['3.5/5', 70],
    ['7 out of 10', 70],
    ['6 of 7', (6 / 7) * 100],
    ['high', null],
    [null, null],
  ])('%j', (value, share) => expect(scoreShare(value)).toBe(share));
});

describe('a horizon in months', () => {
  test.each([
    ['Near term (3–6 months)', 3],
    ['Long term (12+ months)', 12],
    ['2 years', 24],
    ['2 Jahre', 24],
    ['3年', 36],
    ['2 quarters', 6],
    ['26 weeks', 6],
    ['73 days', 2.4],
    ['12', 12],
    ['some day', Number.POSITIVE_INFINITY],
    ['', Number.POSITIVE_INFINITY],
  ])('%s', (words, months) => expect(horizonMonths(words)).toBeCloseTo(months, 6));
});
