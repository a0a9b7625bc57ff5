// `npm run bench [filter…] [-- --json]`: runs the modules in tests/bench, each exporting `run()` that answers rows
// `{ what, value, unit, note? }`, and prints them as a table or as JSON.
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { listFiles } from './lib/files.mjs';
import { logTo, main, Problem } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { attach } from './lib/run.mjs';
import { hasDisplay, underDisplay } from './lib/system.mjs';

await main(async () => {
  logTo(process.stderr);
  const args = process.argv.slice(2);
  await bootstrap();
  await ensureBuilt();
  // Some benches open windows.
  if (!hasDisplay()) return attach(...underDisplay(process.execPath, [import.meta.filename, ...args]));
  const files = await chosen(args.filter((argument) => !argument.startsWith('-')));
  const rows = [];
  for (const file of files) rows.push(...(await runBench(file)));
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return 0;
});

async function chosen(filters) {
  const all = (await listFiles(inRoot('tests/bench'))).filter((file) => file.endsWith('.bench.mjs'));
  const files = all.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
  if (files.length === 0) throw new Problem('No bench of that name', `There are: ${all.join(', ')}`);
  return files;
}

async function runBench(file) {
  process.stderr.write(`• ${file}\n`);
  const { run } = await import(pathToFileURL(inRoot('tests/bench', file)).href);
  const bench = file.replace(/\.bench\.mjs$/, '');
  return (await run()).map((row) => ({ bench, ...row }));
}

function table(rows) {
  const cells = [
    ['bench', 'what', 'value', 'unit', 'note'],
    ...rows.map(({ bench, what, value, unit, note = '' }) => [bench, what, String(value), unit, note]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 2 ? cell.padStart(widths[2]) : cell.padEnd(widths[column])));
  return `${cells.map((row) => line(row).join('  ').trimEnd()).join('\n')}\n`;
}
