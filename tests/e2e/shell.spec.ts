/** The window around the views: places, history, undo, theme, help, access without a mouse or without sight. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp } from '../../scripts/lib/app.mjs';
import { launchTieout, showView, VIEWS } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp, palette, resize, runCommand } from './support/window';

const { get, page } = oneApp();
const ready = (view: string) => page().locator(`[data-view="${view}"][data-ready="true"]`);

test('every place opens by its key, and back and forward lead through them', async () => {
  for (const [index, view] of VIEWS.entries()) {
    await page().keyboard.press(`Control+${index + 1}`);
    await expect(ready(view)).toBeVisible();
    await expect(page().locator('[data-view]')).toHaveCount(1);
  }
  await page().keyboard.press('Alt+ArrowLeft');
  await expect(ready('thesis')).toBeVisible();
  await page().keyboard.press('Alt+ArrowRight');
  await expect(ready('report')).toBeVisible();
});

test('nothing of the frame is cut off at 1280 × 800 in any place', async () => {
  for (const view of VIEWS) {
    await showView(page(), view);
    await expectNothingCutOff(page());
  }
});

test('an edit is saved, named in undo, taken back and done again', async () => {
  await showView(page(), 'library');
  const row = page().locator('[data-document]').first();
  const title = await row.locator('.document-title').textContent();
  await row.getByRole('button', { name: /Edit details/ }).click();
  await page().getByLabel('Title').fill('Renamed by a test');
  await page().getByRole('button', { name: 'Save' }).click();
  await expect(row.locator('.document-title')).toHaveText('Renamed by a test');
  await expect(page().getByText('All changes saved')).toBeVisible();
  await expect(page().getByRole('button', { name: /^Undo .+ \(Ctrl\+Z\)$/ })).toBeEnabled();
  await page().keyboard.press('Control+Z');
  await expect(row.locator('.document-title')).toHaveText(title ?? '');
  await page().keyboard.press('Control+Y');
  await expect(row.locator('.document-title')).toHaveText('Renamed by a test');
  await page().keyboard.press('Control+Z');
  await expect(row.locator('.document-title')).toHaveText(title ?? '');
});

test('Ctrl+Z in a field is the field’s own', async () => {
  const undo = page().getByRole('button', { name: /^(Undo|Nothing to undo)/ });
  const before = await undo.getAttribute('aria-label');
  await page()
    .locator('[data-document]')
    .first()
    .getByRole('button', { name: /Edit details/ })
    .click();
  await page().getByLabel('Title').fill('x');
  await page().keyboard.press('Control+Z');
  await page().keyboard.press('Escape');
  await expect(page().getByRole('dialog')).toHaveCount(0);
  await expect(undo).toHaveAttribute('aria-label', before ?? '');
});

test('the help sheet shows the keys of where one is, and gives the focus back', async () => {
  await showView(page(), 'reader');
  const button = page().locator('[data-view-button="reader"]');
  await button.focus();
  await page().keyboard.press('F1');
  await expect(page().getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next figure')).toBeVisible();
  await page().keyboard.press('Escape');
  await expect(page().getByRole('dialog')).toHaveCount(0);
  await expect(button).toBeFocused();
});

for (const theme of ['Light', 'Dark'] as const) {
  for (const view of ['library', 'reader'] as const) {
    test(`${view} is accessible in ${theme.toLowerCase()}`, async () => {
      await runCommand(page(), `${theme} theme`);
      await expect(page().locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
      await showView(page(), view);
      if (view === 'reader') {
        await page().locator('[data-figure]').first().click();
        await expect(page().locator('[data-inspector]')).toBeVisible();
      }
      await expectAccessible(page());
    });
  }
}

test('help, export, backups and the palette are accessible', async () => {
  for (const open of ['Keyboard shortcuts', 'Export as', 'Restore a backup', 'Paste text', 'About Tieout']) {
    await runCommand(page(), open);
    await expect(page().getByRole('dialog')).toBeVisible();
    await expectAccessible(page());
    await page().keyboard.press('Escape');
    await expect(page().getByRole('dialog')).toHaveCount(0);
  }
  await page().keyboard.press('Control+K');
  await palette(page()).getByRole('combobox').fill('revenue');
  await expect(palette(page()).getByRole('option').first()).toBeVisible();
  await expectAccessible(page());
  await page().keyboard.press('Escape');
});

test('nothing is cut off at 1920 × 1080', async () => {
  await resize(get(), 1920, 1080);
  await expectNothingCutOff(page());
  await resize(get(), 1280, 800);
});

test('the notebook is there again after its process died', async () => {
  await showView(page(), 'library');
  const pid = await get().app.evaluate(
    ({ app }) => app.getAppMetrics().find((one) => /notebook/i.test(`${one.name} ${one.serviceName}`))?.pid,
  );
  expect(pid).toBeDefined();
  process.kill(pid ?? 0, 'SIGKILL');
  await expect(page().getByText(/notebook was restarted/i)).toBeVisible();
  await showView(page(), 'reader');
  await expect(page().locator('[data-figure]').first()).toBeVisible();
});

test('a file that is no notebook is refused in words, with a way on', async () => {
  const folder = await freshProfile();
  const notebook = join(folder, 'other.tieout');
  await writeFile(notebook, 'not a notebook');
  const { page: refused, close } = await launchApp({ notebook });
  await expect(refused.getByRole('alert')).toContainText('E_FOREIGN');
  await expect(refused.getByRole('button', { name: 'Open another notebook…' })).toBeVisible();
  await expect(refused.getByText('All changes saved')).toHaveCount(0);
  await close();
  await rm(folder, { recursive: true, force: true });
});

test('theme and pane widths are as they were left', async () => {
  const { userDataDir, page: first, app } = await launchTieout({ userDataDir: await freshProfile() });
  await runCommand(first, 'Dark theme');
  await showView(first, 'reader');
  const splitter = first.getByRole('separator', { name: 'Width of the outline' });
  await splitter.focus();
  for (let times = 0; times < 4; times += 1) await first.keyboard.press('ArrowRight');
  const width = await splitter.getAttribute('aria-valuenow');
  await expect.poll(() => storedLayout(first)).toContain(`"reader.outline":${width ?? ''}`);
  await app.close();
  const again = await launchTieout({ userDataDir });
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await showView(again.page, 'reader');
  await expect(again.page.getByRole('separator', { name: 'Width of the outline' })).toHaveAttribute(
    'aria-valuenow',
    width ?? '',
  );
  await again.close();
  await rm(userDataDir, { recursive: true, force: true });
});

/** What main keeps of the window's layout, as JSON text. */
const storedLayout = (of: Page): Promise<string> =>
  of.evaluate(`window.tieout['prefs.get']({ key: 'window' }).then(JSON.stringify)`);

const freshProfile = () => mkdtemp(join(tmpdir(), 'tieout-window-'));
