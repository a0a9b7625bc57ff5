/** What stands around an article is listed in the plan, taken by its switch, and left out again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');

const PROSE =
  'Harbour Works, which builds cranes, said orders rose 12% to $640 million, and that crews, yards and suppliers kept to plan.';
const PAGE = `<!doctype html><html><head><title>Harbour Works raises outlook</title></head><body>
<nav><a href="/">Home</a> <a href="/m">Markets</a></nav>
<main><h1>Harbour Works raises outlook</h1>${`<p>${PROSE}</p>`.repeat(3)}</main>
<footer><p>© 2031 Harbour Press. Circulation 41,000.</p></footer></body></html>`;

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-left-out-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('the switch takes the whole page and gives it back', async () => {
  const path = join(folder, 'outlook.html');
  await writeFile(path, PAGE);
  await pickFiles(get(), [path]);
  await page().keyboard.press('Control+I');
  await plan().getByRole('tab', { name: 'Left out · 2' }).click();
  const list = plan().getByRole('group', { name: 'Left out' });
  await expect(list).toContainText('Home Markets');
  await expect(list).toContainText('Circulation 41,000');
  const toggle = list.getByRole('switch', { name: /whole page/ });
  await expect(toggle).not.toBeChecked();
  if (process.env['SHOT']) await page().screenshot({ path: `${process.env['SHOT']}/left-out.png` });
  await toggle.click();
  await expect(toggle).toBeChecked();
  await expect(list).toContainText('Nothing was left out.');
  if (process.env['SHOT']) await page().screenshot({ path: `${process.env['SHOT']}/whole.png` });
  await toggle.click();
  await expect(list).toContainText('Circulation 41,000');
  await toggle.click();
  await expect(toggle).toBeChecked();
  await page().getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await expect(plan()).toHaveCount(0);
  await expect(page().getByText('Circulation 41,000').first()).toBeVisible();
});
