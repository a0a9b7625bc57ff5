// From an edit asked for to an edit on disk, beside a bare insert of SQLite with the same durability on the same disk.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ms, quantile, SAMPLE, timed, withNotebooks } from './notebook.mjs';

const EDITS = 400;

export function run() {
  return withNotebooks(async ({ Notebook, read, folder }) => {
    const notebook = Notebook.open(join(folder, 'edit.tieout'), { create: true, automaticBackups: false });
    const plan = notebook.stage(await read(SAMPLE));
    notebook.call('import.commit', { id: plan.id });
    notebook.settle();
    const { rows } = notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 50 });
    const edits = [];
    const bare = [];
    const insert = bareInsert(join(folder, 'bare.db'));
    // In turn, so that both meet the same disk in the same mood.
    for (let n = 0; n < EDITS; n += 1) {
      const request = { edits: [{ id: rows[n % rows.length].id, set: { note: `note ${n}` } }] };
      edits.push(timed(() => notebook.handle('figure.update', request)));
      bare.push(timed(() => insert(`note ${n}`)));
    }
    const audits = Array.from({ length: 10 }, () => timed(() => notebook.call('audit.run', {})));
    notebook.close();
    return [
      { what: 'edit to acknowledged, median', ...ms(quantile(edits, 0.5)), note: `of ${EDITS}` },
      { what: 'edit to acknowledged, 99%', ...ms(quantile(edits, 0.99)) },
      { what: 'peer: bare SQLite insert, WAL and FULL, median', ...ms(quantile(bare, 0.5)), note: `of ${EDITS}` },
      { what: 'peer: bare SQLite insert, WAL and FULL, 99%', ...ms(quantile(bare, 0.99)) },
      { what: 'audit of the sample, median', ...ms(quantile(audits, 0.5)), note: `${plan.found.figures} figures` },
    ];
  });
}

function bareInsert(path) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO note (body) VALUES (?)');
  return (body) => insert.run(body);
}
