/** Text made to trap a pattern that looks back: eight times the text may not take anywhere near sixty-four times as long. */
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';

const BAITS: readonly (readonly [string, string])[] = [
  ['digits', '7'],
  ['digits and commas', '1,'],
  ['digits and points', '1.'],
  ['opened parentheses', '('],
  ['opened brackets', '['],
  ['numbered brackets', '[1]'],
  ['dashes', '-'],
  ['ranges', '1-'],
  ['spaces between digits', '1 '],
  ['capitals', 'A'],
  ['initials', 'A. '],
  ['dollars', '$'],
  ['percentages', '1%'],
  ['quotes', '"a '],
  ['months', 'May '],
  ['number words', 'twenty '],
];

async function timeOf(text: string): Promise<number> {
  const bytes = new TextEncoder().encode(`Revenue was ${text}.\n`);
  const begun = performance.now();
  await runImport(bytes, 'bait.txt');
  return performance.now() - begun;
}

describe('bait for patterns', () => {
  it.each(BAITS)('of %s is read in time near to its length', async (_what, piece) => {
    const short = piece.repeat(2000 / piece.length);
    await timeOf(short);
    const once = Math.max(await timeOf(short), 5);
    expect(await timeOf(short.repeat(8))).toBeLessThan(once * 40);
  });
});
