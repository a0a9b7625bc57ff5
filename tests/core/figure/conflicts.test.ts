/** Which figures of one metric and period contradict each other. */
import { describe, expect, it } from 'vitest';
import { type Compared, conflicting } from '../../../src/core/figure/display/conflicts';

const one = (id: string, value: string, set: Partial<Compared> = {}): Compared => {
  const ends = (value.match(/\d+(?:\.\d+)?/g) ?? []).map((digits) => String(Number(digits) * 1e9));
  return {
    id,
    value,
    scale: 9,
    low: ends[0] ?? null,
    high: ends.at(-1) ?? null,
    unit: 'money',
    currency: 'USD',
    basis: null,
    assertion: 'reported',
    provenance: 'disclosed',
    approximate: false,
    ...set,
  };
};

describe('values of one cell', () => {
  it.each<[string, readonly Compared[], string]>([
    ['the same', [one('a', '37.6'), one('b', '37.6')], ''],
    ['within rounding', [one('a', '37.6'), one('b', '37.64')], ''],
    ['apart', [one('a', '37.6'), one('b', '37.4')], 'ab'],
    ['one of three', [one('a', '37.6'), one('b', '37.6'), one('c', '39')], 'abc'],
    ['inside a range', [one('a', '36–38'), one('b', '37')], ''],
    ['outside a range', [one('a', '36–38'), one('b', '41')], 'ab'],
    ['approximate', [one('a', '~37', { approximate: true }), one('b', '38')], ''],
    ['an open end', [one('a', '>30', { high: null }), one('b', '38')], ''],
    ['below an open end', [one('a', '>40', { high: null }), one('b', '38')], 'ab'],
    ['another currency', [one('a', '37.6'), one('b', '30', { currency: 'EUR' })], ''],
    ['another basis', [one('a', '37.6'), one('b', '30', { basis: 'adjusted' })], ''],
    ['what others expect', [one('a', '37.6'), one('b', '36.9', { provenance: 'consensus' })], ''],
    ['what is guided', [one('a', '37.6'), one('b', '36.9', { assertion: 'guidance' })], ''],
  ])('%s', (_name, figures, ids) => {
    expect([...conflicting(figures)].join('')).toBe(ids);
  });
});
