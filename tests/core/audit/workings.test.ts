// Values beside their workings or their inputs: sums in the next cell, compound growth named under its table, cases told one
// after the other, discounted cash flows, amounts a year from a part of it. Each right once and wrong once, and silences.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const accused = (text: string) =>
  auditText(text)
    .filter(({ rule, verdict, severity }) => rule.startsWith('CALC') && verdict === 'conflict' && severity !== 'info')
    .map(({ claimed }) => claimed);

const cells = (value: string) =>
  `# Fernhill Inc. (FRN)\n\n| Item | Value | How |\n| --- | --- | --- |\n| Market cap | ${value} | $40.00 × 2.50B shares |\n| EV / sales | 4.0x | $120.0B / $30.0B |\n`;
const growth = (rate: string) =>
  `# Fernhill\n\n## Five years\n\n| Year | Revenue ($M) | Profit ($M) |\n| --- | --- | --- |\n| FY21 | 1,000 | 100 |\n| FY22 | 1,150 | 108 |\n| FY23 | 1,290 | 117 |\n| FY24 | 1,480 | 125 |\n| FY25 | 1,700 | 136 |\n\n**5-Year Revenue CAGR:** 14.2%\n**5-Year Profit CAGR:** ${rate}\n`;
const cases = (bull: string, target: string) =>
  `# Fernhill Inc. (FRN)\n\nCurrent Price: $50.00\n\nBASE CASE (50% probability):\n  Price target: $55.00 (+10%)\n\nBULL CASE (${bull} probability):\n  Price target: $70.00 (+40%)\n\nBEAR CASE (20% probability):\n  Price target: $40.00 (-20%)\n\nPROBABILITY-WEIGHTED TARGET: ${target}\n`;
const way = (bull: string) => cases('30%', '$56.50').replace('+40%', bull);
const terminal = (value: string) =>
  `# Fernhill\n\n## Terminal value\n\n- Terminal growth rate (g): 2.0%\n- Terminal year FCF: $500M\n- WACC: 8.0%\n\nThis gives:\n\n- Terminal value: ${value}\n- Present value of terminal value: $5.79B\n`;
const equity = (value: string) =>
  `# Fernhill\n\n## Discount rate\n\n- Risk-free rate: 4.0%\n- Beta: 1.20\n- Equity risk premium: 5.0%\n- Cost of equity: ${value}\n`;

describe('values beside their workings', () => {
  it.each([
    ['a sum in the next cell', cells('$100.0B'), cells('$118.0B'), '$118.0B'],
    ['compound growth under its table', growth('8.0%'), growth('5.0%'), '5.0%'],
    ['cases told one after the other', cases('30%', '$56.50'), cases('30%', '$59.50'), '$59.50'],
    ['the chances of the cases', cases('30%', '$56.50'), cases('40%', '$56.50'), '50%'],
    ['the way to a target, written as the others are', way('+40%'), way('+48%'), '+48%'],
    ['a terminal value', terminal('$8.50B'), terminal('$9.70B'), '$9.70B'],
    ['a cost of equity', equity('10.0%'), equity('8.4%'), '8.4%'],
  ])('%s', (_, right, wrong, claim) => {
    expect(accused(right)).toEqual([]);
    expect(accused(wrong)[0]).toBe(claim);
  });

  it.each([
    ['a change in the next cell is no sum', cells('$100.0B').replace('$40.00 × 2.50B shares', '+$4.0B / +4.2%')],
    [
      'a cost of equity with a beta of its own',
      '| Input | Value |\n| --- | --- |\n| Risk-free rate | 4.0% |\n| Beta | 1.20 |\n| Equity risk premium | 5.0% |\n| Cost of equity | 7.0% (adj. beta 0.6) |\n',
    ],
    [
      'an amount of six months over a year',
      'Retained cash flow of $46.9 million (6-month basis, annualized ~$94 million) funds the plan.',
    ],
    ['a miss by so much', 'Margins fell, orders were down 58%, EPS missed estimates by 26%.'],
    [
      'a number times what stands in brackets',
      'Scaled value = 1.689 * (45.05 / 36.16) = 2.104 in all, as shown before.',
    ],
    [
      'what is struck out',
      '# Fernhill Inc. (FRN)\n\n**Market Cap:** $20.0B\n\n~~Stock price: $30.00; shares outstanding: 400M~~\n',
    ],
  ])('silence: %s', (_, text) => {
    expect(accused(text)).toEqual([]);
  });

  it('says of levels that run from high to low only that they are worth a look', () => {
    const found = auditText('Accumulate near support at $142–$138 for a better entry.').filter(
      ({ rule }) => rule === 'CALC10',
    );
    expect(found.map(({ severity }) => severity)).toEqual(['info']);
  });
});

