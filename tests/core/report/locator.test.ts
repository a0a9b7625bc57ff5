// Where in a source a citation points, as people type it and as it is written.
import { describe, expect, it } from 'vitest';
import { readLocator, splitLocator, styledLocator, writeLocator } from '../../../src/core/report/locator';

describe('a locator as it is typed', () => {
  it.each([
    ['p. 12', 'p. 12'],
    ['p12', 'p. 12'],
    ['page 12', 'p. 12'],
    ['pp 12-14', 'pp. 12–14'],
    ['pages 3, 7', 'pp. 3, 7'],
    ['Table 3', 'table 3'],
    ['tab. 2.1', 'table 2.1'],
    ['para 4', 'para. 4'],
    ['¶ 4', 'para. 4'],
    ['§ 7.2', 'sec. 7.2'],
    ['note 5a', 'note 5a'],
    ['slide 9', 'slide 9'],
    ['fig 2', 'fig. 2'],
    ['第5页', 'p. 5'],
    ['表3', 'table 3'],
    ['p. iv', 'p. iv'],
    ['somewhere', null],
    ['12', null],
    ['', null],
  ])('%j is %j', (typed, written) => {
    const read = readLocator(typed);
    expect(read && writeLocator(read)).toBe(written);
  });
});

describe('a search that ends in one', () => {
  it.each([
    ['annual report p. 12', 'annual report', 'p. 12'],
    ['annual report, table 3', 'annual report', 'table 3'],
    ['annual report 2025', 'annual report 2025', null],
    ['top 10', 'top 10', null],
    ['p', 'p', null],
    ['p. 3', '', 'p. 3'],
    ['note', 'note', null],
  ])('%j', (typed, query, locator) => {
    expect(splitLocator(typed)).toEqual({ query, locator });
  });
});

describe('in a style', () => {
  it.each([
    ['p. 12', 'apa', 'p. 12'],
    ['pp. 12–14', 'chicago-notes', '12–14'],
    ['p. 12', 'modern-language-association', '12'],
    ['p. 12', 'gb-7714-2015-numeric', '12'],
    ['table 3', 'chicago-notes', 'table 3'],
    ['the second box', 'chicago-notes', 'the second box'],
    [null, 'apa', null],
  ])('%j in %s is %j', (locator, style, written) => {
    expect(styledLocator(locator, style)).toBe(written);
  });
});
