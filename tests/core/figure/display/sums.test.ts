// What a selection comes to: exact decimals, one unit, and what was left out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumsOf, type Summed } from '../../../../src/core/figure/display/sums';

const bn = (value: string, rest: Partial<Summed> = {}): Summed => ({
  low: value,
  high: value,
  unit: 'money',
  currency: 'USD',
  scale: 9,
  direction: null,
  ...rest,
});
const percent = (value: string, rest: Partial<Summed> = {}): Summed =>
  bn(value, { unit: 'percent', currency: null, scale: 0, ...rest });

describe('sums', () => {
  test.each<[string, readonly Summed[], Partial<ReturnType<typeof sumsOf>>]>([
    [
      'of one unit',
      [bn('37600000000'), bn('4400000000')],
      { count: 2, unit: 'USD bn', sum: '42', average: '21', least: '4.4', most: '37.6' },
    ],
    [
      'over scales',
      [bn('1500000000'), bn('250000000', { scale: 6 })],
      { unit: 'USD bn', sum: '1.75', average: '0.875' },
    ],
    ['of tenths', [percent('0.1'), percent('0.2')], { unit: '%', sum: '0.3', average: '0.15' }],
    ['that do not come out even', [percent('1'), percent('1'), percent('2')], { sum: '4', average: '≈1.3333' }],
    ['with falls', [percent('5'), percent('3', { direction: 'down' })], { sum: '2', least: '−3', most: '5' }],
    ['with a range', [percent('5'), percent('3', { high: '4' })], { count: 1, left: 1, sum: '5' }],
    ['of two currencies', [bn('1'), bn('1', { currency: 'EUR' })], { count: 2, unit: null, sum: null }],
    ['of two units', [bn('1'), percent('1')], { count: 2, sum: null }],
    ['of nothing', [], { count: 0, left: 0, sum: null }],
    ['of thousands', [bn('1234000', { scale: 3 }), bn('1000', { scale: 3 })], { unit: 'USD k', sum: '1,235' }],
  ])('%s', (_, figures, expected) => expect(sumsOf(figures)).toMatchObject(expected));

  test('are exact whatever the order', () => {
    const cents = fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cents, (numbers) => {
        const text = (value: number) => {
          const [whole, part] = [Math.floor(Math.abs(value) / 100), Math.abs(value) % 100];
          const fraction = part === 0 ? '' : `.${String(part).padStart(2, '0').replace(/0$/, '')}`;
          return `${value < 0 ? '-' : ''}${whole}${fraction}`;
        };
        const total = numbers.reduce((sum, one) => sum + one, 0);
        const { sum } = sumsOf(numbers.map((one) => percent(text(one))));
        expect(sum?.replaceAll(',', '').replace('−', '-')).toBe(text(total));
      }),
    );
  });
});
