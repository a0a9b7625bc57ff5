/** PDF in the real app: a password asked for until it opens, and pages shown beside the text with the figure's box. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { encryptedPdf } from '../support/encrypted-pdf';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const asked = () => page().getByRole('dialog', { name: 'Password' });

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-pdf-'));
  await writeFile(
    join(folder, 'locked.pdf'),
    encryptedPdf(['Locked view', 'Parcels rose 6% in FY2025.'], 'tide table'),
  );
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('an encrypted PDF asks for its password until it opens; cancelled, it stays outside', async () => {
  await showView(page(), 'library');
  await pickFiles(get(), [join(folder, 'locked.pdf')]);
  await page().keyboard.press('Control+I');
  await expect(asked()).toContainText('locked.pdf');
  await expect(asked().getByLabel('Password', { exact: true })).toBeFocused();
  await expectAccessible(page());
  await page().keyboard.press('Escape');
  await expect(asked()).toHaveCount(0);
  await page().keyboard.press('Control+I');
  await expect(asked()).toContainText('protected by a password');
  await page().keyboard.type('low tide');
  await page().keyboard.press('Enter');
  await expect(asked()).toContainText('does not open');
  await page().keyboard.type('tide table');
  await page().keyboard.press('Enter');
  await expect(plan()).toContainText('locked.pdf');
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toContainText('Parcels rose 6%');
});
