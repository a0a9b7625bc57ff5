// A notebook from somebody else: what is not ours in its schema is refused in words before it can run, and its records can be had without it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { TieoutError } from '../../../src/contract/errors';
import { checkNotebook } from '../../../src/main/notebook/check';
import { salvage } from '../../../src/main/notebook/backups/salvage';
import { commit, figuresOf, file, folder, notebookAt } from '../notebook/support';

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

const HOSTILE: readonly (readonly [what: string, sql: string])[] = [
  [
    'a trigger that deletes what was acknowledged',
    'CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM note; END',
  ],
  [
    'a trigger that never ends',
    `CREATE TRIGGER t AFTER INSERT ON note BEGIN INSERT INTO meta ${ENDLESS} SELECT 'k' || i, 'v' FROM n; END`,
  ],
  [
    'a trigger of the name of one of ours',
    'DROP TRIGGER content_no_update; CREATE TRIGGER content_no_update AFTER INSERT ON note BEGIN SELECT 1; END',
  ],
  [
    'a view in the place of a table',
    `DROP TABLE figure_audit; CREATE VIEW figure_audit AS ${ENDLESS} SELECT i AS figure, 0 AS tied, 0 AS counted, '' AS reason FROM n`,
  ],
  ['a view beside the tables', `CREATE VIEW v AS ${ENDLESS} SELECT i FROM n`],
  [
    'a view in the place of ours',
    `DROP VIEW searched; CREATE VIEW searched AS SELECT 1 AS id, '' AS title, '' AS body`,
  ],
  ['a computed column', `ALTER TABLE note ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL`],
  ['an index on an expression', `CREATE INDEX i ON note (hex(zeroblob(length(body) * 1000)))`],
  ['a guard that was taken away', 'DROP TRIGGER content_no_update'],
  ['a table that is not ours', 'CREATE TABLE extra (a)'],
  ['a virtual table', 'CREATE VIRTUAL TABLE extra USING fts5 (a)'],
];

test.each(HOSTILE)('%s: E_SCHEMA, left alone, and rescued without it', (_, sql) => {
  const path = file();
  const notebook = notebookAt(path);
  commit(notebook);
  notebook.call('note.save', { id: null, body: 'mine', figure: null, document: null });
  notebook.close();
  const db = new Database(path);
  db.unsafeMode();
  db.exec(sql);
  db.close();
  const before = createHash('sha256').update(readFileSync(path)).digest('hex');
  for (const readOnly of [false, true]) {
    let code = 'opened';
    try {
      notebookAt(path, { readOnly });
    } catch (error) {
      code = error instanceof TieoutError ? error.code : String(error);
    }
    expect(code).toBe('E_SCHEMA');
  }
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before);
  const target = join(folder(), 'rescued.tieout');
  expect(salvage(path, target, '2026-11-23T04:00:00.000Z').lost).toEqual([]);
  const rescued = notebookAt(target);
  expect(rescued.call('note.list', {})).toMatchObject([{ body: 'mine' }]);
  expect(figuresOf(rescued)).toHaveLength(5);
  expect(checkNotebook(rescued.context)).toEqual([]);
});
