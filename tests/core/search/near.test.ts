// Search forgives a mistyped word and knows an abbreviation.
import { describe, expect, test } from 'vitest';
import { editsBetween, isNear, nearestWord, otherWords } from '../../../src/core/search/near';

test.each<[string, string, number, number | null]>([
  ['capxe', 'capex', 1, 1],
  ['drak', 'dark', 1, 1],
  ['antropic', 'anthropic', 2, 1],
  ['margin', 'margin', 1, 0],
  ['margin', 'marginal', 1, null],
  ['revenue', 'avenue', 2, 2],
  ['abcd', 'badc', 1, null],
])('%s → %s within %i: %s', (from, to, most, edits) => expect(editsBetween(from, to, most)).toBe(edits));

test.each<[string, string, boolean]>([
  ['drak', 'dark', true],
  ['exprot', 'export', true],
  ['expro', 'export', true],
  ['fiel', 'file', true],
  ['go', 'to', false],
  ['help', 'undo', false],
])('%s near %s: %s', (typed, word, near) => expect(isNear(typed, word)).toBe(near));

describe('the nearest word', () => {
  const words = new Map([
    ['capex', 9],
    ['anthropic', 3],
    ['margin', 5],
    ['margins', 1],
  ]);
  test.each([
    ['capxe', 'capex'],
    ['antropic', 'anthropic'],
    ['margim', 'margin'],
    ['fcf', null],
    ['zebra', null],
  ])('to %s is %s', (typed, word) => expect(nearestWord(typed, words)).toBe(word));
});

test.each<[string, readonly string[]]>([
  ['fcf', ['free cash flow']],
  ['aws om', ['aws operating margin']],
  ['free cash flow margin', ['fcf margin']],
  ['anything else', []],
])('%s also asks for %o', (typed, asked) => {
  expect(otherWords(typed.split(' ')).map((words) => words.join(' '))).toEqual(asked);
});
