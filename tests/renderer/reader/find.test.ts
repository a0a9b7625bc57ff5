/** Find in document: words are found as they are seen, and told where they stand in the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll, visibleText } from '../../../src/renderer/src/views/reader/state/find';

const find = (text: string, query: string, hidden: readonly { start: number; end: number }[] = []) =>
  findAll(visibleText(text, hidden), query).map(({ start, end }) => text.slice(start, end));

describe('findAll', () => {
  test.each([
    ['Capex rose; capex fell', 'CAPEX', ['Capex', 'capex']],
    ['margin (1.5%)', '(1.5%)', ['(1.5%)']],
    ['free  cash\nflow', 'free cash flow', ['free  cash\nflow']],
    ['接下来 3 个季度', '季度', ['季度']],
    ['İstanbul and ISTANBUL', 'istanbul', ['İstanbul', 'ISTANBUL']],
    ['nothing here', '   ', []],
    ['aaa', 'aa', ['aa']],
  ])('%s: %s', (text, query, expected) => {
    expect(find(text, query)).toEqual(expected);
  });

  test('words are found across markup that is not drawn', () => {
    const text = 'a **bold** word';
    const hidden = [
      { start: 2, end: 4 },
      { start: 8, end: 10 },
    ];
    expect(find(text, 'bold word', hidden)).toEqual(['bold** word']);
    expect(find(text, '**', hidden)).toEqual([]);
  });

  test('finds what a plain search finds, with or without markup around it', () => {
    const words = fc.stringMatching(/^[a-c ]{0,30}$/);
    fc.assert(
      fc.property(words, words, fc.constantFrom('a', 'ab', 'cab'), (before, after, query) => {
        const text = `${before}##${after}`;
        const hidden = [{ start: before.length, end: before.length + 2 }];
        const matches = findAll(visibleText(text, hidden), query);
        expect(matches).toHaveLength((before + after).split(query).length - 1);
        for (const { start, end } of matches) expect(text.slice(start, end).replace('##', '')).toBe(query);
      }),
    );
  });
});
