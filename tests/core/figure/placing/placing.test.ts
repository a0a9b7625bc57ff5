/** Kinds of misplacing, each with inputs of our own in several styles, and the near miss where silence is right. */
import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../../src/core/citation/find';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';
import type { PlacedFigure } from '../../../../src/core/figure/model';
import { readContext } from '../../../../src/core/figure/placing/context';
import { readFigures } from '../../../../src/core/figure/placing/read';

function read(text: string): readonly PlacedFigure[] {
  const layout = layOut(plainDocument(text));
  return readFigures(layout, readContext(layout, {}), findCitations(layout).citations);
}

const of = (text: string, quote: string): PlacedFigure => {
  const figure = read(text).find((one) => one.quote === quote);
  if (!figure) throw new Error(`${quote} not found`);
  return figure;
};

describe('periods pair in order', () => {
  test.each<[string, readonly string[]]>([
    ['FY22 $5.0B, FY23 $6.0B, FY24 $7.0B.', ['FY2022', 'FY2023', 'FY2024']],
    ['EPS runs 2025E $3.10, 2026E $3.60, 2027E $4.05.', ['FY2025', 'FY2026', 'FY2027']],
    ['Sales were $7.0B, $6.0B and $5.0B in 2024, 2023 and 2022, respectively.', ['FY2024', 'FY2023', 'FY2022']],
    ['In 2022 revenue was $5.0B, in 2023 $6.0B.', ['FY2022', 'FY2023']],
    ['Revenue rose to $6.0B in 2023 from $5.0B in 2022.', ['FY2023', 'FY2022']],
    ['Revenue was $5.0B in 2022, $6.0B in 2023.', ['FY2022', 'FY2023']],
  ])('%s', (text, periods) => {
    expect(read(text).map(({ period }) => period)).toEqual(periods);
  });

  test('a full stop ends the reach, in Chinese too', () => {
    const figures = read('2025 年公司收入 40 亿元，同比增长 8%；净利润 6 亿元。2026 年一季度收入 12 亿元。');
    expect(figures.map(({ period }) => period)).toEqual(['FY2025', 'FY2025', 'FY2025', '2026Q1']);
  });

  test('what a change is compared with does not date it', () => {
    const text =
      'For the third quarter of 2031, revenue was $452 million compared with $441 million for the third quarter of 2030, an increase of 2.5%.';
    expect(of(text, '2.5%').period).toBe('2031Q3');
  });
});

const RESULTS = 'Halvor Pumps plc\n\nQ1 2031 results\n\nIn Q1 2031 Halvor revenue was $640 million.\n\n';

describe('one quarter is not lent to every undated number', () => {
  test.each<[string, string]>([
    ['a model', '## DCF assumptions\n\n- Terminal margin: 18.5%\n'],
    ['a scenario', '## Bear case scenario\n\nRevenue of 18.5% less.\n'],
    ['a hypothesis', 'If rates rise, margins could fall 18.5%.\n'],
    ['a survey', 'In a survey of buyers, 18.5% said they would switch.\n'],
    ['an allocation', '## Portfolio allocation\n\n- Cash: 18.5%\n'],
  ])('%s', (_, text) => {
    expect(of(RESULTS + text, '18.5%').period).toBeNull();
  });

  test('a reported line of the subject takes it', () => {
    expect(of(`${RESULTS}Operating margin was 18.5%.\n`, '18.5%').period).toBe('2031Q1');
  });

  test('the label of the line dates the line', () => {
    expect(of(`${RESULTS}**Expected value (2033):** £22.50 with 18.5% upside\n`, '18.5%').period).toBe('FY2033');
  });
});

describe('the words a number belongs to are kept', () => {
  test.each<[string, string, string]>([
    ['The state levies a 45% windfall levy on generators.', '45%', 'windfall levy'],
    ['The company ended the year with a fleet book of $132 million.', '$132 million', 'fleet book'],
    ['Dividend cover was 1.3x.', '1.3x', 'Dividend cover'],
    ['- Sticker price: $40\n- Refill pack: $12', '$12', 'Refill pack'],
    ['Express delivery accounts for 30% of parcel volume.', '30%', 'share of parcel volume'],
    ['绝对收益 42%，跑赢指数。', '42%', '绝对收益'],
  ])('%s', (text, quote, label) => {
    expect(of(text, quote).metricLabel).toBe(label);
  });

  test.each<[string, string, string]>([
    ['Upside to base (£22): +35% (50% probability)', '50%', 'probability'],
    ['We see 12% IRR and 30% upside to our target.', '12%', 'irr'],
    ['EBIT was $310M (1.7% margin), a 24% decline.', '1.7%', 'operating_margin'],
    ['We plan for 50% adjusted EBITDA margins.', '50%', 'ebitda_margin'],
    ['Orders in the quarter grew 2% as growth slowed.', '2%', 'bookings_growth'],
  ])('%s: %s is %s', (text, quote, metric) => {
    expect(of(text, quote).metric).toBe(metric);
  });
});

