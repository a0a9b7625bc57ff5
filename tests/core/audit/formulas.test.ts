// Metrics that others define, beats, sums, compound growth, implied prices: sentences as analysts write them, each of
// them right once and wrong once, and what must be left alone.
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { auditText, verdictOf } from './support';

/** `#` stands for the claim: what is right there, and what is not. */
const CLAIMS: readonly (readonly [string, string, string, string])[] = [
  [
    'a margin in its sentence',
    'Operating income was $63.0 million on revenue of $420.0 million, a margin of #.',
    '15.0%',
    '16.0%',
  ],
  [
    'a margin with its profit before it',
    'Revenue was $420 million. Operating income was $63 million, an operating margin of #.',
    '15%',
    '18%',
  ],
  ['a gross margin', 'Gross profit of $210 million on sales of $420 million gives a gross margin of #.', '50%', '45%'],
  ['a margin in brackets', 'EBITDA margin reached # (EBITDA $84 million on revenue of $420 million).', '20%', '30%'],
  [
    'the current year, not the base',
    'Revenue was $420 million, up from $350 million. Operating income was $63 million, an operating margin of #.',
    '15%',
    '18%',
  ],
  ['leverage', 'Net debt of $900 million against EBITDA of $300 million puts leverage at #.', '3.0x', '2.5x'],
  [
    'price to earnings of the whole',
    'With a market cap of $12.0 billion and earnings of $600 million, the P/E is #.',
    '20x',
    '25x',
  ],
  ['earnings per share', 'Earnings of $600 million over 200 million shares give EPS of #.', '$3.00', '$3.50'],
  [
    'an average price',
    'The buyback of $2.0 billion retired 10 million shares at an average price of #.',
    '$200',
    '$180',
  ],
  ['a tax rate', 'The tax rate was # on pre-tax income of $200 million and income tax of $40 million.', '20%', '25%'],
  [
    'free cash flow',
    'Free cash flow was # after operating cash flow of $120 million and capex of $60 million.',
    '$60 million',
    '$50 million',
  ],
  [
    'free cash flow last',
    'Operating cash flow of $120 million less capex of $60 million leaves free cash flow of #.',
    '$60 million',
    '$50 million',
  ],
  [
    'gross profit',
    'Revenue of $420 million and cost of sales of $200 million left gross profit of #.',
    '$220 million',
    '$210 million',
  ],
  ['an implied price', 'Our target price of # is based on 20x 2027 EPS of $5.00.', '$100', '$120'],
  [
    'a beat in money',
    'Revenue of $420.0 million beat consensus of $410.0 million by #.',
    '$10.0 million',
    '$12.0 million',
  ],
  ['a beat in percent', 'Revenue of $420.0 million beat the $410.0 million consensus by #.', '2.4%', '4.1%'],
  ['a miss', 'Revenue of $400 million missed estimates of $410 million by #.', '$10 million', '$15 million'],
  ['guidance against itself', 'Guidance was raised from $450 million to $470 million, a step-up of #.', '4.4%', '10%'],
  ['a multiple in words', 'Capex # to $98 million from $50 million.', 'doubled', 'tripled'],
  ['halved', 'Costs were halved from $80 million to #.', '$41 million', '$60 million'],
  ['another period in brackets', 'Revenue grew # to $420 million (Q1 2025: $350 million).', '20%', '25%'],
  [
    'three parts',
    'The segments contributed $200 million, $150 million and $80 million, for a total of #.',
    '$430 million',
    '$420 million',
  ],
  [
    'parts that add up',
    'Cloud revenue of $200 million and device revenue of $150 million add up to #.',
    '$350 million',
    '$370 million',
  ],
  [
    'a sum said first',
    'H1 revenue of # is the sum of $420 million in Q1 and $390 million in Q2.',
    '$810 million',
    '$800 million',
  ],
  ['a share of a total', 'Services revenue of $105 million was # of total revenue of $420 million.', '25%', '30%'],
  ['so much of so much', 'Cloud revenue was $200 million of the $420 million total, or #.', '48%', '55%'],
  ['compound growth', 'Revenue grew from $100 million in 2020 to $200 million in 2025, a CAGR of #.', '14.9%', '20.0%'],
  ['an annualised quarter', 'Quarterly revenue of $420 million annualises to #.', '$1.68 billion', '$1.90 billion'],
  [
    'an upside over a price said as such',
    'At $120 per share and a price target of $150, the implied upside is #.',
    '25%',
    '35%',
  ],
  ['time between two months', 'The contract runs from March 2024 to March 2027, or #.', 'three years', 'four years'],
];

