// What follows from figures in reach although no words say so: shown where so sharp a tie is no chance, never accused.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const held = (text: string) =>
  auditText(text)
    .filter(({ verdict }) => verdict === 'tied')
    .map(({ claimed, expression }) => `${claimed} = ${expression}`);
const accused = (text: string) =>
  auditText(text).filter(({ verdict, severity }) => verdict === 'conflict' && severity !== 'info');

describe('ties that are no chance', () => {
  it.each([
    [
      'parts in rows of a list',
      '- Cash: $212.4M\n- Undrawn facility: $431.9M\n- Liquidity available: $644.3M',
      '$644.3M = $212.4M + $431.9M',
    ],
    [
      'a share of two amounts elsewhere in the section',
      '# Margins\n\nNorthwind earned gross profit of $417.3 million. Costs were stable.\n\nNet revenue reached $803.2 million. The weather was mild.\n\nThe resulting rate was 51.95%.',
      '51.95% = $417.3 million ÷ $803.2 million',
    ],
    [
      'the move of an index over its close before',
      '| Index | Close | Points | Move |\n| --- | --- | --- | --- |\n| Alpha 50 | 5,568.26 | -675.87 | -10.82% |\n| Beta 30 | 9,114.10 | +104.33 | +1.16% |',
      '-10.82% = -675.87 ÷ (5,568.26 − -675.87)',
    ],
    [
      'three rows and more add to a claim below them',
      '| Item | Amount |\n| --- | --- |\n| Rent | $1,204 |\n| Wages | $7,388 |\n| Power | $2,119 |\n| All costs | $10,711 |',
      '$10,711 = $1,204 + $7,388 + $2,119',
    ],
    [
      'an average of the rows above it',
      '| Name | Margin |\n| --- | --- |\n| A | 12.31% |\n| B | 15.72% |\n| C | 9.44% |\n| Average | 12.49% |',
      '12.49% = (12.31% + 15.72% + 9.44%) ÷ 3',
    ],
    ['shares times price', '买入 340 股，成本 148.50 元，合计投入 50,490 元。', '50,490 元 = 148.50 元 × 340 股'],
  ])('%s', (_, text, expected) => {
    expect(held(text)).toContain(expected);
  });

  it.each([
    ['round figures tie with anything', 'We sold 5 of 20 boats, 4 in May, and kept 25% of the crew on 80 days.'],
    [
      'an index level does not grow by an inflation rate',
      '| Series | Level | Score |\n| --- | --- | --- |\n| Core inflation | 1.8% | 0.87 |\n| Output | 2.6% | 0.89 |',
    ],
    [
      'what is smaller than the last digit adds nothing',
      'It paid $5.21 a share; equity is $0.87 billion and $0.87 billion again.',
    ],
  ])('silence: %s', (_, text) => {
    expect(held(text)).toEqual([]);
  });

  it('accuses nobody of a number that does not tie', () => {
    expect(accused('- Cash: $212.4M\n- Undrawn facility: $431.9M\n- Liquidity available: $651.8M')).toEqual([]);
  });
});
