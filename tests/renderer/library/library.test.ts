/** Small decisions of the Library: what a duplicate is called, what an edit writes, what a paste is titled. */
import { expect, test } from 'vitest';
import { changed } from '../../../src/renderer/src/views/library/DocumentDialog';
import { duplicateText } from '../../../src/renderer/src/views/library/plan/DocumentPlanBody';
import { firstLine } from '../../../src/renderer/src/views/library/import/PasteDialog';

test.each([
  ['bytes', 1, 'This file is already in the notebook, as “Old”.'],
  ['text', 1, 'The same text is already in the notebook, as “Old”.'],
  ['near', 0.938, '93% of its words are in “Old”: is this a newer version?'],
] as const)('%s', (kind, similarity, expected) => {
  expect(duplicateText({ document: 'd', title: 'Old', kind, similarity })).toBe(expected);
});

test('an edit that changes nothing writes nothing', () => {
  const before = { title: 'A', asOf: null, entity: 'X', fiscalYearEndMonth: 12, kind: 'note', role: 'note' } as const;
  expect(changed(before, { ...before })).toEqual({});
  expect(changed(before, { ...before, asOf: '2026-05', entity: null })).toEqual({ asOf: '2026-05', entity: null });
});

test.each([
  ['\n  \n  A title \nmore', 'A title'],
  ['', ''],
  ['x'.repeat(300), 'x'.repeat(120)],
])('first line', (text, expected) => {
  expect(firstLine(text)).toBe(expected);
});
