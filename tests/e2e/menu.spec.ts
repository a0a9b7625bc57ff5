// The native menu: the contract's commands, each of which does in the window what its key does.
import { expect, test } from '@playwright/test';
import { MENU } from '../../src/contract/commands';
import { type LaunchedApp, launchTieout } from './support/launch';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchTieout();
});
test.afterAll(() => launched.close());

const choose = (id: string): Promise<void> =>
  launched.app.evaluate(({ Menu }, command) => {
    Menu.getApplicationMenu()?.getMenuItemById(command)?.click();
  }, id);

test('has every command of the contract, in its order', async () => {
  const shown = await launched.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      label,
      ids: (submenu?.items ?? []).map(({ id }) => id).filter((id) => /^[a-z]+\.[a-z]+$/i.test(id)),
    })),
  );
  expect(shown).toEqual(
    MENU.map(({ label, entries }) => ({
      label,
      ids: entries.flatMap((entry) => (typeof entry === 'object' && 'id' in entry ? [entry.id] : [])),
    })),
  );
});

test('goes to views', async () => {
  for (const view of ['figures', 'reader', 'audit'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one view after the other
    await choose(`go.${view}`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expect(launched.page.locator(`[data-view="${view}"][data-ready="true"]`)).toBeVisible();
  }
});

test('sets the theme, of the page and behind it', async () => {
  await choose('theme.dark');
  await expect(launched.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
  ).toBe('#161615');
  await choose('theme.light');
  await expect(launched.page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
  ).toBe('#F7F7F5');
});

test('lists the notebook that is open under recent ones', async () => {
  const recent = await launched.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu;
    return file?.items.find(({ label }) => label === 'Open recent')?.submenu?.items.map(({ label }) => label);
  });
  expect(recent).toEqual(['Sample notebook']);
});
