/** A new figure from selected words: what the grammar reads is filled in, what is left empty is not set. */
import { expect, test } from 'vitest';
import { draftOf, editOf } from '../../../src/renderer/src/views/reader/figure-draft';

test.each([
  ['revenue of ~$43.2B', { value: '~43.2', scale: 9, unit: 'money', currency: 'USD' }],
  ['28%', { value: '28', scale: 0, unit: 'percent', currency: '' }],
  ['60%–70%', { value: '60–70', scale: 0, unit: 'percent' }],
  ['the likelier one', { value: '', scale: 0, unit: 'count' }],
])('%s', (quote, expected) => {
  expect(draftOf(quote, null)).toMatchObject(expected);
});

test('what was left empty is not set', () => {
  const draft = { ...draftOf('28%', 'HRBT'), metric: ' Revenue growth ', period: '  ' };
  expect(editOf(draft)).toEqual({
    value: '28',
    scale: 0,
    unit: 'percent',
    provenance: 'unclassified',
    metric: 'Revenue growth',
    entity: 'HRBT',
  });
});
