// Cells of tables whose boundaries the text has lost, or keeps as tabs, pipes and wide gaps.
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/core/document/layout/layout';
import { plainDocument } from '../../support/text';

function tables(text: string) {
  return layOut(plainDocument(text)).tables.map((table) => ({
    head: table.head.map((cell) => cell.text),
    rows: table.rows.map((row) => row.cells.map((cell) => cell.text)),
    columns: table.head.map((cell) => cell.column),
  }));
}

describe('flattened tables', () => {
  it.each<[string, string, string[][]]>([
    [
      'results against consensus',
      'Metric Actual Consensus vs. Estimate\nNet sales $81.5B $77.3B +5.4%\nEPS $2.40 $1.60 +50% (incl. a $6.8B one-off gain)\nCloud revenue $31.4B (YoY +19%) YoY +17% Best print in 15 quarters',
      [
        ['Metric', 'Actual', 'Consensus', 'vs. Estimate'],
        ['Net sales', '$81.5B', '$77.3B', '+5.4%'],
        ['EPS', '$2.40', '$1.60', '+50% (incl. a $6.8B one-off gain)'],
        ['Cloud revenue', '$31.4B (YoY +19%)', 'YoY +17%', 'Best print in 15 quarters'],
      ],
    ],
    [
      'a scorecard in words',
      'Dimension Score Notes\nNews flow 4 / 5 Results and a product launch converge\nSentiment Neutral-to-Bullish Buyers came back; shorts did not\nTrend Strong (choppy near term) Intact above the 200-day line\nRegulation Medium Both sides in play — no obvious edge',
      [
        ['Dimension', 'Score', 'Notes'],
        ['News flow', '4 / 5', 'Results and a product launch converge'],
        ['Sentiment', 'Neutral-to-Bullish', 'Buyers came back; shorts did not'],
        ['Trend', 'Strong (choppy near term)', 'Intact above the 200-day line'],
        ['Regulation', 'Medium', 'Both sides in play — no obvious edge'],
      ],
    ],
    [
      'periods as heads, negatives in brackets',
      'Segment Q1 2026 Q1 2025 Change\nNorth America 1,204 1,150 +4.7%\nInternational (32) 18 n.m.\nCorporate (105) (98) -7%',
      [
        ['Segment', 'Q1 2026', 'Q1 2025', 'Change'],
        ['North America', '1,204', '1,150', '+4.7%'],
        ['International', '(32)', '18', 'n.m.'],
        ['Corporate', '(105)', '(98)', '-7%'],
      ],
    ],
    [
      'units apart from their values',
      'Metric Reported Prior Year Change\nRevenue 4.2 billion 3.9 billion +8%\nGross margin 41.2 percent 40.1 percent +110 bps\nCash $1.2 to $1.4 billion $1.1 billion n/a',
      [
        ['Metric', 'Reported', 'Prior Year', 'Change'],
        ['Revenue', '4.2 billion', '3.9 billion', '+8%'],
        ['Gross margin', '41.2 percent', '40.1 percent', '+110 bps'],
        ['Cash', '$1.2 to $1.4 billion', '$1.1 billion', 'n/a'],
      ],
    ],
    [
      'brokers',
      'Broker Rating Price Target\nHarrow & Finch Buy $48\nDelmar Securities Hold $41\nNorth Bank Outperform $52',
      [
        ['Broker', 'Rating', 'Price Target'],
        ['Harrow & Finch', 'Buy', '$48'],
        ['Delmar Securities', 'Hold', '$41'],
        ['North Bank', 'Outperform', '$52'],
      ],
    ],
    [
      'Chinese',
      '指标 实际 一致预期 差异\n营业收入 42.6亿元 40.1亿元 +6.2%\n毛利率 34.2% 33.0% +1.2个百分点',
      [
        ['指标', '实际', '一致预期', '差异'],
        ['营业收入', '42.6亿元', '40.1亿元', '+6.2%'],
        ['毛利率', '34.2%', '33.0%', '+1.2个百分点'],
      ],
    ],
  ])('reads %s', (_name, text, cells) => {
    const [table] = tables(`Title of the Note\n\nSome words first.\n\n${text}\n\nAnd words after it.`);
    expect([table?.head, ...(table?.rows ?? [])]).toEqual(cells);
  });

  it('ends where prose begins, blank line or not', () => {
    const [table] = tables(
      'Metric Actual Consensus\nRevenue $4.1B $4.0B\nEPS $1.10 $1.05\nThe quarter was better than feared, and the shares rose 4% after it.\nNext Heading',
    );
    expect(table?.rows).toEqual([
      ['Revenue', '$4.1B', '$4.0B'],
      ['EPS', '$1.10', '$1.05'],
    ]);
  });

  it.each([
    'Revenue rose 4% in the quarter.\nMargins fell 20 bps in the same period.\nCash was $1.2B at the end.',
    'Results and Outlook\nRevenue was better than consensus.\nThe outlook was not.',
  ])('leaves prose alone: %j', (text) => {
    expect(tables(text)).toEqual([]);
  });
});

describe('separated tables', () => {
  it('reads tabs, pipes with a rule, and wide gaps alike', () => {
    const rows = [
      ['Metric', '2025', '2024'],
      ['Revenue', '18.2', '17.0'],
      ['Capex', '9.4', '6.6'],
    ];
    const tab = rows.map((row) => row.join('\t')).join('\n');
    const pipe = rows
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n')
      .replace('\n', '\n|---|---:|---:|\n');
    const wide = rows
      .map((row) =>
        row
          .map((cell) => cell.padEnd(14))
          .join('')
          .trimEnd(),
      )
      .join('\n');
    for (const text of [tab, pipe, wide]) {
      const [table] = tables(`Words.\n\n${text}\n\nWords.`);
      expect([table?.head, ...(table?.rows ?? [])]).toEqual(rows);
    }
  });

  it('puts a head without a first cell over the columns after it', () => {
    const [table] = tables(
      'Words.\n\n                 1H26      1H25\nRevenue         188.4     171.0\nGross margin    52.1%     50.4%\n\nWords.',
    );
    expect(table?.columns).toEqual([1, 2]);
    expect(table?.rows[1]).toEqual(['Gross margin', '52.1%', '50.4%']);
  });

  it('aligns a short row with the head above it', () => {
    const [table] = tables(
      'Words.\n\nItem            2025      2024      2023\nRevenue         18.2      17.0      16.1\nDisposals                           4.0\n\nWords.',
    );
    const layout = layOut(
      plainDocument(
        'Words.\n\nItem            2025      2024      2023\nRevenue         18.2      17.0      16.1\nDisposals                           4.0\n\nWords.',
      ),
    );
    expect(table?.rows[1]).toEqual(['Disposals', '4.0']);
    expect(layout.tables[0]?.rows[1]?.cells[1]?.column).toBe(3);
  });
});
