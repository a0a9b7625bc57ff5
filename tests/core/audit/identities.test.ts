// Sums that a text writes out, what tables' lines are made of, identities of the trade, compound rates, averages of
// peers, words against numbers: each right once, wrong once, and a near miss where silence is right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

type Heard = 'accused' | 'tied' | 'nothing';

/** What is said of the claim: its quote stands first in the finding. */
function heard(text: string, claim: string): Heard {
  const about = auditText(text).filter(({ claimed, verdict }) => verdict !== null && claimed?.includes(claim) === true);
  if (about.some(({ verdict }) => verdict === 'conflict')) return 'accused';
  return about.some(({ verdict }) => verdict?.startsWith('tied')) ? 'tied' : 'nothing';
}

/** `@` stands for the claim: right, wrong. */
const CLAIMS: readonly (readonly [string, string, string, string])[] = [
  ['a product', 'Fair value: 20x × $4.50 EPS = @.', '$90', '$98'],
  ['a quotient', 'Equity value of $90 million / 30 million shares = @ a share.', '$3.00', '$3.40'],
  ['a subtraction', 'Enterprise value $90.0B − $12.5B net debt = @.', '$77.5B', '$79.5B'],
  ['a weighted sum', 'Expected price: (0.30 × $60) + (0.50 × $40) + (0.20 × $20) = @.', '$42', '$46'],
  ['a share of an amount', 'Of users, 120M × 40% ≈ @ pay.', '48M', '61M'],
  ['nested brackets', 'Reward to risk: ($66 − $60) / ($60 − $48) = @.', '0.50x', '0.70x'],
  ['a sum in Chinese', '合计：3.0 亿元 + 5.0 亿元 = @。', '8.0亿元', '9.0亿元'],
  ['an arrow', 'Revenue @ (£12.0B → £15.0B) over the span.', '+25%', '+35%'],
  ['an arrow in points', 'Operating margin @ (5.0% → 15.0%) since the start.', '+1,000 bps', '+1,400 bps'],
  [
    'a market cap in a table',
    '# Acorn Inc. (ACN)\n\n| Metric | Value |\n|---|---|\n| Stock Price | $50.00 |\n| Shares Outstanding | 400M |\n| Market Cap | @ |\n',
    '$20.0B',
    '$14.0B',
  ],
  [
    'a trailing multiple',
    '# Acorn Inc. (ACN)\n\n| Metric | Value |\n|---|---|\n| Stock Price | $50.00 |\n| EPS (TTM) | $2.50 |\n| Trailing P/E | @ |\n',
    '20.0x',
    '31.0x',
  ],
  [
    'a multiple of sales',
    '# Acorn Inc. (ACN)\n\n**Market Cap:** $20.0B | **Revenue:** $5.0B\n\n**P/S:** @\n',
    '4.0x',
    '6.1x',
  ],
  [
    'an annual return',
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00\n\n## Bull Case\n\n- Implied Price (2030): $100 per share\n- CAGR (2025–2030): @ annual returns\n',
    '15%',
    '24%',
  ],
  [
    'a table of cases',
    '| Scenario | Probability | Target |\n|---|---|---|\n| Bear | 20% | $50 |\n| Base | 50% | $80 |\n| Bull | 30% | $100 |\n| **Expected Value** | 100% | **@** |\n',
    '$80',
    '$97',
  ],
  [
    'a table of cases in Chinese',
    '| 情景 | 概率 | 目标价 |\n|---|---|---|\n| 悲观 | 20% | 50元 |\n| 中性 | 50% | 80元 |\n| 乐观 | 30% | 100元 |\n| 概率加权 | 100% | @ |\n',
    '80元',
    '97元',
  ],
  [
    'cases in a sentence',
    'Weighting bear $50 (20%), base $80 (50%) and bull $100 (30%) comes to an expected value of @ a share.',
    '$80',
    '$97',
  ],
  ['a sum in brackets', 'The cost of equity is @ (4.00% + 1.20 × 5.00%).', '10.00%', '12.00%'],
  ['a product in brackets', 'Market cap: @ ($45.00 × 20M).', '$900M', '$1,100M'],
  [
    'a price over net asset value',
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00\n\n| Metric | Value |\n|---|---|\n| NAV per share | $40.00 |\n| P/NAV | @ |\n',
    '1.25x',
    '0.90x',
  ],
  [
    'a return beside a target in a table',
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00\n\n| Case | Price Target | Return |\n|---|---|---|\n| Bull | $80.00 | @ |\n| Bear | $40.00 | -20% |\n',
    '+60%',
    '+75%',
  ],
  [
    'an average of peers',
    '# Acorn Inc. (ACN)\n\n| Company | P/E |\n|---|---|\n| Birch | 10.0x |\n| Cedar | 20.0x |\n| Dogwood | 30.0x |\n\n| Metric | Acorn | Avg Peers |\n|---|---|---|\n| P/E | 18.0x | @ |\n',
    '20.0x',
    '25.0x',
  ],
  [
    'a column that is a product',
    '| Case | Weight | Price | Part |\n|---|---|---|---|\n| Bull | 30% | $80.00 | $24.00 |\n| Base | 40% | $60.00 | $24.00 |\n| Mild | 20% | $40.00 | $8.00 |\n| Bear | 10% | $20.00 | @ |\n',
    '$2.00',
    '$2.90',
  ],
];

