// A full disk: the command is refused whole, everything before it stays, and work goes on once there is room.
import { expect, test } from 'vitest';
import { checkNotebook } from '../../../../src/main/notebook/check';
import { readPragma } from '../../../../src/main/storage/db/db';
import { commit, figuresOf, notebookAt } from '../support';

test('a command that does not fit is refused with E_FULL and leaves nothing behind', () => {
  const notebook = notebookAt();
  commit(notebook);
  notebook.settle();
  const { db } = notebook.context;
  const before = JSON.stringify(figuresOf(notebook));
  const { revision } = notebook.call('notebook.info', {});
  db.pragma(`max_page_count = ${readPragma(db, 'page_count') + 1}`);
  const note = { id: null, body: 'x'.repeat(90_000), figure: null, document: null };
  expect(notebook.handle('note.save', note)).toMatchObject({ ok: false, error: { code: 'E_FULL' } });
  expect(notebook.call('notebook.info', {}).revision).toBe(revision);
  expect(JSON.stringify(figuresOf(notebook))).toBe(before);
  db.pragma('max_page_count = 1000000');
  expect(notebook.handle('note.save', note)).toMatchObject({ ok: true });
  expect(notebook.call('history.undo', {}).label).toBe('Add note');
  expect(checkNotebook(notebook.context)).toEqual([]);
});
