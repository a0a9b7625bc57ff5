/** The thesis: every item on its quote and figures, edited where it stands, each change one step back. */
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp } from './support/window';

const { page } = oneApp();
const card = (name: string) => page().getByRole('region', { name, exact: true });
const undo = () => page().keyboard.press('Control+Z');

test.beforeEach(async () => {
  await showView(page(), 'thesis');
});

test('has its place for every structure of the sample', async () => {
  for (const name of [
    'Thesis',
    'Watch list',
    'Scenarios',
    'Targets',
    'Scorecard',
    'Risks by horizon',
    'Priced in?',
    'Timeline',
    'Capital loop',
  ]) {
    await expect(card(name)).toBeVisible();
  }
  await expect(card('Targets').getByRole('group', { name: /Targets from low to high/ })).toBeVisible();
  await expect(card('Watch list').getByRole('img').first()).toHaveAttribute('aria-label', /the band/);
});

test('an item opens its quote in the Reader and its figures theirs', async () => {
  await card('Risks by horizon').locator('.edit-text').first().click();
  await expect(page().locator('[data-view="reader"]')).toBeVisible();
  await page().keyboard.press('Alt+ArrowLeft');
  await expect(page().locator('[data-view="thesis"]')).toBeVisible();
  // By the pointer, which brings up the row's actions: they lie over nothing.
  await page().locator('.item-figures button').first().click();
  await expect(page().locator('[data-view="reader"]')).toBeVisible();
  await expect(page().locator('[data-figure][data-on]').first()).toBeVisible();
});

test('F2 edits an item in place, Esc leaves it, undo takes it back', async () => {
  const first = card('Risks by horizon').locator('.edit-text').first();
  const before = await first.innerText();
  await first.focus();
  await page().keyboard.press('F2');
  await page().keyboard.type('Something else');
  await page().keyboard.press('Escape');
  await expect(first).toHaveText(before);
  await expect(first).toBeFocused();
  await page().keyboard.press('F2');
  await page().keyboard.type('A new risk in words');
  await page().keyboard.press('Enter');
  await expect(first).toHaveText('A new risk in words');
  await expect(first).toBeFocused();
  await undo();
  await expect(first).toHaveText(before);
});

test('a field is edited by a click: the band’s picture follows', async () => {
  const row = card('Watch list')
    .locator('tbody tr')
    .filter({ has: page().getByRole('img') })
    .first();
  const picture = row.getByRole('img').first();
  const before = (await picture.getAttribute('aria-label')) ?? '';
  await row.getByRole('button', { name: /^Current value/ }).click();
  await page().keyboard.type('3%');
  await page().keyboard.press('Enter');
  await expect(picture).toHaveAttribute('aria-label', /3%, below the band/);
  await undo();
  await expect(picture).toHaveAttribute('aria-label', before);
});

test('items are added, moved and removed by key', async () => {
  const drivers = card('Drivers');
  const count = await drivers.locator('li').count();
  await drivers.getByRole('button', { name: 'Add a driver' }).click();
  await expect(drivers.getByRole('textbox', { name: 'driver' })).toBeFocused();
  await page().keyboard.type('A driver of my own');
  await page().keyboard.press('Enter');
  await expect(drivers.locator('li')).toHaveCount(count + 1);
  const mine = drivers.getByRole('button', { name: 'driver: A driver of my own' });
  await expect(mine).toBeFocused();
  await page().keyboard.press('Alt+ArrowUp');
  await expect(drivers.locator('li').nth(count - 1)).toContainText('A driver of my own');
  await expect(mine).toBeFocused();
  await page().keyboard.press('Delete');
  await expect(mine).toHaveCount(0);
  await undo();
  await expect(mine).toHaveCount(1);
  await mine.focus();
  await page().keyboard.press('Delete');
  await expect(drivers.locator('li')).toHaveCount(count);
});

test('another document has its own thesis', async () => {
  const picker = page().getByRole('combobox', { name: 'Document' });
  const here = await page().locator('.thesis-cards').innerText();
  const other = await picker.evaluate((element) =>
    element instanceof HTMLSelectElement
      ? [...element.options].map(({ value }) => value).find((value) => value !== 'every' && value !== element.value)
      : undefined,
  );
  await picker.selectOption(other ?? '');
  await expect.poll(() => page().locator('.thesis-cards').innerText()).not.toBe(here);
  await picker.selectOption('every');
  await expect(card('Watch list')).toBeVisible();
});

test('it is accessible and nothing is cut off', async () => {
  await expectAccessible(page());
  await expectNothingCutOff(page());
  const wide = await page()
    .locator('.thesis-scroll')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBe(0);
});
