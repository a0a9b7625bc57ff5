// What a parser left out, told with the places where it was.
import { expect, test } from 'vitest';
import { countProblems } from '../../../src/main/imports/problems';

const SENTENCES = { W_PAGE: 'Pages were left out', W_PICTURES: 'Pictures are not read.' };

test.each([
  [['3'], 'Pages were left out: 3.'],
  [['3', '7'], 'Pages were left out: 3, 7.'],
  [
    Array.from({ length: 12 }, (_, at) => String(at + 1)),
    'Pages were left out: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more.',
  ],
  [['x'.repeat(500)], `Pages were left out: ${'x'.repeat(60)}.`],
])('places %# are named', (places, message) => {
  const problems = countProblems(SENTENCES);
  for (const place of places) problems.addAt('W_PAGE', place);
  expect(problems.list()).toEqual([{ code: 'W_PAGE', message, count: places.length }]);
});

test('a place says what was met there', () => {
  const problems = countProblems(SENTENCES);
  problems.addAt('W_PAGE', '3', new Error('bad xref'));
  problems.addAt('W_PAGE', '7');
  expect(problems.list()[0]?.message).toBe('Pages were left out: 3 (bad xref), 7.');
});

test('what has no place keeps its sentence, and none is told of nothing', () => {
  const problems = countProblems(SENTENCES);
  problems.add('W_PICTURES', 2);
  problems.add('W_PAGE', 0);
  expect(problems.list()).toEqual([{ code: 'W_PICTURES', message: 'Pictures are not read.', count: 2 }]);
});
