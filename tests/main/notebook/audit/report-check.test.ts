// What a report is checked for before it goes out, in a real notebook.
import { expect, it } from 'vitest';
import { runImport } from '../../../../src/main/imports/run-import';
import { sampleBytes } from '../../exports/round-trip';
import { notebookAt } from '../support';

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

it('a corrected figure is told by its value in what the audit finds, as the report prints it', async () => {
  const notebook = notebookAt();
  const note = 'Northwind Foods: results\n\nRevenue in the US was $10.0B and in Europe $5.0B, a total of $15.0B.\n';
  const plan = notebook.stage(await runImport(new TextEncoder().encode(note), 'note.txt'));
  notebook.call('import.commit', { id: plan.id });
  const { rows } = notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 50 });
  const total = rows.find(({ quote }) => quote === '$15.0B');
  notebook.call('figure.update', { edits: [{ id: total?.id ?? '', set: { value: '16.0' } }] });
  const about = notebook
    .call('finding.list', { includeOk: true })
    .filter(({ figures }) => figures.some(({ figure }) => figure === total?.id));
  expect(about.length).toBeGreaterThan(0);
  for (const { message, claimed } of about) expect(`${message} ${claimed ?? ''}`).not.toContain('$15.0B');
  expect(about.map(({ message }) => message).join(' ')).toContain('$16.0B');
});

it('names what stands in the way of publishing, each with its place', async () => {
  const notebook = notebookAt();
  const bring = async (words: string, name: string) => {
    const plan = notebook.stage(await runImport(new TextEncoder().encode(words), name));
    notebook.call('import.commit', { id: plan.id });
  };
  const first = 'Northwind Foods (NWF): results as of 2026-03-31\n\n';
  await bring(`${first}Revenue in the US was $10.0B and in Europe $5.0B, a total of $16.0B.\n`, 'first.txt');
  const { rows } = notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 50 });
  const total = rows.find(({ quote }) => quote === '$16.0B');
  const { id } = notebook.call('report.create', {
    title: 'x',
    language: 'en',
    body: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [text('Results')] },
        { type: 'paragraph', content: [text('In all '), live(total?.id ?? ''), text(' or $7.7B; '), live('f_gone')] },
      ],
    },
  });
  const doubts = () => notebook.call('report.check', { id: id ?? '' }).doubts;
  const of = (kind: string) => doubts().filter((doubt) => doubt.kind === kind);
  expect(of('missing')).toEqual([expect.objectContaining({ to: { mention: 1 } })]);
  expect(of('unlinked')).toEqual([expect.objectContaining({ to: { block: 1, from: 12, to: 17 } })]);
  expect(of('error').map(({ to }) => to && Object.keys(to))).toEqual([['finding']]);
  expect(of('stale')).toEqual([]);
  await bring('Northwind Foods (NWF): results as of 2026-06-30\n\nRevenue was $17.0B.\n', 'second.txt');
  expect(
    of('stale')
      .map(({ words }) => words)
      .join(),
  ).toMatch(/2026-06-30.*2026-03-31/);
});
