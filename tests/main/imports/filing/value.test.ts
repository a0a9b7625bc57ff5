/** Transformations and dates of tags, by table: each line is one way that filers write. */
import { describe, expect, it } from 'vitest';
import { coverDate } from '../../../../src/main/imports/filing/cover-dates';
import { valueOf } from '../../../../src/main/imports/filing/value';

const USD = { unit: 'money', currency: 'USD' } as const;
const tag = { format: null, scale: 0, negative: false, decimals: null } as const;

describe('a tagged number', () => {
  it.each([
    ['1,234.5', 'num-dot-decimal', 6, false, '1234500000'],
    ['1.234,5', 'num-comma-decimal', 3, false, '1234500'],
    ['1 234,5', 'numcommadecimal', 0, false, '1234.5'],
    ['(1,234)', 'num-dot-decimal', 0, true, '-1234'],
    ['1,234', 'numdotdecimal', 0, true, '-1234'],
    ['—', 'fixed-zero', 6, false, '0'],
    ['-', 'zerodash', 6, false, '0'],
    ['no', 'numwordsen', 0, false, '0'],
    ['Twelve', 'num-words-en', 0, false, '12'],
    ['two', 'numwordsen', 6, true, '-2000000'],
  ])('%s by %s, scale %i, negative %s → %s', (text, format, scale, negative, value) => {
    expect(valueOf({ ...tag, text, format, scale, negative }, USD)?.value).toBe(value);
  });

  it.each([
    ['several', 'numwordsen'],
    ['two', 'num-dot-decimal'],
    ['((5))', null],
    ['()', null],
  ])('%s by %s is none', (text, format) => {
    expect(valueOf({ ...tag, text, format }, USD)).toBeNull();
  });
});

describe('a date of the cover page', () => {
  it.each([
    ['March 31, 2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['Sept. 30', '--09-30'],
    ['30th September', '--09-30'],
    ['--12-31', '--12-31'],
    ['2026-03-31', '2026-03-31'],
    ['the first quarter', null],
    ['March 45, 2026', null],
    [null, null],
  ])('%s → %s', (words, date) => {
    expect(coverDate(words)).toBe(date);
  });
});
