/** Find and replace, and the fill handle, in the real grid. */
import { expect, type Locator, test } from '@playwright/test';
import type { FigureRecord } from '../../src/contract/records';
import { cell, focusedCell, rowsShown } from './support/grid';
import { showView } from './support/launch';
import { expectAccessible, oneApp } from './support/window';

const { page } = oneApp();
const at = (row: number, column: string) => cell(page(), row, column);
const press = (key: string) => page().keyboard.press(key);
const find = () => page().getByRole('search', { name: 'Find and replace' });

const figures = (): Promise<readonly FigureRecord[]> =>
  page().evaluate(async () => {
    const reply = await window.tieout['figure.page']({ filter: {}, sort: [], start: 0, end: 1000 });
    return reply.ok ? reply.value.rows : [];
  });

test.beforeEach(async () => {
  await showView(page(), 'figures');
  await page().getByRole('gridcell').first().click();
  await press('Control+Home');
  await rowsShown(page());
});

test('what is looked for is counted and stepped through, in all columns, one column or the selection', async () => {
  const entity = (await figures()).find((one) => one.entity !== null)?.entity ?? '';
  const holding = (await figures()).filter((one) => one.entity === entity).length;
  await at(0, 'entity').click();
  await press('Control+H');
  await expect(find().getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page().keyboard.type(entity.toLowerCase());
  await find().getByLabel('Look in').selectOption({ label: 'Column Entity' });
  await find().getByLabel('Whole cell').check();
  await expect(find().getByText(`${holding} cells`)).toBeVisible();
  await find().getByRole('textbox', { name: 'Find' }).press('Enter');
  await expect(find().getByText(`1 of ${holding}`)).toBeVisible();
  await expect(find().getByRole('textbox', { name: 'Find' })).toBeFocused();
  await press('Enter');
  await expect(find().getByText(`2 of ${holding}`)).toBeVisible();
  await press('Shift+Enter');
  await press('Shift+Enter');
  await expect(find().getByText(`${holding} of ${holding}`)).toBeVisible();
  await find().getByLabel('Match case').check();
  await expect(find().getByText('None')).toBeVisible();
  await expectAccessible(page());
  await find().getByRole('textbox', { name: 'Find' }).press('Escape');
  await expect(find()).toHaveCount(0);
  await expect.poll(() => focusedCell(page())).not.toBe('');
});

test('all are replaced as one step, and what is refused is listed and stays in its cell', async () => {
  const before = await figures();
  const entity = before.find((one) => one.entity !== null)?.entity ?? '';
  const holding = before.filter((one) => one.entity === entity).length;
  await at(0, 'entity').click();
  await press('Control+H');
  await find().getByLabel('Look in').selectOption({ label: 'Column Entity' });
  await find().getByRole('textbox', { name: 'Find' }).fill(entity);
  await find().getByLabel('Whole cell').check();
  await expect(find().getByText(`${holding} cells`)).toBeVisible();
  await find().getByRole('textbox', { name: 'Replace with' }).fill('Own house');
  await find().getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(find().getByText('1 cell replaced.')).toBeVisible();
  await expect.poll(async () => (await figures()).filter((one) => one.entity === 'Own house').length).toBe(1);
  await expect(page().locator('.find-box-count')).toHaveText(`1 of ${holding - 1}`);
  await find().getByRole('textbox', { name: 'Replace with' }).press('Control+Enter');
  await expect.poll(async () => (await figures()).filter((one) => one.entity === 'Own house').length).toBe(holding);
  await find().getByRole('textbox', { name: 'Replace with' }).press('Escape');
  await press('Control+Z');
  await expect.poll(async () => (await figures()).filter((one) => one.entity === 'Own house').length).toBe(1);
  await press('Control+Z');
  await expect.poll(async () => (await figures()).filter((one) => one.entity === entity).length).toBe(holding);

  await at(0, 'value').click();
  await press('Shift+ArrowDown');
  await press('Control+H');
  await expect(find().getByLabel('Look in')).toHaveValue('selection');
  await find()
    .getByRole('textbox', { name: 'Find' })
    .fill(before[0]?.value ?? '');
  await find().getByLabel('Whole cell').uncheck();
  await find().getByRole('textbox', { name: 'Replace with' }).fill('lots');
  await expect(page().locator('.find-box-count')).toHaveText(/cells?$/);
  await find().getByRole('button', { name: 'Replace all' }).click();
  await expect(find().getByText(/0 cells replaced, \d refused/)).toBeVisible();
  await expect(find().getByRole('list', { name: 'What was refused' })).toContainText('lots');
  await expect(at(0, 'value')).toHaveClass(/grid-refused/);
  await press('Escape');
  await at(0, 'value').click();
  await press('Shift+ArrowDown');
  await press('Escape');
  await expect(at(0, 'value')).not.toHaveClass(/grid-refused/);
});

/** The point of the fill handle of a cell that is the corner of the selection. */
async function corner(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await expect(of).toHaveClass(/grid-corner/);
  const box = await of.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) - 4, y: (box?.y ?? 0) + (box?.height ?? 0) - 4 };
}

async function dragFrom(from: Locator, to: Locator): Promise<void> {
  const start = await corner(from);
  const end = await to.boundingBox();
  await page().mouse.move(start.x, start.y);
  await page().mouse.down();
  await page().mouse.move((end?.x ?? 0) + 10, (end?.y ?? 0) + 10, { steps: 4 });
  await expect(to).toHaveClass(/grid-fill-target/);
  await page().mouse.up();
}

test('the corner of the selection is dragged, and a series goes on', async () => {
  const before = (await figures()).slice(0, 4).map((one) => one.period);
  await at(0, 'period').click();
  await press('F2');
  await press('Control+A');
  await page().keyboard.type('2026Q3');
  await press('Enter');
  const first = await at(0, 'period').innerText();
  await at(0, 'period').click();
  await dragFrom(at(0, 'period'), at(3, 'period'));
  await expect
    .poll(async () => (await figures()).slice(0, 4).map((one) => one.period))
    .toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2']);
  expect(first).toContain('Q3');
  await press('Control+Z');
  await expect(page().locator('.toast').filter({ hasText: 'Undone: Fill 3 cells' })).toBeVisible();
  await press('Control+Z');
  await expect.poll(async () => (await figures()).slice(0, 4).map((one) => one.period)).toEqual(before);
  // To the right, what is no series is repeated.
  await at(1, 'metric').click();
  const metric = await at(1, 'metric').innerText();
  await dragFrom(at(1, 'metric'), at(1, 'entity'));
  await expect(at(1, 'entity')).toHaveText(metric);
  await press('Control+Z');
  await expect(at(1, 'entity')).not.toHaveText(metric);
});

test('a double click on the corner fills as far as the column beside it goes', async () => {
  const all = await figures();
  const end = all.findIndex((one) => one.entity === null);
  const last = end < 0 ? all.length - 1 : end - 1;
  await at(0, 'period').click();
  await press('F2');
  await press('Control+A');
  await page().keyboard.type('FY2026');
  await press('Enter');
  await at(0, 'period').click();
  const { x, y } = await corner(at(0, 'period'));
  await page().mouse.dblclick(x, y);
  await expect(page().getByRole('status', { name: 'Selection' })).toContainText(`${last + 1} row`);
  await expect.poll(async () => (await figures())[last]?.period).toBe(`FY${2026 + last}`);
  await press('Control+Z');
  await press('Control+Z');
  await expect.poll(async () => (await figures()).map((one) => one.period)).toEqual(all.map((one) => one.period));
});
