/** One pass for many patterns finds what each would find by itself: the first characters that a pattern names leave none out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dates, DOTTED_DATE, FULL_DATE, MONTH, SHORT_DATE } from '../../../../src/core/figure/period/dates';
import {
  BARE_YEAR,
  FISCAL,
  FULL_YEAR,
  GLUED,
  HALF,
  LED_BY_YEAR,
  QUARTER,
} from '../../../../src/core/figure/period/named';
import { matchesOf, opened, type OpenedPattern, PatternScan } from '../../../../src/core/figure/period/openings';
import { RELATIVE } from '../../../../src/core/figure/period/relative';
import { ENDED, TTM } from '../../../../src/core/figure/period/spans';
import { TO_DATE } from '../../../../src/core/figure/period/to-date';

const PATTERNS: Readonly<Record<string, OpenedPattern>> = {
  ENDED,
  TTM,
  TO_DATE,
  GLUED,
  LED_BY_YEAR,
  QUARTER,
  HALF,
  FISCAL,
  FULL_YEAR,
  BARE_YEAR,
  FULL_DATE,
  DOTTED_DATE,
  SHORT_DATE,
  MONTH,
  RELATIVE,
};

type Found = readonly (readonly [at: number, ...groups: (string | undefined)[]])[];

/** What a search of the whole text by the pattern alone finds. */
const alone = ({ pattern }: OpenedPattern, text: string): Found =>
  [...text.matchAll(new RegExp(pattern.source, pattern.flags.replace('y', 'g')))].map((match) => [
    match.index,
    ...match,
  ]);

const scan = new PatternScan(Object.values(PATTERNS));
const together = (one: OpenedPattern, text: string): Found =>
  matchesOf(scan.matches(text), one).map((match) => [match.index, ...match]);

const PIECES = [
  'the first nine months of 2031, ',
  'Three Months Ended September 30, 2031',
  '39 weeks ended 2 November 2031',
  'half-year ended Dec. 2031',
  '12-months to 30 June 2031 ',
  'TTM through March 31, 2031; ',
  'trailing twelve months',
  'LTM',
  '9M31 ',
  '6M 2031',
  '26Q1',
  '2031H2',
  'FY31 first half',
  'fiscal year 2031 Q3',
  'FY 31 Q2 ',
  '2031’s second quarter',
  '4th-quarter',
  '3Q31E',
  'Q1–Q3 FY2031',
  'back half of the fiscal year 2031',
  '1H31A',
  'H100 ',
  'FY2030-31',
  'full-year',
  'for the year',
  'calendar year ’31',
  'mid-2031',
  '2030/31',
  'early March',
  'août 2031',
  '1er octobre 2031',
  '3º de março de 2031',
  '14.03.2031',
  '3/5/31',
  '2031-05-03',
  'on 3/14 ',
  'since 12/1',
  'the prior-year period',
  'same quarter of last fiscal year',
  'a year ago',
  'a Year earlier',
  'year-ago',
  'the remainder of the year',
  'next decade',
  'the quarter ended',
  '_2031_',
  'x2031',
  '$2031',
  'ſecond half',
  'MÄRZ 2031',
  ' ',
  '\n',
  '1',
  'Q',
  '年',
];

describe('patterns looked for in one pass', () => {
  test.each(Object.entries(PATTERNS))('%s is found wherever it stands', (_, one) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const expected = alone(one, text);
        for (const [, words] of expected) seen.add(words ?? '');
        expect(together(one, text)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBeGreaterThan(0);
  });

  test('a pattern whose openings leave out what it matches misses it', () => {
    const narrow = opened(String.raw`\b(?:first|second) half`, 'i', 'first');
    const text = 'The first half and the second half';
    expect(matchesOf(new PatternScan([narrow]).matches(text), narrow).map(([words]) => words)).toEqual(['first half']);
    expect(alone(narrow, text)).toHaveLength(2);
  });

  test('dates come with their place in the text', () => {
    const hits: Parameters<typeof dates>[2] = [];
    const text = 'Due on 3/14 and in May 2031';
    dates(text, new PatternScan([FULL_DATE, DOTTED_DATE, SHORT_DATE, MONTH]).matches(text), hits);
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['3/14', 'May 2031']);
  });
});
