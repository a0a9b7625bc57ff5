// Every answer of the bridge has a bound; what is beyond it is an error in words, found without reading all of it.
import { expect, test } from 'vitest';
import { boundedReply, isWithin, REPLY_BOUNDS } from '../../src/contract/reply-bounds';
import { APP_MESSAGES, NOTEBOOK_MESSAGES } from '../../src/contract/names';

/** One text many times takes no memory. */
const LONG = 'x'.repeat(1_000_000);

const MESSAGES = [...NOTEBOOK_MESSAGES, ...APP_MESSAGES];

test('every message has a bound', () => {
  expect(Object.keys(REPLY_BOUNDS).toSorted()).toEqual([...MESSAGES].toSorted());
  for (const message of MESSAGES) {
    const { members, characters } = REPLY_BOUNDS[message];
    expect(members, message).toBeLessThanOrEqual(2_000_000);
    expect(characters, message).toBeLessThanOrEqual(2 ** 30);
  }
});

test.each(MESSAGES)('%s: an answer beyond its bound is told in words', (message) => {
  const { characters } = REPLY_BOUNDS[message];
  const value = Array.from({ length: characters / LONG.length + 1 }, () => LONG);
  expect(boundedReply(message, { ok: true, value })).toMatchObject({
    ok: false,
    error: { code: 'E_TOO_LARGE', message: expect.stringMatching(/nothing was lost/) as string },
  });
  const small = { ok: true, value: { revision: 3 } } as const;
  expect(boundedReply(message, small)).toBe(small);
});

const BOUND = { members: 10, characters: 100 };
const CASES: readonly (readonly [string, unknown, boolean])[] = [
  ['nothing', undefined, true],
  ['a number', 7, true],
  ['a short text', 'x'.repeat(100), true],
  ['a long text', 'x'.repeat(101), false],
  ['a text deep inside', { a: [{ b: 'x'.repeat(101) }] }, false],
  ['many short texts', Array.from({ length: 9 }, () => 'x'.repeat(12)), false],
  ['long names', { ['x'.repeat(101)]: 1 }, false],
  ['many numbers', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], false],
  ['a small file', new Uint8Array(100), true],
  ['a large file', new Uint8Array(101), false],
];
test.each(CASES)('%s', (_, value, within) => {
  expect(isWithin(value, BOUND)).toBe(within);
});

test('what an error tells programs is cut off where it is larger than all else', () => {
  const error = { code: 'E_INPUT', message: 'No.', details: Array.from({ length: 100_000 }, (_, n) => n) } as const;
  expect(boundedReply('notebook.info', { ok: false, error })).toEqual({
    ok: false,
    error: { code: 'E_INPUT', message: 'No.' },
  });
});
