// Search and pages of the grid in a notebook of many figures, Latin and Chinese.
import { join } from 'node:path';
import { ms, quantile, timed, withNotebooks } from './notebook.mjs';

const MANY = 100_000;
const METRICS = ['Revenue', 'Operating margin', 'Capital expenditure', '营业收入', 'Free cash flow'];
const ASKED = ['revenue', 'operating margin', '营业', '营业收入', 'free cash 2021Q3', 'zzz'];
const TIMES = 10;

export function run() {
  return withNotebooks(({ Notebook, folder }) => {
    const notebook = Notebook.open(join(folder, 'search.tieout'), { create: true, automaticBackups: false });
    const filling = timed(() => fill(notebook));
    const rows = [
      {
        what: 'figures written as one undo step',
        value: Math.round(MANY / (filling / 1000)),
        unit: '1/s',
        note: `${MANY}`,
      },
    ];
    for (const text of ASKED) {
      const times = Array.from({ length: TIMES }, () =>
        timed(() => notebook.call('search.query', { text, limit: 50 })),
      );
      rows.push({ what: `search “${text}”, median`, ...ms(quantile(times, 0.5)), note: `${MANY} figures` });
    }
    rows.push(...pages(notebook));
    notebook.close();
    return rows;
  });
}

function fill(notebook) {
  const { id } = notebook.call('figure.create', {
    place: null,
    set: { value: '1', unit: 'percent', metric: 'Revenue' },
  });
  notebook.context.command('Fill', (tx) => {
    const pattern = tx.read('figure', id);
    for (let n = 1; n < MANY; n += 1) {
      const value = String((n * 7919) % 100_003);
      const metric = METRICS[n % METRICS.length];
      const period = `${2000 + (n % 27)}Q${1 + (n % 4)}`;
      const change = { value, low: value, high: value, metric_label: metric, metric, period };
      tx.insert('figure', { ...pattern, ...change, id: `f_${n}`, position: pattern.position + n });
    }
  });
}

function pages(notebook) {
  const page = (sort, start, filter = {}) =>
    timed(() => notebook.call('figure.page', { filter, sort, start, end: start + 200 }));
  const byValue = [{ column: 'value', descending: true }];
  const first = page(byValue, 0);
  const later = Array.from({ length: 50 }, (_, n) => page(byValue, n * 1900));
  const quick = page([], 0, { quick: '营业 2021' });
  return [
    { what: 'grid: first page of a new sort', ...ms(first), note: `${MANY} figures` },
    { what: 'grid: any further page of 200, median', ...ms(quantile(later, 0.5)) },
    { what: 'grid: first page of a quick filter', ...ms(quick) },
  ];
}
