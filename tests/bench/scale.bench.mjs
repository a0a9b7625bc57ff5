// An edit among 100,000 figures in 1,000 documents, with the audit after it and everything the window asks anew, beside a
// bare SQLite transaction in the same run. Processor time stands beside wall time, because machines are noisy.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ms, quantile, timed, withNotebooks } from './notebook.mjs';

const DOCUMENTS = 1000;
const EDITS = 50;
const METRICS = [
  'Revenue',
  'Operating income',
  'Gross margin',
  'Capital expenditure',
  'Free cash flow',
  'Net income',
  'Headcount',
  'Operating cash flow',
  'R&D expense',
  'EPS',
];

/** A hundred figures, each with a citation, in ten sections. */
function document(n) {
  const lines = [`# Company ${n} results`, ''];
  for (let section = 0; section < 10; section += 1) {
    lines.push(`## Segment ${section}`, '');
    METRICS.forEach((metric, at) => {
      const value = (((n * 100 + section * 10 + at) * 7919) % 99_991) / 10;
      const period = `Q${1 + (section % 4)} 202${at % 6}`;
      lines.push(`${metric} of Company ${n} was $${value.toFixed(1)} million in ${period}[Ledger ${section}].`);
    });
    lines.push('');
  }
  return new TextEncoder().encode(lines.join('\n'));
}

/** What the window asks anew after an edit in the Figures view, with the Inspector open. */
const asked = (figure) => [
  ['figure.page', { filter: {}, sort: [], start: 0, end: 200 }],
  ['figure.detail', { id: figure }],
  ['audit.summary', {}],
  ['document.list', {}],
  ['source.list', {}],
  ['notebook.info', {}],
];

export function run() {
  return withNotebooks(async ({ Notebook, readHere, folder }) => {
    const path = join(folder, 'scale.tieout');
    const notebook = Notebook.open(path, { create: true, automaticBackups: false });
    for (let n = 0; n < DOCUMENTS; n += 1) {
      const plan = notebook.stage(await readHere(document(n), `${n}.md`));
      notebook.call('import.commit', { id: plan.id });
    }
    const whole = timed(() => notebook.settle());
    const { rows, total } = notebook.call('figure.page', { filter: {}, sort: [], start: 0, end: 200 });
    const times = { edit: [], audit: [], window: [], cpu: [], suggest: [], search: [], bare: [] };
    const insert = bareUpdate(join(folder, 'bare.db'), total);
    // The first fills what is kept between edits.
    for (let n = -1; n < EDITS; n += 1) {
      const { id } = rows[(n + 1) * 3];
      const before = process.cpuUsage();
      const edit = timed(() => notebook.call('figure.update', { edits: [{ id, set: { value: String(1000 + n) } }] }));
      const audit = timed(() => notebook.settle());
      const window = timed(() => {
        for (const [message, request] of asked(id)) notebook.call(message, request);
      });
      const { user, system } = process.cpuUsage(before);
      const suggest = timed(() => notebook.call('figure.suggest', { id, field: 'metric' }));
      const search = timed(() => notebook.call('search.query', { text: 'operating income 7', limit: 60 }));
      if (n < 0) continue;
      const all = { edit, audit, window, cpu: (user + system) / 1000, suggest, search, bare: timed(() => insert(n)) };
      for (const [what, time] of Object.entries(all)) times[what].push(time);
    }
    notebook.close();
    const row = (what, list, note = '') => [
      { what: `${what}, median`, ...ms(quantile(list, 0.5)), note },
      { what: `${what}, 95%`, ...ms(quantile(list, 0.95)), note: '' },
    ];
    return [
      { what: 'notebook', value: Math.round(statSync(path).size / 1e6), unit: 'MB', note: `${total} figures` },
      { what: 'audit of all of it', ...ms(whole), note: `${DOCUMENTS} documents` },
      ...row('edit acknowledged', times.edit, 'the bound is 30 ms'),
      ...row('audit after it', times.audit),
      ...row('what the window asks after it', times.window),
      ...row('the three together, processor time', times.cpu),
      ...row('like cases, when they are asked for', times.suggest),
      ...row('search', times.search, 'the bound is 50 ms'),
      ...row('peer: bare SQLite update of as many rows, WAL and FULL', times.bare),
    ];
  });
}

function bareUpdate(path, rows) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE figure (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT');
  db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
    INSERT INTO figure SELECT i, 'x' FROM n`);
  const update = db.prepare('UPDATE figure SET value = ? WHERE id = ?');
  return (n) => update.run(`value ${n}`, 1 + ((n * 1999) % rows));
}
