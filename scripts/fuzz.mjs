// `npm run fuzz -- --minutes N [--seed S] [--format F]`: breaks files of every format for a bounded time and imports them.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { main, Problem } from './lib/log.mjs';

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string' },
    },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  if (!(minutes > 0) || !Number.isInteger(seed))
    throw new Problem(
      '--minutes takes a number above 0 and --seed a whole number',
      'For example: npm run fuzz -- --minutes 10 --seed 7',
    );
  await bootstrap();
  const { bundle } = await import('../tests/support/bundle.mjs');
  const folder = await bundle({ fuzz: 'tests/fuzz/run.ts', 'fuzz-worker': 'tests/fuzz/worker.ts' });
  try {
    const { fuzz } = await import(pathToFileURL(join(folder, 'fuzz.js')).href);
    const say = (line) => process.stdout.write(`${line}\n`);
    const { runs, failures, lines } = await fuzz({
      minutes,
      seed,
      format: values.format ?? null,
      entry: join(folder, 'fuzz-worker.js'),
      say,
    });
    for (const line of lines) say(line);
    say(`${runs - failures.length} passed, ${failures.length} failed`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
