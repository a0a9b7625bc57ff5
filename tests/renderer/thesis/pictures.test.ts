import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFlows } from '../../../src/renderer/src/views/thesis/charts/flow';
import { stackOf } from '../../../src/renderer/src/views/audit/charts/stack';
import { placeStrip, type StripPoint } from '../../../src/renderer/src/views/thesis/charts/strip';

const point = (value: string, label = value): StripPoint => ({ id: label, label, value, kind: 'target' });

describe('targets on a strip', () => {
  it('stand in order and leave out what has no number', () => {
    const placed = placeStrip([point('$370'), point('n/a'), point('$175'), point('$306')], 500);
    expect(placed.map(({ value }) => value)).toEqual(['$175', '$306', '$370']);
    expect(placed.map(({ x }) => x)).toEqual(placed.map(({ x }) => x).sort((left, right) => left - right));
  });

  it('never put two labels over each other', () => {
    const values = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, (all) => {
        const placed = placeStrip(
          all.map((value, index) => point(`$${value}`, `$${value} holder ${index}`)),
          500,
        );
        const spans = placed.map(({ x, label, anchor, row }) => {
          const length = label.length * 6.4;
          const from = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
          return { row, from, to: from + length };
        });
        const clash = spans.some((one, at) =>
          spans.slice(at + 1).some((other) => one.row === other.row && one.from < other.to && other.from < one.to),
        );
        expect(clash).toBe(false);
      }),
    );
  });
});

describe('flows between parties', () => {
  const flow = (id: string, from: string, to: string) => ({ id, from, to, label: id });
  it('draw one box a party, named or not, and one arc a flow', () => {
    const picture = drawFlows(['Company', ' Lab '], [flow('a', 'company', 'Lab'), flow('b', 'Lab', 'Maker')], 500, 200);
    expect(picture.points.map(({ name }) => name)).toEqual(['Company', 'Lab', 'Maker']);
    expect(picture.arcs).toHaveLength(2);
  });
  it('keep there and back apart, and leave out a flow to oneself', () => {
    const picture = drawFlows([], [flow('a', 'X', 'Y'), flow('b', 'Y', 'X'), flow('c', 'X', 'X')], 500, 200);
    expect(picture.arcs.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(picture.arcs[0]?.path).not.toBe(picture.arcs[1]?.path);
    expect(picture.arcs[0]?.labelY).not.toBe(picture.arcs[1]?.labelY);
  });
  it('stay inside the picture', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 7 }),
        (names) => {
          for (const { x, y, width } of drawFlows(names, [], 540, 220).points) {
            expect(x - width / 2).toBeGreaterThanOrEqual(0);
            expect(x + width / 2).toBeLessThanOrEqual(540);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(220);
          }
        },
      ),
    );
  });
});

describe('a stacked bar', () => {
  it('keeps the order of the classes, adds to the whole, leaves out what is not there', () => {
    const stack = stackOf({ inferred: 1, disclosed: 3 });
    expect(stack.map(({ provenance, share }) => [provenance, share])).toEqual([
      ['disclosed', 75],
      ['inferred', 25],
    ]);
    expect(stackOf({})).toEqual([]);
  });
});
