// Figures in the words of a link are the sentence's; numbers of addresses, of sources in brackets and of headlines are not.
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
    ['Revenue was $5 million ([Harbour Press, 3.5% of it](https://example.org/77)).', 1],
    ['Filed as [Form 8](https://example.org/8) with the [Q3 2031 report](https://example.org/d).', 0],
    ['营收为[4.1亿元](https://example.org/a)。', 1],
  ])('%s', async (text, count) => {
    expect(await quotesOf(`# Harbour\n\n${text}\n`, 'a.md')).toHaveLength(count);
  });

  it('are none where the link is a headline on its own line', async () => {
    expect(
      await quotesOf('# Harbour\n\nWords.\n\n- [Freight up 8% in May](https://example.org/e)\n', 'a.md'),
    ).toHaveLength(0);
  });
});
