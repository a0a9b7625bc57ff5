// Kinds of misreading and of false accusation seen on documents of other people, each with inputs of our own and a near
// miss where the other answer is right. Kinds that have tests where their code is are not repeated here.
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/core/audit/audit';
import { documentOf } from './audit/support';

const read = (text: string) => documentOf(`Harbour Rail (HBRL)\n\n${text}\n`, '2026-05-15');

const of = (text: string, quote: string) => read(text).document.figures.find((figure) => figure.quote === quote);

/** Rules that say something graver than that a check holds. */
function said(text: string): readonly string[] {
  const { document, sources } = read(text);
  const findings = audit({ documents: [document], sources }).findings;
  return findings.filter(({ severity }) => severity !== 'ok').map(({ rule }) => rule);
}

describe('A: nobody is accused of', () => {
  const SPEECH = '“We will not build a single new terminal before the old ones pay for themselves.”';
  it.each([
    [
      'words between two short quotations',
      'The board called it a "one-off" charge while the unions said loudly that it was not, so our verdict is "Mixed" for now.',
      'SRC05',
      false,
    ],
    [
      'the same in Chinese',
      '管理层称之为"一次性"费用，而工会说他们对此表示强烈反对并要求重新谈判全部合同条款，我们的判断是"中性"。',
      'SRC05',
      false,
    ],
    [
      'words between two inches',
      'The board said the 36" pipe and the 24" pipe would both be laid by the end of the next season.',
      'SRC05',
      false,
    ],
    ['a quotation behind a short one is still seen', `The chair called it "final" and said: ${SPEECH}`, 'SRC05', true],
    [
      'a quotation in straight marks too',
      'The chair said on stage: "We will not build a single new terminal before the old ones pay."',
      'SRC05',
      true,
    ],
    [
      'a window of time said once about and once plainly',
      'About $400 million of debt falls due within roughly 12 months. Over the next 12 months the line opens two depots.',
      'CON03',
      false,
    ],
    [
      'a guide beside the consensus',
      'Management guided to 2026 revenue of $2.10 billion. Consensus stands at $2.15 billion for 2026 revenue.',
      'CON06',
      false,
    ],
    [
      'a guide that differs from the consensus',
      'Management guided to 2026 revenue of $2.10 billion. Consensus stands at $2.15 billion for 2026 revenue.',
      'CON01',
      false,
    ],
    [
      'a quarter beside nine months',
      '## Quarter Ended June 30\n\n| $M | 2025 | 2024 |\n|---|---|---|\n| Net income | 35 | 31 |\n\n## Nine Months Ended June 30\n\n| $M | 2025 | 2024 |\n|---|---|---|\n| Net income | 98 | 90 |',
      'CON01',
      false,
    ],
    ['a way from one value to another', 'Net debt went from $2,927M to $3,916M in FY2025.', 'CON01', false],
    [
      'two values of one year',
      'Net debt was $2,927M at the end of FY2025.\n\nNet debt stood at $3,916M at the end of FY2025.',
      'CON01',
      true,
    ],
    ['a subtraction', 'Equity value: $133.7B - $6.4B = $127.3B. The spread is ($125 − $75).', 'CALC10', false],
    [
      'a probability beside a target',
      'HBRL trades at $10.\n\nUpside to Bull ($15): +50% (30% probability = 15% expected value)',
      'CALC08',
      false,
    ],
    ['a downside in words', 'Fair value is $225. The current price of $237 offers 5% downside.', 'CALC08', false],
    [
      'capital spending printed as an outflow',
      '| $M | 2025 |\n|---|---|\n| Operating cash flow | 225 |\n| Capital expenditures | -150 |\n| Free cash flow | 75 |',
      'CALC05',
      false,
    ],
    [
      'a fall that does not follow is told',
      'Net sales of $221 million fell 20% (prior year: $252 million).',
      'CALC01',
      true,
    ],
  ])('%s', (_, text, rule, isSaid) => {
    expect(said(text).includes(rule)).toBe(isSaid);
  });
});

