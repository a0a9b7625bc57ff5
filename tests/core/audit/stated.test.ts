// One thing stated with two values: each kind wrong once, right once, and what must be left alone, in both languages.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const HEAD = '# Acorn Inc. (ACN)\n\n';
const HAN_HEAD = '# 橡果股份（300001.SZ）\n\n';

const told = (text: string): boolean =>
  auditText(text).some(
    ({ rule, verdict, severity }) => rule === 'CON01' && verdict === 'conflict' && severity !== 'ok',
  );

/** `@` stands for the second mention: the same value, another one; then a passage in which nothing may be said. */
const STATED: readonly (readonly [string, string, string, string, string])[] = [
  [
    'headline against model',
    '## Summary\n\n**Expected return (probability-weighted):** +12% to +15%\n\n## Model\n\n**Probability-weighted expected return vs $40 today:** ($46 − $40) / $40 = @\n',
    '+15%',
    '+27%',
    '## Summary\n\n**Expected return:** +12%\n\n## Bear case\n\n**Expected return:** -30%\n',
  ],
  [
    'the same case in two tables',
    '## Risk and reward\n\n| Case | Probability | Price target |\n|---|---|---|\n| Bull | 30% | $90 |\n| Bear | 20% | $50-60 |\n\n## Targets\n\n| Scenario | EPS | Multiple | Price |\n|---|---|---|---|\n| Bear (rates fall) | $6.00 | 8x | @ |\n| Bull (rates rise) | $10.00 | 9x | $90 |\n',
    '$55',
    '$41',
    '## Targets for 2028\n\n| Case | Price (2028E) |\n|---|---|\n| Bear | $50 |\n\n## Targets for 2030\n\n| Case | Price (2030E) |\n|---|---|\n| Bear | $80 |\n',
  ],
  [
    'position size',
    '## Sizing\n\nFor growth portfolios:\n\n- **Position size:** 3–5% of portfolio\n- **Why:** risk\n\n## Conclusion\n\n**Position size:** @ of portfolio (growth)\n',
    '3–5%',
    '1–2%',
    '## Sizing\n\nFor growth portfolios:\n\n- **Position size:** 3–5% of portfolio\n\nFor income portfolios:\n\n- **Position size:** 1–2% of portfolio\n',
  ],
  [
    'a row against a sentence',
    '## Market\n\n| Metric | 2024 | 2025E |\n|---|---|---|\n| Narnia EV penetration | ~48% | ~60% |\n\n## Ecosystem\n\nAdoption crossed a threshold in 2024, with Narnia reaching @ EV penetration.\n',
    '48%',
    '53%',
    '## Market\n\n| Metric | 2024 | 2025E |\n|---|---|---|\n| Narnia EV penetration | ~48% | ~60% |\n\n## Ecosystem\n\nIn 2025, Narnia reached 60% EV penetration, and Archenland 20% EV penetration.\n',
  ],
  [
    'a discount rate',
    '## Assumptions\n\n| Item | Value |\n|---|---|\n| WACC | 9.5% |\n| Terminal growth | 2.0% |\n\n## Valuation\n\n- **WACC:** @\n',
    '9.5%',
    '10.5%',
    '## Assumptions\n\n- WACC: 9.5%\n\n## Sensitivity\n\n- WACC: 8.5%\n',
  ],
  [
    'a method and its restatement',
    '## Summary\n\n**DDM target price:** $47.80\n\n## Dividend model\n\nThe sum is $40.20.\n\n**Final DDM target:** @\n',
    '$47.80',
    '$40.20',
    '## Summary\n\n**DDM target price:** $47.80\n\n## Multiples\n\n**SOTP target price:** $40.20\n',
  ],
  [
    '目标价两处',
    '## 摘要\n\n- 前高：109元\n\n## 操作\n\n- 前高：@\n',
    '109元',
    '97元',
    '## 乐观情景\n\n- 目标价：142元\n\n## 悲观情景\n\n- 目标价：82元\n',
  ],
  [
    '折现率两处',
    '## 假设\n\n| 项目 | 数值 |\n|---|---|\n| WACC | 9.5% |\n| 永续增长率 | 2.0% |\n\n## 估值\n\n- 永续增长率：@\n',
    '2.0%',
    '3.5%',
    '## 假设\n\n- WACC：9.5%\n\n## 敏感性分析\n\n- WACC：8.5%\n',
  ],
];

describe('one thing with two values', () => {
  it.each(STATED)('%s', (_, form, same, other, silent) => {
    const head = /\p{Script=Han}/u.test(form) ? HAN_HEAD : HEAD;
    expect(told(head + form.replace('@', same)), 'the same').toBe(false);
    expect(told(head + form.replace('@', other)), 'another').toBe(true);
    expect(told(head + silent), 'left alone').toBe(false);
  });

  it.each([
    ['a list of stocks', 'Acorn Corp', 'Birch Corp'],
    ['a list of segments', 'Pumps', 'Valves'],
  ])('leaves %s alone', (_, one, two) => {
    const block = (name: string, a: string, b: string): string =>
      `### ${name}\n\n- Target: $${a}\n- Stop: $${b}\n- Position size: ${b}%\n- Conviction: ${b}/10\n\n`;
    expect(told(`# Ideas of the week\n\n${block(one, '80', '6')}${block(two, '20', '4')}`)).toBe(false);
  });

  it('leaves a change from one to the other alone', () => {
    expect(
      told(`${HEAD}We raise our price target to $120 from $100.\n\n## Before\n\n**Previous price target:** $100\n`),
    ).toBe(false);
  });
});

const rows = (last: string): string =>
  ['Price | $40.00', 'Market cap | $8.0B', 'EV/EBITDA | 9.0x', 'P/S | 2.1x', 'Dividend | $1.10', `Payout | ${last}`]
    .map((row) => `| ${row} |`)
    .join('\n');

it.each([
  ['42%', false],
  ['57%', true],
])('says where a table given twice differs in one line', (last, expected) => {
  const table = (value: string): string => `| Item | Value |\n|---|---|\n${rows(value)}\n`;
  const found = auditText(`${HEAD}## Snapshot\n\n${table('42%')}\n## Valuation\n\n${table(last)}\n`);
  expect(found.some(({ rule, message }) => rule === 'CON01' && message.includes('payout'))).toBe(expected);
});

it('pairs periods that lead with their amounts', () => {
  const text = `${HEAD}Revenue was $12.1B in FY2023.\n\nIn FY2024 and FY2023, revenue came to $16.2B and $12.1B, respectively.`;
  expect(auditText(text).filter(({ rule, severity }) => rule === 'CON01' && severity !== 'ok')).toEqual([]);
});

it.each([
  ['€6.01 billion', false],
  ['€7.20 billion', true],
])('takes what a share is of for the whole: %s', (whole, expected) => {
  const text = `# Acorn Inc. (ACN)\n\nAcorn reported revenue of €6.01 billion in Q3 2025. Logistics contributed €4.61 billion, or 76.6% of the revenue of ${whole} in Q3 2025.\n\n| Segment revenue (€m) | Q3 2025 |\n|---|---|\n| Logistics | 4,607 |\n| Pumps | 1,403 |\n`;
  expect(auditText(text).some(({ rule, severity }) => rule === 'CON01' && severity === 'warning')).toBe(expected);
});
