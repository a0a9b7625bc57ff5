/** PDF in the real app: a password asked for until it opens, and pages shown beside the text with the figure's box. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { column, makePdf } from '../main/imports/pdf/make';
import { encryptedPdf } from '../support/encrypted-pdf';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const asked = () => page().getByRole('dialog', { name: 'Password' });

const pane = () => page().getByRole('region', { name: 'Printed pages' });
const sheet = (number: number) => pane().locator(`[data-page="${number}"]`);

const heading = { text: 'Depots and lorries', x: 50, y: 60, size: 20, bold: true };
const DEPOTS = [
  {
    lines: [
      heading,
      ...column(50, 100, ['Harbour Parcels carried 412 million parcels in FY2025, as the', 'annual report says.']),
    ],
  },
  {
    lines: column(50, 100, [
      'Operating margin was 9.4% in FY2025, and the company expects',
      'it to hold through next year.',
    ]),
  },
];

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-pdf-'));
  await writeFile(
    join(folder, 'locked.pdf'),
    encryptedPdf(['Locked view', 'Parcels rose 6% in FY2025.'], 'tide table'),
  );
});
test.beforeAll(async () => writeFile(join(folder, 'depots.pdf'), await makePdf(DEPOTS)));
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

test('the pages of an encrypted PDF are shown once its password is typed again', async () => {
  await page().keyboard.press('p');
  await expect(pane()).toContainText('encrypted');
  await pane().getByRole('button', { name: 'Type the password…' }).click();
  await page().keyboard.type('tide table');
  await page().keyboard.press('Enter');
  await expect(sheet(1)).toHaveAttribute('data-drawn', /\d+/);
  await page().keyboard.press('p');
  await expect(pane()).toHaveCount(0);
});

test('the page with the selected figure stands beside the text, and a click on its box selects', async () => {
  await showView(page(), 'library');
  await pickFiles(get(), [join(folder, 'depots.pdf')]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toContainText('depots.pdf');
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="reader"][data-ready="true"] h1.block')).toHaveText('Depots and lorries');
  await page().getByRole('button', { name: 'Pages' }).click();
  await expect(sheet(1)).toHaveAttribute('data-drawn', /\d+/);
  await expectAccessible(page());

  const first = page().locator('[data-figure]').filter({ hasText: '412 million' }).first();
  await first.click();
  const on = pane().locator('.page-figure[data-on]');
  await expect(on).toHaveAttribute('aria-label', /412 million/);
  expect(await inkUnder(on)).toBeGreaterThan(0.05);
  await expect(page().locator('[data-inspector]')).toContainText('p. 1');

  await page().keyboard.press('j');
  await expect(sheet(2)).toHaveAttribute('data-drawn', /\d+/);
  await expect(on).toHaveAttribute('aria-label', /9\.4%/);
  expect(await inkUnder(on)).toBeGreaterThan(0.05);

  await page().keyboard.press('[');
  await expect(sheet(1)).toBeVisible();
  const box = pane().locator('.page-figure').filter({ visible: true }).first();
  await box.click();
  await expect(box).toHaveAttribute('data-on', '');
  await expect(page().locator('[data-inspector]')).toContainText('p. 1');
});

test('selected words are copied with title and page', async () => {
  await page()
    .locator('.reader-text')
    .getByText('annual report says')
    .dblclick({ position: { x: 20, y: 12 } });
  await expect(page().getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await page().keyboard.press('Control+Shift+C');
  const clipboard = () => get().app.evaluate(({ clipboard: held }) => held.readText());
  await expect.poll(clipboard).toMatch(/^“\S+” \(Depots and lorries, p\. 1\)$/);
});

test('pages are turned, named and enlarged, and drawn as sharp as the screen', async () => {
  const number = pane().getByRole('textbox', { name: 'Page' });
  await number.fill('2');
  await number.press('Enter');
  await expect(sheet(2)).toHaveAttribute('data-drawn', /\d+/);
  await number.fill('77');
  await number.press('Enter');
  await expect(number).toHaveValue('2');
  const width = () => sheet(2).evaluate((element) => element.clientWidth);
  const fitted = await width();
  await pane().getByRole('button', { name: 'Larger' }).click();
  await expect.poll(width).toBe(Math.round(fitted * 1.25));
  await expect(sheet(2)).toHaveAttribute('data-drawn', String(Math.round(fitted * 1.25)));
  const sharp = await sheet(2).evaluate((element) => {
    const canvas = element.querySelector('canvas');
    return (canvas?.width ?? 0) / (element.clientWidth * window.devicePixelRatio);
  });
  expect(sharp).toBeGreaterThan(0.99);
  await pane().getByRole('button', { name: 'Hide the pages (P)' }).click();
  await expect(pane()).toHaveCount(0);
});

/** Share of dark pixels of the page's picture under a box. */
function inkUnder(box: Locator): Promise<number> {
  return box.evaluate((element) => {
    const canvas = element.closest('.page-sheet')?.querySelector('canvas');
    if (!canvas) return 0;
    const [inner, outer] = [element.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const scale = canvas.width / outer.width;
    const pixels = canvas
      .getContext('2d')
      ?.getImageData(
        (inner.left - outer.left) * scale,
        (inner.top - outer.top) * scale,
        inner.width * scale,
        inner.height * scale,
      ).data;
    if (!pixels) return 0;
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 120) dark += 1;
    return dark / (pixels.length / 4);
  });
}
