// The watch list in a notebook: a new document or table moves it, and the import says so.
import { expect, test } from 'vitest';
import type { FigureEdit } from '../../../../src/contract/records';
import type { Notebook } from '../../../../src/main/notebook/notebook';
import { watchChanges, watchList } from '../../../../src/main/notebook/figures/watch-list';
import { notebookAt } from '../support';

const list = (notebook: Notebook) =>
  notebook
    .call('watch.list', {})
    .map(({ label, readings }) => [label, ...readings.map(({ text, state }) => `${text} ${state}`)]);

const add = (notebook: Notebook, set: FigureEdit) => notebook.call('figure.create', { place: null, set });

function watched(): Notebook {
  const notebook = notebookAt();
  const fields = { band: '25%–30%', current: null };
  notebook.call('structure.create', { type: 'indicator', label: 'Ports growth, YoY', fields, document: null });
  return notebook;
}
const growth = (value: string, period: string): FigureEdit => ({
  metric: 'Ports growth YoY',
  value,
  period,
  provenance: 'disclosed',
});

test('an indicator takes its newest figure by itself and keeps those before', () => {
  const notebook = watched();
  expect(list(notebook)).toEqual([['Ports growth, YoY']]);
  add(notebook, growth('28%', '2026Q1'));
  const before = watchList(notebook.context.db);
  add(notebook, growth('24%', '2026Q2'));
  expect(list(notebook)).toEqual([['Ports growth, YoY', '28% inside', '24% below']]);
  expect(watchChanges(before, watchList(notebook.context.db))).toMatchObject([
    { label: 'Ports growth, YoY', before: { text: '28%', state: 'inside' }, after: { text: '24%', state: 'below' } },
  ]);
  expect(watchChanges(before, before)).toEqual([]);
  notebook.call('history.undo', {});
  expect(list(notebook)).toEqual([['Ports growth, YoY', '28% inside']]);
});

test('one that a person typed a value for follows nothing until they say so', () => {
  const notebook = watched();
  add(notebook, growth('24%', '2026Q2'));
  const item = notebook.call('structure.list', {})[0]?.id ?? '';
  notebook.call('structure.update', { id: item, set: { fields: { current: '27%', follows: 'no' } } });
  expect(list(notebook)).toEqual([]);
  notebook.call('structure.update', { id: item, set: { fields: { current: null, follows: null } } });
  expect(list(notebook)).toHaveLength(1);
});

test('metric, entity and basis can be bound by hand', () => {
  const notebook = watched();
  add(notebook, { ...growth('31%', '2026Q2'), metric: 'Barge revenue growth', entity: 'Barges' });
  expect(list(notebook)).toEqual([['Ports growth, YoY']]);
  const item = notebook.call('structure.list', {})[0]?.id ?? '';
  const fields = { metric: 'Barge revenue growth', entity: 'Barges' };
  notebook.call('structure.update', { id: item, set: { fields } });
  expect(list(notebook)).toEqual([['Ports growth, YoY', '31% above']]);
});

test('a reading is written as the figure is everywhere', () => {
  const notebook = watched();
  add(notebook, { ...growth('5', '2026Q1'), unit: 'money', scale: 9, currency: 'HKD' });
  expect(watchList(notebook.context.db)).toMatchObject([{ readings: [{ text: 'HK$5B' }] }]);
});
