// The tie-out score as it is stored, summed and shown: what needs a source counts, once a fact, and sources not at all.
import { expect, test } from 'vitest';
import { commit, figuresOf, importOf, notebookAt } from '../support';

/** The sketched note with one figure changed. */
const withFigure = (quote: string, change: Parameters<typeof importOf>[1]) =>
  importOf(undefined, { figures: (figure) => (figure.quote === quote ? (change?.figures?.(figure) ?? {}) : {}) });

function countedOf(notebook: ReturnType<typeof notebookAt>): string[] {
  notebook.settle();
  return figuresOf(notebook)
    .filter(({ counted }) => counted)
    .map(({ quote }) => quote);
}

test('all five figures of the sketched note need a source', () => {
  const notebook = notebookAt();
  const id = commit(notebook);
  const summary = notebook.call('audit.summary', {});
  expect(summary).toMatchObject({ figures: 5, counted: 5 });
  expect(notebook.call('document.read', { id }).summary).toMatchObject({ counted: 5, tied: summary.tied });
  expect(notebook.call('notebook.info', {}).score).toBe(summary.score);
});

test.each([
  ['a length of time', { unit: 'months' as const }],
  ['a score', { unit: 'score' as const }],
  ['a probability', { metric: 'probability' }],
  ['a weight', { metric: 'weight' }],
  ['the label of a row', { cell: { table: 0, row: 1, column: 0 } }],
  ['a restatement of the revenue', { mention: 0 }],
])('%s is not counted, nor listed as open', (_, change) => {
  const notebook = notebookAt();
  const id = commit(notebook, withFigure('$3B', { figures: () => change }));
  const summary = notebook.call('audit.summary', {});
  expect(countedOf(notebook)).not.toContain('$3B');
  expect(summary).toMatchObject({ figures: 5, counted: 4 });
  expect(summary.byDocument[0]).toMatchObject({ figures: 5, counted: 4 });
  expect(summary.bySection.reduce((sum, section) => sum + section.counted, 0)).toBe(4);
  expect(summary.byClass.reduce((sum, { counted }) => sum + counted, 0)).toBe(4);
  expect(notebook.call('document.read', { id }).summary).toMatchObject({ figures: 5, counted: 4 });
  const open = notebook.call('figure.page', { filter: { tiedOut: false }, sort: [], start: 0, end: 10 }).rows;
  expect(open.map(({ quote }) => quote)).not.toContain('$3B');
  expect(open).toHaveLength(summary.counted - summary.tied);
});

test('a source has no score, and gets one when it is said to be a note', () => {
  const notebook = notebookAt();
  const id = commit(notebook);
  notebook.call('document.update', { id, set: { kind: 'release', role: 'source' } });
  notebook.settle();
  expect(notebook.call('audit.summary', {})).toMatchObject({ score: null, counted: 0, tied: 0 });
  expect(notebook.call('document.read', { id }).summary).toMatchObject({ counted: 0, tied: 0 });
  expect(notebook.call('notebook.info', {}).score).toBeNull();
  notebook.call('document.update', { id, set: { kind: 'note', role: 'note' } });
  notebook.settle();
  expect(notebook.call('audit.summary', {}).counted).toBeGreaterThan(0);
});

test('a mention that is ticked speaks for its fact', () => {
  const notebook = notebookAt();
  commit(notebook, withFigure('$3B', { figures: () => ({ mention: 4 }) }));
  expect(countedOf(notebook)).toContain('$3B');
  const restated = figuresOf(notebook)[4];
  const before = notebook.call('audit.summary', {}).tied;
  notebook.call('figure.update', { edits: [{ id: restated?.id ?? '', set: { review: 'ticked' } }] });
  notebook.settle();
  expect(notebook.call('audit.summary', {})).toMatchObject({ counted: 4, tied: before + 1 });
});