describe('B, C: a period comes from', () => {
  it.each([
    ['no model number', 'The H200 order added $40 million of revenue.', '$40 million', null],
    [
      'no model number in a cell',
      '| Chip | Price |\n|---|---|\n| H100 | $25,000 |\n| H200 | $32,000 |',
      '$32,000',
      null,
    ],
    ['no index', 'The small-cap 2000 index fell 3%.', '3%', null],
    ['no type', 'The model 2030 locomotive costs $6 million.', '$6 million', null],
    ['a half with its year', 'Revenue was $40 million in H126 and $44 million in 2H26.', '$44 million', '2026H2'],
    ['a half of two digits in a cell', '| | H125 | H225 |\n|---|---|---|\n| Revenue ($M) | 25 | 28 |', '28', '2025H2'],
    ['no next sentence', '2025年毛利率下降0.4个百分点。2026年一季度收入为51亿元。', '0.4个百分点', 'FY2025'],
    ['its own sentence', '2025年毛利率下降0.4个百分点。2026年一季度收入为51亿元。', '51亿元', '2026Q1'],
    [
      'heads that are dates',
      '| | 12/31/2025 | 12/31/2024 |\n|---|---|---|\n| Total debt | 300 | 310 |',
      '310',
      '2024-12-31',
    ],
    [
      'its place in a list',
      'Revenue was $7.0B, $6.0B and $5.0B in 2025, 2024 and 2023, respectively.',
      '$6.0B',
      'FY2024',
    ],
    ['the label that leads', 'FY22 $5.0B, FY23 $6.0B, FY24 $7.0B of sales.', '$6.0B', 'FY2023'],
    ['the year that leads an estimate', 'EPS: 2025E $3.10, 2026E $3.60, 2027E $4.05.', '$3.60', 'FY2026'],
  ])('%s', (_, text, quote, period) => {
    const figure = of(text, quote);
    expect(figure).toBeDefined();
    expect(figure?.period ?? null).toBe(period);
  });
});

describe('B: a number is', () => {
  it.each([
    ['electric cars, no enterprise value', 'EV sales reached 120,000 units in 2025.', '120,000', { unit: 'count' }],
    ['an enterprise value', 'EV of $4.2 billion is 9x EBITDA.', '$4.2 billion', { metric: 'enterprise_value' }],
    [
      'a revenue with a mark of a note',
      'HBRL reported revenue of $600 million3 in Q1 2026.',
      '$600 million',
      { metric: 'revenue', low: '600000000' },
    ],
    ['a loss', 'HBRL reported a net loss of $41 million in Q1 2026.', '$41 million', { low: '-41000000' }],
    ['an outflow with a space', '净利润为- 249 亿元。', '- 249 亿元', { low: '-24900000000' }],
    ['a rate of return', 'The IRR is 18%.', '18%', { metric: 'irr' }],
    [
      'a target, not the price',
      'BUY at the current $167 with a 12-month target of $185-210.',
      '$185-210',
      { metric: 'price_target' },
    ],
    [
      'a price without the scale of the list',
      'Costs were $644 million, or $0.69 per diluted share, against $571 million, or $0.60 per diluted share.',
      '$0.69 per diluted share',
      { low: '0.69', unit: 'per_share' },
    ],
  ])('%s', (_, text, quote, expected) => {
    expect(of(text, quote)).toMatchObject(expected);
  });

  it.each([
    ['a supplier’s rank', 'Tier 1 suppliers have raised prices.', '1'],
    ['a paragraph of a law', 'The 45X credit is paid in cash.', '45X'],
    ['an expert’s number', '专家 1 认为需求将回升。专家2认为不会。', '1'],
    ['an age', 'An 11-year-old depot was closed.', '11-year'],
  ])('none: %s', (_, text, quote) => {
    expect(of(text, quote)).toBeUndefined();
  });
});

describe('C: who vouches', () => {
  it.each([
    ['an expectation of the author’s own', '- **Expected Return:** 10-15%', '10-15%', 'inferred'],
    ['a company that says “we”', 'We remain on track to open 20 stations in 2026.', '20 stations', 'management'],
    ['a company that says “our”', 'Our renewal rate was 89.7%.', '89.7%', 'management'],
    ['the Street by name', 'Consensus EPS for 2026 is $3.60.', '$3.60', 'consensus'],
  ])('%s', (_, text, quote, provenance) => {
    expect(of(text, quote)?.provenance).toBe(provenance);
  });
});
