/** What an author adds to a table, what the market and the offices of statistics print, and what is worked out in the line. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { bareDocument } from '../../../src/core/document/plain';

function readingOf(text: string, quote: string): readonly [string, string] | null {
  const figure = analyse({ ...bareDocument, format: 'text', text }).figures.find((one) => one.quote.includes(quote));
  return figure ? [figure.provenance, figure.assertion] : null;
}

const PAD = 'Words that pad the note so that it is a whole one and not a passage on its own. '.repeat(16);
const HEAD = `# Kestrel Pumps (KSTL): our thesis\n\n${PAD}\n\n## View\n\n`;
const MACRO = `${HEAD}| Indicator | Current | Change | Source | Confidence |
|---|---|---|---|---|
| Retail Sales (YoY) | 5.4% | +35bps | Tidewater | 0.93 |
| Initial Claims | 320k | -12k | Tidewater | 0.88 |
`;
const BARE_MACRO = `${HEAD}| Indicator | Current | Prior |\n|---|---|---|\n| Industrial production | 4.2% | 3.9% |\n`;
const CASES = `${HEAD}| Case | Probability | Price Target |
|---|---|---|
| **Bull:** supply stays short | 40% | $110 |
| **Base:** rates ease | 40% | $84 |
| **Bear:** a quick end | 20% | $53 |
`;
const MARKET = `${HEAD}| Item | Value |\n|---|---|\n| 50-day MA | $61.30 |\n| RSI (14) | 38.2 |\n| Revenue | $312M |\n`;

describe('tables', () => {
  it.each([
    ['a level of the economy', MACRO, '5.4%', ['third_party', 'reported']],
    ['how sure the author is', MACRO, '0.93', ['inferred', 'score']],
    ['the economy without a source', BARE_MACRO, '4.2%', ['third_party', 'reported']],
    ['a target in a case', CASES, '$110', ['inferred', 'target']],
    ['the odds of a case', CASES, '20%', ['inferred', 'scenario']],
    ['a moving average', MARKET, '$61.30', ['third_party', 'reported']],
    [
      'Chinese scores',
      `${HEAD}| 维度 | 评分 |\n|---|---|\n| 质量 | 4.5/5 |\n| 成长 | 3.0/5 |\n`,
      '4.5/5',
      ['inferred', 'score'],
    ],
    [
      'what a range of models gives',
      `${HEAD}## DCF and WACC\n\n| WACC | Low | Base | High |\n|---|---|---|---|\n| 8.5% | $362 | $381 | $400 |\n`,
      '$381',
      ['inferred', 'scenario'],
    ],
  ])('%s', (_, text, quote, reading) => {
    expect(readingOf(text, quote)).toEqual(reading);
  });
});

describe('lines', () => {
  it.each([
    ['worked out', 'At $9.40 × 13 = $122.20 the shares are dear.', '$122.20', 'derived'],
    [
      'a conjunction turns away',
      'Rates stand at $424K a day and the Street has not caught up.',
      '$424K',
      'consensus',
      false,
    ],
    ['a yield is no offer', 'The buyback yield is 4.5% on our numbers.', '4.5%', 'management', false],
    ['an industry expert', '专家 2 估算今年支出约为 870 亿元。', '870 亿元', 'third_party'],
  ])('%s', (_, sentence, quote, provenance, is = true) => {
    const [found] = readingOf(`${HEAD}${sentence}\n`, quote) ?? ['not found'];
    expect(found === provenance).toBe(is);
  });
});
