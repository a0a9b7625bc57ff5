/** Figures placed: what, whose, when, on which basis and which way — in invented notes of several kinds. */
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../../src/core/citation/find';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import { readContext } from '../../../../src/core/figure/placing/context';
import type { DocumentContext, PlacedFigure } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';

interface Read {
  readonly context: DocumentContext;
  readonly figures: readonly PlacedFigure[];
}

function read(text: string): Read {
  const layout = layOut(plainDocument(text));
  const { citations } = findCitations(layout);
  const context = readContext(layout, {});
  return { context, figures: readFigures(layout, context, citations) };
}

/** The `nth` figure whose quote is `quote`, as `metric entity period`. */
function fact({ figures }: Read, quote: string, nth = 0): PlacedFigure {
  const found = figures.filter((figure) => figure.quote === quote)[nth];
  if (!found) throw new Error(`${quote} not found among ${figures.map((figure) => figure.quote).join(', ')}`);
  return found;
}

function brief(figure: PlacedFigure): string {
  return [figure.metric, figure.entity, figure.period].join(' ');
}

const BROKER = read(`Halden Robotics (NASDAQ: HLDN)
Cut to Neutral; PT $62 (from $80)
12 March 2027

Key takeaways
- 4Q26 revenue of $412m (-3% y/y, +5% q/q) missed our $431m and consensus of $428m.
- Gross margin fell 210bps y/y to 38.4% on mix; adj. EBITDA was $51m (12.4% margin).
- FY27 guidance: revenue $1.75-1.85bn (Street $1.92bn), EPS $2.10-2.30, capex c.$140m.
- Net debt/EBITDA at 2.8x; covenant is 3.5x.

Results
Table 1: Summary financials (US$ m, FYE December)
Metric | 4Q25 | 3Q26 | 4Q26 | y/y
Revenue | 425 | 392 | 412 | -3%
Gross margin (%) | 40.5 | 39.0 | 38.4 | -210bps
Operating income | 48 | 30 | 27 | -44%
EPS ($) | 0.71 | 0.44 | 0.39 | -45%

Warehouse automation revenue was $188m, down 9% y/y. The company expects to close two plants in 2H27.

Valuation
We value HLDN at 9.5x FY28E EV/EBITDA. Our bear case is $41 (-28%), bull case $88 (+54%). At Friday's close of $57.10, the shares trade at 24.9x FY27E EPS.
`);

