/** Texts that were not taken: held until they are taken or given up, told in the title bar by what has to be done. */
import { beforeEach, expect, test } from 'vitest';
import {
  type Draft,
  draftOf,
  drafts,
  draftsText,
  dropDrafts,
  keepDrafts,
  stateAfter,
} from '../../../src/renderer/src/app/drafts';

const draft = (id: string, rest: Partial<Draft> = {}): Draft => ({
  place: 'figures',
  id,
  field: 'value',
  text: 'lots',
  problem: '“lots” is not a value.',
  what: 'Value of Revenue',
  state: 'refused',
  ...rest,
});

beforeEach(() => drafts.set(new Map()));

test('one text a cell is held, the newest, until it is dropped', () => {
  keepDrafts([draft('a'), draft('b'), draft('a', { text: 'more' })]);
  expect([...drafts.get().values()].map(({ id, text }) => `${id} ${text}`)).toEqual(['a more', 'b lots']);
  expect(draftOf({ place: 'figures', id: 'a', field: 'value' })?.text).toBe('more');
  expect(draftOf({ place: 'sources', id: 'a', field: 'value' })).toBeUndefined();
  dropDrafts([draft('a'), draft('gone')]);
  expect(drafts.get().size).toBe(1);
});

test.each<[readonly Draft[], ReturnType<typeof draftsText>]>([
  [[], null],
  [[draft('a')], { text: '1 text to correct', bad: false }],
  [[draft('a'), draft('b')], { text: '2 texts to correct', bad: false }],
  [[draft('a'), draft('b', { state: 'unsent' })], { text: '1 edit not saved', bad: true }],
])('%#: the title bar says what is left to do', (held, text) => {
  keepDrafts(held);
  expect(draftsText(drafts.get())).toEqual(text);
});

test('a text that can never be taken is told from one that could not be stored', () => {
  expect(stateAfter('E_INPUT')).toBe('refused');
  expect(stateAfter('E_BUG')).toBe('unsent');
});
