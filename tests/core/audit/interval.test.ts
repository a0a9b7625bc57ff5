// Interval arithmetic against brute force: whatever the true values behind the print, the interval holds the result.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  divide,
  exactly,
  growth,
  type Interval,
  multiply,
  printedInterval,
  subtract,
} from '../../../src/core/audit/arithmetic/interval';

const print = (value: string, exponent: number, approximate = false): Interval =>
  printedInterval({ low: value, high: value, lowExponent: exponent, highExponent: exponent, approximate });
const ends = (i: Interval | null) => i && [i.low?.toString() ?? null, i.high?.toString() ?? null];

describe('printedInterval', () => {
  it.each([
    ['2.4%', print('2.4', -1), ['2.35', '2.45']],
    ['$181.5B', print('181500000000', 8), ['181450000000', '181550000000']],
    ['~43.2', print('43.2', -1, true), ['43.1', '43.3']],
    [
      '$15B+',
      printedInterval({ low: '15', high: null, lowExponent: 0, highExponent: 0, approximate: false }),
      ['15', null],
    ],
    [
      'up to 25',
      printedInterval({ low: null, high: '25', lowExponent: 0, highExponent: 0, approximate: false }),
      [null, '25'],
    ],
    [
      '22–24',
      printedInterval({ low: '22', high: '24', lowExponent: 0, highExponent: 0, approximate: false }),
      ['21.5', '24.5'],
    ],
  ])('%s', (_, interval, expected) => {
    expect(ends(interval)).toEqual(expected);
  });
});

describe('compare', () => {
  it.each([
    ['beat: 181.5 over 177.3 is 2.4%', growth(print('181.5', -1), print('177.3', -1)), print('2.4', -1), 'tied'],
    ['2.78 over 1.64 is 70%', growth(print('2.78', -2), print('1.64', -2)), print('70', 0), 'tied'],
    [
      '44.2 over ~25 is 76%, at the edge',
      growth(print('44.2', -1), print('25', 0, true)),
      print('76', 0),
      'tied_within_rounding',
    ],
    ['17.2 over 16.9 is not 3.8%', growth(print('17.2', -1), print('16.9', -1)), print('3.8', -1), 'conflict'],
    [
      '8 + 5 + 20 exceeds 30',
      add(add(exactly(8), exactly(5)), exactly(20)),
      printedInterval({ low: '30', high: null, lowExponent: 0, highExponent: 0, approximate: false }),
      'tied',
    ],
  ])('%s', (_, computed, claimed, verdict) => {
    expect(computed && compare(computed, claimed)).toBe(verdict);
  });
});

describe('against brute force', () => {
  const value = fc.integer({ min: -500, max: 500 });
  const nudge = fc.integer({ min: -50, max: 50 }).map((n) => n / 100);
  const holds = (interval: Interval, x: number) =>
    (interval.low === null || Number(interval.low) <= x + 1e-9) &&
    (interval.high === null || x - 1e-9 <= Number(interval.high));
  it('holds what sums, differences, products, quotients and changes can be', () => {
    fc.assert(
      fc.property(value, value, nudge, nudge, (a, b, da, db) => {
        const [x, y] = [a + da, b + db];
        const [p, q] = [print(String(a), 0), print(String(b), 0)];
        expect(holds(add(p, q), x + y)).toBe(true);
        expect(holds(subtract(p, q), x - y)).toBe(true);
        expect(holds(multiply(p, q), x * y)).toBe(true);
        expect(holds(absolute(p), Math.abs(x))).toBe(true);
        const quotient = divide(p, q);
        if (quotient) expect(holds(quotient, x / y)).toBe(true);
        else expect(Math.abs(b)).toBe(0);
        const change = growth(p, q);
        if (change) expect(holds(change, ((x - y) / Math.abs(y)) * 100)).toBe(true);
      }),
    );
  });
});
