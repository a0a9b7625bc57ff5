import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../src/core/base/differences';

const said = (before: string, after: string) =>
  differencesOf(before.split(' ').filter(Boolean), after.split(' ').filter(Boolean)).map((one) => [
    before.split(' ').filter(Boolean).slice(one.beforeStart, one.beforeEnd).join(' '),
    after.split(' ').filter(Boolean).slice(one.afterStart, one.afterEnd).join(' '),
  ]);

describe('differences of two texts by words', () => {
  it.each([
    ['nothing', 'a b c', 'a b c', []],
    ['one word for another', 'sales rose 5% in May', 'sales rose 6% in May', [['5%', '6%']]],
    [
      'words added',
      'sales rose',
      'net sales rose again',
      [
        ['', 'net'],
        ['', 'again'],
      ],
    ],
    [
      'words left out',
      'net sales rose again',
      'sales rose',
      [
        ['net', ''],
        ['again', ''],
      ],
    ],
    ['all of it', 'a b', 'c d', [['a b', 'c d']]],
    ['from nothing', '', 'a', [['', 'a']]],
    ['to nothing', 'a', '', [['a', '']]],
    [
      'a moved word',
      'a b c d',
      'b c d a',
      [
        ['a', ''],
        ['', 'a'],
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });
});

describe('differences of any two lists', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('make one of the other, and what stands between them is the same', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const made: string[] = [];
        let at = 0;
        for (const one of differencesOf(before, after)) {
          made.push(...before.slice(at, one.beforeStart), ...after.slice(one.afterStart, one.afterEnd));
          expect(one.beforeEnd > one.beforeStart || one.afterEnd > one.afterStart).toBe(true);
          at = one.beforeEnd;
        }
        expect([...made, ...before.slice(at)]).toEqual(after);
      }),
    );
  });

  it('are as few items as a longest common part leaves', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changed = differencesOf(before, after).reduce(
          (sum, one) => sum + one.beforeEnd - one.beforeStart + one.afterEnd - one.afterStart,
          0,
        );
        expect(changed).toBe(before.length + after.length - 2 * longestCommon(before, after));
      }),
    );
  });

  it('of lists with too much between their ends are one', () => {
    const before = ['x', ...Array.from({ length: 2000 }, (_, at) => `a${at}`), 'y'];
    const after = ['x', ...Array.from({ length: 2000 }, (_, at) => `b${at}`), 'y'];
    expect(differencesOf(before, after)).toEqual([{ beforeStart: 1, beforeEnd: 2001, afterStart: 1, afterEnd: 2001 }]);
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const one of a) {
    const next: number[] = [];
    b.forEach((other, at) => {
      next.push(one === other ? (row[at - 1] ?? 0) + 1 : Math.max(next[at - 1] ?? 0, row[at] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
