/** Writing in the report: find and replace, several citations with their places, in the real window. */
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, oneApp } from './support/window';

const { get, page } = oneApp();
const choice = () => page().getByRole('combobox', { name: 'Report on show' });
const editor = () => page().locator('.ProseMirror');
const type = (words: string) => page().keyboard.insertText(words);

test.beforeEach(async () => {
  await showView(page(), 'report');
  const shown = await choice().inputValue();
  await page().getByRole('button', { name: 'New report', exact: true }).click();
  // The report before it stays on show until the new one is there.
  await expect(choice()).not.toHaveValue(shown);
  await editor().click();
});

test('Ctrl+F finds, replaces all but live figures, and one undo brings all back', async () => {
  await type('#38.1');
  await page().keyboard.press('Enter');
  // Its value comes from the notebook after it stands there.
  await expect(page().locator('.live-figure')).toContainText(/\d/);
  const said = (await page().locator('.live-figure').innerText()).split('\n').at(-1)?.trim() ?? '';
  await type(`of which ${said} and again ${said}`);
  const before = await editor().innerText();
  await page().keyboard.press('Control+f');
  const bar = page().getByRole('search', { name: 'Find and replace in the report' });
  await bar.getByLabel('Find', { exact: true }).fill(said);
  await expect(bar.getByRole('status').first()).toHaveText('3 places, 1 live');
  await expect(page().locator('.found')).toHaveCount(3);
  await bar.getByLabel('Replace with').fill('forty');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar).toContainText('2 places replaced. 1 left');
  await expect(editor()).toContainText('of which forty and again forty');
  await expect(page().locator('.live-figure')).toContainText(said);
  await page().keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(page().locator('.found')).toHaveCount(0);
  await page().keyboard.press('Control+z');
  await expect.poll(() => editor().innerText()).toBe(before);
});

test('Shift+Enter cites one more, and what is typed behind a source says where', async () => {
  await type('Said twice');
  await type('@CNBC p. 12');
  await expect(page().locator('.offer-place').first()).toHaveText('p. 12');
  await page().keyboard.press('Shift+Enter');
  await expect(page().locator('.offers')).toBeVisible();
  await type('CNBC table 3');
  await expect(page().locator('.offer-place').first()).toHaveText('table 3');
  await page().keyboard.press('Enter');
  await expect(page().locator('.cite')).toHaveCount(2);
  await expect(page().locator('.cite').first()).toContainText('p. 12');
  await page().locator('.cite').first().click();
  await page().getByLabel('Kind of place in the source').selectOption('paragraph');
  await page().getByLabel('Place in the source', { exact: true }).fill('4');
  await expect(page().locator('.cite').first()).toContainText('para. 4');
});

test('an export asks about what stands in its way, leads to each place, and stops where it is told to', async () => {
  await type('Revenue was $7,771.5 million here.');
  await expect(page().getByText('1 number not linked')).toBeVisible();
  await get().app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
  const gate = page().getByRole('dialog', { name: 'Export this report as it is?' });
  await page().getByRole('button', { name: 'Save…' }).click();
  await expect(gate).toBeVisible();
  await expectAccessible(page());
  await gate.getByRole('button', { name: /7,771/ }).click();
  await expect(gate).toHaveCount(0);
  await expect.poll(() => page().evaluate(() => String(window.getSelection()))).toBe('$7,771.5 million');
  await page().getByRole('button', { name: 'Save…' }).click();
  await gate.getByLabel('What “Numbers neither linked nor cited” does').selectOption('Stops the export');
  await expect(gate.getByRole('button', { name: 'Export anyway' })).toBeDisabled();
  await gate.getByLabel('What “Numbers neither linked nor cited” does').selectOption('Asks');
  await gate.getByRole('button', { name: 'Export anyway' }).click();
  await expect(gate).toHaveCount(0);
});

test('a version is kept, held against what was written since, and restored', async () => {
  await type('Margins rose for good reasons.');
  await page().getByRole('button', { name: 'Versions of this report' }).click();
  const versions = page().getByRole('dialog', { name: /^Versions of/ });
  await versions.getByLabel('Name of the version').fill('Before the call');
  await page().keyboard.press('Enter');
  await expect(versions.getByText('Before the call')).toBeVisible();
  await page().keyboard.press('Escape');
  await editor().click();
  await page().keyboard.press('Control+a');
  await type('Margins fell for good reasons.');
  await page().getByRole('button', { name: 'Versions of this report' }).click();
  await versions.getByRole('button', { name: 'Changes since' }).click();
  await expect(versions.locator('del')).toHaveText('rose');
  await expect(versions.locator('ins')).toHaveText('fell');
  await expectAccessible(page());
  await versions.getByRole('button', { name: 'Restore' }).click();
  await expect(editor()).toContainText('Margins rose for good reasons.');
});

test('a template is filled from the notebook', async () => {
  const shown = await choice().inputValue();
  await page().getByLabel('New report from a template').selectOption('Deep dive');
  await expect(choice()).not.toHaveValue(shown);
  await expect(editor().locator('h2').first()).toHaveText('Thesis');
  await expect(page().locator('.figure-table tbody tr').first()).toBeVisible();
  await expect(page().locator('.report-title')).toHaveValue(/: deep dive$/);
  await expect(page().locator('.live-figure.gone')).toHaveCount(0);
});

test('typed quotation marks are set, and Backspace takes that back', async () => {
  await page().keyboard.type('The word "margin" isn\'t "');
  await expect(editor()).toHaveText('The word “margin” isn’t “');
  await page().keyboard.press('Backspace');
  await expect(editor()).toHaveText('The word “margin” isn’t "');
});
