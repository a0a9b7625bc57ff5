/** Nothing typed is lost or falsified without a word: in the real app, on the real notebook. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FigureRecord } from '../../src/contract/records';
import { cell, focusedCell, putOnClipboard, rowsShown } from './support/grid';
import { launchTieout, showView } from './support/launch';
import { oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const at = (row: number, column: string) => cell(page(), row, column);
const press = (key: string) => page().keyboard.press(key);

/** The figures of the notebook in the grid's order. */
const figures = (): Promise<readonly FigureRecord[]> =>
  page().evaluate(async () => {
    const reply = await window.tieout['figure.page']({ filter: {}, sort: [], start: 0, end: 1000 });
    return reply.ok ? reply.value.rows : [];
  });

async function indexOf(fits: (figure: FigureRecord) => boolean): Promise<number> {
  const found = (await figures()).findIndex(fits);
  expect(found).toBeGreaterThanOrEqual(0);
  return found;
}

/** Types into a cell, from the top of the grid, and takes it by Enter. */
async function type(row: number, column: string, text: string): Promise<void> {
  await at(0, column).click();
  for (let step = 0; step < row; step += 1) await press('ArrowDown');
  // A key that the test's keyboard lacks starts no editor; what is typed into one arrives.
  await press('F2');
  await press('Control+A');
  await page().keyboard.type(text);
  await press('Enter');
}

test.beforeEach(async () => {
  await showView(page(), 'figures');
  // Wherever the test before has scrolled to.
  await page().getByRole('gridcell').first().click();
  await press('Control+Home');
  await rowsShown(page());
});

test('a currency in the value is set, a unit that contradicts the row is refused with its reason', async () => {
  const isBillions = (one: FigureRecord) => one.unit === 'money' && one.scale === 9 && one.currency === 'USD';
  const row = await indexOf(isBillions);
  await type(row, 'value', '€3.2m');
  await expect(at(row, 'unit')).toHaveText('EUR bn');
  await expect(at(row, 'value')).toHaveText('0.0032');
  await press('Control+Z');
  await expect(at(row, 'unit')).toHaveText('USD bn');
  await type(row, 'value', 'approx. USD 4');
  await expect(at(row, 'value')).toHaveText('~4');
  await press('Control+Z');
  await type(row, 'value', '12%');
  await expect(at(row, 'value')).toHaveClass(/grid-refused/);
  await press('ArrowUp');
  await expect(page().getByRole('alert').filter({ hasText: 'change its Unit first' })).toBeVisible();
  await press('Escape');
});

test('a refused text outlives the view, is listed, and can be sent again', async () => {
  const before = await at(0, 'value').innerText();
  await type(0, 'value', 'lots');
  await expect(at(0, 'value')).toHaveClass(/grid-refused/);
  await showView(page(), 'audit');
  await showView(page(), 'figures');
  await rowsShown(page());
  await expect(at(0, 'value')).toHaveText('lots');
  const held = page().getByRole('button', { name: '1 text to correct' });
  await expect(held).toBeVisible();
  await expect(page().getByText('Last change not saved')).toHaveCount(0);
  await held.click();
  const list = page().getByRole('dialog', { name: 'Unsaved text' });
  await expect(list.getByText('is not a value')).toBeVisible();
  await list.getByRole('button', { name: 'Send again', exact: true }).click();
  await expect(list.getByText('is not a value')).toBeVisible();
  await list.getByRole('button', { name: 'Go to Figures' }).click();
  await expect(list).toHaveCount(0);
  await at(0, 'value').click();
  await press('Escape');
  await expect(at(0, 'value')).toHaveText(before);
  await expect(held).toHaveCount(0);
});

