// SRC02 and the sources grid have one judge: a tier that a person sets decides what the rule says.
import { expect, test } from 'vitest';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, notebookAt } from '../support';

const secondary = (notebook: Notebook): number => {
  notebook.settle();
  return notebook.call('finding.list', { includeOk: false }).filter(({ rule }) => rule === 'SRC02').length;
};

test('a tier set by hand decides whether figures rest on a secondary source', () => {
  const notebook = notebookAt();
  commit(notebook);
  const [source] = notebook.call('source.list', {});
  const set = (edit: object): void => {
    notebook.call('source.update', { edits: [{ id: source?.id ?? '', csl: {}, ...edit }] });
  };
  expect(secondary(notebook)).toBe(1);
  set({ tier: 'filing' });
  expect(secondary(notebook)).toBe(0);
  set({ tier: 'research' });
  expect(secondary(notebook)).toBe(1);
  set({ csl: { title: 'Form 10-Q' } });
  expect(secondary(notebook)).toBe(1);
});

test('a tier that nobody set follows the words of the source', () => {
  const notebook = notebookAt();
  const { id } = notebook.call('source.create', { csl: { type: 'webpage', title: 'Daily Ledger' } });
  const tier = (): string | undefined => notebook.call('source.list', {}).find((one) => one.id === id)?.tier;
  const title = (words: string): void => {
    notebook.call('source.update', { edits: [{ id, csl: { title: words } }] });
  };
  expect(tier()).toBe('press');
  title('Form 10-Q');
  expect(tier()).toBe('filing');
  notebook.call('source.update', { edits: [{ id, csl: {}, tier: 'other' }] });
  title('Earnings call transcript');
  expect(tier()).toBe('other');
});
