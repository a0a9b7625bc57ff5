// Rows of cells set apart by tabs in a paragraph of Markdown are a table, as they are in plain text.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../../../src/core/document/plain';

const laidOut = (text: string) =>
  layOut({
    ...plainDocument(text),
    format: 'markdown',
    marks: [{ kind: 'paragraph', start: 0, end: text.length }],
  });

describe('tables pasted into Markdown', () => {
  it.each([
    ['in Chinese', '年份\t净利润($M)\t回购($M)\n2029\t730\t250\n2030\t798\t300', 2],
    ['scores', 'Dimension\tScore\tWhy\nMoat\t4/5\tsticky\nCash\t5/5\tnet cash\nGrowth\t2/5\tslow', 3],
  ])('%s', (_, text, rows) => {
    const [table] = laidOut(text).tables;
    expect(table?.rows).toHaveLength(rows);
  });

  it('a tab in a sentence makes no table', () => {
    expect(laidOut('Sales rose\t5% in 2030.\nCosts were flat, and so on.').tables).toHaveLength(0);
  });
});
