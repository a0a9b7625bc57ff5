import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  clampCell,
  contains,
  edgesOf,
  everything,
  extendBy,
  extendTo,
  isSingle,
  single,
  sizeOf,
} from '../../../../src/renderer/src/kit/grid/select/range';

const size = { rows: 10, columns: 4 };

describe('a range of cells', () => {
  it('grows by steps, keeps its anchor and stops at the edges', () => {
    const start = single({ row: 0, column: 3 });
    expect(extendBy(start, 'down', size, false)).toEqual({ anchor: start.anchor, head: { row: 1, column: 3 } });
    expect(extendBy(start, 'up', size, false)).toEqual(start);
    expect(extendBy(start, 'right', size, false)).toEqual(start);
    expect(extendBy(start, 'down', size, true).head).toEqual({ row: 9, column: 3 });
    expect(extendBy(start, 'left', size, true).head).toEqual({ row: 0, column: 0 });
  });

  it('knows bounds and size whichever way it was drawn', () => {
    const range = extendTo(single({ row: 5, column: 3 }), { row: 2, column: 1 });
    expect(boundsOf(range)).toEqual({ top: 2, bottom: 5, left: 1, right: 3 });
    expect(sizeOf(range)).toEqual({ rows: 4, columns: 3 });
    expect(isSingle(range)).toBe(false);
    expect(sizeOf(everything(size))).toEqual(size);
  });

  it('outlines only its border', () => {
    const range = extendTo(single({ row: 1, column: 1 }), { row: 3, column: 3 });
    expect(edgesOf(range, { row: 2, column: 2 })).toEqual([]);
    expect(edgesOf(range, { row: 1, column: 1 })).toEqual(['up', 'left']);
    expect(edgesOf(range, { row: 3, column: 3 })).toEqual(['down', 'right']);
    expect(edgesOf(range, { row: 0, column: 1 })).toBeNull();
  });

  it('never leaves the grid and always contains anchor and head', () => {
    const cell = fc.record({ row: fc.integer({ min: 0, max: 9 }), column: fc.integer({ min: 0, max: 3 }) });
    const step = fc.constantFrom('up' as const, 'down' as const, 'left' as const, 'right' as const);
    fc.assert(
      fc.property(cell, fc.array(fc.tuple(step, fc.boolean()), { maxLength: 30 }), (start, steps) => {
        const range = steps.reduce((now, [by, toEdge]) => extendBy(now, by, size, toEdge), single(start));
        expect(range.anchor).toEqual(start);
        expect(clampCell(range.head, size)).toEqual(range.head);
        expect(contains(range, range.head)).toBe(true);
        expect(contains(range, range.anchor)).toBe(true);
      }),
    );
  });
});
