/** `#` and `@` in a report: what is offered under the caret, and what Enter takes of it, however soon it comes. */
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { oneApp } from './support/window';

const { page } = oneApp();
const choice = () => page().getByRole('combobox', { name: 'Report on show' });
const editor = () => page().locator('.ProseMirror');

test.beforeEach(async () => {
  await showView(page(), 'report');
  const shown = await choice().inputValue();
  await page().getByRole('button', { name: 'New report', exact: true }).click();
  // The report before it stays on show until the new one is there.
  await expect(choice()).not.toHaveValue(shown);
  await editor().click();
});

for (const [what, words, shown] of [
  ['a figure', '#38.1', '.live-figure'],
  ['a source', '@CNBC', '.cite'],
] as const) {
  test(`Enter takes ${what} for the words typed, however soon it comes`, async () => {
    // In one go, so that the notebook has not answered yet what is called so.
    await page().keyboard.insertText(words);
    await page().keyboard.press('Enter');
    await expect(page().locator(shown)).toHaveCount(1);
    await expect(editor()).not.toContainText(words);
  });
}

test('what nothing is called by is left as typed, and said', async () => {
  await page().keyboard.type('#zzzqqq');
  await expect(page().locator('.offers')).toHaveText('No figure has these words.');
  await page().keyboard.press('Escape');
  await expect(page().locator('.offers')).toHaveCount(0);
  await expect(editor()).toContainText('#zzzqqq');
});
