// Search in a notebook: mistyped names, abbreviations, and older versions that say nothing new.
import { expect, test } from 'vitest';
import { commit, importOf, NOTE, notebookAt } from './support';

const titles = (notebook: ReturnType<typeof notebookAt>, text: string) =>
  notebook.call('search.query', { text, limit: 50 }).map(({ kind, title }) => `${kind} ${title}`);

test('a mistyped name finds what the right one finds', () => {
  const notebook = notebookAt();
  commit(notebook);
  notebook.call('figure.create', { place: null, set: { metric: 'Dredging capex', value: '5' } });
  expect(titles(notebook, 'capxe')).toEqual(titles(notebook, 'capex'));
  expect(titles(notebook, 'dredgnig capex')).toContain('figure Dredging capex');
  expect(titles(notebook, 'qqqqzzzz')).toEqual([]);
});

test('an abbreviation finds the words it stands for, and the words find it', () => {
  const notebook = notebookAt();
  notebook.call('figure.create', { place: null, set: { metric: 'Free cash flow', value: '5' } });
  notebook.call('figure.create', { place: null, set: { metric: 'FCF margin', value: '6' } });
  expect(titles(notebook, 'fcf').toSorted()).toEqual(['figure FCF margin', 'figure Free cash flow']);
  expect(titles(notebook, 'free cash flow').toSorted()).toEqual(['figure FCF margin', 'figure Free cash flow']);
});

test('an older version of a document is not found beside the newer', () => {
  const notebook = notebookAt();
  const old = commit(notebook);
  const plan = notebook.stage(importOf(NOTE.replace('14.2%', '14.8%')));
  const { id } = notebook.call('import.commit', { id: plan.id, replaces: old });
  const documents = notebook.call('search.query', { text: 'margin', limit: 200 }).map(({ document }) => document);
  expect(documents).toContain(id);
  expect(documents).not.toContain(old);
});
