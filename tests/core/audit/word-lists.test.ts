import { describe, expect, it } from 'vitest';
import { anyOf } from '../../../src/core/audit/relations/claims/claimed';
import { WordLists } from '../../../src/core/audit/model/word-lists';

const LISTS = {
  up: ['rise', 'rises', 'price in', '(core)', '上升'],
  down: ['fall', 'ex-cash', 'avg.', '下跌'],
};

const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['Rents rise while yields FALL.', ['up', 'down']],
  ['The enterprise risers', []],
  ['pre-rise levels', []],
  ['rise-led growth', ['up']],
  ['the (Core) book', ['up']],
  ['avg.', ['down']],
  ['avg.x', []],
  ['本周股价上升', ['up']],
  ['价格下跌后', ['down']],
  ['Érise', []],
  ['riseé', []],
  ['', []],
];

describe('word lists', () => {
  it.each(TEXTS)('%s', (text, lists) => {
    expect(new WordLists(LISTS).in(text)).toEqual(lists);
  });

  it.each(TEXTS)('finds what the patterns of the words find: %s', (text) => {
    const byPattern = Object.entries(LISTS).flatMap(([name, words]) => (anyOf(words, 'iu').test(text) ? [name] : []));
    expect(new WordLists(LISTS).in(text)).toEqual(byPattern);
    expect(new WordLists(LISTS).test(text)).toBe(byPattern.length > 0);
  });
});
