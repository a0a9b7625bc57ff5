/** What a typed value says of itself: never dropped, and the same for every way of saying it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTypedValue, type ValueContext } from '../../../../src/core/figure/quantity/typed/typed-value';

const BILLIONS: ValueContext = { unit: 'money', scale: 9, currency: 'USD' };
const MILLIONS_OF = (currency: string): ValueContext => ({ unit: 'money', scale: 6, currency });
const PERCENT: ValueContext = { unit: 'percent', scale: 0, currency: null };
const SHARE: ValueContext = { unit: 'per_share', scale: 0, currency: 'USD' };
const OPEN: ValueContext = { unit: 'count', scale: 0, currency: null, open: true };

function read(text: string, context: ValueContext) {
  const value = parseTypedValue(text, context);
  if ('error' in value) return value.error.code;
  const { unit, scale, currency } = value.said;
  const said = [unit, scale, currency].filter((one) => one !== null).join(' ');
  return `${value.low ?? ''}..${value.high ?? ''}${said === '' ? '' : ` ${said}`}`;
}

describe('a currency in the text', () => {
  test.each<[string, ValueContext, string]>([
    ['€3.2m', BILLIONS, '3200000..3200000 EUR'],
    ['£2', BILLIONS, '2000000000..2000000000 GBP'],
    ['￥5万', BILLIONS, '50000..50000 CNY'],
    ['about €3', BILLIONS, '3000000000..3000000000 EUR'],
    ['EUR 3–4', BILLIONS, '3000000000..4000000000 EUR'],
    ['3 EUR', BILLIONS, '3000000000..3000000000 EUR'],
    ['>£15', BILLIONS, '15000000000.. GBP'],
    ['($5)', BILLIONS, '-5000000000..-5000000000'],
    ['$5', BILLIONS, '5000000000..5000000000'],
    ['$5', MILLIONS_OF('HKD'), '5000000..5000000'],
    ['US$5', MILLIONS_OF('HKD'), '5000000..5000000 USD'],
    ['¥5', MILLIONS_OF('CNY'), '5000000..5000000'],
    ['￥5万', MILLIONS_OF('JPY'), '50000..50000'],
    ['€5', MILLIONS_OF('HKD'), '5000000..5000000 EUR'],
    ['£2.10', SHARE, '2.1..2.1 GBP'],
  ])('%s in %o', (text, context, expected) => expect(read(text, context)).toBe(expected));

  test('is told, whatever the row is in', () => {
    const signs = { '€': 'EUR', '£': 'GBP', '₹': 'INR', 'CHF ': 'CHF', HK$: 'HKD', 'USD ': 'USD' };
    const lead = fc.constantFrom('', '~', 'about ', 'approx. ', '>', 'at least ');
    const tail = fc.constantFrom('', 'm', 'bn', ' million');
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(signs)),
        fc.constantFrom(...Object.values(signs)),
        fc.integer({ min: 1, max: 999 }),
        lead,
        tail,
        ([sign, code], own, number, before, behind) => {
          const value = parseTypedValue(`${before}${sign}${number}${behind}`, MILLIONS_OF(own));
          return !('error' in value) && (value.said.currency ?? own) === code;
        },
      ),
    );
  });
});

describe('words that say the same', () => {
  test.each([
    ['~5'],
    ['about 5'],
    ['around 5'],
    ['approx. 5'],
    ['approx 5'],
    ['approximately 5'],
    ['c. 5'],
    ['circa 5'],
    ['roughly 5'],
    ['nearly 5'],
    ['约5'],
    ['~$5'],
    ['about $5'],
    ['approx. USD 5'],
    ['about 5bn'],
    ['approx. $5 billion'],
    ['about five billion'],
  ])('%s is about 5 bn in a row of USD bn', (text) => {
    const value = parseTypedValue(text, BILLIONS);
    expect(value).toMatchObject({ low: '5000000000', high: '5000000000', approximate: true });
    expect(value).toMatchObject({ said: { currency: null } });
  });
  test.each([['USD 4'], ['$4'], ['4 USD'], ['4'], ['4bn'], ['4 dollars'], ['４']])('%s is 4 bn', (text) => {
    expect(parseTypedValue(text, BILLIONS)).toMatchObject({ low: '4000000000', said: { currency: null } });
  });
});

describe('a unit in the text', () => {
  test.each<[string, ValueContext]>([
    ['12%', BILLIONS],
    ['50 bps', BILLIONS],
    ['$5', PERCENT],
    ['3x', PERCENT],
  ])('%s is refused in %o, with the reason', (text, context) => {
    const value = parseTypedValue(text, context);
    if (!('error' in value)) throw new Error('taken');
    expect(value.error.code).toBe('E_VALUE_UNIT');
    expect(value.error.message).toContain('change its Unit first');
  });

  test.each<[string, string]>([
    ['35.1%', '35.1..35.1 percent'],
    ['$35.1bn', '35100000000..35100000000 money 9 USD'],
    ['€5', '5..5 money EUR'],
    ['120 bps', '120..120 bps'],
    ['14.4x', '14.4..14.4 multiple'],
    ['1,400', '1400..1400'],
    ['300 million', '300000000..300000000 6'],
  ])('%s says it where nobody has yet', (text, expected) => {
    expect(read(text, OPEN)).toBe(expected);
  });
});

describe('forms that people type', () => {
  test.each<[string, string]>([
    ['0,5', '0.5..0.5'],
    ['12,5', '12.5..12.5'],
    ['1 234', '1234..1234'],
    ['12 000 000', '12000000..12000000'],
    ['1 234,5', '1234.5..1234.5'],
    ['1,234', '1234..1234'],
    ['１２．５', '12.5..12.5'],
    ['½', '0.5..0.5'],
    ['2½', '2.5..2.5'],
    ['5±1', '4..6'],
    ['-10% to +10%', '-10..10'],
  ])('%s', (text, expected) => expect(read(text, PERCENT)).toBe(expected));

  test('a range from below nothing to above it has no direction', () => {
    expect(parseTypedValue('-10% to +10%', PERCENT)).toMatchObject({ direction: null });
    expect(parseTypedValue('+5 to +10', PERCENT)).toMatchObject({ direction: 'up' });
  });
});
