// Corrections to a table's mapping, and what counts as a pasted range.
import { describe, expect, it } from 'vitest';
import { NO_ATTRIBUTES } from '../../../src/core/table/model';
import { isRange, rangeOf } from '../../../src/renderer/src/views/library/import/range';
import {
  headFrom,
  type Mapping,
  valueDefaultsText,
  withKey,
  withRole,
  withColumnDefaults,
} from '../../../src/renderer/src/views/library/table/mapping';

const mapping = (...roles: Mapping['columns'][number]['role'][]): Mapping => ({
  sheet: 0,
  head: { row: 0, rows: 1 },
  columns: roles.map((role) => ({ role, says: NO_ATTRIBUTES })),
  locale: 'point',
  dates: 'day',
  defaults: NO_ATTRIBUTES,
  source: 'x',
  key: ['metric', 'period'],
  doubtful: 'keep',
});
const rolesOf = ({ columns }: Mapping): string[] => columns.map(({ role }) => role);

describe('a mapping', () => {
  it('has one column for each thing, and any number for values', () => {
    expect(rolesOf(withRole(mapping('metric', 'entity', 'value'), 1, 'metric'))).toEqual(['ignore', 'metric', 'value']);
    expect(rolesOf(withRole(mapping('metric', 'ignore', 'value'), 1, 'value'))).toEqual(['metric', 'value', 'value']);
    expect(rolesOf(withRole(mapping('period', 'ignore', 'value'), 1, 'period'))).toEqual(['period', 'period', 'value']);
    expect(rolesOf(withRole(mapping('metric'), 7, 'value'))).toEqual(['metric']);
  });

  it('says of a column only what was set', () => {
    const changed = withColumnDefaults(mapping('value', 'value'), 1, { period: '2026Q1' });
    expect(changed.columns.map(({ says }) => says.period)).toEqual([null, '2026Q1']);
  });

  it('keeps its key in order and never empty', () => {
    expect(withKey(mapping(), 'entity', true).key).toEqual(['metric', 'entity', 'period']);
    const one = withKey(mapping(), 'metric', false);
    expect(one.key).toEqual(['period']);
    expect(withKey(one, 'period', false).key).toEqual(['period']);
  });

  it('shows what a column says in a few words', () => {
    expect(valueDefaultsText({ ...NO_ATTRIBUTES, period: '2026Q1', currency: 'USD', scale: 6 })).toBe(
      '2026Q1 · USD millions',
    );
    expect(valueDefaultsText({ ...NO_ATTRIBUTES, metric: 'Margin', unit: 'percent' })).toBe('Margin · percent');
  });

  it('takes rows as its head', () => {
    expect([headFrom(2, 3), headFrom(5, 4), headFrom(0, 50)]).toEqual([
      { row: 2, rows: 2 },
      { row: 5, rows: 0 },
      { row: 0, rows: 10 },
    ]);
  });
});

describe('a pasted range', () => {
  it.each([
    ['a\t1\nb\t2', true],
    ['one line\t5', false],
    ['words\tand\nmore\twords', false],
    ['A note.\n\nRevenue\t5\nrose and fell\nthen rose', false],
  ])('%j: %s', (text, is) => expect(isRange(text)).toBe(is));

  it('is its text where that has the cells apart, else its table', () => {
    expect(rangeOf('a\t1\nb\t2', '<table></table>')).toBe('a\t1\nb\t2');
    expect(rangeOf('a 1 b 2', '<table><tr></table>')).toBe('<table><tr></table>');
    expect(rangeOf('a 1', '<p>a 1</p>')).toBe('a 1');
    expect(rangeOf('a 1', null)).toBe('a 1');
  });
});
