/** A notebook from a stranger: whatever its maker did to it by SQL, nothing of it runs, nothing hangs, and it is answered in words. */
import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { latestVersion } from '../../src/main/storage/migrations/index';
import type { Random } from '../fuzz/random';
import type { Case } from './case';

const TABLES = ['note', 'figure', 'document', 'report', 'change', 'change_row', 'content', 'source', 'meta', 'finding'];
const ENDLESS = 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c';

/** None and every older version, the next one, and two that no program writes. */
const OTHER_VERSIONS: readonly number[] = [...Array(latestVersion()).keys(), latestVersion() + 1, 999, -1];

type Deed = readonly [what: string, sql: (random: Random) => string];

const table = (random: Random): string => random.pick(TABLES);
const moment = (random: Random): string =>
  `${random.pick(['BEFORE', 'AFTER'])} ${random.pick(['INSERT', 'UPDATE', 'DELETE'])}`;

const DEEDS: readonly Deed[] = [
  ['a trigger that deletes', (r) => `CREATE TRIGGER t ${moment(r)} ON ${table(r)} BEGIN DELETE FROM note; END`],
  ['a trigger without end', (r) => `CREATE TRIGGER t ${moment(r)} ON ${table(r)} BEGIN ${ENDLESS}; END`],
  ['a trigger of ours, altered', () => `DROP TRIGGER change_no_delete`],
  ['a view without end', (r) => `ALTER TABLE ${table(r)} RENAME TO gone; CREATE VIEW ${table(r)} AS ${ENDLESS}`],
  ['a view beside', () => `CREATE VIEW extra AS ${ENDLESS}`],
  ['a table beside', () => 'CREATE TABLE extra (a)'],
  ['an index on an expression', (r) => `CREATE INDEX extra ON ${table(r)} (abs(rowid))`],
  ['a computed column', (r) => `ALTER TABLE ${table(r)} ADD COLUMN extra AS (zeroblob(1000000000))`],
  ['a default that is computed', (r) => `ALTER TABLE ${table(r)} ADD COLUMN extra TEXT DEFAULT (hex(zeroblob(9)))`],
  ['a virtual table', () => `CREATE VIRTUAL TABLE extra USING fts5 (a)`],
  ['a table gone', (r) => `DROP TABLE ${table(r)}`],
  ['an index gone', () => 'DROP INDEX figure_position'],
  ['another version', (r) => `PRAGMA user_version = ${r.pick(OTHER_VERSIONS)}`],
  ['another program', (r) => `PRAGMA application_id = ${r.pick([0, 1, -1])}`],
  ['no search entries', () => 'DELETE FROM search_entry'],
  [
    'a huge word',
    (r) => `UPDATE ${r.pick(['note', 'report'])} SET body = printf('%.*c', ${1e6 * (1 + r.below(30))}, 'x')`,
  ],
  [
    'many notes',
    (r) => `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${1000 * (1 + r.below(200))})
     INSERT INTO note SELECT 'n_' || n, 'b', NULL, NULL, '', '' FROM c`,
  ],
  [
    'many findings',
    () => `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 100000)
     INSERT INTO finding SELECT 'k' || n, n, 'R', 'error', 'm', (SELECT id FROM document), NULL, '[]', '[]', NULL, NULL, NULL, NULL, NULL FROM c`,
  ],
  ['a log that leads nowhere', () => `INSERT INTO change VALUES (900000, 'x', 'edit', '', 1, 900000, '')`],
  [
    'a document without its text',
    () => 'PRAGMA foreign_keys = OFF; DROP TRIGGER content_no_delete; DELETE FROM content',
  ],
  ['a bomb in the log', () => `INSERT INTO change_row VALUES (1, 999999, 'note', 'n', NULL, zeroblob(1000))`],
  ['a deep report', (r) => `UPDATE report SET body = '${'{"type":"doc","content":['.repeat(200 + r.below(800))}`],
];

/** Asked in a process of its own: what hangs or ends it is a fault, and no end of the campaign. */
export const hostile: Case = ({ random, path, worker }) => {
  const [what, sql] = random.pick(DEEDS);
  const statement = sql(random);
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('ignore_check_constraints = ON');
  db.pragma('foreign_keys = OFF');
  try {
    db.exec(statement);
  } catch {
    // What SQLite itself refuses leaves the notebook as it was.
  }
  db.close();
  const { stdout, status, signal } = spawnSync(process.execPath, [worker, 'ask', path, '1'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const lines = stdout.split('\n');
  const raw = lines.filter((line) => line.startsWith('raw '));
  return {
    counts: { refused: lines.some((line) => line.startsWith('refused ')) ? 1 : 0 },
    faults: [
      ...raw.map((line) => `${what}: ${line.slice(0, 200)}`),
      ...(status === 0 ? [] : [`${what}: the process ended with ${status ?? signal}`]),
    ],
  };
};
