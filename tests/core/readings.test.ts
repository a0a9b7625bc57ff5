/** Faults seen on notes that nothing was tuned to, each as the kind of sentence it was: one row, one reading. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/core/analyse';
import type { Figure } from '../../src/core/figure/model';
import { figuresOf, mergeUndisclosed } from '../../src/core/provenance/undisclosed';
import { plainDocument } from './support/text';

const HEAD = 'Corvane plc after Q1 2026\n\nData as of 2026-05-15.\n\n';

const ROWS: readonly (readonly [string, string, Partial<Figure>])[] = [
  ['The mean target of $306 and the median of $315 imply 13% upside.', '$306', { metric: 'price_target_average' }],
  ['The mean target of $306 and the median of $315 imply 13% upside.', '$315', { metric: 'price_target_median' }],
  ['GAAP EPS of $2.78 contains a $16.8B gain from marking the stake.', '$16.8B', { metric: 'mark_to_market_gain' }],
  ['Corvane agreed to put up to $25B more into Lumenix.', 'up to $25B', { metric: 'investment', period: null }],
  ['Trailing free cash flow shrank to $1.2B.', '$1.2B', { period: 'TTM-2026Q1', basis: 'TTM' }],
  [
    'Cash capex came to $43.2B in the quarter and management still guides to about $200B for the full year.',
    'about $200B',
    { metric: 'capex', period: 'FY2026', provenance: 'management' },
  ],
  [
    'EPS came in $0.11 better than the Street.',
    '$0.11',
    { metric: 'eps_surprise', direction: 'up', provenance: 'derived' },
  ],
  ['BUY. TP €46 (prev. €44).', '€44', { metric: 'price_target', unit: 'per_share', provenance: 'inferred' }],
  ['Gross margin rose 1pt.', '1pt', { unit: 'percentage_points', direction: 'up' }],
  [
    'Free cash flow was $(12.6)m, compared with an inflow of $24.1m a year earlier.',
    '$24.1m',
    { metric: 'free_cash_flow', period: '2025Q1' },
  ],
  ['Order book £1.1bn, which management called "the strongest in a decade".', '£1.1bn', { provenance: 'management' }],
  [
    'Operating profit slipped to $148 million from $171 million.',
    '$171 million',
    { metric: 'operating_income', period: '2025Q1' },
  ],
  ['Sales of $3.1bn were 4% above consensus and up 18% y/y.', '18%', { provenance: 'disclosed', direction: 'up' }],
  ['We forecast sales growth of 16% and an EBIT margin of 22.5%.', '16%', { metric: 'revenue_growth' }],
  ['HOLD means an expected total return between -10% and +10%.', '-10% and +10%', { provenance: 'inferred' }],
];

describe('kinds of sentences', () => {
  test.each(ROWS)('%s: %s', (sentence, quote, reading) => {
    const { figures } = analyse(plainDocument(`${HEAD}${sentence}\n`));
    expect(figures.find((figure) => figure.quote === quote)).toMatchObject(reading);
  });

  test('a list of what the price holds is the author’s reading', () => {
    const text = `${HEAD}Cloud revenue grew 28%, the company reported.\n\nPriced in\n\n- Cloud growth near 28%\n- Tariffs\n`;
    expect(analyse(plainDocument(text)).figures.at(-1)?.provenance).toBe('inferred');
  });

  test('a plain text is called by its first line', () => {
    const text = 'CORVANE PLC (CRV LN)\nA year of two halves\n\nRevenue was £1.2bn in H1 2026.\n';
    expect(analyse(plainDocument(text)).layout.title).toBe('CORVANE PLC (CRV LN)');
  });
});

describe('the undisclosed register', () => {
  const text = `${HEAD}On the call management said the annualized run-rate of AI services inside its cloud has passed $15B. Cloud revenue was $37.6B. Corvane does not report AI revenue as a separate line.\n\nCorvane does not separately disclose: AI services revenue, advertising margin.\n\nOutside models put the incremental margin of Advertising at 60%–70%. Corvane does not disclose the margin of advertising.\n`;
  const { figures, undisclosed } = analyse(plainDocument(text));
  const items = mergeUndisclosed(undisclosed);

  test('says each thing once, as written', () => {
    expect(items.map(({ entity }) => entity)).toEqual(['AI services', 'advertising']);
  });

  test('has the figures of what is not disclosed, and no others', () => {
    const joined = items.map((item) => figuresOf(item, figures, text).map(({ quote }) => quote));
    expect(joined).toEqual([['$15B'], ['60%–70%']]);
  });
});
