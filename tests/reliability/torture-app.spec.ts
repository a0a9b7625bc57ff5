// A slice of the campaign in the real app (`npm run torture -- --case typing`): a round, from a fixed seed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronProgram, launchApp } from '../../scripts/lib/app.mjs';
import { bundle } from '../support/bundle.mjs';
import { pathToFileURL } from 'node:url';

const SIZES = { typing: 1, silence: 1 } as const;

interface Tools {
  readonly appSlice: (
    name: string,
    folder: string,
    size: number,
    launch: typeof launchApp,
    program: string,
  ) => Promise<{ readonly counts: object; readonly faults: readonly string[] }>;
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`${name}: a round leaves nothing to be said`, async () => {
    test.setTimeout(300_000);
    const folder = await mkdtemp(join(tmpdir(), 'tieout-slice-'));
    const built = await bundle({ slice: 'tests/torture/slice.ts' });
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the module is bundled for Node's own SQLite binding
      const { appSlice } = (await import(pathToFileURL(join(built, 'slice.js')).href)) as Tools;
      const { faults } = await appSlice(name, folder, size, launchApp, await electronProgram());
      expect(faults).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(built, { recursive: true, force: true });
    }
  });
}
