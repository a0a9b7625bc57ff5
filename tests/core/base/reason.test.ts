// What a parser said went wrong, as it is told to a person beside the place.
import { expect, test } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { reasonOf } from '../../../src/core/base/reason';

const caught = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

test.each([
  ['{"a": 1,\n "b": }', /^Unexpected token '?}'?/],
  ['{"a": 1,\n}', /at line 2, column 1$/],
  ['[1, 2', /^Expected ',' or '\]' after array element.*at line 1, column 6$/],
  ['', /^Unexpected end of JSON input$/],
])('JSON %j', (text, reason) => {
  expect(reasonOf(caught(text), text)).toMatch(reason);
});

test('what the text says is left out', () => {
  const text = '{"secret": confidential}';
  expect(reasonOf(caught(text), text)).not.toContain('secret');
});

test.each([
  [
    new TieoutError('E_DAMAGED', 'The file is damaged.', undefined, new Error('3:14: unexpected close tag.')),
    '3:14: unexpected close tag',
  ],
  [new Error('bad\n  xref'), 'bad xref'],
  ['invalid zip data', 'invalid zip data'],
  [new Error('x'.repeat(500)), 'x'.repeat(90)],
])('error %#', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
