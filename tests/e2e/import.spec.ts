/** Getting documents in: by dialog and by paste, looked over before anything is added, and taken back as one step. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const documents = () => page().locator('[data-document]');

const NOTE = `# Harbour Tools: a quiet quarter

As of 2026-08-01. Ticker: HRBT.

Revenue was $412 million in Q2 2026, up 6% year on year [Results release]. Management said the order book exceeds $1.1 billion [Q2 call].

We think operating margin can reach 14% next year.

## 接下来看什么

- Order intake above $400 million in Q3 2026.
`;

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-import-'));
  await writeFile(join(folder, 'harbour.md'), NOTE);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('a plan that is discarded adds nothing', async () => {
  await showView(page(), 'library');
  const before = await documents().count();
  await pickFiles(get(), [join(folder, 'harbour.md')]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toBeVisible();
  await expect(plan()).toContainText('figures');
  await expect(plan()).toContainText('harbour.md');
  await expectAccessible(page());
  await page().keyboard.press('Escape');
  await expect(plan()).toHaveCount(0);
  await expect(documents()).toHaveCount(before);
});

test('Enter commits what was shown and opens it in the Reader; undo takes the whole import back', async () => {
  await page().keyboard.press('Control+I');
  await expect(plan()).toBeVisible();
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="reader"][data-ready="true"] h1.block')).toHaveText(/Harbour Tools/);
  await expect(page().locator('[data-figure]').first()).toBeVisible();
  await expect(page().getByRole('navigation', { name: 'Outline' })).toContainText('接下来看什么');
  await showView(page(), 'library');
  const row = documents().filter({ hasText: 'Harbour Tools' });
  await expect(row).toHaveCount(1);
  await page().keyboard.press('Control+Z');
  await expect(row).toHaveCount(0);
  await page().keyboard.press('Control+Y');
  await expect(row).toHaveCount(1);
});

test('the same file again is called what it is', async () => {
  await page().keyboard.press('Control+I');
  await expect(plan()).toContainText('is already in the notebook');
  await page().keyboard.press('Escape');
  await expect(plan()).toHaveCount(0);
});

test('text pasted into the window is looked over like a file', async () => {
  await page().evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Pasted note\n\nGross margin was 41% in Q1 2026.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const dialog = page().getByRole('dialog', { name: 'Paste text' });
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/Gross margin/);
  await dialog.getByRole('button', { name: 'Review…' }).click();
  await expect(plan()).toContainText('Pasted text');
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-reader-text]')).toContainText('Gross margin was 41%');
});

test('a file made by a page has no path and imports nothing', async () => {
  await page().evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.txt', { type: 'text/plain' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page().getByRole('alert')).toContainText('not a file on this machine');
  await expect(plan()).toHaveCount(0);
});

test('what cannot be read says so in words', async () => {
  await writeFile(
    join(folder, 'picture.txt'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  );
  await pickFiles(get(), [join(folder, 'picture.txt')]);
  await showView(page(), 'library');
  await page().keyboard.press('Control+I');
  await expect(page().getByRole('alert').filter({ hasText: 'picture.txt' })).toBeVisible();
});

test('an import under way shows how far it is and can be cancelled', async () => {
  await writeFile(join(folder, 'long.md'), `${NOTE}\n`.repeat(3000));
  await pickFiles(get(), [join(folder, 'long.md')]);
  await page().keyboard.press('Control+I');
  await expect(page().getByRole('progressbar', { name: 'Importing long.md' })).toBeVisible();
  await page().getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
  await expect(page().getByRole('progressbar')).toHaveCount(0);
  await expect(plan()).toHaveCount(0);
});

test('a removed document comes back with undo', async () => {
  const row = documents().filter({ hasText: 'Harbour Tools' });
  await row.getByRole('button', { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  await page().getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toHaveCount(1);
});
