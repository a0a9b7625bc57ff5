/** One slip in many layouts: a sentence, a list, a table, in two languages. Right it is left alone, wrong it is told. */
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const note = (body: string): string => `# Harlow Pumps (HRP) – Investment Note\n\nDate: 2026-03-02\n\n${body}\n`;
const table = (...rows: readonly string[]): string => {
  const columns = (rows[0] ?? '').split(',').length;
  const line = (row: string): string => `| ${row.split(',').join(' | ')} |`;
  return [line(rows[0] ?? ''), `|${'---|'.repeat(columns)}`, ...rows.slice(1).map(line)].join('\n');
};

/** Name, text with @ for the value, the right one, the wrong one. */
const WAYS: readonly (readonly [string, string, string, string])[] = [
  ['a multiple in words', 'The value per share is $@: normalised EPS of $4.00 times a 15x multiple.', '60', '72'],
  [
    'a multiple applied',
    'Applying a 15x multiple to normalised EPS of $4.00 gives a value of $@ per share.',
    '60',
    '72',
  ],
  ['a multiple in Chinese', '按2026年EPS 4.00元、15倍PE计算，目标价@元。', '60', '72'],
  ['a holding at a price', 'We bought 120 shares @@ $40.00 = $@.', '4,800', '5,800'],
  ['a multiple the shares trade on', 'At $48 the shares trade on @ our 2026 EPS estimate of $3.20.', '15.0x', '17.5x'],
  [
    'a value of all shares',
    'With 50 million shares at $48, Harlow has a market cap of @.',
    '$2.4 billion',
    '$2.9 billion',
  ],
  [
    'a ratio derived',
    'Return on equity of @ is derived from net income of $300M divided by equity of $2,500M.',
    '12.0%',
    '14.5%',
  ],
  ['a share of a total', 'Water revenue was $420M of a group total of $900M, or @.', '47%', '57%'],
  ['a share in Chinese', '水泵业务收入42亿元，占总收入90亿元的@。', '47%', '57%'],
  ['above the price', 'We set a target price of $60, @ above the current price of $48.', '25%', '35%'],
  ['a discount to fair value', 'The stock at $48 trades at a @ discount to our fair value of $60.', '20%', '30%'],
  ['hits of all', 'Hit rate: 18/24 (@)', '75%', '80%'],
  [
    'a return over years',
    'We expect the stock to go from $48 to $72 over three years, an annual return of @.',
    '14.5%',
    '19%',
  ],
  ['compound growth in Chinese', '收入从2020年的5.0亿元增长到2025年的9.0亿元，年复合增长率@。', '12.5%', '17.5%'],
  ['an average in a sentence', 'Peers trade at 12x, 14x and 10x EBITDA, an average of @.', '12x', '13.5x'],
  ['an age', 'Founded in 1996, the company is @ years old.', '30', '25'],
  ['a span of years', 'Between 2018 and 2025 (@ years), margins doubled.', 'seven', 'nine'],
  ['a term', 'The contract runs from January 2026 to December 2028, a term of @ years.', 'three', 'four'],
  [
    'growth at the midpoint',
    'The guidance range of $950-$990M implies growth of @ at the midpoint over 2025 revenue of $900M.',
    '7.8%',
    '11%',
  ],
  ['parts in a bracket', 'Total funding: $@M ($120M debt, $60M equity and $20M grants).', '200', '170'],
  [
    'a list with its total',
    'Revenue by segment:\n- Water: $420M\n- Energy: $310M\n- Service: $170M\n- Total: $@M',
    '900',
    '940',
  ],
  [
    'shares behind the amounts of a list',
    '- Water: $420M (@ of revenue)\n- Energy: $310M (34% of revenue)\n- Service: $170M (19% of revenue)',
    '47%',
    '57%',
  ],
  [
    'weights in brackets',
    '- Bull case (25%): $80\n- Base case (50%): $60\n- Bear case (25%): $30\n- Probability-weighted value: $@',
    '57.50',
    '62.00',
  ],
  ['growth beside two years', table('$M,2024,2025,YoY', 'Revenue,800,900,@', 'EBITDA,200,240,20.0%'), '12.5%', '15.5%'],
  [
    'growth beside two quarters',
    table('$M,Q4 2025,Q4 2024,% change', 'Revenue,900,800,@', 'EBITDA,240,200,20.0%'),
    '12.5%',
    '15.5%',
  ],
  [
    'shares beside amounts',
    table('Segment,Revenue ($M),% of total', 'Water,420,@', 'Energy,310,34.4%', 'Service,170,18.9%', 'Total,900,100%'),
    '46.7%',
    '52.7%',
  ],
  ['weights in all', table('Holding,Weight', 'Water,40%', 'Energy,35%', 'Service,@', 'Total,100%'), '25%', '30%'],
  [
    'a total of ranges',
    table('Segment,FY27 revenue', 'Water,$20-22B', 'Energy,$28-30B', 'Total,@'),
    '$48-52B',
    '$45-50B',
  ],
  [
    'a median of peers',
    table('Peer,EV/EBITDA', 'Brant,12.0x', 'Corvo,17.0x', 'Dune,10.0x', 'Median,@'),
    '12.0x',
    '15.6x',
  ],
  [
    'equity from enterprise value',
    table('Item,$M', 'Enterprise value,1800', 'Less: net debt,(300)', 'Equity value,@'),
    '1,500',
    '1,650',
  ],
  [
    'value per share',
    table('Item,Value', 'Equity value,$1500M', 'Diluted shares,75M', 'Value per share,@'),
    '$20.00',
    '$23.00',
  ],
  [
    'upside in a row of its own',
    table('Metric,Value', 'Share price,$48.00', 'Target price,$60.00', 'Upside,@'),
    '25%',
    '35%',
  ],
  [
    'growth of a row',
    `${table('$M,2024,2025', 'Revenue,800,900', 'EBITDA,200,240')}\n\nRevenue grew @ in 2025.`,
    '12.5%',
    '15.5%',
  ],
  [
    'a share of a row',
    `${table('Segment,Revenue ($M)', 'Water,420', 'Energy,310', 'Service,170', 'Total,900')}\n\nWater accounts for @ of group revenue.`,
    '47%',
    '57%',
  ],
  [
    'the highest of a column',
    `${table('Company,P/E,Growth', 'Harlow,15.0x,12%', 'Brant,18.0x,9%', 'Corvo,21.0x,@')}\n\nHarlow has the highest growth of the group.`,
    '7%',
    '14%',
  ],
  [
    'the lowest in Chinese',
    `${table('公司,PE,增速', '哈罗,@,12%', '布兰特,18.0x,9%', '科沃,21.0x,7%')}\n\n哈罗的PE在三家中最低。`,
    '15.0x',
    '19.0x',
  ],
  [
    'the only one that grew',
    `${table('Segment,Growth', 'Water,+12%', 'Energy,@', 'Service,-3%')}\n\nWater is the only segment that grew.`,
    '-4%',
    '+4%',
  ],
  [
    'all grew',
    `${table('Segment,Growth', 'Water,+12%', 'Energy,@', 'Service,+3%')}\n\nAll segments grew in 2025.`,
    '+4%',
    '-4%',
  ],
  [
    'some of all grew',
    `@ of the five segments grew.\n\n${table('Segment,Growth', 'Water,+12%', 'Energy,+4%', 'Service,-3%', 'Parts,+2%', 'Other,-1%')}`,
    'Three',
    'Four',
  ],
  [
    'a rank',
    `${table('Company,FCF margin', 'Harlow,22%', 'Brant,@', 'Corvo,30%')}\n\nHarlow ranks second on FCF margin.`,
    '18%',
    '25%',
  ],
  [
    'a beat in a table',
    table('Metric,Actual,Consensus,Result', 'EPS,$3.20,@,Beat', 'Revenue,$900M,$880M,Beat'),
    '$3.05',
    '$3.45',
  ],
  [
    'a discount rate written out',
    '**WACC:** ( ($4,900 / ($4,900 + $4,400)) * 8.16% ) + ( ($4,400 / ($4,900 + $4,400)) * 5.44% * (1 - 0.335) ) = **@**',
    '6.01%',
    '5.93%',
  ],
  [
    'a scale that only the result prints',
    'Calculation: $477.6 * (1 - 0.335) + $278.3 - $224.3 - $135.6 = **$@M**',
    '236.0',
    '238.4',
  ],
  ['an order with its sign', 'Quality of earnings: OCF $@M > net income $45M.', '78', '38'],
  ['a return on equity', "- Net Income: $45M\n- Shareholders' Equity: $750M\n- ROE: @", '6.0%', '9.2%'],
  [
    'a multiple that says what it rests on',
    '- Market Cap: $1,580M\n\n## Multiples\n\n- Forward P/S: @ (based on TTM revenue $1.89B)',
    '0.8x',
    '4.2x',
  ],
  [
    'a share beside its amount',
    `${table(',FY24,FY25', 'Revenue,$314M,$338M')}\n\n${table('Region,Revenue Share', 'China,~60% ($@M)', 'Japan,~11% ($37M)')}`,
    '203',
    '251',
  ],
  [
    'a level below the price',
    'Current Price: $14.25\n\n- Add on weakness below $13.00 (@ discount to current)',
    '9%',
    '12%',
  ],
  [
    'a weighted score',
    table('Criterion,Weight,HRP,BRT', 'Growth,40%,5,3', 'Margin,30%,4,4', 'Risk,30%,3,5', 'Weighted Score,100%,@,3.90'),
    '4.10',
    '4.35',
  ],
  [
    'a count of cells',
    `${table('Test,Signal', 'P/E,BUY', 'Growth,BUY', 'Margin,HOLD', 'Debt,SELL')}\n\n${table('Count,Value', 'Total BUY signals,2', 'Total HOLD signals,@')}`,
    '1',
    '2',
  ],
  ['what has piled up', table('GW,2023,2024,2025', 'Solar additions,8,10,20', 'Solar cumulative,16,26,@'), '46', '42'],
  [
    'value per share of each case',
    table('Case,Equity,FV/Share', 'Bear,100.0,83.33', 'Base,142.0,@', 'Bull,260.4,217.00'),
    '118.33',
    '112.90',
  ],
];

