/** Whose, when and what of figures that lists, lines and list-wise sentences give to each other, with the near miss. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { markdownParser } from '../../../../src/main/imports/markdown/parser';
import { sourceOf } from '../../../../src/main/imports/source';

const read = (text: string) =>
  analyse(markdownParser.parse(sourceOf(new TextEncoder().encode(text), 'note.md'))).figures;

const of = (text: string, quote: string) => {
  const figure = read(text).find((one) => one.quote === quote);
  if (!figure)
    throw new Error(
      `${quote} not found among ${read(text)
        .map((one) => one.quote)
        .join(' | ')}`,
    );
  return figure;
};

describe('a Chinese year holds for the whole year behind it', () => {
  const head = '# 甲乙科技(300999.SZ) 研究\n\n2032年第一季度营收12亿元。\n\n';
  test.each([
    ['2031年，公司全年营收45亿元。', '45亿元', 'FY2031'],
    ['2031全年，公司营收45亿元。', '45亿元', 'FY2031'],
    ['2031上半年，公司营收45亿元。', '45亿元', '2031H1'],
    ['2031年增长放缓。公司全年营收45亿元。', '45亿元', 'FY2032'],
  ])('%s', (text, quote, period) => {
    expect(of(head + text, quote).period).toBe(period);
  });
});

describe('lists of metrics own a list of numbers in turn', () => {
  test.each([
    ['# 甲乙\n\n营收和净利润分别增长5%和8%。', '5%', 'revenue_growth'],
    ['# 甲乙\n\n营收和净利润分别增长5%和8%。', '8%', 'net_income_growth'],
    ['# 甲乙\n\n营收45亿元，净利润7亿元，同比分别增长5%和8%。', '8%', 'net_income_growth'],
    ['# Corvane\n\nRevenue and net income rose 5% and 8%, respectively.', '5%', 'revenue_growth'],
    ['# Corvane\n\nRevenue and net income rose 5% and 8%, respectively.', '8%', 'net_income_growth'],
  ])('%s %s', (text, quote, metric) => {
    expect(of(text, quote).metric).toBe(metric);
  });

  test('numbers of one metric are not handed out', () => {
    const text = '# Corvane\n\nRevenue rose 5% and 8% in 2030 and 2031, respectively.';
    expect([of(text, '5%').metric, of(text, '8%').metric]).toEqual(['revenue_growth', 'revenue_growth']);
  });
});

describe('an item over nested items says what they are of', () => {
  const text = `# Rates memo

**Date:** 5 May 2031

## Indicators

1. **USD/JPY Exchange Rate**
   - Current: ~150
   - Watch: <145 (stress)

2. **US 10Y Treasury Yield**
   - Current: ~4.3%
   - Watch: >4.75% (pressure)
`;
  test('the name, and the day of what is quoted now', () => {
    const rate = of(text, '~150');
    expect([rate.entity, rate.metric, rate.period]).toEqual(['USD/JPY', 'exchange_rate', '2031-05-05']);
  });
  test('a level that is waited for has no day', () => {
    expect([of(text, '<145').entity, of(text, '<145').period]).toEqual(['USD/JPY', null]);
    expect([of(text, '>4.75%').entity, of(text, '>4.75%').period]).toEqual(['US 10Y Treasury', null]);
  });
  test('a sentence over nested items names nothing for them', () => {
    const said = '# Corvane memo\n\n- We like the US 10Y Treasury here.\n  - Capacity: 40 sites\n';
    expect(of(said, '40 sites').entity).not.toBe('US 10Y Treasury');
  });
});

describe('lines that open with a tick are items of their own', () => {
  const text = `# Corvane memo

✅ **Capital:** 10.7% CAGR (2026-2034) after payouts
✅ **Reach:** 180+ venues
✅ **Clients:** 2,000+ firms
`;
  test('a time in one line is not lent to the next', () => {
    expect([of(text, '180+ venues').period, of(text, '2,000+').period]).toEqual([null, null]);
  });
});

describe('a number whose own word says now', () => {
  const text = '# Corvane memo\n\n**By 2039:**\n\n- Book value per share: $44.60 (vs $17.95 today)\n';
  test('is not of the time that the lead-in names', () => {
    expect([of(text, '$44.60').period, of(text, '$17.95').period]).toEqual(['FY2039', null]);
  });
});

describe('the group and its parts', () => {
  const text =
    '# Corvane third quarter 2031 results\n\nOther costs were $26.5 billion, with the increase driven by content, largely for Streamly. Total operating expenses rose 28% to $29.7 billion.';
  test('a total is the group’s, whatever part the sentence before ended in', () => {
    expect(of(text, '28%').entity).not.toBe('Streamly');
  });
});

describe('officers are no cash flows', () => {
  test.each([
    ['Pat Doe, CFO: Revenue reached $10 million, and margins were 12%.', '$10 million', 'revenue'],
    ['Our CFO said sales were $10 million.', '$10 million', 'revenue'],
    ['CFO of $10 million was ahead of plan.', '$10 million', 'operating_cash_flow'],
  ])('%s', (text, quote, metric) => {
    expect(of(`# Corvane call\n\n${text}`, quote).metric).toBe(metric);
  });
});

describe('what a survey asked is what its table measures', () => {
  const table = (line: string) => `# Corvane note

## Survey

**${line}**

| Platform | All | 7–9 |
|---|---:|---:|
| Tubely | 68% | 67% |
| Gaming platforms | 54% | 53% |
`;
  test('rows are whose, heads are who was asked', () => {
    const text = table('% of parents using each app most, by age:');
    const figure = of(text, '53%');
    expect([figure.entity, figure.metricLabel]).toEqual([
      'Gaming platforms',
      '% of parents using each app most, by age',
    ]);
  });
  test('without such a line the head stays the label', () => {
    expect(of(table('How they answered'), '53%').metricLabel).toBe('7–9');
  });
});

describe('an item that only says when', () => {
  const text =
    '# Corvane memo\n\n- Token use is about:\n  - 2031: 5 trillion\n  - 2032: 10 trillion\n- Cash use: $40M\n';
  test('has its lead-in as its label', () => {
    expect(of(text, '10 trillion').metricLabel).toBe('Token use');
  });
  test('an item with a label of its own keeps it', () => {
    expect(of(text, '$40M').metricLabel).toBe('Cash use');
  });
});
