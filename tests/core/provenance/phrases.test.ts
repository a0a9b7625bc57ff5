/** The pattern language of cue phrases. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePhrases } from '../../../src/core/provenance/cues/phrases';
import { tokenise } from '../../../src/core/provenance/cues/tokens';

const found = (patterns: Readonly<Record<string, readonly string[]>>, text: string): readonly string[] =>
  compilePhrases(Object.entries(patterns).map(([group, list]) => ({ group, patterns: list })))
    .find(tokenise(text))
    .map(({ group, start, end }) => `${group}:${text.slice(start, end)}`);

describe('patterns', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['run-rate', 'a Run Rate of 5', ['g:Run Rate']],
    ['expect/expects', 'it expects', ['g:expects']],
    ['is ?now expected', 'is expected, is now expected', ['g:is expected', 'g:is now expected']],
    ['?also/still up', 'still up', ['g:still up']],
    ['beat ... by', 'beat the consensus estimate by 2%', ['g:beat the consensus estimate by']],
    ['beat ... by', 'beat the long and winding way by', []],
    ['beat ... by', 'beat; by', []],
    ['# analysts', '41 analysts', ['g:41 analysts']],
    ['@ said', 'Olsen said, he said', ['g:Olsen said']],
    ['ceo/chief_executive said', 'the chief executive said', ['g:chief executive said']],
    ['一致预期', '市场一致预期为', ['g:一致预期']],
    ["quarter's", 'the quarter’s', ['g:quarter’s']],
    ['一致预期', 'IDC一致预期', ['g:一致预期']],
    ['u.s economy', 'the U.S. economy', []],
    ['s&p', 'the S&P fell', ['g:S&P']],
    ['# / 5', '4 / 5', ['g:4 / 5']],
  ];
  test.each(rows)('%s in "%s"', (pattern, text, expected) => {
    expect(found({ g: [pattern] }, text)).toEqual(expected);
  });
});

test('a longer phrase silences what lies inside it', () => {
  expect(found({ expected: ['expected'], compared: ['lower than expected'] }, 'lower than expected')).toEqual([
    'compared:lower than expected',
  ]);
});

test('tokens quote the text they were read from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      tokenise(text).every(
        ({ start, end, word }) => start < end && text.slice(start, end).replace('’', "'").toLowerCase() === word,
      ),
    ),
  );
});