const grid = (stated: string, base: string) =>
  `# Fernhill Inc. (FRN)\n\n## Value\n\n- WACC: 8.0%\n- Terminal growth rate: 2.0%\n\n**DCF fair value:** ${base}\n\n## Sensitivity\n\n| WACC | 1.5% | 2.0% | 2.5% |\n| --- | --- | --- | --- |\n| 7.5% | $52 | $55 | $59 |\n| 8.0% | $47 | $50 | $53 |\n| 8.5% | $43 | $45 | $48 |\n\n## Cases\n\nLow case of ${stated} (WACC 8.5%, terminal growth 1.5%).\n`;

describe('values of a grid of assumptions', () => {
  it.each([
    ['said for two of its steps', grid('$43', '$50'), grid('$48', '$50'), '$48'],
    ['of the own case', grid('$43', '$50'), grid('$43', '$46'), '$46'],
  ])('%s', (_, right, wrong, claim) => {
    expect(accused(right)).toEqual([]);
    expect(accused(wrong)).toContain(claim);
  });

  it('says nothing of a value far outside it, which is of something else', () => {
    expect(accused(grid('$430', '$50'))).toEqual([]);
  });
});

const said = (text: string, rule: string) =>
  auditText(text).flatMap((one) => (one.rule === rule && one.verdict === 'conflict' ? [one.severity] : []));

const twice = (rate: string) =>
  `# Fernhill Inc. (FRN)\n\n## Inputs\n\n- WACC: 8.8%\n- Tax rate: 25%\n\n## Summary\n\nKey base-case assumptions include:\n\n- WACC of ${rate}\n- A stable tax rate\n`;
const odd = (users: string) =>
  `# Fernhill Inc. (FRN)\n\n| Metric | Q3 2024 | Q3 2025 |\n| --- | --- | --- |\n| Subscribers | 8.6M | 11.5M |\n\n## More\n\n| Metric | Q2 2025 | Q3 2025 |\n| --- | --- | --- |\n| Subscribers | 11.0M | 11.5M |\n\n## Timeline\n\n- Q3 2025: Fernhill had subscribers of ${users}\n`;

describe('one thing said twice, and words against numbers', () => {
  it.each([
    ['an assumption in a list and under a label', 'CON01', twice('8.8%'), twice('9.8%'), 'info'],
    ['the odd one of three', 'CON01', odd('11.5M'), odd('15.1M'), 'info'],
    [
      'rates that accelerate or slow',
      'CON05',
      'User growth has slowed from 65% in 2023 to 36% in 2025.',
      'User growth has accelerated from 65% (Q4 2023) to 36% (Q3 2025).',
      'error',
    ],
    [
      'a count in a heading over numbered lines',
      'CON07',
      '# Ideas\n\n## Long trades (2 total)\n\n**1. Alfa**\n\nBuy at $10.\n\n**2. Bravo**\n\nBuy at $20.\n',
      '# Ideas\n\n## Long trades (5 total)\n\n**1. Alfa**\n\nBuy at $10.\n\n**2. Bravo**\n\nBuy at $20.\n',
      'info',
    ],
    [
      'a count in a heading over a list',
      'CON07',
      '# Ideas\n\n## Three key risks\n\n- Rates\n- Wages\n- Energy\n',
      '# Ideas\n\n## Four key risks\n\n- Rates\n- Wages\n- Energy\n',
      'info',
    ],
  ])('%s', (_, rule, right, wrong, severity) => {
    expect(said(right, rule)).toEqual([]);
    expect(said(wrong, rule)).toContain(severity);
  });

  it.each([
    [
      'a rate of one thing after a growth of another',
      'CON05',
      'Costs increased 15.7% to $133.8 million, with the ratio down from 17.4% to 15.8%.',
    ],
    [
      'a discount factor under a head of rates',
      'CON01',
      '# Fernhill\n\n- WACC: 9.5%\n\n## Flows\n\n| Year | Discount rate |\n| --- | --- |\n| 2026 | 0.911 |\n',
    ],
  ])('silence: %s', (_, rule, text) => {
    expect(said(text, rule)).toEqual([]);
  });
});
