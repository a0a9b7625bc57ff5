// *Find support*: a figure looked up in the notebook's other documents, and citing the one that has it.
import { expect, test } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';
import type { Notebook } from '../../../src/main/notebook/notebook';
import { figuresOf, notebookAt } from './support';

const NOTE =
  'Harbour Mills: first look\n\nHarbour Mills revenue was $412.6 million in Q1 2026. Operating income was $61.3 million in Q1 2026.\n';
const RELEASE =
  'Harbour Mills reports first quarter\n\nHarbour Mills revenue was $412.6 million in Q1 2026, and operating income was $58.9 million in Q1 2026.\n';

async function read(notebook: Notebook, text: string, name: string): Promise<string> {
  const plan = notebook.stage(await runImport(new TextEncoder().encode(text), name));
  return notebook.call('import.commit', { id: plan.id }).id;
}

const figure = (notebook: Notebook, document: string, quote: string) =>
  figuresOf(notebook).find((one) => one.place?.document === document && one.quote === quote);

test('a figure that another document prints is supported, with its place there', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const release = await read(notebook, RELEASE, 'release.txt');
  const revenue = figure(notebook, note, '$412.6 million');
  const found = notebook.call('figure.support', { id: revenue?.id ?? '' });
  expect(found).toMatchObject({ verdict: 'supported', kind: 'direct', searched: 1 });
  const [operand] = found.operands;
  expect(operand?.document).toBe(release);
  expect(RELEASE.slice(operand?.start, operand?.end)).toContain('412.6');
});

test('one of which the other document prints another value is not supported', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  await read(notebook, RELEASE, 'release.txt');
  const income = figure(notebook, note, '$61.3 million');
  expect(notebook.call('figure.support', { id: income?.id ?? '' }).verdict).not.toBe('supported');
});

test('alone in its notebook a document finds no support, and says so', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const revenue = figure(notebook, note, '$412.6 million');
  expect(notebook.call('figure.support', { id: revenue?.id ?? '' })).toMatchObject({
    verdict: 'not_found',
    searched: 0,
  });
});

test('citing a document makes it a source once, and is one step', async () => {
  const notebook = notebookAt();
  const note = await read(notebook, NOTE, 'note.txt');
  const release = await read(notebook, RELEASE, 'release.txt');
  const [first, second] = ['$412.6 million', '$61.3 million'].map((quote) => figure(notebook, note, quote)?.id ?? '');
  const before = notebook.call('source.list', {}).length;
  notebook.call('link.addDocument', { figure: first ?? '', document: release, locator: null });
  notebook.call('link.addDocument', { figure: second ?? '', document: release, locator: 'p. 2' });
  notebook.settle();
  const sources = notebook.call('source.list', {});
  expect(sources).toHaveLength(before + 1);
  const own = sources.find((source) => source.document === release);
  expect(own?.csl.title).toBe('Harbour Mills reports first quarter');
  expect(figure(notebook, note, '$412.6 million')).toMatchObject({ citations: [{ source: own?.id }] });
  notebook.call('history.undo', {});
  notebook.call('history.undo', {});
  expect(notebook.call('source.list', {})).toHaveLength(before);
});
