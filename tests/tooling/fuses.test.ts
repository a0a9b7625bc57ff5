// The Electron that is packed has no switch left on that makes another program of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { FUSES, readFuses, setFuses } from '../../scripts/lib/fuses.mjs';

let folder: string;
let program: string;
let packed: string;
beforeAll(async () => {
  program = (await electronRuntime()).program;
  folder = mkdtempSync(join(tmpdir(), 'tieout-fuses-'));
  packed = join(folder, basename(program));
  copyFileSync(program, packed);
  chmodSync(packed, 0o755);
  await setFuses(packed);
  // A copy of some 200 MB, written twice.
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every fuse reads back as it was set', async () => {
  expect(await readFuses(packed)).toEqual(FUSES);
});

test('the program with its fuses runs no script as Node would, which the one without does', () => {
  const asNode = (electron: string): string =>
    spawnSync(electron, ['-e', "process.stdout.write('ran as ' + 'node')"], {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', LD_LIBRARY_PATH: dirname(program) },
    }).stdout;
  expect(asNode(program)).toBe('ran as node');
  expect(asNode(packed)).not.toContain('ran as node');
});