test('an offer to undo takes back its own step, and undo says which it took', async () => {
  await page().getByRole('button', { name: 'New figure' }).click();
  const dialog = page().getByRole('dialog', { name: 'New figure' });
  await expect(dialog.getByLabel('Metric')).toBeFocused();
  await dialog.getByLabel('Metric').fill('Own estimate');
  await dialog.getByLabel('Value').fill('$35.1bn');
  await press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  const count = (await figures()).length;
  const added = (await figures()).find((one) => one.metricLabel === 'Own estimate');
  expect(added).toMatchObject({ value: '35.1', scale: 9, currency: 'USD', unit: 'money' });
  await at(0, 'metric').click();
  await press('Shift+ArrowDown');
  await press('Control+-');
  const deleted = page().locator('.toast').filter({ hasText: 'Deleted 2 figures' });
  await expect(deleted).toBeVisible();
  await expect.poll(async () => (await figures()).length).toBe(count - 2);
  // Another step on top: the offer is still of the deletion.
  await at(0, 'metric').click();
  await page().keyboard.type('Renamed');
  await press('Enter');
  await expect(at(0, 'metric')).toHaveText('Renamed');
  await deleted.getByRole('button', { name: 'Undo' }).click();
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Remove 2 figures' })).toBeVisible();
  await expect.poll(async () => (await figures()).length).toBe(count);
  expect((await figures()).some((one) => one.metricLabel === 'Own estimate')).toBe(true);
  await press('Control+Z');
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Edit metric' })).toBeVisible();
  await press('Control+Z');
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Add figure' })).toBeVisible();
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Edit metric' })).toHaveCount(0);
  await expect.poll(async () => (await figures()).length).toBe(count - 1);
});

test('a paste past the last row makes rows, in the same step, and says what found no place', async () => {
  const before = (await figures()).length;
  await at(0, 'value').click();
  await press('Control+End');
  await expect.poll(() => focusedCell(page())).toMatch(new RegExp(`^${before - 1} `));
  // The last column has pushed the values out of sight, where no cell is drawn.
  await press('Home');
  await at(before - 1, 'value').click();
  await putOnClipboard(get(), '11\n$12.5bn\nnothing');
  await press('Control+V');
  await expect.poll(async () => (await figures()).length).toBe(before + 1);
  expect((await figures()).at(-1)).toMatchObject({ value: '12.5', currency: 'USD', scale: 9 });
  await expect(page().getByText(/One line stood below the last row and was not pasted/)).toBeVisible();
  await press('Control+Z');
  await expect.poll(async () => (await figures()).length).toBe(before);
  await page().locator('.toast').filter({ hasText: 'One line stood' }).getByRole('button', { name: 'Dismiss' }).click();
});

test('Enter always goes down, after Tabs to where they began; Ctrl+Enter fills what is selected', async () => {
  await at(1, 'metric').click();
  await press('Enter');
  await expect.poll(() => focusedCell(page())).toBe('2 metric');
  await press('Tab');
  await press('Tab');
  await expect.poll(() => focusedCell(page())).toBe('2 period');
  await press('Enter');
  await expect.poll(() => focusedCell(page())).toBe('3 metric');
  await press('Shift+Enter');
  await expect.poll(() => focusedCell(page())).toBe('2 metric');
  await at(1, 'entity').click();
  await press('Shift+ArrowDown');
  await press('Shift+ArrowDown');
  await page().keyboard.type('Own house');
  await press('Control+Enter');
  for (const row of [1, 2, 3]) await expect(at(row, 'entity')).toHaveText('Own house');
  await press('Control+Z');
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Set 3 cells' })).toBeVisible();
  await at(1, 'metric').click();
  await press('Shift+ArrowRight');
  const metric = await at(1, 'metric').innerText();
  await press('Control+R');
  await expect(at(1, 'entity')).toHaveText(metric);
  await press('Control+Z');
  await press('Shift+Space');
  await expect(page().locator('.grid-host output').first()).toContainText('1 rows by');
});

test('figures of an imported table are shown by themselves, and only until something else is picked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-table-'));
  const file = join(folder, 'quarter.csv');
  await writeFile(
    file,
    'Metric,Entity,Period,Value,Unit,Source\nBarge revenue,Barges,2026 Q2,31.4,USD bn,Results release\n',
  );
  await pickFiles(get(), [file]);
  await press('Control+I');
  await page().locator('[data-commit-import]').click();
  await expect(at(0, 'metric')).toHaveText('Barge revenue');
  const chip = page().getByRole('button', { name: /Imported from quarter/ });
  await expect(chip).toBeVisible();
  await page().getByRole('button', { name: /^All/ }).click();
  await showView(page(), 'audit');
  await showView(page(), 'figures');
  await expect(chip).toHaveCount(0);
  await rowsShown(page());
  await rm(folder, { recursive: true });
});

