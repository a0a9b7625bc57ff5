// A source as one line: what a reader needs to find it again, and nothing that is not known.
import { expect, it } from 'vitest';
import { formatSource } from '../../../src/main/notebook/sources/format-source';

it.each([
  [
    'an article',
    {
      type: 'article-journal',
      title: 'On margins',
      'container-title': 'Journal of Finance',
      author: [
        { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' },
        { family: 'Smith', given: 'Jane', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[2020, 3, 5]] },
      volume: '12',
      issue: '3',
      page: '101-120',
      DOI: '10.1000/x',
    },
    'van der Berg, Jan; Smith, Jane, Jr. (2020, March 5). On margins. Journal of Finance, 12(3), 101–120. https://doi.org/10.1000/x.',
  ],
  [
    'a chapter',
    {
      type: 'chapter',
      title: 'Chapter one',
      'container-title': 'The book',
      author: [{ family: 'Chap', given: 'C.' }],
      editor: [
        { family: 'Ed', given: 'A.' },
        { family: 'Ed', given: 'B.' },
      ],
      publisher: 'Elsevier',
      issued: { 'date-parts': [[2001]] },
      page: '33-44',
    },
    'Chap, C. (2001). Chapter one. In Ed, A.; Ed, B. (Eds.), The book, pp. 33–44. Elsevier.',
  ],
  [
    'a report with its number',
    {
      type: 'report',
      title: 'Annual report',
      author: [{ literal: 'BIS' }],
      genre: 'Working paper',
      number: '12',
      issued: { 'date-parts': [[2021, 6]] },
    },
    'BIS (2021, June). Annual report (Working paper No. 12).',
  ],
  [
    'a book in its second edition',
    {
      type: 'book',
      title: 'A book',
      author: [{ family: 'Knuth', given: 'D.' }],
      edition: '2',
      'collection-title': 'Typesetting',
      publisher: 'AW',
    },
    'Knuth, D. A book (2nd ed.). Typesetting. AW.',
  ],
  [
    'a page',
    { type: 'webpage', title: 'News', publisher: 'Outlet', URL: 'https://a.example' },
    'Outlet. News. https://a.example.',
  ],
  ['a publisher alone', { type: 'webpage', publisher: 'Outlet' }, 'Outlet.'],
])('%s', (_, csl, line) => {
  expect(formatSource({ id: 's1', ...csl })).toBe(line);
});