describe('a broker note', () => {
  test('context', () => {
    expect(BROKER.context).toMatchObject({
      asOf: '2027-03-12',
      entity: 'HLDN',
      fiscalYearEndMonth: 12,
      period: '2026Q4',
    });
  });

  test.each<[string, string]>([
    ['$62', 'price_target HLDN '],
    ['$412m', 'revenue HLDN 2026Q4'],
    ['-3%', 'revenue_growth HLDN 2026Q4'],
    ['210bps', 'gross_margin_change HLDN 2026Q4'],
    ['38.4%', 'gross_margin HLDN 2026Q4'],
    ['$51m', 'ebitda HLDN 2026Q4'],
    ['12.4%', 'ebitda_margin HLDN 2026Q4'],
    ['$1.75-1.85bn', 'revenue HLDN FY2027'],
    ['$2.10-2.30', 'eps HLDN FY2027'],
    ['c.$140m', 'capex HLDN FY2027'],
    ['2.8x', 'leverage HLDN 2026Q4'],
    ['425', 'revenue HLDN 2025Q4'],
    ['392', 'revenue HLDN 2026Q3'],
    ['412', 'revenue HLDN 2026Q4'],
    ['40.5', 'gross_margin HLDN 2025Q4'],
    ['27', 'operating_income HLDN 2026Q4'],
    ['0.39', 'eps HLDN 2026Q4'],
    ['$188m', 'revenue Warehouse automation 2026Q4'],
    ['9%', 'revenue_growth Warehouse automation 2026Q4'],
    ['two plants', 'plants HLDN 2027H2'],
    ['9.5x', 'ev_ebitda HLDN FY2028'],
    ['-28%', 'implied_upside HLDN '],
    ['$57.10', 'share_price HLDN 2027-03-12'],
    ['24.9x', 'pe_ratio HLDN FY2027'],
  ])('%s is %s', (quote, expected) => {
    expect(brief(fact(BROKER, quote))).toBe(expected);
  });

  test('a table says its scale once', () => {
    expect(fact(BROKER, '425')).toMatchObject({ low: '425000000', unit: 'money', currency: 'USD', lowExponent: 6 });
    expect(fact(BROKER, '40.5')).toMatchObject({ low: '40.5', unit: 'percent' });
    expect(fact(BROKER, '0.71')).toMatchObject({ low: '0.71', unit: 'per_share' });
    expect(fact(BROKER, '412').cell).toMatchObject({ row: 0, column: 3 });
  });

  test.each(['Note', 'Sources', 'No.', 'Pages', '附注'])('a column headed %s holds no figures', (head) => {
    const table = read(
      `Results\n\n| | ${head} | 2026 |\n| --- | --- | --- |\n| Revenue ($m) | 12 | 420 |\n| Costs ($m) | 3, 4 | 300 |\n`,
    );
    expect(table.figures.map(({ quote }) => quote)).toEqual(['420', '300']);
  });

  test('a column so headed that holds amounts is read', () => {
    const table = read('Results\n\n| | Notes | 2026 |\n| --- | --- | --- |\n| Senior debt ($m) | 1,250.5 | 420 |\n');
    expect(table.figures.map(({ quote }) => quote)).toEqual(['1,250.5', '420']);
  });

  test('changes are sizes with a direction and the basis beside them', () => {
    expect(fact(BROKER, '-3%')).toMatchObject({ low: '3', direction: 'down', basis: 'YoY', kind: 'growth' });
    expect(fact(BROKER, '+5%')).toMatchObject({ low: '5', direction: 'up', basis: 'QoQ' });
    expect(fact(BROKER, '210bps')).toMatchObject({ low: '210', direction: 'down', kind: 'bps' });
    expect(fact(BROKER, '$51m').basis).toBe('adjusted');
    expect(fact(BROKER, '+54%')).toMatchObject({ low: '54', direction: 'up' });
  });

  test('mentions of the same fact share a number', () => {
    expect(fact(BROKER, '412').mention).toBe(fact(BROKER, '$412m').mention);
    expect(fact(BROKER, '392').mention).not.toBe(fact(BROKER, '$412m').mention);
  });
});

const NOTE = read(`Corvane Q3 2027: Stream Cloud Carries the Quarter—CRVN Is Cheap Again

Corvane reported on November 4. Stream revenue came in at $2.4B, up 31% YoY, the fastest growth in 9 quarters [Ledger].

Capex rose to $1.1B in Q3 (vs. ~$0.7B in the prior-year period). Corvane guides full-year capex of ~$4.5B [Ledger][Wire].
Free cash flow (TTM through 9/30/2027) was just $0.3B. Orvo committed to $12B+ in Stream spend over the next decade.

Q3 margins
Operating margin fell 140 bps to 22%. Stream's operating margin widened to nearly 30%.
If growth slips below 25%, the multiple compresses. The market counts on ~$4.5B of capex.

Targets
- Average price target: $210
- High target: $260 (Quell: $245)
- Low target: $140

Corvane expects 1,200 GPU racks by 2028. All data as of 2027-11-10.
`);

describe('a narrative note', () => {
  test('context', () => {
    expect(NOTE.context).toMatchObject({ asOf: '2027-11-10', entity: 'CRVN', period: '2027Q3' });
  });

  test.each<[string, string]>([
    ['$2.4B', 'revenue Stream 2027Q3'],
    ['31%', 'revenue_growth Stream 2027Q3'],
    ['9 quarters', 'growth_record_span Stream 2027Q3'],
    ['$1.1B', 'capex CRVN 2027Q3'],
    ['~$0.7B', 'capex CRVN 2026Q3'],
    ['~$4.5B', 'capex CRVN FY2027'],
    ['$0.3B', 'free_cash_flow CRVN TTM-2027Q3'],
    ['140 bps', 'operating_margin_change CRVN 2027Q3'],
    ['22%', 'operating_margin CRVN 2027Q3'],
    ['nearly 30%', 'operating_margin Stream 2027Q3'],
    ['$210', 'price_target_average CRVN '],
    ['$260', 'price_target_high CRVN '],
    ['$245', 'price_target Quell '],
    ['$140', 'price_target_low CRVN '],
  ])('%s is %s', (quote, expected) => {
    expect(brief(fact(NOTE, quote))).toBe(expected);
  });

  test('a later mention takes the period that an earlier one says', () => {
    expect(fact(NOTE, '~$4.5B', 1)).toMatchObject({ period: 'FY2027', metric: 'capex' });
    expect(fact(NOTE, '~$4.5B', 1).mention).toBe(fact(NOTE, '~$4.5B').mention);
  });

  test('a bound on growth is no fall', () => {
    expect(fact(NOTE, 'below 25%')).toMatchObject({ direction: 'up', qualifier: 'at-most', low: null, high: '25' });
    expect(fact(NOTE, '140 bps').direction).toBe('down');
  });

  test('the commitment belongs to who made it', () => {
    expect(fact(NOTE, '$12B+').entity).toBe('Orvo');
  });
});

