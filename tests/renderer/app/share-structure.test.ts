/** Sharing structure: the new answer in every value, the old one in every part that did not change. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareStructure } from '../../../src/renderer/src/app/calls/share-structure';

test('unchanged parts keep their identity', () => {
  const row = { id: 'a', cites: ['x'] };
  const after = [
    { id: 'a', cites: ['x'] },
    { id: 'b', cites: ['y'] },
  ];
  const shared = shareStructure([row, { id: 'b', cites: [] }], after);
  expect(shared).toEqual(after);
  expect(Array.isArray(shared) && shared.some((one) => Object.is(one, row))).toBe(true);
});

test('a key that went away is a change', () => {
  const before: unknown = { a: 1, b: undefined };
  expect(shareStructure(before, { a: 1 })).toEqual({ a: 1 });
  expect(shareStructure({ a: 1 }, { b: 1 })).toEqual({ b: 1 });
});

test('always equals the new answer; an equal answer is the old object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(shareStructure(before, after)).toEqual(after);
      expect(shareStructure(before, structuredClone(before))).toBe(before);
    }),
    { examples: [[{}, JSON.parse('{"__proto__":""}')]] },
  );
});