const conflicts = (text: string): boolean =>
  auditText(note(text)).some(({ rule, verdict }) => /^(?:CALC|CON|TIM)/.test(rule) && verdict === 'conflict');
const filled = (text: string, value: string): string =>
  text.replace('@@', '\u0000').replace('@', value).replace('\u0000', '@');

describe('a value with what it follows from', () => {
  it.each(WAYS)('%s', (_, text, right, wrong) => {
    expect(conflicts(filled(text, right)), 'right').toBe(false);
    expect(conflicts(filled(text, wrong)), 'wrong').toBe(true);
  });
});

/** What looks like one of these and is another thing. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['weights of capital', 'WACC = (($4,900 / $9,400) * 8.16%) + (($4,500 / $9,400) * 3.59%) = 5.97%'],
  ['part of a list', 'Revenue of $900M (including $120M from water and $60M from parts) rose.'],
  [
    'a premium without its base',
    'The deal at $48 came at a 30% premium to the undisturbed price, above our $60 target.',
  ],
  ['a column of another growth', table('$M,2024,2025,Organic growth', 'Revenue,800,900,7.0%', 'EBITDA,200,240,9.0%')],
  [
    'a rank among others',
    `${table('Company,FCF margin', 'Harlow,22%', 'Brant,25%', 'Corvo,30%')}\n\nHarlow is one of the largest makers.`,
  ],
  [
    'growth of a part',
    `${table('$M,2024,2025', 'Revenue,800,900', 'EBITDA,200,240')}\n\nService revenue grew 20% in 2025.`,
  ],
];

describe('what only looks like it', () => {
  it.each(OTHERS)('%s', (_, text) => {
    expect(conflicts(text)).toBe(false);
  });
});
