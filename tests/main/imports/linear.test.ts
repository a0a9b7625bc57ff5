// Reading takes time in proportion to the length of what is read, whatever it is made of: four times the text, not sixteen
// times the time. Processor time is measured, which a busy machine does not change much.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';

const TRAPS: readonly (readonly [what: string, piece: string, times: number])[] = [
  ['white space within a line', ' '.repeat(25), 300],
  ['one sentence of claims', 'Revenue was $5.1 million and ', 100],
  ['one sentence of money', '$1.2bn vs $1.3bn, ', 100],
  ['ranges of ranges', '1-2-3-4%–', 100],
  ['brackets that never close', '(($1.2bn, ', 200],
  ['marks of citations', '[1][', 600],
  ['quotes that never close', '“Revenue ', 400],
  ['emphasis that never closes', '**a *b ', 400],
  ['bars', '| ', 1200],
  ['groups of digits', '1,', 800],
  ['addresses', 'http://', 800],
  ['a sum without an end', '1 + 2 + ', 200],
  ['Chinese without a stop', '营收为51亿元，同比增长3%，', 60],
];

async function processorMs(text: string): Promise<number> {
  const before = process.cpuUsage();
  await runImport(new TextEncoder().encode(text), 'note.txt').catch(() => undefined);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How much longer four times the text takes; small times say nothing, so a share of a second is added to both. */
async function growth(piece: string, times: number): Promise<number> {
  await processorMs(piece.repeat(times));
  const once = Math.min(await processorMs(piece.repeat(times)), await processorMs(piece.repeat(times)));
  const fourTimes = Math.min(await processorMs(piece.repeat(4 * times)), await processorMs(piece.repeat(4 * times)));
  return (fourTimes + 50) / (once + 50);
}

test.each(TRAPS)('%s', async (_, piece, times) => {
  expect(await growth(piece, times)).toBeLessThan(9);
});

test('and whatever pieces are repeated', async () => {
  const parts = [
    '$1',
    '%',
    '(',
    ')',
    '[',
    ']',
    ' ',
    '–',
    ',',
    '.',
    'bn',
    'Revenue',
    '\n',
    '|',
    '*',
    '“',
    '1',
    '年',
    'vs',
    ':',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }), async (pieces) => {
      expect(await growth(pieces.join(''), 300)).toBeLessThan(9);
    }),
    { numRuns: 12 },
  );
});
