// Words against the numbers they stand with, values in two scales, weighted cases, dates: right, wrong, and a near miss
// that must be silent; several styles of each, Chinese among them.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const accused = (text: string, rules: RegExp): boolean =>
  auditText(text).some(({ rule, severity }) => rules.test(rule) && (severity === 'error' || severity === 'warning'));

/** `@` stands for the claim: right, wrong; then a whole passage in which nothing may be said. */
const WORDS: readonly (readonly [string, string, string, string, string])[] = [
  [
    'an order by a verb',
    'EPS of $3.64 was @ the consensus of $3.55.',
    'ahead of',
    'short of',
    'EPS of $3.64 was not below the consensus of $3.55.',
  ],
  [
    'an order behind a comma',
    'Revenue came to $5.1 billion, @ the consensus of $4.9 billion.',
    'above',
    'below',
    'If revenue of $5.1 billion were below the consensus of $4.9 billion, the shares would fall.',
  ],
  [
    'an order in Chinese',
    '目标价为120元，@现价95元。',
    '高于',
    '低于',
    '公司每股收益1.20元，若低于预期1.10元则下调评级。',
  ],
  [
    'a distance is no order',
    'EPS of $3.64 topped the consensus of $@.',
    '3.55',
    '3.75',
    'The result was $0.18 above $3.55 expected.',
  ],
  [
    'to and from',
    'Revenue @ to $1.07 billion from $0.82 billion.',
    'rose',
    'declined',
    'The net loss narrowed to $1.07 billion from $0.82 billion.',
  ],
  [
    'from and to',
    'The gross margin @ from 26.0% to 28.9%.',
    'widened',
    'narrowed',
    'The gross margin could narrow from 26.0% to 28.9%.',
  ],
  ['由…至', '毛利率由2024年Q2的26.0%@至2025年Q2的28.9%。', '上升', '下降', '毛利率由26.0%变为28.9%，费用率下降。'],
  [
    'the largest after the list',
    'In Q1 2026, Pumps $1.2 billion, Valves $3.4 billion and Meters $0.9 billion. The largest segment is @.',
    'Valves',
    'Pumps',
    'In Q1 2026, Pumps $1.2 billion, Valves $3.4 billion and Meters $0.9 billion. The second largest segment is Pumps.',
  ],
  [
    'the largest in the sentence',
    'In Q1 2026, Pumps $1.2 billion, Valves $3.4 billion and Meters $0.9 billion made up revenue; @ was the largest segment.',
    'Valves',
    'Meters',
    'In Q1 2026, Pumps $1.2 billion and Valves $3.4 billion; Pumps was the largest seller of spare parts abroad.',
  ],
  [
    '收入最高',
    '分业务看，2026年Q1泵业务收入12.0亿元、阀门业务收入34.0亿元，合计46.0亿元，其中@收入最高。',
    '阀门业务',
    '泵业务',
    '分业务看，2026年Q1泵业务收入12.0亿元、阀门业务收入34.0亿元，合计46.0亿元。',
  ],
  [
    'a midpoint',
    'We expect revenue of $3.60 billion to $3.70 billion; the midpoint is @.',
    '$3.65 billion',
    '$3.90 billion',
    'We expect revenue of $3.60 billion to $3.70 billion; consensus is $3.90 billion.',
  ],
  [
    '中值',
    '公司指引2026年营业收入为36亿元至38亿元，中值为@。',
    '37亿元',
    '41亿元',
    '公司指引2026年营业收入为36亿元至38亿元，市场预期为41亿元。',
  ],
  [
    'weighted cases',
    'Our cases are bear $100 (20%), base $200 (50%) and bull $300 (30%), which gives a probability-weighted value of @.',
    '$210',
    '$240',
    'Our cases are bear $100 (20%), base $200 (50%) and bull $300 (20%), which gives a probability-weighted value of $240.',
  ],
  [
    'weighted rows',
    '| Case | Probability | Value per share |\n|---|---|---|\n| Bear | 20% | $100 |\n| Base | 50% | $200 |\n| Bull | 30% | $300 |\n| Probability-weighted | 100% | @ |\n',
    '$210',
    '$240',
    '| Case | Probability | Value per share |\n|---|---|---|\n| Bear | 20% | $100 |\n| Base | 50% | $200 |\n| Bull | 30% | $300 |\n| Consensus | | $240 |\n',
  ],
  [
    'two scales',
    'The market cap of Acorn Inc. (ACN) was $341.98 billion on May 3, 2026.\n\nOn May 3, 2026 the market cap of Acorn was $341.98 @.',
    'billion',
    'million',
    'Acorn Inc. (ACN) had revenue of $341.98 billion in 2025. Its net income was $341.98 million in 2025.',
  ],
  [
    'prices after the date',
    'Acorn Inc. (ACN)\n\n**Date:** May 3, 2026\n**Prices as of:** @\n\nThe shares are fair.',
    'May 1, 2026',
    'June 12, 2026',
    'Acorn Inc. (ACN)\n\n**Date:** May 3, 2026\n\nResults are due on June 12, 2026.',
  ],
  [
    'a weekday',
    'Results are due on @, May 5, 2026.',
    'Tuesday',
    'Monday',
    'The meeting of Monday was moved; May 5, 2026 is the new day.',
  ],
  ['周几', '业绩说明会将于2026年5月5日（@）召开。', '周二', '周一', '业绩说明会将于2026年5月5日召开，周一不开市。'],
];

describe('words against numbers', () => {
  it.each(WORDS)('%s', (_, form, right, wrong, silent) => {
    const rules = /^(?:CALC|CON0[15]|TIM0[13])/;
    expect(accused(form.replace('@', right), rules), 'right').toBe(false);
    expect(accused(form.replace('@', wrong), rules), 'wrong').toBe(true);
    expect(accused(silent, /^(?:CON05|TIM03)/), 'near miss').toBe(false);
  });
});

const concluded = (second: string): boolean =>
  auditText(
    `# Acorn Inc. (ACN)\n\n**Expected Return:** 29%\n\n## Cases\n\n| Case | Weight | Return |\n|---|---|---|\n| Bull | 50% | +40% |\n| Bear | 50% | +12% |\n| Expected Value | 100% | ${second} |\n`,
  ).some(({ rule, message }) => rule === 'CON01' && message.includes('expected return'));

it('says where a conclusion of the headline is another in the table', () => {
  expect(concluded('+26%')).toBe(true);
  expect(concluded('+29%')).toBe(false);
});
