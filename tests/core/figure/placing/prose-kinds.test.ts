/** Kinds of prose that unseen documents were misread in, each in several styles, with the near miss. */
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../../src/core/citation/find';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readContext } from '../../../../src/core/figure/placing/context';
import { readFigures } from '../../../../src/core/figure/placing/read';

const context = (text: string): DocumentContext => readContext(layOut(plainDocument(text)), {});

function read(text: string): readonly PlacedFigure[] {
  const layout = layOut(plainDocument(text));
  return readFigures(layout, readContext(layout, {}), findCitations(layout).citations);
}

const of = (text: string, quote: string): PlacedFigure => {
  const figure = read(text).find((one) => one.quote === quote);
  if (!figure) throw new Error(`${quote} not found`);
  return figure;
};

describe('a loss is below nothing', () => {
  test.each<[string, string, string]>([
    ['Corvane recorded a net loss of $2,372,000 in the quarter.', '$2,372,000', '-2372000'],
    ['The operating loss was €14 million in 2031.', '€14 million', '-14000000'],
    ['Net cash used in operating activities was $215.0 million.', '$215.0 million', '-215000000'],
    ['Net loss of $9 million, or $0.37 per diluted share, in 2031.', '$0.37 per diluted share', '-0.37'],
    ['Net income was $9 million, compared with a net loss of $3 million.', '$3 million', '-3000000'],
    ['Net income was $9 million, up from a loss; sales were $80 million.', '$80 million', '80000000'],
    ['The net loss narrowed by $4 million on higher sales.', '$4 million', '4000000'],
  ])('%s', (text, quote, low) => {
    expect(of(text, quote).low).toBe(low);
  });

  test('what is said for one share is of the same result', () => {
    const eps = of('Net loss of $9 million, or $0.37 per diluted share, in 2031.', '$0.37 per diluted share');
    expect(eps.metric).toBe('eps');
  });
});

describe('what a value is compared with', () => {
  const TEXT =
    'Gross profit for the second quarter of 2031 was $10 million, or 22% of sales, compared to $8 million, or 19% of sales, for the corresponding prior year period.';
  test.each<[string, string, string]>([
    ['$10 million', 'gross_profit', '2031Q2'],
    ['22%', 'gross_margin', '2031Q2'],
    ['$8 million', 'gross_profit', '2030Q2'],
    ['19%', 'gross_margin', '2030Q2'],
  ])('%s', (quote, metric, period) => {
    const { metric: got, period: when } = of(TEXT, quote);
    expect([got, when]).toEqual([metric, period]);
  });

  test('a period with its year is told from the other', () => {
    const text =
      'Corvane had net income of $4 million for the first quarter of fiscal year 2032, compared to $3 million for the corresponding period in fiscal year 2031.';
    expect(of(text, '$3 million').period).toBe('2031Q1');
  });
});

describe('a share of revenue says what has the share', () => {
  test.each<[string, string, string]>([
    ['Marketing expenses were $66 million, or 12% of revenue, in 2031.', '12%', 'Marketing expenses as % of revenue'],
    ['Capex as a percentage of sales was 4% in 2031.', '4%', 'Capex as % of revenue'],
    ['- Stock compensation: 9% of revenue', '9%', 'Stock compensation as % of revenue'],
  ])('%s', (text, quote, label) => {
    expect(of(text, quote).metricLabel).toBe(label);
  });
});

test('what is left out names nothing', () => {
  const text = 'Operating expenses, excluding stock-based compensation, were $490 million in 2031.';
  expect(of(text, '$490 million').metric).toBe('opex');
});

test('a quarter is no name', () => {
  const figure = of('Cost of revenue was $42 million in the second quarter of 2031.', '$42 million');
  expect([figure.metric, figure.metricLabel]).toEqual(['cogs', 'Cost of revenue']);
});

