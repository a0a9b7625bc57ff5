// One cell that is not what it should be costs itself, not the view it stands in, and the check names it.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkNotebook } from '../../../../src/main/notebook/check';
import { commit, figuresOf, file, notebookAt } from '../support';

/** What a stranger's program, or a flipped bit, leaves in a cell. */
const BAD: readonly (readonly [sql: string, named: boolean])[] = [
  [`UPDATE figure SET cue = '{"rule":1}'`, true],
  [`UPDATE figure SET cue = '{}'`, true],
  [`UPDATE figure SET reading = '{}'`, true],
  [`UPDATE figure SET edited = '[1, {}]'`, true],
  [`UPDATE figure SET low_exponent = 2000000000, high_exponent = -2000000000`, false],
  [`UPDATE figure SET low = '${'9'.repeat(100_000)}'`, false],
  [`UPDATE figure SET low = '-.-.', high = '5-5'`, false],
  [`UPDATE source SET csl = '{"type":7}'`, true],
  [`UPDATE source SET csl = '{}'`, true],
  [`UPDATE citation SET scopes = '[{"start":"x"}]'`, true],
  [`UPDATE document SET undisclosed = '[7]'`, true],
  [`UPDATE document SET removed = '[["a"]]'`, true],
  [`UPDATE document SET edited = '[{}]'`, true],
  [`UPDATE structure_item SET fields = '{"a":7}', figures = '[{}]'`, true],
  [`UPDATE report SET figures = '[7]', sources = '[{}]', body = '"words alone"'`, true],
  [`UPDATE saved_view SET state = '7'`, false],
  [`UPDATE annotation SET tags = '[7]'`, true],
];

test.each(BAD)('%s', (sql, named) => {
  const path = file();
  const notebook = notebookAt(path);
  const document = commit(notebook);
  const report = notebook.call('report.create', { title: 'r', body: { type: 'doc' }, language: 'en' }).id;
  notebook.call('view.save', { id: null, place: 'figures', name: 'v', state: {} });
  notebook.call('annotation.add', { document, start: 0, end: 5, body: 'b', colour: 'red', tags: ['t'] });
  const before = figuresOf(notebook).length;
  notebook.close();
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('ignore_check_constraints = ON');
  db.exec(sql);
  db.close();
  const again = notebookAt(path);
  expect(figuresOf(again)).toHaveLength(before);
  const asked: [string, object][] = [
    ['document.list', {}],
    ['document.read', { id: document }],
    ['source.list', {}],
    ['structure.list', {}],
    ['finding.list', { includeOk: true }],
    ['report.read', { id: report }],
    ['view.list', { place: 'figures' }],
    ['search.query', { text: 'Revenue', limit: 10 }],
    ['figure.detail', { id: figuresOf(again)[0]?.id }],
    ['audit.run', {}],
    ['note.save', { id: null, body: 'mine', figure: null, document: null }],
  ];
  const failed = asked.map(([message, request]) => [message, again.handle(message, request)] as const);
  expect(failed.filter(([, reply]) => !reply.ok)).toEqual([]);
  const problems = checkNotebook(again.context);
  expect(problems.some(({ check }) => check === 'history')).toBe(true);
  expect(problems.some(({ check }) => check === 'cells')).toBe(named);
});
