// A notebook that holds more than a window can take in: the list says so in words, and all else goes on.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { commit, file, notebookAt } from './support';

const MANY = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100100) `;
const FILLED: readonly (readonly [message: string, request: object, sql: string])[] = [
  [
    'note.list',
    {},
    `${MANY} INSERT INTO note (id, body, created_at, updated_at) SELECT 'n_' || i, 'x', '2026', '2026' FROM n`,
  ],
  ['note.list', {}, `UPDATE note SET body = hex(zeroblob(40000000))`],
  ['report.read', {}, `UPDATE report SET title = hex(zeroblob(20000000))`],
];

test.each(FILLED)('%s %j %s', (message, request, sql) => {
  const path = file();
  const made = notebookAt(path);
  commit(made);
  made.call('note.save', { id: null, body: 'own', figure: null, document: null });
  const report = made.call('report.create', { title: 'r', body: { type: 'doc' }, language: 'en' }).id;
  made.close();
  const db = new Database(path);
  db.unsafeMode();
  db.exec(sql);
  db.close();
  const notebook = notebookAt(path);
  expect(notebook.handle(message, message === 'report.read' ? { id: report } : request)).toMatchObject({
    ok: false,
    error: { code: 'E_TOO_LARGE' },
  });
  for (const other of ['notebook.info', 'source.list', 'document.list']) {
    expect(notebook.handle(other, {}), other).toMatchObject({ ok: true });
  }
});
