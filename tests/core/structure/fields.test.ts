/** The table of a thesis item's fields says what can be set: what it lacks is refused in a sentence, what finders fill is less. */
import { describe, expect, test } from 'vitest';
import {
  BOUND_FIELDS,
  fieldsRefusal,
  followsFigures,
  foundFieldNames,
  STRUCTURE_FIELDS,
  structureField,
  typedCurrent,
} from '../../../src/core/structure/fields';
import { STRUCTURE_TYPES } from '../../../src/core/structure/model';

describe('what can be set', () => {
  test.each(STRUCTURE_TYPES)('every field of the table on %s, with words, a listed value or nothing', (type) => {
    for (const name of Object.keys(STRUCTURE_FIELDS[type])) {
      const value = structureField(type, name)?.values?.[0] ?? 'words';
      expect(fieldsRefusal(type, { [name]: value })).toBeNull();
      expect(fieldsRefusal(type, { [name]: null })).toBeNull();
    }
    expect(fieldsRefusal(type, {})).toBeNull();
  });

  test.each([
    ['a mistyped name', 'risk', { horzion: 'near' }, 'An item of type “risk” has no field “horzion”: it has horizon.'],
    [
      'a field of another type',
      'priced_in',
      { side: 'up' },
      'An item of type “priced in” has no field “side”: it has none.',
    ],
    ['the name of a method', 'risk', { toString: 'x' }, 'no field “toString”'],
    [
      'a value outside of its list',
      'not_priced_in',
      { side: 'sideways' },
      'Side cannot be “sideways”: choose up or down',
    ],
    ['a state that is none', 'indicator', { state: 'near' }, 'choose inside or below or above or awaiting'],
    ['what may only be taken back', 'indicator', { follows: 'yes' }, 'choose no, or leave it empty'],
    ['one of several', 'risk', { horizon: 'near', side: 'up' }, 'no field “side”'],
  ] as const)('not %s', (_, type, set, words) => {
    expect(fieldsRefusal(type, set)).toContain(words);
  });
});

test('finders fill neither what an indicator is bound to nor what it follows', () => {
  const found = foundFieldNames('indicator');
  expect(found).toContain('band');
  for (const name of [...BOUND_FIELDS, 'follows']) expect(found).not.toContain(name);
});

test('a typed value is followed by nothing until it is emptied', () => {
  expect(fieldsRefusal('indicator', { ...typedCurrent('27%') })).toBeNull();
  expect(followsFigures({ ...typedCurrent('27%') })).toBe(false);
  expect(followsFigures({ ...typedCurrent('') })).toBe(true);
  expect(followsFigures({})).toBe(true);
});
