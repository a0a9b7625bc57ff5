/** Ctrl+K: one box that finds figures, passages, sources and commands, in Latin and Chinese letters, by keyboard alone. */
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { oneApp, palette } from './support/window';

const { page } = oneApp();
const field = () => palette(page()).getByRole('combobox');
const rows = () => palette(page()).getByRole('option');

test.beforeEach(async () => {
  await showView(page(), 'library');
  await page().keyboard.press('Control+K');
  await expect(field()).toBeFocused();
});

test.afterEach(async () => {
  if ((await field().count()) > 0) await page().keyboard.press('Escape');
  await expect(field()).toHaveCount(0);
});

test('a figure is found by its metric and opened at its quote', async () => {
  await field().fill('revenue');
  await expect(rows().first()).toHaveAttribute('data-hit', 'Figures');
  await page().keyboard.press('ArrowDown');
  await expect(rows().nth(1)).toHaveAttribute('aria-selected', 'true');
  await page().keyboard.press('ArrowUp');
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toBeVisible();
  await expect(page().locator('[data-figure][data-on]').first()).toBeInViewport();
});

test('Chinese is found, also by two characters', async () => {
  for (const words of ['季度', '接下来']) {
    await field().fill(words);
    await expect(rows().first()).toContainText(words);
  }
});

test('commands are found by their words, and > asks for them alone', async () => {
  await field().fill('>dark');
  await expect(rows().first()).toContainText('Dark theme');
  await page().keyboard.press('Enter');
  await expect(page().locator('html')).toHaveAttribute('data-theme', 'dark');
});

for (const [words, name] of [
  ['rules of the audit', 'Rules of the audit'],
  ['new figure', 'New figure'],
] as const) {
  test(`a command of another view goes there first: ${words}`, async () => {
    await field().fill(`>${words}`);
    await page().keyboard.press('Enter');
    await expect(page().getByRole('dialog', { name })).toBeVisible();
    await page().keyboard.press('Escape');
    await expect(page().getByRole('dialog', { name })).toHaveCount(0);
  });
}

/** Types `words` and presses Enter before the window has drawn anything for them, as fast fingers do. */
const typeAndEnter = (words: string): Promise<void> =>
  field().evaluate(async (input: HTMLInputElement, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    await Promise.resolve();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  }, words);

test('Enter obeys the words typed, however soon it comes: a command', async () => {
  await typeAndEnter('>new source');
  await expect(page().locator('[data-view="sources"][data-ready="true"]')).toBeVisible();
  await expect(field()).toHaveCount(0);
});

test('Enter obeys the words typed, however soon it comes: a figure', async () => {
  await typeAndEnter('operating margin');
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toBeVisible();
  await expect(page().locator('[data-figure][data-on]').first()).toBeInViewport();
});

test('no command of that name says so', async () => {
  await field().fill('>zzzzqqq');
  await expect(page().getByText('No command is called “zzzzqqq”.')).toBeVisible();
});

test('a long group unfolds', async () => {
  await field().fill('revenue');
  const figures = page().locator('[role="option"][data-hit="Figures"]');
  await expect(figures).toHaveCount(7);
  await figures.last().click();
  await expect.poll(() => figures.count()).toBeGreaterThan(7);
});

test('what was looked for is offered again', async () => {
  await expect(page().locator('.palette-recent')).toContainText('revenue');
});

test('nothing found says so', async () => {
  await field().fill('zzzzqqq');
  await expect(page().getByText('Nothing found for “zzzzqqq”.')).toBeVisible();
});
