/** The report in the real app: keys go where they should, typed numbers are offered their figure, nothing typed is lost. */
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { oneApp } from './support/window';

const { page } = oneApp();
const PICTURES = process.env['TIEOUT_PICTURES'];

async function picture(name: string): Promise<void> {
  if (PICTURES) await page().screenshot({ path: `${PICTURES}/${name}.png` });
}

const body = () => page().locator('.report-text .ProseMirror');

test('what is typed right after the title goes into the text', async () => {
  await showView(page(), 'report');
  await expect(body()).toBeVisible();
  await page().getByRole('button', { name: 'New report' }).click();
  await page().getByLabel('Title').fill('Weekly');
  await page().getByLabel('Title').focus();
  await page().keyboard.press('Enter');
  await page().keyboard.type('Revenue was $181.5B in the quarter.');
  await expect(body()).toContainText('Revenue was $181.5B in the quarter.');
  await expect(page().getByLabel('Title')).toHaveValue('Weekly');
});

test('a typed number is offered its figure and becomes it', async () => {
  await expect(page().locator('[role=status]', { hasText: 'Saved' }).first()).toBeVisible();
  await page().getByRole('button', { name: '1 number not linked' }).click();
  await picture('report-typed');
  await page().locator('.typed-offer').first().click();
  await expect(body().locator('.live-figure')).toContainText('$181.5B');
  await expect(page().getByRole('button', { name: /not linked/ })).toHaveCount(0);
});

test('Ctrl+K makes a link of the selected words', async () => {
  await body().press('Control+End');
  await page().keyboard.type(' See the release');
  for (let letter = 0; letter < 'release'.length; letter += 1) await page().keyboard.press('Shift+ArrowLeft');
  await page().keyboard.press('Control+k');
  await page().getByLabel('Address of the link').fill('example.com/release');
  await page().keyboard.press('Enter');
  await expect(body().locator('a')).toHaveAttribute('href', 'https://example.com/release');
  await expect(body()).toBeFocused();
});

test('pasted Google Docs text keeps its own bold and no other', async () => {
  const html =
    '<b style="font-weight:normal"><p><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain</span></p></b>';
  await body().evaluate((element, words) => {
    const data = new DataTransfer();
    data.setData('text/html', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(body().locator('strong')).toHaveText(['Bold']);
  await expect(body()).toContainText('Bold plain');
});

test('the preview is printed and says its pages', async () => {
  await expect(page().locator('.preview-pages')).toHaveAttribute('data-pages', /[1-9]/, { timeout: 30_000 });
  await picture('report-editor');
  await page().keyboard.press('Control+Shift+E');
  await picture('report-export');
});
