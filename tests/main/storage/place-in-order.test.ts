// Where a finding stands in its list: rising always, and moved as little as can be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInOrder } from '../../../src/main/storage/queries/audit';

describe('positions of a list', () => {
  it.each<[string, (number | null)[], number[]]>([
    ['nothing', [], []],
    ['as they are', [3, 7, 9], [3, 7, 9]],
    ['one between two', [0, null, 1024], [0, 512, 1024]],
    ['several between two', [0, null, null, 9], [0, 3, 6, 9]],
    ['one behind all', [5, null], [5, 1029]],
    ['one that moved up comes after what stands before it', [9, 5], [9, 1033]],
    ['no room left: all anew', [4, null, 5], [0, 1024, 2048]],
  ])('%s', (_, known, placed) => expect(placeInOrder(known)).toEqual(placed));

  it('rise, and leave a list that rises as it is', () => {
    const known = fc.array(fc.option(fc.nat(5000), { nil: null }), { maxLength: 200 });
    fc.assert(
      fc.property(known, (list) => {
        const placed = placeInOrder(list);
        expect(placed).toHaveLength(list.length);
        expect(placed.every((one, at) => one > (placed[at - 1] ?? -1))).toBe(true);
        expect(placeInOrder(placed)).toEqual(placed);
      }),
    );
  });
});
