/** Exact decimals: shifted as text, reckoned without binary floating point. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  negate,
  normalise,
  shift,
  subtract,
} from '../../../src/core/figure/decimal';

describe('shift', () => {
  test.each<[string, number, string]>([
    ['37.6', 9, '37600000000'],
    ['37.6', 0, '37.6'],
    ['37.60', 0, '37.6'],
    ['438.1', -2, '4.381'],
    ['5', -3, '0.005'],
    ['0', 9, '0'],
    ['-0.0', 3, '0'],
    ['-2.5', 1, '-25'],
    ['007', 0, '7'],
    ['123456789012345678901234567890.5', 1, '1234567890123456789012345678905'],
  ])('%s × 10^%i = %s', (value, power, expected) => {
    expect(shift(value, power)).toBe(expected);
  });

  test('there and back', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 30 }), (digits, power) => {
        const value = normalise(digits.toString());
        expect(shift(shift(value, power), -power)).toBe(value);
        expect(shift(shift(value, -power), power)).toBe(value);
      }),
    );
  });

  test.each(['', '1e5', 'abc', '1.', '--1', 'NaN'])('refuses %j', (text) => {
    expect(() => normalise(text)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  test('is exact', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(multiply('1.10', '3')).toBe('3.3');
    expect(divide('1', '3', 5)).toBe('0.33333');
    expect(divide('2', '3', 5)).toBe('0.66667');
    expect(divide('1', '0')).toBeNull();
    expect(compare('10', '9.99')).toBe(1);
    expect(negate('-3')).toBe('3');
    expect(negate('0')).toBe('0');
    expect(absolute('-3.5')).toBe('3.5');
  });
});
