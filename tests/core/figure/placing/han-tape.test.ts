// The market's tape in Chinese: the name ahead of the verb owns the number, the verb says what is printed.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import type { DocumentContext } from '../../../../src/core/figure/model';
import { readFigures } from '../../../../src/core/figure/placing/read';
import { plainDocument } from '../../support/text';

const CONTEXT: DocumentContext = {
  asOf: '2031-05-04',
  entity: null,
  fiscalYearEndMonth: 12,
  period: null,
  document: { kind: 'note', role: 'note', reason: '' },
};

const read = (text: string, quote: string): (string | null | undefined)[] => {
  const found = readFigures(layOut(plainDocument(`# 盘后复盘\n\n${text}\n`)), CONTEXT, []).find((one) =>
    one.quote.includes(quote),
  );
  return [found?.entityLabel, found?.metric, found?.unit, found?.direction, found?.period];
};
const TODAY = '2031-05-04';

describe('the tape in Chinese', () => {
  it.each([
    [
      'a move, then the level',
      '海港综指涨0.8%报3100.55点。',
      '3100.55',
      ['海港综指', 'index_level', 'other', null, TODAY],
    ],
    [
      'the second of three',
      '甲港股份涨 3.1%、乙河电力涨 4.2%、丙山矿业跌 2%。',
      '4.2',
      ['乙河电力', 'share_price_change', 'percent', 'up', TODAY],
    ],
    [
      'a label, a clause without a name',
      '- 乙河电力：涨 6.1%，成交额 88.5 亿元，继续走强。',
      '88.5',
      ['乙河电力', 'turnover', 'money', null, TODAY],
    ],
    ['a close', '上午海港综指收 4038.33，涨 2.6%。', '4038.33', ['海港综指', 'index_level', 'other', null, TODAY]],
    [
      'in order',
      '甲港股份和乙河电力分别上涨 1.5%和 2.5%。',
      '1.5',
      ['甲港股份', 'share_price_change', 'percent', 'up', TODAY],
    ],
    [
      'in traditional characters',
      '乙河電力收漲 3.5%，弱於大盤。',
      '3.5',
      ['乙河電力', 'share_price_change', 'percent', 'up', TODAY],
    ],
    [
      'a yield in basis points',
      '10年期国债收益率下行1.3bp。',
      '1.3',
      ['10年期国债收益率', 'yield_change', 'bps', 'down', TODAY],
    ],
    [
      'a currency',
      '周二在岸人民币对美元16:30收盘报7.1469。',
      '7.1469',
      ['在岸人民币对美元', 'exchange_rate', 'other', null, TODAY],
    ],
    ['goods joined', '纯碱、玻璃跌超2%。', '2%', ['纯碱、玻璃', 'price_change', 'percent', 'down', TODAY]],
  ])('%s', (_, text, quote, expected) => {
    expect(read(text, quote)).toEqual(expected);
  });

  it.each([
    ['a business', '乙河电力营业收入上涨 5%。', '5%'],
    ['an idea', '若乙河电力跌 10%，则止损。', '10%'],
    ['a forecast', '预计甲港股份涨 12%。', '12%'],
    ['what is sold', '产品均价上涨 4%。', '4%'],
  ])('leaves alone: %s', (_, text, quote) => {
    expect(['share_price_change', 'index_change', 'price_change']).not.toContain(read(text, quote)[1]);
  });
});

describe('headings in Chinese', () => {
  it.each([
    ['a topic', '## 债券\n\n当日发行 30 亿元。', '30 亿', false],
    ['a part of a report', '## 六、利润分配\n\n当日派发 30 亿元。', '30 亿', false],
    ['a business by its last word', '## 储能业务\n\n全年发货 30 亿元。', '30 亿', true],
    ['a part of what is split', '## 分业务情况\n\n### 储能\n\n全年发货 30 亿元。', '30 亿', true],
  ])('%s', (_, text, quote, isName) => {
    expect(read(text, quote)[0] !== null).toBe(isName);
  });
});

describe('rows of names', () => {
  it('own the sentences of their cells, by the name that a link of notes shows', () => {
    const rows = ['| 公司 | 收入 | 利润率 |', '|---|---|---|', '| [[Corvane]] | $90B | 毛利率 59.9%；净利率 45.1% |'];
    expect(read([...rows, '| [[Quell Labs#2031]] | $34B | 毛利率 50%；净利率 12% |'].join('\n'), '59.9%')[0]).toBe(
      'Corvane',
    );
    expect(read([...rows, '| [[Quell Labs#2031]] | $34B | 毛利率 50%；净利率 12% |'].join('\n'), '$34B')[0]).toBe(
      'Quell Labs',
    );
  });
});
