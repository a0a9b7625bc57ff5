// Exports of the sample by the command line, each a process of its own as a person starts it. Every format begins with the
// same start of the program, so `--help` stands beside them as the floor.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ms, quantile, SAMPLE, timed } from './notebook.mjs';

const TIMES = 3;
const FORMATS = ['md', 'html', 'csv', 'xlsx', 'json', 'bib', 'pdf'];
const program = resolve(import.meta.dirname, '../../scripts/tieout.mjs');
const tieout = (...args) => execFileSync(process.execPath, [program, ...args], { stdio: 'ignore' });

export function run() {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'));
  try {
    const notebook = join(folder, 'sample.tieout');
    tieout('import', SAMPLE, '--notebook', notebook);
    const median = (work) =>
      ms(
        quantile(
          Array.from({ length: TIMES }, () => timed(work)),
          0.5,
        ),
      );
    return [
      { what: 'floor: tieout --help, median', ...median(() => tieout('--help')), note: `of ${TIMES}` },
      ...FORMATS.map((format) => ({
        what: `export of the sample to ${format}, median`,
        ...median(() => tieout('export', notebook, '--to', join(folder, `out.${format}`))),
        note: `of ${TIMES}`,
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
