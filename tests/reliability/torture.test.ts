// A slice of the campaign (`npm run torture`): a few rounds of every case, from a fixed seed.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../support/bundle.mjs';
import { TIMED } from '../torture/cases';
import { torture } from '../torture/run';

const ROUNDS = 12;

test(`${ROUNDS} rounds of every case leave a whole notebook with all that was acknowledged`, async () => {
  const folder = await bundle({ 'torture-worker': 'tests/torture/worker.ts' });
  try {
    const said: string[] = [];
    const { rounds, faults } = await torture({
      minutes: 2,
      seed: 20_261_130,
      only: null,
      except: TIMED,
      rounds: ROUNDS,
      worker: join(folder, 'torture-worker.js'),
      say: (line) => said.push(line),
    });
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
