/** The tie-out packet, exported from the window and held against its manifest. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { showView } from './support/launch';
import { oneApp } from './support/window';

const { get, page } = oneApp();

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-packet-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const manifestOf = z.object({ parts: z.array(z.object({ name: z.string(), sha256: z.string() })) });

test('a report goes out as a packet whose parts are those of its manifest', async () => {
  const path = join(folder, 'note.zip');
  await get().app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await showView(page(), 'report');
  await page().keyboard.press('Control+Shift+E');
  await page()
    .getByRole('radio', { name: /Tie-out packet/ })
    .check();
  await page().getByRole('button', { name: 'Export…', exact: true }).click();
  // The sample's findings are open: its gate asks.
  await page().getByRole('button', { name: 'Export anyway' }).click();
  await expect.poll(() => existsSync(path), { timeout: 45_000 }).toBe(true);
  const parts = unzipSync(readFileSync(path));
  const manifest = manifestOf.parse(JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())));
  expect(manifest.parts.map(({ name }) => name)).toContain('note.pdf');
  for (const { name, sha256 } of manifest.parts) {
    expect(
      createHash('sha256')
        .update(parts[name] ?? new Uint8Array())
        .digest('hex'),
      name,
    ).toBe(sha256);
  }
  expect(strFromU8((parts['note.pdf'] ?? new Uint8Array()).slice(0, 5))).toBe('%PDF-');
});
