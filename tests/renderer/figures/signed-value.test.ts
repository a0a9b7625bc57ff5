/** What the editor of a value starts from: typed back, it is the same figure. */
import { expect, test } from 'vitest';
import { parseTypedValue } from '../../../src/core/figure/quantity/typed/typed-value';
import { signedValue } from '../../../src/core/figure/display/text';

test.each([
  ['4.5', 'down', '-4.5'],
  ['28', 'up', '+28'],
  ['~4', 'down', '~-4'],
  ['4–5', 'down', '-5 to -4'],
  ['4–5', 'up', '+4 to +5'],
  ['4.5', null, '4.5'],
  ['>15', 'down', '>15'],
] as const)('%s %s', (value, direction, text) => {
  expect(signedValue({ value, direction })).toBe(text);
  expect(parseTypedValue(text, { unit: 'percent', scale: 0, currency: null })).not.toHaveProperty('error');
});
