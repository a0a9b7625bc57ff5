// Times on the wrong side of the document's date, and beyond the horizon of their heading: each kind wrong once, right
// once, and what must be left alone.
import { expect, it } from 'vitest';
import { auditText } from './support';

const told = (text: string): boolean =>
  auditText(text).some(({ rule, severity }) => rule === 'TIM03' && severity !== 'ok');

const HEAD = 'Acorn Inc. (ACN)\n\n**Date:** May 3, 2026\n\n';
const HAN = '橡果股份（300001.SZ）\n\n日期：2026年5月3日\n\n';

/** `@` stands for what is wrong, then for what is right. */
const TIMES: readonly (readonly [string, string, string, string])[] = [
  [
    'an old quarter in the boilerplate',
    `${HEAD}This note contains statements regarding our expectations of results for the @, launch plans and costs.`,
    'first quarter of 2025',
    'second quarter of 2026',
  ],
  ['an event told as ahead', `${HEAD}The new plant is expected to open in @.`, 'June 2025', 'June 2026'],
  ['results of a quarter just over', `${HEAD}We expect a weak report for @.`, 'Q1 2025', 'Q1 2026'],
  ['told as behind', `${HEAD}The plant @ in June 2025.`, 'will open', 'was opened'],
  [
    'catalysts of a year that is over',
    `${HEAD}## Near-term catalysts (@)\n\n- The launch of the new pump\n- A decision on tariffs\n`,
    '2025',
    '2026',
  ],
  ['an item under catalysts', `${HEAD}## Upcoming catalysts\n\n- @ earnings call\n- New pump\n`, 'Q1 2025', 'Q2 2026'],
  [
    'a row beyond its horizon',
    `${HEAD}## Events of the next 5 trading days\n\n| Date | Event |\n|---|---|\n| May 5, 2026 | Inflation |\n| @ | Jobs |\n`,
    'May 20, 2026',
    'May 8, 2026',
  ],
  ['an item beyond its horizon', `${HEAD}### Long-term (2-5 years)\n\n- Recycled supply of 20% by @\n`, '2041', '2030'],
  ['预计已过', `${HAN}公司预计@完成新厂投产。`, '2025年第一季度', '2026年第三季度'],
  ['催化剂已过', `${HAN}## 催化剂\n\n- @新品发布\n- 关税谈判\n`, '2025年第一季度', '2026年第三季度'],
];

it.each(TIMES)('%s', (_, form, wrong, right) => {
  expect(told(form.replace('@', right)), 'right').toBe(false);
  expect(told(form.replace('@', wrong)), 'wrong').toBe(true);
});