describe('abbreviations', () => {
  const head = 'Kestrel Tools (NYSE: KTL)\n\nKestrel Tools sells saws. ';
  test.each<[string, string, string]>([
    ['The NCO path runs to 42.8% of loans under the TCX model.', '42.8%', 'KTL'],
    ['EVX = 12% in the base year, and EVX is stable.', '12%', 'KTL'],
    ['HCS revenue grew 12% in 2031.', '12%', 'HCS'],
    ["Orvane's saws are dear. BCX's margin was 12% in 2031.", '12%', 'BCX'],
  ])('%s', (text, quote, entity) => {
    expect(of(head + text, quote).entity).toBe(entity);
  });
});

describe('the subject of a text', () => {
  test.each<[string, string]>([
    [
      '# Residual Income Model (RIM) Valuation - KTLS\n\nRIM yields a HOLD. Use RIM, and value in RIM. RIM shows $48.',
      'KTLS',
    ],
    ['# KTLS: a deep dive\n\nGrowth in EUX and for EUX and of EUX. KTLS sells EUX tools.', 'KTLS'],
    [
      'Q2 2031 Letter to Shareholders August 6, 2031 kestrel-ir.com\n\nServices grew. Kestrel sells. Services and Kestrel.',
      'Kestrel',
    ],
  ])('%s', (text, entity) => {
    expect(context(text).entity).toBe(entity);
  });
});

describe('the date and quarter of a text', () => {
  test('a wire story is of its dateline', () => {
    const text =
      'Kestrel Reports First Quarter Results\n\nSPRINGFIELD, OHIO – May 11, 2031 – Kestrel Inc. (NYSE: KTL) today reported results.\n\nInformation as of December 31, 2030 is audited.';
    expect(context(text).asOf).toBe('2031-05-11');
  });

  test('a stated quarter tells when the year ends', () => {
    const text =
      'Earnings Call Transcript\nCompany: Kestrel Tools\nTicker: KTL\nQuarter: Q4 2031\nScraped: 2031-05-29\n\nThursday, April 23, 2031 at 8 a.m. ET\n\nOperator: Good morning.';
    const { period, asOf, fiscalYearEndMonth } = context(text);
    expect([period, asOf, fiscalYearEndMonth]).toEqual(['2031Q4', '2031-04-23', 2]);
  });
});

describe('labels of durations and scores are kept', () => {
  test.each<[string, string, string]>([
    ['- Wash sale period: 30 days', '30 days', 'Wash sale period'],
    ['- Conviction: 7/10', '7/10', 'Conviction'],
    ['**市场情绪评分：** 55/100', '55/100', '市场情绪评分'],
  ])('%s', (text, quote, label) => {
    expect(of(text, quote).metricLabel).toBe(label);
  });
});

test('a stock that a short line in bold names heads what follows', () => {
  const text =
    '# Picks of the week\n\n## Ideas\n\n**1. KTL (Kestrel Tools)** — speculative\n\n- Entry: $9.10\n\n**2. MRV (Marlow Valves)** — safe\n\n- Entry: $21.50';
  expect([of(text, '$9.10').entity, of(text, '$21.50').entity]).toEqual(['KTL', 'MRV']);
});

test('a page that broke a sentence in two is read as one', () => {
  const lines = [
    'In 2031 the saw maker raised its list prices by far more than its rivals did, because they',
    'had stocked up on steel and it had not; Kestrel raised them by 9% and the others by less than',
    'half of that, which the trade took as a sign that its order book was full by then, and in the',
    'months that followed its dealers bought from whoever could deliver to them in the season.',
  ];
  expect(of(`Kestrel Tools plc\n\n${lines.join('\n')}`, '9%').period).toBe('FY2031');
});

test('traditional characters are looked up as simplified ones', () => {
  const text = '# 東方電機 (2308)\n\n公司2031年營業收入為40億元，毛利率為28%。';
  expect(read(text).map(({ metric }) => metric)).toEqual(['revenue', 'gross_margin']);
});

describe('a participle behind a number is no name of it', () => {
  test.each([
    ['Outlets put the growth of fees at 22% depending on the treatment of currency.', '22%'],
    ['Rooms made $40 million thanks to longer stays.', '$40 million'],
    ['Rooms made $40 million bringing the year to a close.', '$40 million'],
  ])('%s', (text, quote) => {
    expect(of(text, quote).metricLabel ?? '').not.toMatch(/depending|thanks|bringing/);
  });
});
