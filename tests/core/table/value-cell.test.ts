// Cells of values: what is read, what is nothing, and what only looks like a number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shift } from '../../../src/core/figure/decimal';
import type { Locale } from '../../../src/core/figure/cell/cell';
import { readNumeral } from '../../../src/core/figure/cell/numeral';
import { readValueCell } from '../../../src/core/figure/cell/value-cell';

const low = (text: string, locale: Locale = 'point'): string | null => {
  const read = readValueCell(text, locale);
  if (read.kind !== 'value') return read.kind;
  return [
    read.low ?? '…',
    read.high === read.low ? '' : `–${read.high ?? '…'}`,
    read.unit ? ` ${read.unit}` : '',
    read.currency ? ` ${read.currency}` : '',
  ].join('');
};

describe('a cell of values', () => {
  it.each([
    ['1,234.5', '1234.5'],
    ['1234.50', '1234.5'],
    ['(1,234)', '-1234'],
    ['-12', '-12'],
    ['−12', '-12'],
    ['12-', '-12'],
    ...Array.from('\u2010\u2011\u2012\u2013\u2015\u207b\u2212\ufe63\uff0d', (sign): [string, string] => [
      `${sign}12.5`,
      '-12.5',
    ]),
    ['（１２．５）', '-12.5'],
    ['３．５％', '3.5 percent'],
    ['12%', '12 percent'],
    ['3% CAGR', '3 percent'],
    ['(2.5)%', '-2.5 percent'],
    ['$1,234', '1234 money USD'],
    ['US$ (12)', '-12 money USD'],
    ['$5.2bn', '5200000000 money USD'],
    ['5 Mio. €', '5000000 money EUR'],
    ['USD 12m', '12000000 money USD'],
    ['3.5x', '3.5 multiple'],
    ['25 bps', '25 bps'],
    ['12 GW', '12 power_gw'],
    ['1,23,45,678', '12345678'],
    ['1.5E+06', '1500000'],
    ['~43.2', '43.2'],
    ['60–70', '60–70'],
    ['>15', '15–…'],
    ['.5', '0.5'],
    ['–', 'empty'],
    ['n.a.', 'empty'],
    ['#N/A', 'empty'],
    ['see note', 'words'],
    ['007', 'doubt'],
    ['1,23', 'doubt'],
    ['1,234,56', 'doubt'],
    ['1.2.3', 'doubt'],
    ['(-5)', 'doubt'],
    ['12 ,5', 'doubt'],
    ['1\u202e2', 'doubt'],
    ['#REF!', 'doubt'],
    ["=cmd|' /C calc'!A0", 'doubt'],
    ['=1+1', 'doubt'],
    ['4111111111111111111111111111', 'doubt'],
  ])('%s is %s', (text, expected) => expect(low(text)).toBe(expected));

  it.each([
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u202f234,50', '1234.5'],
    ["1'234,5", '1234.5'],
    ['-0,5 %', '-0.5 percent'],
    ['1,234.5', 'doubt'],
  ])('%s is %s where the decimal mark is a comma', (text, expected) => expect(low(text, 'comma')).toBe(expected));

  it('takes a stored number as it is stored, and a percentage as it is shown', () => {
    expect(readValueCell({ text: '12.5%', value: '0.125', unit: 'percent' }, 'point')).toMatchObject({
      low: '12.5',
      lowExponent: -1,
      unit: 'percent',
    });
    expect(readValueCell({ text: '#REF!', error: true, formula: 'A1' }, 'point')).toMatchObject({ kind: 'doubt' });
    expect(readValueCell({ text: '', formula: 'A1+A2' }, 'point')).toMatchObject({ kind: 'doubt' });
  });
});

/** The number in the style of a locale, grouped or not. */
function write(digits: string, fraction: string, locale: Locale, mark: string): string {
  const whole = mark === '' ? digits : digits.replaceAll(/\B(?=(?:\d{3})+$)/g, mark);
  return fraction === '' ? whole : `${whole}${locale === 'point' ? '.' : ','}${fraction}`;
}

describe('a number is read only if writing it back gives the same text', () => {
  const whole = fc.stringMatching(/^(?:0|[1-9]\d{0,14})$/);
  const fraction = fc.stringMatching(/^\d{0,6}$/);
  const locale = fc.constantFrom<Locale>('point', 'comma');

  it('whatever was written as a number is read as that number', () => {
    fc.assert(
      fc.property(whole, fraction, locale, fc.constantFrom('', ' ', '\u202f', "'"), (digits, tail, where, mark) => {
        const read = readNumeral(write(digits, tail, where, mark), where);
        expect(read).toEqual({ value: shift(tail === '' ? digits : `${digits}.${tail}`, 0), places: tail.length });
      }),
    );
  });

  it('whatever is read writes back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d.,' ]{1,12}$/), locale, (text, where) => {
        const read = readNumeral(text, where);
        if (read === null || 'doubt' in read) return;
        const padded = shift(read.value, read.places);
        const digits = text.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
        expect(padded).toBe(digits === '' ? '0' : digits);
      }),
    );
  });

  it('nothing that is thrown at it throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), locale, (text, where) => void readValueCell(text, where)));
  });
});
