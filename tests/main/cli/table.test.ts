// Tables on the command line: the proposal, a mapping file over it, and what is said of the next state of the file.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { QUARTERS } from '../imports/tables';
import { folder } from '../notebook/support';
import { bundle } from '../../support/bundle.mjs';

let programs = '';
beforeAll(async () => {
  programs = await bundle({ cli: 'src/main/cli/main.ts', 'import-worker': 'src/main/imports/worker.ts' });
}, 60_000);

function tieout(cwd: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(programs, 'cli.js'), ...args], {
    cwd,
    env: { ...process.env, INIT_CWD: cwd },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('tieout import of a table', () => {
  it('says what was added, then what changed, then that nothing is new', () => {
    const at = folder();
    const file = join(at, 'quarters.csv');
    writeFileSync(file, QUARTERS);
    expect(tieout(at, 'import', file, '--notebook', 'nb.tieout')).toMatchObject({
      code: 0,
      out: expect.stringContaining('4 rows, 4 figures: 4 added, 0 changed, 0 here already') as string,
    });
    writeFileSync(file, QUARTERS.replace('"1,260.0"', '"1,275.0"'));
    const next = tieout(at, 'import', file, '--notebook', 'nb.tieout');
    expect(next.out).toContain('0 added, 1 changed, 3 here already');
    expect(next.out).toContain('changed: Revenue, 2026Q2: 1,260.0 → 1,275.0');
    const again = tieout(at, 'import', file, '--notebook', 'nb.tieout', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({
      tables: [{ source: null, found: { same: 4, new: 0 } }],
      documents: [],
    });
  });

  it('lays a mapping file over the proposal', () => {
    const at = folder();
    const file = join(at, 'quarters.csv');
    writeFileSync(file, QUARTERS);
    const mapping = {
      defaults: { provenance: 'disclosed' },
      columns: { Company: { role: 'ignore' }, E: { role: 'note' } },
    };
    writeFileSync(join(at, 'mapping.json'), JSON.stringify(mapping));
    const run = tieout(at, 'import', file, '--notebook', 'nb.tieout', '--mapping', 'mapping.json', '--json');
    expect(run.err).not.toContain('E_');
    const report = JSON.parse(run.out) as {
      tables: { mapping: { columns: { role: string }[] }; byProvenance: object }[];
    };
    expect(report.tables[0]?.mapping.columns.map(({ role }) => role)).toEqual([
      'metric',
      'ignore',
      'period',
      'value',
      'note',
    ]);
    expect(report.tables[0]?.byProvenance).toMatchObject({ disclosed: 4 });
  });

  it.each([
    ['is none', '{', /not valid JSON/],
    ['names what is not known', '{"columns":{"B":{"role":"money"}}}', /mapping file is not understood/],
    ['names a column that is not there', '{"columns":{"Nope":{"role":"metric"}}}', /no column “Nope”/],
  ])('says when the mapping %s', (_what, text, words) => {
    const at = folder();
    writeFileSync(join(at, 'quarters.csv'), QUARTERS);
    writeFileSync(join(at, 'm.json'), text);
    const run = tieout(at, 'import', join(at, 'quarters.csv'), '--notebook', 'nb.tieout', '--mapping', 'm.json');
    expect([run.code, run.err]).toEqual([1, expect.stringMatching(words)]);
  });
});
