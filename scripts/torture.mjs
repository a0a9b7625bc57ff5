// `npm run torture -- --minutes N [--seed S] [--case C] [--rounds R]`: kills, power cuts, failing and full disks, flipped bits,
// ruined pages and strangers' notebooks, and in the real app typing that is killed, calls of any kind, payloads and long
// work; ends with a table of counts. A fault names the seed that makes it again. `--case fault --all` makes every system call
// of every operation fail once in each way; `--part 1/2` shares that between processes, `--from N` goes on with it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { electronProgram, launchApp } from './lib/app.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { main, Problem } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { attach } from './lib/run.mjs';
import { hasDisplay, underDisplay } from './lib/system.mjs';

/** They need the app, and so a display. */
const APP_CASES = new Set(['typing', 'ipc', 'xss', 'soak', 'silence']);

await main(async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string' },
      size: { type: 'string' },
      case: { type: 'string' },
      all: { type: 'boolean', default: false },
      operation: { type: 'string' },
      part: { type: 'string', default: '1/1' },
      from: { type: 'string', default: '0' },
    },
  });
  // Every point once takes as long as it takes.
  const [minutes, seed] = [Number(values.minutes ?? (values.all ? 1e6 : 1)), Number(values.seed)];
  if (values.all && values.case !== 'fault')
    throw new Problem(
      '--all goes with --case fault alone',
      'For example: npm run torture -- --case fault --all --part 1/2',
    );
  if (!(minutes > 0) || !Number.isInteger(seed))
    throw new Problem(
      '--minutes takes a number above 0 and --seed a whole number',
      'For example: npm run torture -- --minutes 10 --seed 7 --case kill',
    );
  await bootstrap();
  const inApp = values.case === undefined || APP_CASES.has(values.case);
  if (inApp) await ensureBuilt();
  if (inApp && !hasDisplay()) {
    const [program, args] = underDisplay(process.execPath, [import.meta.filename, ...process.argv.slice(2)]);
    return attach(program, args, { cwd: root });
  }
  const { bundle } = await import('../tests/support/bundle.mjs');
  const folder = await bundle({ torture: 'tests/torture/run.ts', 'torture-worker': 'tests/torture/worker.ts' });
  try {
    const { torture, everyFault } = await import(pathToFileURL(join(folder, 'torture.js')).href);
    const say = (line) => process.stdout.write(`${line}\n`);
    const worker = join(folder, 'torture-worker.js');
    const { operation = null, part, from } = values;
    const { rounds, faults, table } = values.all
      ? await everyFault({ minutes, part, from: Number(from), operation, worker, say })
      : await torture({
          minutes,
          seed,
          only: values.case ?? null,
          ...(values.rounds === undefined ? {} : { rounds: Number(values.rounds) }),
          ...(values.size === undefined ? {} : { size: Number(values.size) }),
          worker,
          ...(inApp ? { launch: launchApp, program: await electronProgram() } : {}),
          say,
        });
    for (const line of table) say(line);
    say(`${rounds} rounds, ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
