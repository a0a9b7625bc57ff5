// What a report is checked for before it goes out, in a real notebook.
import { expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import { sampleBytes } from '../exports/round-trip';
import { notebookAt } from './support';

async function withSample() {
  const notebook = notebookAt();
  const plan = notebook.stage(await runImport(sampleBytes('amazon-q1-2026.md'), 'note.md'));
  notebook.call('import.commit', { id: plan.id });
  const { rows } = notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 500 });
  return { notebook, figure: (quote: string) => rows.find((row) => row.quote === quote) };
}
const text = (words: string) => ({ type: 'text', text: words });
const live = (figure: string) => ({ type: 'liveFigure', attrs: { figure } });

it('names figures that are gone, and offers typed numbers the figures that read the same', async () => {
  const { notebook, figure } = await withSample();
  const known = figure('$181.5B')?.id ?? '';
  const { id } = notebook.call('report.create', {
    title: 'x',
    language: 'en',
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('Revenue was $181.5B, not '), live(known), text(' nor '), live('f_gone')] },
        { type: 'figureTable', attrs: { figures: [known, 'f_gone'], caption: null } },
      ],
    },
  });
  const check = notebook.call('report.check', { id: id ?? '' });
  expect(check.missing).toBe(2);
  expect(check.typed.map(({ quote, block, from, to }) => [quote, block, from, to])).toEqual([['$181.5B', 0, 12, 19]]);
  expect(check.typed[0]?.offers.map((offer) => offer.quote)).toContain('$181.5B');
});
