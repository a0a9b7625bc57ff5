/** What a source column and a "Source:" line vouch for, in several styles and two languages, with what they do not. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/analyse';
import { bareDocument } from '../../../src/core/document/plain';

/** Each figure of the text with the markers that vouch for it. */
function markersOf(text: string, quote: string): readonly string[] | null {
  const { figures, citations } = analyse({ ...bareDocument, format: 'text', text });
  const figure = figures.find((one) => one.quote.includes(quote));
  return figure?.citations.map(({ citation }) => citations[citation]?.marker ?? '') ?? null;
}

const HEAD = '# Kestrel Pumps: a note\n\nThe first paragraph only opens the note, as they do.\n\n## Data\n\n';
const COLUMN = `${HEAD}| Item | Value | Confidence | Source |
|---|---|---|---|
| Revenue | $312M | 0.91 | Annual report; Tidewater data |
| Margin | 18.5% | 0.74 | — |
`;
const SURVEY = `${HEAD}- **Source**: Quill's 2027 Youth Survey. Base: 2,400 adults.
- **Share of adults by age:**

| Service | All | 18–24 |
|---|---|---|
| Radio | 68% | 41% |
`;

describe('a source column', () => {
  it.each([
    ['its row', COLUMN, '$312M', ['Annual report', 'Tidewater data']],
    ['not how sure the author is', COLUMN, '0.91', []],
    ['nothing where it is empty', COLUMN, '18.5%', []],
    [
      'in lower case, Chinese head',
      `${HEAD}| 指标 | 数值 | 数据来源 |\n|---|---|---|\n| 收入 | 31.2 亿元 | 公司公告 |\n`,
      '31.2 亿元',
      ['公司公告'],
    ],
    [
      'codes, in the traditional script',
      `${HEAD}| 指標 | 數值 | 來源代號 |\n|---|---|---|\n| 營收 | 31.2 億元 | F1 |\n`,
      '31.2 億元',
      ['F1'],
    ],
    [
      'not where the first column is called so: sources of funds',
      `${HEAD}| Source | Amount |\n|---|---|\n| Term loan | $40M |\n| Equity | $25M |\n`,
      '$40M',
      [],
    ],
  ])('vouches for %s', (_, text, quote, markers) => {
    expect(markersOf(text, quote)).toEqual(markers);
  });
});

describe('a source line', () => {
  it.each([
    ['above a table, as a list item', SURVEY, '41%', ["Quill's 2027 Youth Survey"]],
    [
      'below a table',
      `${HEAD}| Service | All |\n|---|---|\n| Radio | 68% |\n\nSource: Quill Survey, May 2027\n`,
      '68%',
      ['Quill Survey'],
    ],
    ['in Chinese', `${HEAD}| 服务 | 占比 |\n|---|---|\n| 广播 | 68% |\n\n资料来源：羽毛调查\n`, '68%', ['羽毛调查']],
    [
      'not of a whole document that was made from a file',
      '- 来源: `notes/expert call.pdf`\n- 专家估算今年支出约为 `870 亿元`。\n',
      '870 亿元',
      [],
    ],
  ])('vouches for what stands %s', (_, text, quote, markers) => {
    expect(markersOf(text, quote)).toEqual(markers);
  });
});

describe('brackets', () => {
  it.each([
    ['an outlet', 'Volumes fell 7% (Reuters).', '7%', ['Reuters']],
    ['an outlet with a date', 'Volumes fell 7% (Bloomberg, May 3).', '7%', ['Bloomberg']],
    ['no date', 'Net debt was $40M (Year-end 12/31).', '$40M', []],
    ['no page of a note-taker', 'Volumes fell 7% [[power demand]].', '7%', []],
  ])('%s', (_, sentence, quote, markers) => {
    expect(markersOf(`${HEAD}${sentence}\n`, quote)).toEqual(markers);
  });
});
