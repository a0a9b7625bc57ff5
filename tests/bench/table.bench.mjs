// A CSV of 100,000 rows from file to plan and into the notebook, beside papaparse alone on the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { serialize } from 'node:v8';
import { longestWait, ms, quantile, timed, withNotebooks } from './notebook.mjs';

const ROWS = 100_000;
const TIMES = 3;
const METRICS = ['Revenue', 'Operating income', 'Gross margin', 'Capital expenditure', 'Free cash flow', 'Headcount'];
const UNITS = ['USD m', 'USD m', '%', 'USD m', 'USD m', 'count'];

/** Long: one row a figure, with as many companies as it takes. */
function csv() {
  const lines = ['Metric,Company,Period,Value,Unit,Basis,Note'];
  for (let n = 0; n < ROWS; n += 1) {
    const metric = n % METRICS.length;
    const quarter = Math.floor(n / METRICS.length) % 40;
    const company = Math.floor(n / METRICS.length / 40);
    const value = ((n * 7919) % 1_000_000) / 10;
    const printed = UNITS[metric] === 'count' ? String(Math.round(value)) : `"${value.toLocaleString('en-US')}"`;
    lines.push(
      `${METRICS[metric]},Company ${company},${2016 + Math.floor(quarter / 4)}Q${(quarter % 4) + 1},${printed},${UNITS[metric]},${n % 2 ? 'GAAP' : 'adjusted'},`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function run() {
  return withNotebooks(async ({ Notebook, read, folder, serve }) => {
    const file = join(folder, 'figures.csv');
    writeFileSync(file, csv());
    const parts = { papaparse: [], read: [], plan: [], whole: [], commit: [], again: [] };
    let figures = 0;
    for (let n = 0; n < TIMES; n += 1) {
      const notebook = Notebook.open(join(folder, `table-${n}.tieout`), { create: true, automaticBackups: false });
      parts.papaparse.push(timed(() => Papa.parse(readFileSync(file, 'utf8'), { delimiter: ',' })));
      const began = performance.now();
      const result = await read(file);
      const had = performance.now();
      const plan = notebook.stage(result);
      parts.read.push(had - began);
      parts.plan.push(performance.now() - had);
      parts.whole.push(performance.now() - began);
      parts.commit.push(timed(() => notebook.call('import.commit', { id: plan.id })));
      parts.again.push(timed(() => notebook.stage(result)));
      figures = plan.found.figures;
      notebook.close();
    }
    const served = await serve(join(folder, 'served.tieout'));
    const result = new Uint8Array(serialize(await read(file)));
    const waits = {};
    let plan = '';
    waits.plan = await longestWait(served.query, async () => ({ plan } = await served.stage(result)));
    waits.commit = await longestWait(served.query, () => served.ask('import.commit', { id: plan }));
    waits.audit = await longestWait(served.query, () => served.ask('audit.run', {}));
    waits.undo = await longestWait(served.query, () => served.ask('history.undo', {}));
    await served.close();
    const row = (what, times, note) => ({
      what: `table of 100,000 rows: ${what}, median`,
      ...ms(quantile(times, 0.5)),
      note,
    });
    return [
      row('papaparse alone', parts.papaparse),
      row('read, in a new thread', parts.read),
      row('plan', parts.plan, `${figures} figures`),
      row('file to plan', parts.whole, 'the bound is 5 s'),
      row('commit', parts.commit),
      row('plan of the same table again', parts.again, 'all figures are here already'),
      ...Object.entries(waits).map(([during, wait]) => ({
        what: `table of 100,000 rows: longest wait for an answer, ${during} under way`,
        ...ms(wait),
        note: 'the bound is 100 ms',
      })),
    ];
  });
}
