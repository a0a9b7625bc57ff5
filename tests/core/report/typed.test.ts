// Numbers typed into a report: which count, where they stand, and what they are offered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formedText, type FormedFigure } from '../../../src/core/report/figure-form';
import { readsAs, typedFigures } from '../../../src/core/report/typed';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const live = (id: string) => ({ type: 'liveFigure', attrs: { figure: id } });
const cite = { type: 'cite', attrs: { source: 's1', locator: null } };
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const found = (body: unknown) => typedFigures(body, () => '$37.6B');

describe('typed numbers', () => {
  it.each<[string, unknown, string[]]>([
    [
      'beside a live figure',
      doc(paragraph(text('Revenue was $181.5B, after '), live('f1'), text(', and margin 28%.'))),
      ['$181.5B', '28%'],
    ],
    ['none where all are live', doc(paragraph(text('Revenue was '), live('f1'), text('.'))), []],
    ['no years, dates or list numbers', doc(paragraph(text('In 2026, on 3 May, section 4.'))), []],
    ['no lengths of time', doc(paragraph(text('It took 18 months.'))), []],
    ['none in code', doc(paragraph(text('$181.5B', 'code')), { type: 'codeBlock', content: [text('$5B')] }), []],
    [
      'in lists, quotations and cells',
      doc(
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Capex of $43.2B'))] }] },
        { type: 'blockquote', content: [paragraph(text('Sales rose 12%'))] },
      ),
      ['$43.2B', '12%'],
    ],
    ['over two styles', doc(paragraph(text('Revenue of '), text('$181', 'bold'), text('.5B.'))), ['$181.5B']],
    ['Chinese', doc(paragraph(text('营收达到1,815亿美元，同比增长17%。'))), ['1,815亿美元', '17%']],
  ])('%s', (_, body, quotes) => {
    expect(found(body).map(({ quote }) => quote)).toEqual(quotes);
  });

  it('say whether a citation covers them', () => {
    const body = doc(paragraph(text('Revenue was $181.5B'), cite, text('. Capex was $43.2B.')));
    expect(found(body).map(({ quote, cited }) => [quote, cited])).toEqual([
      ['$181.5B', true],
      ['$43.2B', false],
    ]);
  });

  it('stand where they say, in letters and atoms of their block', () => {
    const words = fc.constantFrom('Revenue was $181.5B', ' and ', '28%', ' of sales in Europe, ', '增长');
    const inline = fc.oneof(
      words.map((one) => text(one)),
      fc.constant(live('f1')),
      fc.constant(cite),
    );
    fc.assert(
      fc.property(fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 3 }), (blocks) => {
        for (const { quote, block, from, to } of found(doc(...blocks.map((content) => paragraph(...content))))) {
          // One letter an atom.
          const flat = (blocks[block] ?? []).map((node) => ('text' in node ? node.text : '\u0000')).join('');
          expect(flat.slice(from, to)).toBe(quote);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are offered what reads the same in the same money', () => {
    const typed = { low: '181500000000', high: '181500000000', unit: 'money', currency: 'USD' };
    expect(readsAs(typed, typed)).toBe(true);
    expect(readsAs(typed, { ...typed, currency: 'EUR' })).toBe(false);
    expect(readsAs(typed, { ...typed, low: '181400000000' })).toBe(false);
    expect(readsAs({ ...typed, low: null, high: null }, { ...typed, low: null, high: null })).toBe(false);
  });
});

describe('a live figure in a sentence', () => {
  const base: FormedFigure = {
    value: '>15',
    scale: 9,
    unit: 'money',
    currency: 'USD',
    direction: null,
    kind: 'level',
    per: null,
    quote: 'more than $15bn',
    place: {},
    edited: [],
  };
  const change = { value: '50–100', scale: 0, unit: 'bps', currency: null, direction: 'down' as const, kind: 'bps' };
  it.each<[string, string, Partial<FormedFigure>, 'full' | 'number' | 'printed', string]>([
    ['says its bound', 'AI runs at ', {}, 'full', '>$15B'],
    ['does not say a bound twice', 'AI runs at more than ', {}, 'full', '$15B'],
    ['nor in Chinese', '收入超过', {}, 'full', '$15B'],
    ['nor a blur', 'guides to about ', { value: '~200' }, 'full', '$200B'],
    ['says its way', 'Margin ', change, 'full', '−50–100 bps'],
    ['does not say a way twice', 'Margin fell ', change, 'full', '50–100 bps'],
    ['says a way that the words do not', 'Margin rose ', change, 'full', '−50–100 bps'],
    ['forgets the sentence before', 'Sales fell. Margin ', change, 'full', '−50–100 bps'],
    ['is its number alone', 'at ', {}, 'number', '$15B'],
    ['is as printed', 'at ', {}, 'printed', 'more than $15bn'],
    ['is its corrected value, not its quote', 'at ', { edited: ['value'] }, 'printed', '>$15B'],
  ])('%s', (_, before, set, form, expected) => {
    expect(formedText({ ...base, ...set }, form, before)).toBe(expected);
  });
});
