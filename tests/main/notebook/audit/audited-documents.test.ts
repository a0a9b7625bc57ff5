// What the audit keeps of documents between runs makes no difference: after any edits it says what a notebook just opened says.
import { expect, test } from 'vitest';
import { Notebook } from '../../../../src/main/notebook/notebook';
import { commit, figuresOf, file, importOf, notebookAt, NOTE } from '../support';

const [first, last] = [
  (notebook: Notebook) => figuresOf(notebook)[0]?.id ?? '',
  (notebook: Notebook) => figuresOf(notebook).at(-1)?.id ?? '',
];
const EDITS: readonly (readonly [string, (notebook: Notebook) => unknown])[] = [
  ['a note', (n) => n.call('figure.update', { edits: [{ id: first(n), set: { note: 'seen' } }] })],
  ['a tick', (n) => n.call('figure.update', { edits: [{ id: last(n), set: { review: 'ticked' } }] })],
  ['a class', (n) => n.call('figure.update', { edits: [{ id: first(n), set: { provenance: 'inferred' } }] })],
  [
    'a link',
    (n) => n.call('link.add', { figures: [last(n)], source: n.call('source.list', {})[0]?.id ?? '', locator: null }),
  ],
  ['the link taken back', (n) => n.call('history.undo', {})],
  ['and given again', (n) => n.call('history.redo', {})],
  ['a deletion', (n) => n.call('figure.remove', { ids: [last(n)] })],
  ['the deletion taken back', (n) => n.call('history.undo', {})],
  [
    'a title',
    (n) => n.call('document.update', { id: n.call('document.list', {})[0]?.id ?? '', set: { asOf: '2026-03-31' } }),
  ],
  [
    'a source',
    (n) =>
      n.call('source.update', {
        edits: [{ id: n.call('source.list', {})[0]?.id ?? '', csl: { title: 'Another title' } }],
      }),
  ],
  ['a document removed', (n) => n.call('document.remove', { id: n.call('document.list', {})[0]?.id ?? '' })],
  ['the document taken back', (n) => n.call('history.undo', {})],
  ['one more import', (n) => commit(n, importOf(NOTE.replace('Northwind Foods', 'Eastwind Foods')))],
];

/** Everything that a run decides. */
const decided = (notebook: Notebook) => ({
  findings: notebook.call('finding.list', { includeOk: true }).map((finding) => ({ ...finding, reopened: null })),
  figures: figuresOf(notebook).map(({ id, tiedOut, tieOutReason }) => ({ id, tiedOut, tieOutReason })),
  summary: notebook.call('audit.summary', {}),
  documents: notebook.call('document.list', {}),
  sources: notebook.call('source.list', {}),
});

test.each(EDITS.map(([what], at) => [what, at] as const))('after edits up to %s', (_, at) => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  commit(notebook, importOf(NOTE.replace('Northwind Foods', 'Southwind Foods')));
  notebook.settle();
  for (const [, edit] of EDITS.slice(0, at + 1)) {
    edit(notebook);
    notebook.call('audit.run', {});
    // What is kept of it is kept from here.
    decided(notebook);
  }
  const kept = decided(notebook);
  notebook.close();
  const anew = notebookAt(path);
  anew.call('audit.run', {});
  expect(kept).toEqual(decided(anew));
});

test('a reader beside the writer, which keeps as much, says the same after every edit', () => {
  const path = file();
  const notebook = notebookAt(path, { shared: true });
  commit(notebook);
  commit(notebook, importOf(NOTE.replace('Northwind Foods', 'Southwind Foods')));
  notebook.settle();
  const beside = Notebook.beside(path);
  if (beside === null) throw new Error('no reader');
  for (const [what, edit] of EDITS) {
    edit(notebook);
    notebook.call('audit.run', {});
    beside.noteChanged();
    expect(decided(beside), what).toEqual(decided(notebook));
  }
  beside.close();
  notebook.close();
});