test('a number column is filtered by comparing, and a selection says what it comes to', async () => {
  const total = (await figures()).length;
  await page().getByRole('button', { name: 'Filter', exact: true }).click();
  const box = page()
    .locator('.ag-floating-filter')
    .filter({ has: page().getByRole('textbox', { name: /Value/ }) });
  await box.getByRole('textbox').fill('>100');
  const chip = page().getByRole('button', { name: 'Stop filtering Value > 100' });
  await expect(chip).toBeVisible();
  const large = (await figures()).filter(({ low, high, scale, direction }) => {
    const value = Number(low ?? high) / 10 ** scale;
    return (direction === 'down' ? -value : value) > 100;
  });
  expect(large.length).toBeGreaterThan(0);
  await expect(page().locator('.bar .chip').first()).toHaveText(new RegExp(`^${large.length} `));
  await chip.click();
  await expect(page().locator('.bar .chip').first()).toHaveText(new RegExp(`^${total} `));
  await page().getByRole('button', { name: 'Filter', exact: true }).click();
  await at(0, 'value').click();
  await press('Shift+ArrowDown');
  await expect(page().getByRole('status', { name: 'Selection' })).toContainText(/2 rows/);
  await expect(page().getByRole('status', { name: 'Selection' })).toContainText(/sum|several units|left out/);
});

test('the next quarter comes in and the watch list says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-watch-'));
  const file = join(folder, 'second-quarter.csv');
  await writeFile(file, 'Metric,Entity,Period,Value\nAWS growth YoY,AWS,2026Q2,24%\n');
  await pickFiles(get(), [file]);
  await press('Control+I');
  await page().locator('[data-commit-import]').click();
  const notice = page().locator('.toast').filter({ hasText: 'AWS growth, YoY 24%: below its band, was inside' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Open the watch list' }).click();
  const row = page().locator('[data-item]').filter({ hasText: 'AWS growth, YoY' }).first();
  await expect(row).toContainText('24%');
  await expect(row).toContainText('below');
  await expect(row).toContainText('was +28%');
  await rm(folder, { recursive: true });
});

test('nothing scrolls the window away, whatever takes the focus', async () => {
  await page().evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollIntoView({ block: 'center' });
  });
  for (const view of ['thesis', 'figures', 'audit', 'sources', 'report'] as const) {
    await showView(page(), view);
    const moved = await page().evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('main *, .visually-hidden')) {
        element.scrollIntoView({ block: 'end' });
        element.focus();
      }
      const frames = [
        document.documentElement,
        document.body,
        document.querySelector('.shell'),
        document.querySelector('main'),
      ];
      return frames.map((element) => (element?.scrollTop ?? 0) + (element?.scrollLeft ?? 0));
    });
    expect(moved, view).toEqual([0, 0, 0, 0]);
  }
});

test('what was typed and not taken is there again after a restart', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'tieout-user-'));
  const first = await launchTieout({ userDataDir });
  await showView(first.page, 'figures');
  await rowsShown(first.page);
  await cell(first.page, 0, 'value').click();
  await first.page.keyboard.type('lots');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByRole('button', { name: '1 text to correct' })).toBeVisible();
  await expect.poll(() => readFile(join(userDataDir, 'preferences.json'), 'utf8')).toContain('"lots"');
  await first.close();
  const second = await launchTieout({ userDataDir });
  await expect(second.page.getByRole('button', { name: '1 text to correct' })).toBeVisible();
  await showView(second.page, 'figures');
  await expect(cell(second.page, 0, 'value')).toHaveText('lots');
  await second.close();
  await rm(userDataDir, { recursive: true });
});