const CHINESE = read(`海岳科技(HYKJ)2026年第一季度点评

数据截至2026年5月10日

公司一季度营收为186.5亿元,同比增长21.3%,超出市场预期的180亿元。毛利率为36.2%,较去年同期下降1.5个百分点。
管理层预计2026年全年资本开支为120亿至140亿元。
`);

describe('a note in Chinese', () => {
  test('context and figures', () => {
    expect(CHINESE.context).toMatchObject({ asOf: '2026-05-10', entity: 'HYKJ', period: '2026Q1' });
    expect(brief(fact(CHINESE, '186.5亿元'))).toBe('revenue HYKJ 2026Q1');
    expect(fact(CHINESE, '21.3%')).toMatchObject({ metric: 'revenue_growth', direction: 'up', basis: 'YoY' });
    expect(brief(fact(CHINESE, '36.2%'))).toBe('gross_margin HYKJ 2026Q1');
    expect(fact(CHINESE, '1.5个百分点')).toMatchObject({
      metric: 'gross_margin_change',
      direction: 'down',
      period: '2026Q1',
    });
    expect(brief(fact(CHINESE, '120亿至140亿元'))).toBe('capex HYKJ FY2026');
  });
});

const CALL = read(`Brightwater Utilities plc
Half-year results call – summary

The group delivered underlying operating profit of £214.6m in H1, up 7.2% at constant currency. Net debt was £2.3bn, or 3.4x EBITDA, versus £2.1bn a year earlier.
The dividend would rise 5% to 9.3p. Guidance: FY26 EPS of 41–43p. The financial year ends in March.
`);

describe('a call summary', () => {
  test('context and figures', () => {
    expect(CALL.context).toMatchObject({ entity: 'Brightwater Utilities', fiscalYearEndMonth: 3, period: '2026H1' });
    expect(fact(CALL, '£214.6m')).toMatchObject({ metric: 'operating_income', period: '2026H1', basis: 'adjusted' });
    expect(fact(CALL, '7.2%')).toMatchObject({ basis: 'ex-FX', direction: 'up' });
    expect(brief(fact(CALL, '£2.1bn'))).toBe('net_debt Brightwater Utilities 2025H1');
    expect(brief(fact(CALL, '3.4x'))).toBe('leverage Brightwater Utilities 2026H1');
    expect(fact(CALL, '9.3p')).toMatchObject({ unit: 'per_share', low: '0.093', currency: 'GBP' });
    expect(fact(CALL, '41–43p')).toMatchObject({ metric: 'eps', period: 'FY2026', low: '0.41', high: '0.43' });
  });
});

describe('what is left out', () => {
  test('numbers inside markers and reference lists', () => {
    const { figures } = read(`Corvane grew 12% [3] (Ledger 2027-11-04) and 14% more (FY26 10-K, p. 34).

References
[3] Ledger, 42 pages, 2027
`);
    expect(figures.map((figure) => figure.quote)).toEqual(
      ['12%', '14% more'].map((quote) => quote.replace(' more', '')),
    );
  });

  test('what the analyst set wins', () => {
    const layout = layOut(plainDocument('Revenue was $5m in Q2.'));
    const context = readContext(layout, { asOf: '2031-09-01', entity: 'ZZZ', fiscalYearEndMonth: 6, period: '2031Q4' });
    expect(context).toMatchObject({ asOf: '2031-09-01', entity: 'ZZZ', fiscalYearEndMonth: 6, period: '2031Q4' });
    expect(readFigures(layout, context, [])[0]).toMatchObject({ entity: 'ZZZ', period: '2031Q2' });
  });
});
