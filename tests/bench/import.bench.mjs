// The sample note from file to audited notebook: read in its worker, planned, committed, audited.
import { join } from 'node:path';
import { ms, quantile, SAMPLE, timed, withNotebooks } from './notebook.mjs';

const TIMES = 5;

export function run() {
  return withNotebooks(async ({ Notebook, read, folder }) => {
    const parts = { read: [], plan: [], commit: [], audit: [] };
    let figures = 0;
    for (let n = 0; n < TIMES; n += 1) {
      const notebook = Notebook.open(join(folder, `import-${n}.tieout`), { create: true, automaticBackups: false });
      const began = performance.now();
      const result = await read(SAMPLE);
      parts.read.push(performance.now() - began);
      let plan;
      parts.plan.push(timed(() => (plan = notebook.stage(result))));
      parts.commit.push(timed(() => notebook.call('import.commit', { id: plan.id })));
      parts.audit.push(timed(() => notebook.settle()));
      figures = plan.found.figures;
      notebook.close();
    }
    const row = (what, times, note) => ({
      what: `import of the sample: ${what}, median`,
      ...ms(quantile(times, 0.5)),
      note,
    });
    return [
      row('read and analyse, in a new thread', parts.read, `${figures} figures`),
      row('plan', parts.plan),
      row('commit', parts.commit),
      row('audit', parts.audit),
    ];
  });
}
