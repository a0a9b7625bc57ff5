/** Classes that follow from what a document is and where in it a figure stands, whole texts in several styles. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { bareDocument } from '../../../src/core/document/plain';

function classOf(text: string, quote: string): string {
  const figure = analyse({ ...bareDocument, format: 'text', text }).figures.find((one) => one.quote.includes(quote));
  return figure?.provenance ?? 'not found';
}

const RELEASE = `Kestrel Pumps Reports Second Quarter 2027 Results

LEEDS, May 3, 2027 (WORLD NEWSWIRE) -- Kestrel Pumps plc today announced a new plant and revenue of $312 million, up 4%.

“We are proud of the 19% growth in service,” said Jo Ray, chief executive.

Outlook

For fiscal 2028 the company expects revenue of $330 million.
`;
const PAD = 'Words that pad the note so that it is a whole one and not a passage on its own. '.repeat(16);

describe('the kind of document decides first', () => {
  it.each([
    ['a release prints', RELEASE, '$312 million', 'disclosed'],
    ['a release looks ahead', RELEASE, '$330 million', 'management'],
    [
      'a call',
      '# Kestrel Q2 2027 Earnings Call Transcript\n\nJo Ray: We think volumes rose 6% last quarter.\n',
      '6%',
      'management',
    ],
    [
      'a Chinese notice',
      '海纳股份：2027年第一季度业绩公告\n\n本公司董事会欣然公布，收入为 12 亿元。\n',
      '12 亿元',
      'disclosed',
    ],
    [
      'a company’s own talk',
      'We remain on track to have more than 100 stores, and our renewal rate was 91.2%.',
      '100 stores',
      'management',
    ],
    ['the same of a rate', 'In the quarter our renewal rate was 91.2% across the chain.', '91.2%', 'management'],
  ])('%s', (_, text, quote, expected) => {
    expect(classOf(text, quote)).toBe(expected);
  });
});

const TABLE = '| Network | All | Women |\n|---|---|---|\n| Loop | 61% | 58% |\n| Chirp | 22% | 27% |\n';

describe('a table says whose it is', () => {
  it.each([
    [
      'source line above',
      `# Kids online\n\n## Use\n\n- **Source**: Quill's youth survey\n\n${TABLE}`,
      '61%',
      'third_party',
    ],
    ['source line below', `# Kids online\n\n## Use\n\n${TABLE}\nSource: Quill survey\n`, '58%', 'third_party'],
    ['Chinese source line', `# 网络\n\n## 使用\n\n${TABLE}\n资料来源：某某研究院\n`, '22%', 'third_party'],
    [
      'source column',
      '# Markets\n\n## Board\n\n| Name | Value | Source |\n|---|---|---|\n| Ore | $95 | Pitboard |\n',
      '$95',
      'third_party',
    ],
    [
      'a filing as source',
      '# Kestrel note\n\n## Lines\n\n| Line | 2027 | Source |\n|---|---|---|\n| Sales | $312M | 10-K |\n',
      '$312M',
      'disclosed',
    ],
    [
      'prices and moves',
      '# Morning brief\n\n## Snapshot\n\n| Name | Last | Change |\n|---|---|---|\n| Ore futures | 4,758 | +1.36% |\n',
      '+1.36%',
      'third_party',
    ],
    [
      'assumptions',
      '# Kestrel thesis\n\n## Key assumptions\n\n| Item | Value |\n|---|---|\n| Terminal margin | 18.5% |\n',
      '18.5%',
      'inferred',
    ],
    [
      'Chinese sensitivity',
      '# 海纳深度\n\n## 敏感性测算\n\n| 项目 | 数值 |\n|---|---|\n| 毛利率 | 18.5% |\n',
      '18.5%',
      'inferred',
    ],
  ])('%s', (_, text, quote, expected) => {
    expect(classOf(text, quote)).toBe(expected);
  });
});

describe('words that looked like somebody else’s', () => {
  it.each([
    ['expected return', `# Plan\n\n${PAD}\n\n## Trade\n\n- **Expected Return:** 10-15%\n`, '10-15%', 'inferred'],
    ['expected volatility', '# Plan\n\n## Trade\n\nExpected volatility of 14% suits the book.\n', '14%', 'inferred'],
    [
      'expected by the Street stays',
      'Sales were $1.9 billion against $1.8 billion expected by analysts.',
      '$1.8 billion',
      'consensus',
    ],
    ['a sector', 'In 2026 the machinery sector’s revenue was $211 billion.', '$211 billion', 'third_party'],
    ['a Chinese sector', '2026年，机械行业实现收入 2.1 万亿元。', '2.1 万亿元', 'third_party'],
    ['the tape', '# Brief\n\n## Watchlist\n\n- **ORE** — RSI 28, $505, −1.88%; SMA200 $525.\n', '$505', 'third_party'],
  ])('%s', (_, text, quote, expected) => {
    expect(classOf(text, quote)).toBe(expected);
  });
});