/** Right or left open, and never accused. */
const LEFT: readonly (readonly [string, string, string])[] = [
  [
    'a target multiple',
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00 | **EPS:** $2.50\n\nWe apply a target P/E of 28x.',
    '28x',
  ],
  [
    "a peer's multiple",
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00 | **EPS:** $2.50\n\nThe peer average P/E is 31x.',
    '31x',
  ],
  ['another unit of time', 'Weekly sales of $2.0 million × 3 shops = $312 million a year.', '$312 million'],
  ['a number before the sum', 'In all 12 units 3 × $4 = $12.', '$12'],
  ['a comparison sign', 'Leverage >= 3.0x is a breach, and 2 + 2 units >= 5 units too.', '5'],
  [
    'any that ties',
    '# Acorn Inc. (ACN)\n\n**Current Price:** $50.00\n\nFY2024 EPS: $2.00\n\nFY2025 EPS: $2.50\n\n**P/E:** 20.0x',
    '20.0x',
  ],
];

describe('what can be recomputed', () => {
  it.each(CLAIMS)('%s', (_name, text, right, wrong) => {
    expect(heard(text.replace('@', right), right.replace(/^[+]/, '')), 'right').toBe('tied');
    expect(heard(text.replace('@', wrong), wrong.replace(/^[+]/, '')), 'wrong').toBe('accused');
  });

  it.each(LEFT)('%s is left alone', (_name, text, claim) => {
    expect(heard(text, claim)).not.toBe('accused');
  });

  it('a right sum that is written out is never accused, and one off by a third always is', () => {
    const amount = fc.integer({ min: 11, max: 400 });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('+', '−', '×'), (a, b, sign) => {
        const value = sign === '+' ? a + b : sign === '−' ? a - b : a * b;
        fc.pre(value > 20);
        const said = (result: number) =>
          heard(`Value: $${a} ${sign} ${sign === '×' ? b : `$${b}`} = $${result}.`, `$${result}`);
        expect(said(value)).toBe('tied');
        if (sign !== '×') expect(said(Math.round(value * 1.34))).toBe('accused');
      }),
      { numRuns: 40 },
    );
  });
});

describe('cases and amounts a share', () => {
  it('ties a reconciliation whose rows are amounts a share and plain amounts', () => {
    const text =
      '| Per share | 2024 | 2025 |\n|---|---|---|\n| EPS as reported | $1.00 | $1.20 |\n| Amortization | $0.30 | $0.35 |\n| Restructuring | $0.11 | $0.12 |\n| Other items | $0.02 | $0.04 |\n| Adjusted EPS | $1.43 | $1.71 |\n';
    expect(heard(text, '$1.71')).toBe('tied');
  });

  const weighted = (weight: string) =>
    `| Scenario | Probability | Growth |\n|---|---|---|\n| Bull | 25% | 6% |\n| Base | 55% | 4% |\n| Bear | ${weight} | 1% |\n`;
  it('accuses weights of cases that make more than a whole', () => {
    const said = (text: string) => auditText(text).map(({ message }) => message);
    expect(said(weighted('40%')).some((message) => message.includes('make 120%'))).toBe(true);
    expect(said(weighted('20%')).some((message) => message.includes('make'))).toBe(false);
  });

  it('says nothing of chances of unrelated events', () => {
    const text =
      '| Risk | Probability | Impact |\n|---|---|---|\n| Recall | 40% | 6% |\n| Strike | 55% | 4% |\n| Fire | 30% | 1% |\n';
    expect(auditText(text).some(({ message }) => message.includes('make'))).toBe(false);
  });

  it('leaves a peer named right before its multiple alone', () => {
    const text =
      "# Acorn Inc. (ACN)\n\n**Current Price:** $50.00 | **EPS (TTM):** $2.50\n\nWe note BRC's trailing P/E of 31x.\n";
    expect(heard(text, '31x')).not.toBe('accused');
  });
});
