/** What an analyst types in a cell, and how its value is shown. */
import { describe, expect, test } from 'vitest';
import { bestScale, formatValue } from '../../../../src/core/figure/quantity/typed/format';
import { parseTypedValue, type ValueContext } from '../../../../src/core/figure/quantity/typed/typed-value';
import type { Quantity } from '../../../../src/core/figure/model';
import { readQuantities } from '../../../../src/core/figure/quantity/quantity';

const BILLIONS: ValueContext = { unit: 'money', scale: 9, currency: 'USD' };
const PERCENT: ValueContext = { unit: 'percent', scale: 0, currency: null };

function typed(text: string, context: ValueContext): string {
  const value = parseTypedValue(text, context);
  if ('error' in value) return value.error.code;
  const blur = value.approximate ? ' ~' : '';
  return `${value.low ?? ''}..${value.high ?? ''} ${value.qualifier}${blur}${value.strict ? ' strict' : ''} e${value.lowExponent}`;
}

describe('parseTypedValue', () => {
  test.each<[string, ValueContext, string]>([
    ['37.6', BILLIONS, '37600000000..37600000000 none e8'],
    ['37.60', BILLIONS, '37600000000..37600000000 none e7'],
    ['~43.2', BILLIONS, '43200000000..43200000000 approx ~ e8'],
    ['about 43.2', BILLIONS, '43200000000..43200000000 approx ~ e8'],
    ['60–70', PERCENT, '60..70 range e0'],
    ['60-70', PERCENT, '60..70 range e0'],
    ['60 to 70', PERCENT, '60..70 range e0'],
    ['~22–24', PERCENT, '22..24 range ~ e0'],
    ['-5 to -3', PERCENT, '-5..-3 range e0'],
    ['>15', BILLIONS, '15000000000.. at-least strict e9'],
    ['≥15', BILLIONS, '15000000000.. at-least e9'],
    ['20+', PERCENT, '20.. at-least e0'],
    ['<5', PERCENT, '..5 at-most strict e0'],
    ['≤5', PERCENT, '..5 at-most e0'],
    ['up to 25', BILLIONS, '..25000000000 up-to e9'],
    ['(2.5)', BILLIONS, '-2500000000..-2500000000 none e8'],
    ['-2.5', BILLIONS, '-2500000000..-2500000000 none e8'],
    ['−2.5', BILLIONS, '-2500000000..-2500000000 none e8'],
    ['1,234.5', BILLIONS, '1234500000000..1234500000000 none e8'],
    ['.5', PERCENT, '0.5..0.5 none e-1'],
    ['28%', PERCENT, '28..28 none e0'],
    ['25%–30%', PERCENT, '25..30 range e0'],
    ['$37.6B', BILLIONS, '37600000000..37600000000 none e8'],
    ['$180–200B', BILLIONS, '180000000000..200000000000 range e9'],
    ['', BILLIONS, 'E_VALUE_EMPTY'],
    ['n/a', BILLIONS, 'E_VALUE_UNREADABLE'],
    ['12 apples and pears', BILLIONS, 'E_VALUE_UNREADABLE'],
    ['1.2.3', BILLIONS, 'E_VALUE_UNREADABLE'],
    ['70–60', PERCENT, 'E_VALUE_ORDER'],
    ['50 bps', BILLIONS, 'E_VALUE_UNIT'],
  ])('%s', (text, context, expected) => {
    expect(typed(text, context)).toBe(expected);
  });

  test('an error says what to do', () => {
    const value = parseTypedValue('abc', BILLIONS);
    expect('error' in value && value.error.message).toContain('Type a number');
  });
});

function read(text: string): Quantity {
  const [first] = readQuantities(text);
  if (!first) throw new Error(`nothing read in ${text}`);
  return first;
}

describe('bestScale and formatValue', () => {
  test.each<[string, number, string]>([
    ['$37.6B', 9, '37.6'],
    ['$950 million', 6, '950'],
    ['$1,234.5 million', 9, '1.2345'],
    ['$950,000', 0, '950,000'],
    ['28%', 0, '28'],
    ['more than $15 billion', 9, '>15'],
    ['-$2.7B', 9, '-2.7'],
    ['between 2% and 3%', 0, '2–3'],
    ['$1.2 trillion', 12, '1.2'],
  ])('%s', (text, scale, value) => {
    const quantity = read(text);
    expect(bestScale(quantity)).toBe(scale);
    expect(formatValue(quantity, scale)).toBe(value);
  });
});
