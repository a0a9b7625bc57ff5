// `npm run measure -- --documents N --seed S [--kind K] [--misses N] [--show SEED [--plant KIND]]`: how documents of known truth are read.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { main, Problem } from './lib/log.mjs';

function whole(name, text) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Problem(`--${name} takes a whole number`, 'For example: npm run measure -- --documents 200 --seed 7');
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      kind: { type: 'string' },
      misses: { type: 'string', default: '0' },
      show: { type: 'string' },
      plant: { type: 'string' },
    },
  });
  const documents = whole('documents', values.documents);
  const seed = whole('seed', values.seed);
  const misses = whole('misses', values.misses);
  await bootstrap();
  const { bundle } = await import('../tests/support/bundle.mjs');
  const folder = await bundle({ run: 'tests/generator/run.ts' });
  try {
    const { table, show, kindNamed, plantNamed } = await import(pathToFileURL(join(folder, 'run.js')).href);
    const kind = kindNamed(values.kind);
    if (values.kind !== undefined && kind === undefined)
      throw new Problem(`there is no kind ${values.kind}`, 'Use note, memo, release, transcript or statement.');
    const lines =
      values.show === undefined
        ? await table({ documents, seed, kind }, misses)
        : await show(whole('show', values.show), kind, plantNamed(values.plant));
    for (const line of lines) process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
