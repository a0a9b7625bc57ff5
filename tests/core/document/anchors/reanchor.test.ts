// Places found again in a newer version: unchanged ones exactly, edited ones as moved, what cannot be told apart as ambiguous.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../src/core/document/anchors/align';
import { reanchorer } from '../../../../src/core/document/anchors/reanchor';

const OLD = `# Grain office, first quarter

Revenue was $12.4 billion, up 8% on last year.
Margins reached 14.2% in the north and 9.1% in the south.
The board expects revenue of $13 billion in the second quarter.

| Region | Revenue |
| North | 5% |
| South | 5% |
`;
const spanOf = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from);
  return { start, end: start + quote.length };
};

describe('a place in a newer version', () => {
  it.each([
    ['stays where text is put before it', '$12.4 billion', `A new first line.\n\n${OLD}`, 'exact', '$12.4 billion'],
    ['stays where another line goes', '$13 billion', OLD.replace(/Margins.*\n/, ''), 'exact', '$13 billion'],
    [
      'has moved where its paragraph has',
      'The board expects revenue of $13 billion',
      OLD.replace(/The board.*\n/, '').replace(
        'Revenue was',
        'The board expects revenue of $13 billion in the second quarter.\nRevenue was',
      ),
      'moved',
      'The board expects revenue of $13 billion',
    ],
    [
      'has moved where the words beside it are others',
      '14.2%',
      OLD.replace('Margins reached 14.2% in the', 'Operating margins rose to 14.2% in the'),
      'moved',
      '14.2%',
    ],
    ['is lost where it is gone', '14.2%', OLD.replace(/Margins.*\n/, ''), 'lost', ''],
    ['is where the two like it are, each by its row', '5%', `New.\n${OLD}`, 'exact', '5%'],
  ])('%s', (_what, quote, after, how, words) => {
    const found = reanchorer(OLD, after)(spanOf(OLD, quote));
    expect([found.how, after.slice(found.span.start, found.span.end)]).toEqual([how, words]);
  });

  it('is ambiguous where the same words now stand twice', () => {
    const line = 'Revenue was $12.4 billion, up 8% on last year.\n';
    const before = `Intro.\n${line}End.\n`;
    const after = `${'x'.repeat(40)}\n${line}${'y'.repeat(40)}\n${'x'.repeat(40)}\n${line}${'y'.repeat(40)}\n`;
    expect(reanchorer(before, after)(spanOf(before, '8%')).how).toBe('ambiguous');
  });

  const word = fc.constantFrom('grain', 'rye', 'wheat', '5%', '$3', 'the', 'rose', 'fell', 'in', 'north', '。', '\n');
  const words = (min: number, max: number) =>
    fc.array(word, { minLength: min, maxLength: max }).map((list) => list.join(' '));

  it('is found exactly, or said to be ambiguous, whatever is put in or taken out away from it', () => {
    fc.assert(
      fc.property(
        words(0, 30),
        words(0, 30),
        words(0, 30),
        words(0, 30),
        fc.string({ minLength: 33, maxLength: 60 }),
        fc.string({ minLength: 33, maxLength: 60 }),
        fc.constantFrom('5%', '$3 billion', 'rye'),
        (beforeOld, afterOld, beforeNew, afterNew, left, right, quote) => {
          const [old, now] = [
            `${beforeOld}${left}${quote}${right}${afterOld}`,
            `${beforeNew}${left}${quote}${right}${afterNew}`,
          ];
          const start = beforeOld.length + left.length;
          const found = reanchorer(old, now)({ start, end: start + quote.length });
          const wanted = beforeNew.length + left.length;
          if (found.how === 'ambiguous') {
            const context = `${left.slice(-8)}${quote}${right.slice(0, 8)}`;
            expect(now.split(context).length).toBeGreaterThan(2);
          } else expect([found.how, found.span.start]).toEqual(['exact', wanted]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found exactly in a text cut anywhere else', () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, at) => `Paragraph ${at}: revenue of region ${at * 7} was ${at}.${at % 10} billion in all.`,
    );
    const old = paragraphs.join('\n');
    fc.assert(
      fc.property(fc.nat(39), fc.subarray(paragraphs), words(0, 10), (kept, rest, added) => {
        const chosen = paragraphs[kept] ?? '';
        const now = [added, ...paragraphs.filter((one) => one === chosen || rest.includes(one)), added].join('\n');
        const quote = `${kept}.${kept % 10} billion`;
        const start = old.indexOf(chosen) + chosen.indexOf(quote);
        const found = reanchorer(old, now)({ start, end: start + quote.length });
        expect(found.span.start).toBe(now.indexOf(chosen) + chosen.indexOf(quote));
        expect(['exact', 'moved']).toContain(found.how);
      }),
    );
  });

  it('aligns texts by stretches that are in order and true', () => {
    fc.assert(
      fc.property(words(0, 60), words(0, 60), (before, after) => {
        let [from, to] = [0, 0];
        for (const stretch of align(before, after).stretches) {
          expect(stretch.from >= from && stretch.to >= to).toBe(true);
          expect(after.slice(stretch.to, stretch.to + stretch.length)).toBe(
            before.slice(stretch.from, stretch.from + stretch.length),
          );
          [from, to] = [stretch.from + stretch.length, stretch.to + stretch.length];
        }
      }),
      { numRuns: 500 },
    );
  });
});
