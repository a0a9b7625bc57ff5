// The main job, as a person does it: import a note, open the first error, correct a value, undo and redo it, write a
// paragraph with a live figure and a citation, export the PDF. Everything is the real app, its own process and files.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { ask } from '../security/support';
import { type LaunchedApp, launchTieout, showView } from './support/launch';

let folder: string;
let tieout: LaunchedApp;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-main-job-'));
  await copyFile('resources/samples/amazon-q1-2026.md', join(folder, 'note.md'));
  tieout = await launchTieout();
  await answerDialogs(join(folder, 'note.md'), join(folder, 'job.tieout'));
  await tieout.page.keyboard.press('Control+Shift+N');
  await expect(tieout.page.getByText('0 figures')).toBeVisible();
});
test.afterEach(async () => {
  await tieout.close();
  await rm(folder, { recursive: true, force: true });
});

/** Answers the next file dialogs as a person would who picks these files. */
async function answerDialogs(open: string, save: string): Promise<void> {
  await tieout.app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.open] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.save });
    },
    { open, save },
  );
}

async function importNote(page: Page): Promise<void> {
  await page.keyboard.press('Control+I');
  await expect(page.locator('[data-import-plan]')).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Enter');
  await page.locator('[data-view="reader"][data-ready="true"]').waitFor();
}

const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible();

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, i) => {
    const { items } = await (await document.getPage(i + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}

/** Names of the fonts that a PDF uses without carrying them. */
async function fontsMissing(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf);
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
  const descriptors = objects.filter(
    (object): object is PDFDict =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'),
  );
  expect(descriptors.length).toBeGreaterThan(0);
  return descriptors
    .filter((d) => !['FontFile', 'FontFile2', 'FontFile3'].some((key) => d.has(PDFName.of(key))))
    .map((d) => String(d.get(PDFName.of('FontName'))));
}

test('from an imported note to an exported PDF', async () => {
  const { page } = tieout;
  await answerDialogs(join(folder, 'note.md'), join(folder, 'note.pdf'));

  await test.step('import', async () => {
    await importNote(page);
    await expect(page.getByRole('main')).toContainText('Amazon after Q1 2026');
  });

  await test.step('open the first error and jump to its quote', async () => {
    await showView(page, 'audit');
    await page.getByRole('gridcell', { name: 'Error' }).first().click();
    await expect(page.getByText('No finding selected')).toBeHidden();
    await page.keyboard.press('Enter');
    await page.locator('[data-view="reader"][data-ready="true"]').waitFor();
  });

  await test.step('correct a value in the grid, undo and redo it', async () => {
    await showView(page, 'figures');
    const count = page.locator('.bar .chip').first();
    const all = await count.innerText();
    await page.getByPlaceholder('Filter by words').fill('37.6');
    // Before the rows asked for are there, a click would land on one that is about to go.
    await expect(count).not.toHaveText(all);
    const value = page.locator('[role="gridcell"][col-id="value"]').first();
    await expect(value).toContainText('37.6');
    await value.click();
    await page.keyboard.type('38.1');
    await page.keyboard.press('Enter');
    await expect(page.locator('[role="gridcell"][col-id="value"]').first()).toContainText('38.1');
    await saved(page);
    await page.getByRole('button', { name: /^Undo .*Ctrl/ }).click();
    await expect(page.locator('[role="gridcell"][col-id="value"]').first()).toContainText('37.6');
    await page.getByRole('button', { name: /^Redo .*Ctrl/ }).click();
    await expect(page.locator('[role="gridcell"][col-id="value"]').first()).toContainText('38.1');
    await saved(page);
  });

  await test.step('write a paragraph with a live figure and a citation', async () => {
    await showView(page, 'report');
    await page.getByRole('button', { name: 'Blank note' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Capital first, returns later');
    await page.getByRole('textbox', { name: 'Report', exact: true }).click();
    await page.keyboard.type('Cloud revenue was #38.1');
    await expect(page.locator('.offers [role="option"]').first()).toContainText('$38.1B');
    await page.keyboard.press('Enter');
    await page.keyboard.type('in the quarter @CNBC');
    await expect(page.locator('.offers [role="option"]').first()).toContainText('CNBC');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and 接下来三个季度 will tell.');
    await expect(page.locator('.live-figure')).toHaveText(/38\.1B/);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('export the PDF', async () => {
    await page.getByRole('button', { name: 'Export PDF' }).click();
    await expect(page.getByText('Exported to')).toBeVisible({ timeout: 30_000 });
    const pdf = new Uint8Array(await readFile(join(folder, 'note.pdf')));
    const text = await textOf(pdf);
    for (const words of [
      'Capital first, returns later',
      '$38.1B',
      'CNBC',
      '接下来三个季度',
      'How these figures were sourced',
    ])
      expect(text).toContain(words);
    expect(await fontsMissing(pdf)).toEqual([]);
  });
});

test('the PDF of an imported document has every figure of it and its Chinese heading', async () => {
  const { page } = tieout;
  await answerDialogs(join(folder, 'note.md'), join(folder, 'document.pdf'));
  await importNote(page);
  const { value } = await ask(page, 'figure.page', { filter: {}, sort: [], start: 0, end: 1000 });
  const quotes = (value as { rows: { quote: string }[] }).rows.map((figure) => figure.quote);
  expect(quotes.length).toBeGreaterThan(80);
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await expect(page.getByText('Exported to')).toBeVisible({ timeout: 30_000 });
  const pdf = new Uint8Array(await readFile(join(folder, 'document.pdf')));
  // Line ends and the class letters stand between words of the print, so only letters and digits are compared.
  const bare = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '');
  const text = bare(await textOf(pdf));
  expect(quotes.filter((quote) => !text.includes(bare(quote)))).toEqual([]);
  expect(text).toContain('接下来三个季度看什么');
  expect(await fontsMissing(pdf)).toEqual([]);
});
