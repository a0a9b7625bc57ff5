/** The sources grid: edited like a sheet, merged field by field, each with what rests on it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cell, clipboardText, focusedCell } from './support/grid';
import { showView } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp } from './support/window';

const { get, page } = oneApp();
const at = (row: number, column: string) => cell(page(), row, column);
const chip = () => page().locator('.bar .chip').first();
const undo = () => page().keyboard.press('Control+Z');

test.beforeEach(async () => {
  await showView(page(), 'sources');
  await expect(at(0, 'title')).toBeVisible();
});

test('a field is typed over and taken back; the citation follows', async () => {
  const before = await at(0, 'title').innerText();
  await at(0, 'title').click();
  await page().keyboard.type('First quarter results');
  await page().keyboard.press('Enter');
  await expect(at(0, 'title')).toHaveText('First quarter results');
  await page().keyboard.press('ArrowUp');
  await expect(page().locator('.source-formatted')).toContainText('First quarter results');
  await undo();
  await expect(at(0, 'title')).toHaveText(before);
});

test('a date that is none is refused at its cell, a tier is picked from the list', async () => {
  const before = await at(1, 'issued').innerText();
  await at(1, 'issued').click();
  await page().keyboard.type('2026-02-30');
  await page().keyboard.press('Enter');
  await expect(at(1, 'issued')).toHaveText('2026-02-30');
  await page().keyboard.press('ArrowUp');
  await expect(page().getByRole('alert').filter({ hasText: 'There is no such day' })).toBeVisible();
  await page().keyboard.press('Escape');
  await expect(at(1, 'issued')).toHaveText(before);
  const tier = await at(1, 'tier').innerText();
  await at(1, 'tier').click();
  await page().keyboard.press('F2');
  await page().keyboard.press('f');
  await page().keyboard.press('Enter');
  await expect(at(1, 'tier')).toHaveText('Filing');
  await undo();
  await expect(at(1, 'tier')).toHaveText(tier);
});

test('what rests on a source is listed and leads to Figures', async () => {
  await page().locator('.ag-header-cell[col-id="figures"]').click();
  await page().locator('.ag-header-cell[col-id="figures"]').click();
  await expect.poll(async () => Number(await at(0, 'figures').innerText())).toBeGreaterThan(0);
  await at(0, 'title').click();
  const count = await at(0, 'figures').innerText();
  await expect(page().locator('.source-figures li').first()).toBeVisible();
  await page().getByRole('button', { name: 'Show in Figures' }).click();
  await expect(page().locator('[data-view="figures"]')).toBeVisible();
  await expect(chip()).toHaveText(new RegExp(`^${count} figure`));
  await page().getByRole('button', { name: /^All/ }).click();
  await showView(page(), 'sources');
  await page().locator('.ag-header-cell[col-id="figures"]').click();
});

test('a source is added, merged field by field into another, and the merge is one step', async () => {
  const all = Number.parseInt(await chip().innerText(), 10);
  await page().getByRole('button', { name: 'New source' }).click();
  await expect(chip()).toHaveText(`${all + 1} sources`);
  await expect(at(all, 'title')).toHaveText('New source');
  await at(all, 'publisher').click();
  await page().keyboard.type('Somebody');
  await page().keyboard.press('Enter');
  await expect(at(all, 'publisher')).toHaveText('Somebody');
  const kept = await at(all - 1, 'title').innerText();
  await at(all - 1, 'title').click();
  await page().keyboard.press('Shift+ArrowDown');
  await page().getByRole('button', { name: 'Merge…', exact: true }).click();
  const dialog = page().getByRole('dialog', { name: 'Merge 2 sources' });
  await dialog.getByRole('group', { name: 'Title' }).getByRole('radio').nth(1).check();
  await dialog.getByRole('button', { name: 'Merge into one' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(chip()).toHaveText(`${all} sources`);
  await expect(at(all - 1, 'title')).toHaveText('New source');
  await undo();
  await expect(chip()).toHaveText(`${all + 1} sources`);
  await expect(at(all - 1, 'title')).toHaveText(kept);
  await at(all, 'title').click();
  await page().getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(chip()).toHaveText(`${all} sources`);
});

test('words narrow the list, and the bibliography is copied as text', async () => {
  const all = await at(0, 'title').innerText();
  const search = page().getByRole('searchbox', { name: 'Filter sources by words' });
  await search.fill('nothing like this');
  await expect(page().getByText('No source fits')).toBeVisible();
  await page().getByRole('button', { name: 'Show every source' }).click();
  await expect(at(0, 'title')).toHaveText(all);
  await page().getByRole('button', { name: 'Bibliography' }).click();
  await page().getByRole('button', { name: 'Copy the bibliography' }).click();
  await expect.poll(async () => (await clipboardText(get())).split('\n').length).toBeGreaterThan(5);
  await expectAccessible(page());
  await page().getByRole('button', { name: 'Source', exact: true }).click();
});

test('the bibliography is exported in the form that is chosen', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-sources-'));
  try {
    const path = join(folder, 'sources.xml');
    await get().app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await page().getByRole('button', { name: 'Export…', exact: true }).click();
    const dialog = page().getByRole('dialog', { name: 'Export as' });
    await expect(dialog.getByRole('radio')).toHaveCount(4);
    await expect(dialog.getByRole('group', { name: 'Pages' })).toHaveCount(0);
    await expectAccessible(page());
    await dialog.getByRole('radio', { name: 'Bibliography as EndNote XML' }).check();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain(await at(0, 'title').innerText());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('arrows move, it is accessible, and nothing is cut off', async () => {
  await at(0, 'title').click();
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('ArrowRight');
  expect(await focusedCell(page())).toBe('1 publisher');
  await expectAccessible(page());
  await expectNothingCutOff(page());
});
