// The use cases over a real file: import, edit, undo, restart.
import { describe, expect, test } from 'vitest';
import { checkNotebook } from '../../../src/main/notebook/check';
import { inspect } from '../../../src/main/notebook/inspect';
import { Notebook } from '../../../src/main/notebook/notebook';
import { commit, figuresOf, file, importOf, notebookAt } from './support';

describe('a notebook', () => {
  test('imports, and what was found is there', () => {
    const notebook = notebookAt();
    const id = commit(notebook);
    const read = notebook.call('document.read', { id });
    expect(read.figures.map((figure) => [figure.quote, figure.value, figure.scale])).toEqual([
      ['$12.4B', '12.4', 9],
      ['+8%', '8', 0],
      ['$3B', '>3', 9],
      ['14.2%', '14.2', 0],
      ['16–17%', '16–17', 0],
    ]);
    expect(read.sections.map((section) => section.heading)).toContain('II. 观点');
    expect(read.figures[0]?.citations).toMatchObject([{ marker: 'Ledger', via: 'clause' }]);
    expect(checkNotebook(notebook.context)).toEqual([]);
  });

  test('edits, undoes and redoes, across a restart', () => {
    const path = file();
    const first = Notebook.open(path, { create: true, automaticBackups: false });
    commit(first);
    const [figure] = figuresOf(first);
    if (figure === undefined) throw new Error('no figure');
    const edit = first.call('figure.update', { edits: [{ id: figure.id, set: { value: '12.5' } }] });
    expect(edit.changed).toBe(1);
    first.close();
    const second = notebookAt(path);
    expect(second.call('notebook.info', {}).undo).toBe('Edit value');
    expect(second.call('history.undo', {}).label).toBe('Edit value');
    expect(figuresOf(second)[0]?.value).toBe('12.4');
    expect(second.call('history.redo', {}).label).toBe('Edit value');
    expect(figuresOf(second)[0]).toMatchObject({ value: '12.5', low: '12500000000', edited: ['value'] });
    expect(checkNotebook(second.context)).toEqual([]);
  });

  test('undoes the import itself and brings it back', () => {
    const notebook = notebookAt();
    commit(notebook);
    const before = JSON.stringify(inspect(notebook.context));
    notebook.call('history.undo', {});
    expect(notebook.call('document.list', {})).toEqual([]);
    expect(notebook.call('search.query', { text: 'revenue', limit: 10 })).toEqual([]);
    notebook.call('history.redo', {});
    expect(JSON.stringify(inspect(notebook.context))).toBe(before);
    expect(checkNotebook(notebook.context)).toEqual([]);
  });

  test('an unknown message and a request of the wrong form are told apart from bugs', () => {
    const notebook = notebookAt();
    expect(notebook.handle('figure.explode', {})).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    expect(notebook.handle('document.read', { id: 7 })).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    expect(notebook.handle('document.read', { id: 'd_none' })).toMatchObject({
      ok: false,
      error: { code: 'E_NOT_FOUND' },
    });
    expect(notebook.handle('constructor', {})).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
  });

  test('a plan made before another change is stale', () => {
    const notebook = notebookAt();
    const plan = notebook.stage(importOf());
    notebook.call('note.save', { id: null, body: 'wait', figure: null, document: null });
    expect(notebook.handle('import.commit', { id: plan.id })).toMatchObject({ ok: false, error: { code: 'E_STALE' } });
  });
});
