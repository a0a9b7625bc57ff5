// `npm test`: all checks of the checkout, the quickest to fail first.
// `npm test -- --only unit,e2e [filter…]` runs single stages; what follows goes to their runner.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { readJson } from './lib/files.mjs';
import { main, Problem, say, seconds } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { attach } from './lib/run.mjs';
import { underDisplay } from './lib/system.mjs';

/** Each stage answers what it counted, or null when it is a check that only passes or fails. */
const stages = [
  { name: 'typecheck', run: () => check('typescript/bin/tsc', '-b') },
  { name: 'lint', run: () => check('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'format', run: () => check('@biomejs/biome/bin/biome', 'format') },
  { name: 'unit', run: (context) => vitest(context, ['core', 'contract']) },
  { name: 'integration', run: (context) => vitest(context, ['main', 'renderer', 'reliability', 'tooling']) },
  { name: 'build', run: buildApp },
  { name: 'e2e', run: playwright },
];

await main(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const wanted = chosen(values.only);
  const started = performance.now();
  await bootstrap();
  const scratch = await mkdtemp(join(tmpdir(), 'tieout-test-'));
  try {
    const results = [];
    for (const stage of wanted) results.push(await runStage(stage, { scratch, filter: positionals }));
    return close(results, performance.now() - started);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
});

function chosen(only) {
  if (!only) return stages;
  const names = only.split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no stage ${unknown.join(', ')}`,
      `Name of: ${stages.map(({ name }) => name).join(', ')}`,
    );
  }
  return stages.filter((stage) => names.includes(stage.name));
}

async function runStage(stage, context) {
  say(`\n── ${stage.name}`);
  const started = performance.now();
  const result = await stage.run(context);
  say(`── ${stage.name}: ${result.ok ? 'ok' : 'FAILED'}, ${seconds(performance.now() - started)}`);
  return { name: stage.name, ...result };
}

/** A tool that only says yes or no. */
async function check(bin, ...args) {
  return { ok: (await node(bin, ...args)) === 0, counts: null };
}

async function buildApp() {
  try {
    await ensureBuilt();
    return { ok: true, counts: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`${error.detail}\n${error.message}. ${error.remedy}`);
    return { ok: false, counts: null };
  }
}

async function vitest({ scratch, filter }, projects) {
  const report = join(scratch, `${projects[0]}.json`);
  const code = await node(
    'vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filter,
  );
  const json = await readJson(report);
  const counts = json && {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
  return { ok: code === 0 && counts !== null, counts };
}

async function playwright({ scratch, filter }) {
  const built = await buildApp();
  if (!built.ok) return built;
  const report = join(scratch, 'playwright.json');
  const cli = inRoot('node_modules/@playwright/test/cli.js');
  const args = [cli, 'test', '--reporter=list,json', '--pass-with-no-tests', ...filter];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await attach(...underDisplay(process.execPath, args), { cwd: root, env });
  const stats = (await readJson(report))?.stats;
  const counts = stats && {
    passed: stats.expected,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: stats.flaky,
  };
  return { ok: code === 0 && Boolean(counts), counts: counts ?? null };
}

function node(bin, ...args) {
  return attach(process.execPath, [inRoot('node_modules', bin), ...args], { cwd: root });
}

/** The last line sums what the runners counted; a stage that failed without a failed test counts as one. */
function close(results, ms) {
  const sum = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
  for (const { ok, counts } of results) {
    sum.passed += counts?.passed ?? 0;
    sum.skipped += counts?.skipped ?? 0;
    sum.flaky += counts?.flaky ?? 0;
    sum.failed += counts?.failed || (ok ? 0 : 1);
  }
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  say(`\n${failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All stages passed'}, in ${seconds(ms)}`);
  const rest = ['flaky', 'skipped'].filter((kind) => sum[kind] > 0).map((kind) => `, ${sum[kind]} ${kind}`);
  say(`${sum.passed} passed, ${sum.failed} failed${rest.join('')}`);
  return failed.length > 0 || sum.failed > 0 ? 1 : 0;
}
