// Undo, redo and history rest on these laws; each is checked on random records.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apply,
  diff,
  findConflicts,
  invert,
  isEmpty,
  recordKey,
  splitKey,
  squash,
  type RecordKey,
  type Records,
  type Row,
} from '../../../src/core/change/changeset';

const cell = fc.oneof(fc.constantFrom('a', 'b', ''), fc.integer({ min: 0, max: 3 }), fc.constant(null));
const row: fc.Arbitrary<Row> = fc.record({ x: cell, y: cell });
const key: fc.Arbitrary<RecordKey> = fc.constantFrom('t/1', 't/2', 'u/1', 'u/__proto__', 'u/a/b');
const records: fc.Arbitrary<Records> = fc
  .array(fc.tuple(key, row), { maxLength: 5 })
  .map((entries) => new Map<RecordKey, Row>(entries));

const applied = (before: Records, change: Parameters<typeof apply>[1]): Records => {
  const result = apply(before, change);
  if (!result.ok) throw new Error(`conflict: ${JSON.stringify(result.conflicts)}`);
  return result.records;
};

describe('changesets', () => {
  test('applying the difference gives the later records', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        expect(applied(a, diff(a, b))).toEqual(b);
      }),
    );
  });

  test('the inverse undoes, and inverting twice changes nothing', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const change = diff(a, b);
        expect(applied(b, invert(change))).toEqual(a);
        expect(invert(invert(change))).toEqual(change);
      }),
    );
  });

  test('a squashed pair does what the two did', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const joined = squash(diff(a, b), diff(b, c));
        expect(applied(a, joined)).toEqual(c);
        expect(joined).toEqual(diff(a, c));
      }),
    );
  });

  test('squashing with the own inverse leaves nothing', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const change = diff(a, b);
        expect(isEmpty(squash(change, invert(change)))).toBe(true);
      }),
    );
  });

  test('a difference of equal records is empty', () => {
    fc.assert(
      fc.property(records, (a) => {
        expect(isEmpty(diff(a, new Map(a)))).toBe(true);
      }),
    );
  });

  test('a conflict names the cell, what was expected and what stands there', () => {
    const change = diff(new Map([['t/1', { x: 1, y: 2 }]]), new Map([['t/1', { x: 5, y: 2 }]]));
    const elsewhere: Records = new Map([['t/1', { x: 9, y: 2 }]]);
    expect(findConflicts(change, (k) => elsewhere.get(k))).toEqual([
      { key: 't/1', column: 'x', expected: 1, found: 9 },
    ]);
    expect(apply(elsewhere, change).ok).toBe(false);
  });

  test('a record that is missing or already there is a conflict of the whole record', () => {
    const add = diff(new Map(), new Map([['t/1', { x: 1 }]]));
    expect(findConflicts(add, () => ({ x: 1 }))).toEqual([
      { key: 't/1', column: null, expected: undefined, found: undefined },
    ]);
    expect(findConflicts(invert(add), () => undefined)).toHaveLength(1);
  });

  test('keys split at the first slash', () => {
    expect(splitKey(recordKey('finding_status', 'CALC01/a/b'))).toEqual({ table: 'finding_status', id: 'CALC01/a/b' });
  });
});
