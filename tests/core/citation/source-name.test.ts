/** What a source is called, by which of its members say something. */
import { expect, test } from 'vitest';
import { sourceChip, sourceName, sourceTitle } from '../../../src/core/citation/source-name';

test.each([
  ['nothing', {}, '', '', ''],
  ['a title', { title: 'Wheat is up' }, 'Wheat is up', 'Wheat is up', 'Wheat is up'],
  ['a publisher', { publisher: 'Daily' }, 'Daily', 'Daily', 'Daily'],
  ['both', { title: 'Wheat is up', publisher: 'Daily' }, 'Wheat is up', 'Daily', 'Daily · Wheat is up'],
  ['an outlet', { title: 'Wheat is up', 'container-title': 'Daily' }, 'Wheat is up', 'Daily', 'Daily · Wheat is up'],
  [
    'a short title',
    { title: 'Wheat is up', 'title-short': 'Wheat', publisher: 'Daily' },
    'Wheat is up',
    'Wheat',
    'Daily · Wheat is up',
  ],
  ['an empty title', { title: '', 'title-short': 'Wheat' }, 'Wheat', 'Wheat', ''],
  ['an address', { URL: 'https://a.example' }, '', 'https://a.example', ''],
  ['what is no item', undefined, '', '', ''],
])('%s', (_, csl, title, chip, name) => {
  expect([sourceTitle(csl), sourceChip(csl), sourceName(csl)]).toEqual([title, chip, name]);
});
