/** Two documents beside each other in the Reader. */
import { expect, type Page, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, oneApp } from './support/window';

const { page } = oneApp();
const pane = () => page().getByRole('region', { name: 'Document beside' });
const text = () => pane().getByRole('region', { name: 'Text beside' });

const titles = (of: Page) =>
  of.evaluate(async () => {
    const reply = await window.tieout['document.list']({});
    return reply.ok ? reply.value.map(({ title }) => title) : [];
  });

test.beforeEach(async () => {
  await showView(page(), 'reader');
});

test('B opens the other document with its figures, which the inspector answers for, and closes it', async () => {
  await page().keyboard.press('b');
  await expect(text()).toBeVisible();
  await expect(text().locator('[data-figure]').first()).toBeVisible();
  await expectAccessible(page());
  const figure = text().locator('[data-figure]').first();
  await figure.click();
  await expect(page().locator(`[data-inspector="${(await figure.getAttribute('data-figure')) ?? ''}"]`)).toBeVisible();
  await page()
    .getByRole('region', { name: 'Text', exact: true })
    .click({ position: { x: 5, y: 5 } });
  await page().keyboard.press('b');
  await expect(pane()).toHaveCount(0);
});

test('two documents with little in common are said to be so; one beside itself differs in nothing', async () => {
  await page().keyboard.press('b');
  await expect(text()).toBeVisible();
  await expect(pane().getByRole('status')).toHaveCount(0);
  await pane().getByRole('button', { name: 'Compare' }).click();
  await expect(pane().getByRole('status')).toHaveText('Little in common');
  const own =
    (await page().getByRole('combobox', { name: 'Document', exact: true }).locator('option:checked').textContent()) ??
    '';
  await pane().getByRole('combobox').selectOption({ label: own });
  await expect(pane().getByRole('status')).toHaveText('0 differences');
});

test('one is read in place of the other, and the first stands beside it', async () => {
  const all = await titles(page());
  expect(all.length).toBeGreaterThan(1);
  const first = page().getByRole('combobox', { name: 'Document', exact: true });
  const other = pane().getByRole('combobox');
  await expect(first.locator('option:checked')).toHaveText((await other.locator('option:checked').textContent()) ?? '');
  await other.selectOption({ label: all.find((one) => one !== all[0]) ?? '' });
  await first.selectOption({ label: all[0] ?? '' });
  await expect(text()).toBeVisible();
  await pane().getByRole('button', { name: 'Read this one, with the other beside it' }).click();
  await expect(other.locator('option:checked')).toHaveText(all[0] ?? '');
  await expect(first.locator('option:checked')).not.toHaveText(all[0] ?? '');
});

test('scrolling one leads the other to the place that answers to it, unless they are not linked', async () => {
  const own =
    (await page().getByRole('combobox', { name: 'Document', exact: true }).locator('option:checked').textContent()) ??
    '';
  await pane().getByRole('combobox').selectOption({ label: own });
  await expect(text()).toBeVisible();
  const tops = () =>
    page().evaluate(() => [...document.querySelectorAll('[data-reader-text]')].map((one) => Math.round(one.scrollTop)));
  await page().getByRole('region', { name: 'Text', exact: true }).focus();
  await page().keyboard.press('End');
  await expect.poll(async () => (await tops())[0]).toBeGreaterThan(500);
  await expect.poll(async () => (await tops())[1]).toBeGreaterThan(500);
  await pane().getByRole('button', { name: 'Together' }).click();
  const [, before] = await tops();
  await page().getByRole('region', { name: 'Text', exact: true }).focus();
  await page().keyboard.press('Home');
  await expect.poll(async () => (await tops())[0]).toBe(0);
  expect((await tops())[1]).toBe(before);
});