describe('claims that others define', () => {
  it.each(CLAIMS)('%s', (_, text, right, wrong) => {
    expect(verdictOf(text.replace('#', right)), right).toBe('tied');
    expect(verdictOf(text.replace('#', wrong)), wrong).toBe('accused');
  });

  it.each([
    ['an adjusted profit', 'Adjusted EBITDA was $84 million on revenue of $420 million; the EBITDA margin was 30%.'],
    [
      'a margin of another period',
      'Q1 2026 operating income was $63 million on Q1 2026 revenue of $420 million. In Q4 2025 the operating margin was 18%.',
    ],
    [
      'an expectation',
      'Revenue was $420 million and operating income $63 million; we expect an operating margin of 18%.',
    ],
    ['a target', 'On revenue of $420 million and EBITDA of $84 million, the target EBITDA margin is 30%.'],
    [
      'two margins',
      'Revenue of $420 million and operating income of $63 million came with an operating margin of 18% in Europe and an operating margin of 12% in Asia.',
    ],
    [
      'a rate with its own base beside a beat',
      'Net sales increased 1.8% year over year to $64.04 billion, which surpassed the consensus estimate of $62.45 billion.',
    ],
    ['a scale that was not printed', 'Net debt of $900 and EBITDA of $300 million put leverage at 2.5x.'],
    [
      'a part of many',
      'The segments contributed $200 million and, before eliminations, $150 million, for a total of $330 million.',
    ],
    [
      'years counted two ways',
      'Over four years revenue grew from $100 million in 2020 to $200 million in 2025, a CAGR of 20%.',
    ],
    [
      'two profits',
      'EBITDA was $84 million and operating income $63 million on revenue of $420 million, a margin of 20%.',
    ],
  ])('nothing is accused: %s', (_, text) => {
    expect(verdictOf(text)).not.toBe('accused');
  });
});

describe('a table column', () => {
  const table = (margin: string) =>
    `# Lumen\n\n| | Q1 2026 | Q1 2025 |\n|---|---|---|\n| Revenue ($m) | 420 | 350 |\n| Operating income ($m) | 63 | 49 |\n| Operating margin | ${margin} | 14.0% |\n`;
  const conflicts = (margin: string) =>
    auditText(table(margin))
      .filter(({ verdict }) => verdict === 'conflict')
      .map(({ claimed, expression }) => `${claimed} ${expression}`);

  it('is recomputed from its own rows', () => {
    expect(conflicts('15.0%')).toEqual([]);
    expect(conflicts('16.0%')).toEqual(['16.0% 63 ÷ 420']);
  });
});

vi.setConfig({ testTimeout: 60_000 });
const RUNS = 120;
const amount = fc.integer({ min: 1000, max: 9_999 }).map((n) => new Big(n).div(10));

const MARGINS = [
  (profit: string, revenue: string, rate: string) =>
    `Operating income was $${profit} million on revenue of $${revenue} million, an operating margin of ${rate}%.`,
  (profit: string, revenue: string, rate: string) =>
    `Revenue was $${revenue} million. Gross profit was $${profit} million, a gross margin of ${rate}%.`,
  (profit: string, revenue: string, rate: string) =>
    `EBITDA of $${profit} million was ${rate}% of revenue of $${revenue} million.`,
] as const;

const made = fc
  .record({ a: amount, b: amount, places: fc.constantFrom(0, 1), form: fc.constantFrom(...MARGINS) })
  .filter(({ a, b }) => a.lt(b.times('0.95')))
  .map(({ a, b, places, form }) => ({ rate: a.div(b).times(100), a, b, places, form }));

describe('margins made from random operands', () => {
  it('tie as rounded', () => {
    fc.assert(
      fc.property(made, ({ a, b, rate, places, form }) => {
        const text = form(a.toFixed(1), b.toFixed(1), rate.toFixed(places));
        expect(verdictOf(text), text).toBe('tied');
      }),
      { numRuns: RUNS },
    );
  });

  it('are accused where the rate is off beyond rounding', () => {
    const texts = fc
      .sample(made, { numRuns: RUNS, seed: 11 })
      .map(({ a, b, rate, places, form }) =>
        form(a.toFixed(1), b.toFixed(1), rate.times('1.12').plus(2).toFixed(places)),
      );
    const accused = texts.filter((text) => verdictOf(text) === 'accused');
    expect(accused.length / texts.length).toBeGreaterThanOrEqual(0.99);
  });
});