describe('names are names', () => {
  const note = (body: string) => `Halvor Pumps (NYSE: HVP)\n\nHVP makes pumps. We like HVP shares.\n\n${body}\n`;
  test.each<[string, string]>([
    ['- **Evidence:** Revenue reached $640 million', '$640 million'],
    ['- **Key Assumptions:** Debt falls to $640 million', '$640 million'],
    ['**Monetization:** fees of $640 million', '$640 million'],
    ['**Stress Test:** revenue of $640 million', '$640 million'],
  ])('%s is the subject’s', (body, quote) => {
    expect(of(note(body), quote).entity).toBe('HVP');
  });

  test('the ticker before the bracket has the move', () => {
    const list = note('Movers: ORVO (+23.4%, Tier 1), QUEL (−4.1%, Tier 2) and TARN (+1.2%) led.');
    expect(read(list).map(({ quote, entity }) => [quote, entity])).toEqual([
      ['+23.4%', 'ORVO'],
      ['−4.1%', 'QUEL'],
      ['+1.2%', 'TARN'],
    ]);
  });

  test('a heading in Chinese is the sector its section is about', () => {
    const text =
      '# 机械行业年报综述\n\n## （一）工业气体\n\n2025 年收入同比增长 6%。\n\n## （二）盈利能力\n\n毛利率 20.2%。\n';
    expect(of(text, '6%').entity).toBe('工业气体');
    expect(of(text, '20.2%').entity).not.toBe('盈利能力');
  });
});

const whose = (text: string, quote: string): string | null => of(text, quote).entity;

describe('what markets quote owns its numbers', () => {
  test.each<[string, string, string]>([
    ['### USD/JPY Exchange Rate\n\n- Current: ~151\n', '~151', 'USD/JPY'],
    ['Brent at $71.40 is soft.', '$71.40', 'Brent'],
    ['A quiet day; gold rose 1.4%.', '1.4%', 'Gold'],
    ['- **Target:** 10Y yields to 5.1%\n', '5.1%', 'US 10Y Treasury'],
    ['A +3.1σ on the Nikkei stood out.', '+3.1', 'Nikkei 225'],
    ['Policy differs: BoJ 0.6% and rising.', '0.6%', 'BoJ'],
    ['油价上涨 3.2%。', '3.2%', 'Crude oil'],
  ])('%s', (text, quote, entity) => {
    expect(whose(text, quote)).toBe(entity);
  });

  const NOTE = '# Marlow Systems (MRLW)\n\nMarlow Systems (MRLW) makes pumps. Buy MRLW.\n\n';

  test.each<[string, string]>([
    ['Marlow outperformed the S&P 500 and its margin was 31.5%.', '31.5%'],
    ['With sales in Japan rising, margin was 31.5%.', '31.5%'],
    ['We think margin reaches 31.5% while gold members renew.', '31.5%'],
  ])('a comparison or a place does not take a company’s figure: %s', (text, quote) => {
    expect(whose(NOTE + text, quote)).toBe('MRLW');
  });

  test('the words that name it are kept', () => {
    const figure = of(`${NOTE}Quell’s 12% margin trails.`, '12%');
    expect([figure.entity, figure.entityLabel]).toEqual(['Quell', 'Quell']);
    expect(of(`${NOTE}Operating margin was 31.5%.`, '31.5%').entityLabel).toBeNull();
  });
});

describe('what is cut out of another word is no name', () => {
  const TEXT = 'Halvor Pumps plc\n\nHalvor Pumps makes pumps. ';

  test.each<[string, string]>([
    ['The P/E on its margin of 31.5% is low.', '31.5%'],
    ['Sales of RMB1,373.5 million (a 31.5% margin) were fine.', '31.5%'],
    ['Faster-than-expected recovery lifts margin to 31.5%.', '31.5%'],
  ])('%s', (text, quote) => {
    expect(whose(TEXT + text, quote)).toBe('Halvor Pumps');
  });
});

describe('periods of calls', () => {
  test.each<[string, string, string | null]>([
    ['Net sales were $2.11 billion for the 2031 second quarter.', '$2.11 billion', '2031Q2'],
    ['Sales rose to $1.94 billion from $1.74 billion for the 2030 second quarter.', '$1.74 billion', '2030Q2'],
    ['In the fiscal 2030 third quarter revenue was $40 million.', '$40 million', '2030Q3'],
    ['For the first nine months of 2031, revenue was $5.0 billion.', '$5.0 billion', '9M-2031'],
    ['Revenue was $3.0 billion in 9M30.', '$3.0 billion', '9M-2030'],
    ['2031年前三季度营业收入40亿元。', '40亿元', '9M-2031'],
    ['The Q4 2030 rates were $75K; now they are at $424K.', '$424K', null],
  ])('%s', (text, quote, period) => {
    expect(of(text, quote).period).toBe(period);
  });

  test('the months of a period are no figure', () => {
    expect(read('For the first nine months of 2031, revenue was $5.0 billion.').map(({ quote }) => quote)).toEqual([
      '$5.0 billion',
    ]);
  });
});

describe('a target is held for the time in its bracket', () => {
  test.each([['**Target price:** $170 (12 months)'], ['We see returns of 20% to 40% over 12 months.']])(
    '%s',
    (text) => {
      expect(of(text, '12 months').metric).toBe('horizon');
    },
  );
});
