/** Every format of the corpus comes into the real app: as one file each, known by its content, to a plan that says what it is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { formatOf } from '../../src/core/document/formats';
import { SEEDS } from '../corpus/seeds';
import { oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-formats-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

for (const { format, fileName, make } of SEEDS) {
  test(`${format}: a plan, which is discarded`, async () => {
    const path = join(folder, fileName);
    await writeFile(path, await make());
    await pickFiles(get(), [path]);
    await page().keyboard.press('Control+I');
    await expect(plan()).toHaveAttribute('data-plan-kind', formatOf(format).kind);
    await page().getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await expect(plan()).toHaveCount(0);
  });
}
