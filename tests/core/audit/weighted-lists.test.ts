// Cases with weights in the lines of a list, tables whose last row carries the whole of the weights, shares in brackets.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const accused = (text: string) =>
  auditText(text)
    .filter(({ rule, verdict, severity }) => rule.startsWith('CALC') && verdict === 'conflict' && severity !== 'info')
    .map(({ claimed }) => claimed);

const blend = (value: string) =>
  `## Methods\n\n- Cash flows: $48.20 (Weight: 60%)\n- Dividends: $44.90 (Weight: 15%)\n- Multiples: $55.40 (Weight: 25%)\n- Blended value: ${value}\n`;
const contributions = (value: string) =>
  `## Cases\n\n- Bull: +80% (30% probability = 24% expected value)\n- Base: +30% (50% probability = 15% expected value)\n- Bear: −20% (20% probability = −4% expected value)\n\nExpected value: ${value}\n`;
const scores = (value: string) =>
  `| Dimension | Score | Weight | Weighted |\n| --- | --- | --- | --- |\n| Value | 65.0 | 50% | 32.50 |\n| Trend | 55.0 | 30% | 16.50 |\n| Risk | 40.0 | 20% | 8.00 |\n| Overall score | ${value} | 100% | ${value} |\n`;
const chain = (value: string) =>
  `Blended value:\n\n= (0.60 × $50.00) + (0.40 × $54.00)\n\n= $30.00 + $21.60\n\n= ${value}\n`;
const sizes = (amount: string) =>
  `- ALFA\n  Position size: 25% (~$25,000)\n- BRAV\n  Position size: 10% (~$10,000)\n- CHAR\n  Position size: 2.5% (~$2,500)\n- DELT\n  Position size: 3% (${amount})\n`;

describe('weights outside scenario tables', () => {
  it.each([
    ['a blend of list items', blend('$49.51'), blend('$51.30'), '$51.30'],
    ['what each case adds', contributions('+35%'), contributions('+41%'), '+41%'],
    ['a last row with all of the weight', scores('57.0'), scores('55.4'), '55.4'],
    ['sums set out under each other', chain('$51.60'), chain('$50.10'), '$50.10'],
    ['amounts beside their share of one whole', sizes('$3,000'), sizes('$180'), '$180'],
  ])('%s', (_, right, wrong, claim) => {
    expect(accused(right)).toEqual([]);
    expect(accused(wrong)).toEqual([claim]);
  });

  it.each([
    ['weights that are no whole', blend('$51.30').replace('15%', '5%')],
    ['shares of different things', '- A: 25% ($25,000)\n- B: 10% ($4,000)\n- C: 5% ($9,000)\n- D: 3% ($180)\n'],
    [
      'rises in brackets are no shares',
      'Sales: $25,000 (+25%)\n\nCosts: $10,000 (+10%)\n\nProfit: $2,500 (+2.5%)\n\nTax: $180 (+3%)\n',
    ],
  ])('silence: %s', (_, text) => {
    expect(accused(text)).toEqual([]);
  });
});
