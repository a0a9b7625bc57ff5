import { expect, it } from 'vitest';
import { mentionsIn } from '../../../src/core/audit/dated/date-mentions';

const FILL = 'The depot stays open to all members of the club and their guests. '.repeat(3);

it.each([
  ['May 3, 2026', 'far from any other: ', ''],
  ['3rd of September 2026', '', ' and on.'],
  ['2026-05-03', '(', ')'],
  ['2026 年 12 月 31 日', '截至', '止'],
  ['Sept. 9th, 2025', FILL, FILL],
])('finds %s wherever it stands', (date, before, behind) => {
  const text = `${before}${date}${behind}`;
  expect(mentionsIn(text)).toMatchObject([{ start: before.length, end: before.length + date.length, text: date }]);
});

it('keeps dates that follow each other apart and in order', () => {
  const text = `May 3, 2026 May 4, 2026; 5 May 2026. ${FILL}June 1, 2026`;
  expect(mentionsIn(text).map((one) => one.text)).toEqual(['May 3, 2026', 'May 4, 2026', '5 May 2026', 'June 1, 2026']);
});

it('takes no date out of a longer word or number', () => {
  expect(mentionsIn('Dismay 3, 2026 and 12026-05-03 and May 3, 20265')).toEqual([]);
});
