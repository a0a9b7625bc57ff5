// Words against values that stand elsewhere: orders of named values, labels with an order of their own, ranks in tables and
// lists, trends of rows. Each wrong, right, and where nothing may be said; in both languages.
import { describe, expect, it } from 'vitest';
import { auditText } from './support';

const told = (text: string): boolean =>
  auditText(text).some(
    ({ rule, verdict, severity }) => /^CON0[57]$/.test(rule) && verdict === 'conflict' && severity !== 'ok',
  );

const HEAD = '# Acorn Inc. (ACN)\n\n';
const LEVELS = `${HEAD}| Item | Value |\n|---|---|\n| Current price | $72.40 |\n| 50-day MA | $70.10 |\n| 200-day MA | $75.30 |\n\n`;
const COMPS = `${HEAD}| Company | Gross margin | P/E |\n|---|---|---|\n| Acorn | 62.0% | 14.0x |\n| Birch | 75.0% | 19.0x |\n| Cedar | 50.0% | 22.0x |\n\n`;
const HAN = '# 橡果股份（300001.SZ）\n\n| 指标 | 值 | 状态 |\n|---|---|---|\n';

const NAMED: readonly (readonly [string, string, string, string, string])[] = [
  [
    'a price against its average',
    `${LEVELS}The shares trade @ the 50-day moving average.`,
    'above',
    'below',
    `${LEVELS}If the price falls below the 50-day moving average, sell.`,
  ],
  ['a sign', `${LEVELS}Price @ 200-day MA`, '<', '>', `${LEVELS}Stop: price < 50-day MA`],
  [
    '均线',
    `${HAN}| 当前价格 | 53.21元 | |\n| MA5 | 53.30元 | 当前价格 @ MA5 |\n`,
    '<',
    '>',
    `${HAN}| 当前价格 | 53.21元 | |\n| MA5 | 53.30元 | 突破 MA5 加仓 |\n`,
  ],
  [
    'a list of averages',
    `${HAN}| 当前价格 | 53.21元 | |\n| MA5 | 53.30元 | |\n| MA10 | 53.12元 | |\n\n当前价格@。\n`,
    '低于 MA5',
    '低于 MA5、MA10',
    `${HAN}| 当前价格 | 53.21元 | |\n| MA10 | 53.12元 | |\n\n若跌破 MA10 则减仓。\n`,
  ],
  [
    'an all-time high',
    `${HEAD}| Item | Value |\n|---|---|\n| 52-week high | $78.50 |\n| All-time high | @ |\n`,
    '$80.10',
    '$75.60',
    `${HEAD}| Item | Value |\n|---|---|\n| High | $78.50 |\n| Low | $60.00 |\n`,
  ],
  [
    'the best among peers',
    `${COMPS}Acorn earns a gross margin of @, the highest among peers.`,
    '75.0%',
    '62.0%',
    `${COMPS}Acorn earns a gross margin of 62.0%, the highest since 2019.`,
  ],
  [
    'the best but for one',
    `${COMPS}Acorn earns a gross margin of 62.0%, @ among peers.`,
    'the highest but for Birch',
    'the highest',
    `${COMPS}Acorn earns a gross margin of 62.0%, one of the highest among peers.`,
  ],
  [
    'a remark in the cell',
    `${HEAD}| Company | P/E | Yield |\n|---|---|---|\n| Acorn | @ (lowest) | 6.0% |\n| Birch | 11.0x | 5.0% |\n| Cedar | 14.0x | 7.0% |\n`,
    '9.9x',
    '12.0x',
    `${HEAD}| Company | P/E | Yield |\n|---|---|---|\n| Acorn | 12.0x (lowest since 2019) | 6.0% |\n| Birch | 11.0x | 5.0% |\n| Cedar | 14.0x | 7.0% |\n`,
  ],
  [
    'a trend',
    `${HEAD}| Metric | 2022 | 2023 | 2024 | Trend |\n|---|---|---|---|---|\n| Gross margin | 76.7% | 71.9% | 70.8% | @ |\n`,
    'Declining',
    'Stable',
    `${HEAD}| Metric | 2022 | 2023 | 2024 | Trend |\n|---|---|---|---|---|\n| Gross margin | 71.7% | 71.9% | 70.8% | Stable |\n`,
  ],
  [
    '趋势',
    '# 橡果股份（300001.SZ）\n\n| 指标 | 2022 | 2023 | 2024 | 趋势 |\n|---|---|---|---|---|\n| 毛利率 | 30.1% | 35.2% | 39.9% | @ |\n',
    '上升',
    '下降',
    '# 橡果股份（300001.SZ）\n\n| 指标 | 2022 | 2023 | 2024 | 趋势 |\n|---|---|---|---|---|\n| 毛利率 | 30.1% | 31.2% | 30.9% | 稳定 |\n',
  ],
  [
    'a midpoint of a table',
    `${HEAD}| Case | Weighted |\n|---|---|\n| Weighted target | £20.80–24.80 |\n\n**Target:** @ (midpoint)\n`,
    '£22.80',
    '£22.00',
    `${HEAD}| Case | Weighted |\n|---|---|\n| Weighted target | £20.80–24.80 |\n\n**Target:** £30.00\n`,
  ],
];

describe('words against values elsewhere', () => {
  it.each(NAMED)('%s', (_, form, right, wrong, silent) => {
    expect(told(form.replace('@', right)), 'right').toBe(false);
    expect(told(form.replace('@', wrong)), 'wrong').toBe(true);
    expect(told(silent), 'left alone').toBe(false);
  });
});
