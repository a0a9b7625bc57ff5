// Figures in the words of a link are the sentence's; numbers of its address are none.
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { documentOf } from './kinds';

const quotesOf = async (text: string, name: string) =>
  documentOf(await runImport(new TextEncoder().encode(text), name)).analysis.figures;

describe('figures inside links', () => {
  it.each([
    ['Revenue was [€410 million](https://example.org/a-2031), up [3.5%](https://example.org/b).', 2],
    [
      'The port [moved 12,400 crates](https://example.org/12400) and costs [fell 2% to $9 million](https://example.org/c).',
      3,
    ],
    ['营收为[4.1亿元](https://example.org/a)。', 1],
  ])('%s', async (text, count) => {
    expect(await quotesOf(`# Harbour\n\n${text}\n`, 'a.md')).toHaveLength(count);
  });
});
