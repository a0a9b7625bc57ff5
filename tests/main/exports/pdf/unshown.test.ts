// Characters that no font has are told before a report is set.
import { expect, it } from 'vitest';
import { unshownOf } from '../../../../src/main/exports/pdf/unshown';
import { note } from '../support';
import { p } from './print';

it.each([
  ['Sales rose 3% – “well”', []],
  ['营收 and ⭐', []],
  ['a \u{12000} sign', ['\u{12000}']],
])('of %j', async (words, characters) => {
  expect(await unshownOf(note([p(words)]))).toEqual(characters);
});
