// Statements that a marked document holds as paragraphs: tabbed lines, or a cell a paragraph.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/analyse';
import { layOut } from '../../../../src/core/document/layout/layout';
import { withLooseTables } from '../../../../src/core/document/layout/loose-tables';
import type { Mark, NormalisedDocument } from '../../../../src/core/document/model';
import { rawBlock } from '../../../../src/core/document/lines/raw';
import { plainDocument } from '../../support/text';

/** Each stretch between blank lines is a paragraph, one that begins with `#` a heading. */
function marked(text: string): NormalisedDocument {
  const marks = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((found): Mark => {
    const span = { start: found.index, end: found.index + found[0].length };
    return found[0].startsWith('#') ? { kind: 'heading', level: 1, ...span } : { kind: 'paragraph', ...span };
  });
  return { ...plainDocument(text), format: 'markdown', marks };
}

const rowsOf = (text: string) =>
  layOut(marked(text)).tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)));

const TABBED = `# Annual accounts

All amounts are presented in millions of Norwegian kroner (NOK) unless otherwise stated.

# Income statement

Going concern\tNote\t2024\t2023
Net sales\t4\t5,166\t4,582
Staff costs\t7\t-1,445\t-1,239
Operating profit\t\t895\t834
`;

describe('paragraphs of a marked document', () => {
  it('are a table where their lines are tabbed', () => {
    expect(rowsOf(TABBED)).toEqual([
      [
        ['Net sales', '4', '5,166', '4,582'],
        ['Staff costs', '7', '-1,445', '-1,239'],
        ['Operating profit', '895', '834'],
      ],
    ]);
  });

  it.each([
    ['All amounts are presented in millions of Norwegian kroner (NOK) unless otherwise stated.', '834000000', 'NOK'],
    ['Unless otherwise indicated, figures are in thousands of euros.', '834000', 'EUR'],
    ['Alle Angaben in Mio. EUR, soweit nicht anders angegeben.', '834000000', 'EUR'],
    ['Sauf mention contraire, les montants sont en millions EUR.', '834000000', 'EUR'],
  ])('take the unit that the document says once: %s', (line, low, currency) => {
    const text = TABBED.replace(/All amounts.*/, line);
    const figure = analyse(marked(text)).figures.find(({ quote }) => quote === '834');
    expect(figure).toMatchObject({ low, unit: 'money', currency, period: 'FY2023' });
  });

  it('are a table where each cell is a paragraph', () => {
    const text =
      '# Results\n\n2025\n\n2024\n\nRevenue\n\n$\n\n210\n\n$\n\n190\n\nCosts\n\n150\n\n140\n\nProfit\n\n60\n\n50\n';
    expect(rowsOf(text)[0]?.map(([label]) => label)).toEqual(['Revenue', 'Costs', 'Profit']);
  });

  it.each([
    ['prose', 'Sales rose to 12 in the year.\nCosts fell to 9.\nMargins held at 4%.\n'],
    ['prose with wide gaps', 'Sales  rose.\nCosts  fell 3%.\nMargins  held.\n'],
    ['two facts', 'Price\n\n12.4\n\nTarget\n\n15.0\n'],
  ])('stay paragraphs where they are %s', (_, text) => {
    expect(rowsOf(text)).toEqual([]);
  });
});

function paragraphs(parts: readonly string[]) {
  let text = '';
  const blocks = parts.map((part) => {
    const start = text.length;
    text += `${part}\n\n`;
    return rawBlock('paragraph', { start, end: start + part.length });
  });
  return { text, layout: { blocks, tables: [] } };
}

it('a run of more paragraphs than a call takes arguments', () => {
  const { text, layout } = paragraphs(Array.from({ length: 150_000 }, () => 'Words.'));
  expect(withLooseTables(text, layout).blocks.length).toBe(layout.blocks.length);
});

it('tables between paragraphs, one of them torn out of its paragraph', () => {
  const table = 'Segment\t2024\t2023\nRevenue\t410\t395\nProfit\t31\t28';
  const { text, layout } = paragraphs(['Before.', table, 'Between.', `${table}\n\nAfter it.`, 'Last.']);
  const read = withLooseTables(text, layout);
  const words = read.blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end }) => text.slice(start, end).trim());
  expect(read.tables.length).toBe(2);
  expect(words).toEqual(['Before.', 'Between.', 'After it.', 'Last.']);
});
