/** A folder: read file by file, each with its result; what is beyond doubt comes in at once, the rest one by one. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles, runCommand } from './support/window';

const { get, page } = oneApp();
const files = () => page().locator('[data-batch-file]');
const named = (name: string) => page().locator(`[data-batch-file="notes/${name}"]`);
const dialog = () => page().locator('dialog.batch');
const documents = () => page().locator('[data-document]');

const NOTE = `# Larch Ferries: a full season

As of 2026-07-01. Ticker: LRCH.

Revenue was $88 million in Q2 2026, the company reported in its results release.
`;
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-folder-'));
  await mkdir(join(folder, 'notes/inner'), { recursive: true });
  await writeFile(join(folder, 'notes/good.md'), NOTE);
  await writeFile(join(folder, 'notes/inner/same.md'), NOTE);
  await writeFile(join(folder, 'notes/broken.pdf'), '%PDF-1.7\nnothing of a file\n');
  await writeFile(join(folder, 'notes/picture.txt'), PICTURE);
  await writeFile(join(folder, 'notes/table.csv'), 'Metric,Company,Period,Value,Unit\nRevenue,Larch,2026Q1,5,USD m\n');
  await writeFile(join(folder, 'notes/.hidden'), 'words');
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('each file has its result, and nothing is in the notebook yet', async () => {
  await showView(page(), 'library');
  const before = await documents().count();
  await pickFiles(get(), [join(folder, 'notes')]);
  await runCommand(page(), 'Import folder');
  // Five processes start one after the other, which takes its time on a busy machine.
  await expect(dialog()).toContainText('5 of 5 read', { timeout: 30_000 });
  await expect(files()).toHaveCount(6);
  await expect(named('picture.txt')).toHaveAttribute('data-state', 'refused');
  await expect(named('broken.pdf')).toHaveAttribute('data-state', 'refused');
  await expect(named('.hidden')).toContainText('It is hidden.');
  await expect(named('good.md')).toContainText('1 figure');
  await expect(named('table.csv')).toContainText('Without doubts');
  await expectAccessible(page());
  await expect(documents()).toHaveCount(before);
});

test('one is looked over and goes back to the list; Escape keeps it there', async () => {
  await named('good.md').getByRole('button', { name: 'Review…' }).click();
  await expect(page().locator('[data-import-plan]')).toContainText('good.md');
  await page().keyboard.press('Escape');
  await expect(named('good.md')).toHaveAttribute('data-state', 'planned');
  await named('good.md').getByRole('button', { name: 'Review…' }).click();
  await page().locator('[data-commit-import]').click();
  await expect(named('good.md')).toHaveAttribute('data-state', 'imported');
});

test('the same text further down is known for what it is now', async () => {
  await expect(named('inner/same.md')).toHaveAttribute('data-state', 'here');
  await expect(named('inner/same.md')).toContainText('Larch Ferries');
  await named('inner/same.md').getByRole('button', { name: 'Review…' }).click();
  await expect(page().locator('.plan-renewed')).toContainText('is here now with the same');
  await page().keyboard.press('Escape');
});

test('what is without doubts comes in at once, a step each', async () => {
  await dialog().getByRole('button', { name: 'Import 1 without doubts' }).click();
  await expect(named('table.csv')).toHaveAttribute('data-state', 'imported');
  await page().keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await page().keyboard.press('Control+Z');
  await page().keyboard.press('Control+Z');
  await expect(documents().filter({ hasText: 'Larch Ferries' })).toHaveCount(0);
});

test('the list stands until it is closed', async () => {
  await page().getByRole('button', { name: 'Files: 5 of 5 read' }).click();
  await expect(files()).toHaveCount(6);
  await dialog().getByRole('button', { name: 'Close list' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(page().getByRole('button', { name: /^Files:/ })).toHaveCount(0);
});

test('a batch that is cancelled leaves what was not read, and nothing half', async () => {
  const many = join(folder, 'many');
  await mkdir(many);
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => writeFile(join(many, `${100 + n}.md`), `${NOTE}\n`.repeat(400 + n))),
  );
  const before = await documents().count();
  await pickFiles(get(), [many]);
  await runCommand(page(), 'Import folder');
  await dialog().getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(dialog()).toContainText('30 of 30 read');
  await expect(page().locator('[data-batch-file][data-state="cancelled"]').first()).toBeVisible();
  await dialog().getByRole('button', { name: 'Close list' }).click();
  await expect(documents()).toHaveCount(before);
});

test('all of them come in as they are proposed where a person says so', async () => {
  const doubtful = join(folder, 'doubtful');
  await mkdir(doubtful);
  for (const name of ['Alder', 'Birch']) {
    await writeFile(
      join(doubtful, `${name}.html`),
      `<html><body><script>x()</script><h1>${name} Ferries</h1><p>${name} revenue was $5 million.</p></body></html>`,
    );
  }
  await pickFiles(get(), [doubtful]);
  await runCommand(page(), 'Import folder');
  await dialog().getByRole('button', { name: 'Import all 2' }).click();
  await expect(page().locator('[data-batch-file][data-state="imported"]')).toHaveCount(2);
  await dialog().getByRole('button', { name: 'Close list' }).click();
  await expect(documents().filter({ hasText: 'Birch Ferries' })).toHaveCount(1);
});
