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
