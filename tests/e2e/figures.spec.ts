/** The figures grid: a spreadsheet's habits on the real notebook, where every edit is a command that undo takes back. */
import { expect, test } from '@playwright/test';
import { cell, clipboardText, focusedCell, putOnClipboard, rowsShown } from './support/grid';
import { showView } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp } from './support/window';

const { get, page } = oneApp();
const at = (row: number, column: string) => cell(page(), row, column);
const selection = () => page().locator('.grid-host output').first();
const undo = () => page().keyboard.press('Control+Z');
const redo = () => page().keyboard.press('Control+Y');
const quick = () => page().getByRole('searchbox', { name: 'Filter figures by words' });

test.beforeEach(async () => {
  await showView(page(), 'figures');
  await rowsShown(page());
});

test('typing replaces, Enter commits and moves, undo and redo name the change', async () => {
  const before = await at(1, 'metric').innerText();
  await at(1, 'metric').click();
  await page().keyboard.type('Segment revenue');
  await page().keyboard.press('Enter');
  await expect(at(1, 'metric')).toHaveText('Segment revenue');
  await expect.poll(() => focusedCell(page())).toBe('2 metric');
  await undo();
  await expect(at(1, 'metric')).toHaveText(before);
  await redo();
  await expect(at(1, 'metric')).toHaveText('Segment revenue');
  await undo();
  await expect(at(1, 'metric')).toHaveText(before);
});

test('F2 edits what is there, Tab commits and moves right, Esc leaves it', async () => {
  const before = await at(0, 'entity').innerText();
  await at(0, 'entity').click();
  await page().keyboard.press('F2');
  await expect(page().locator('.grid-editor')).toHaveValue(before);
  await page().keyboard.press('End');
  await page().keyboard.type(' Inc');
  await page().keyboard.press('Tab');
  await expect(at(0, 'entity')).toHaveText(`${before} Inc`);
  await expect.poll(() => focusedCell(page())).toBe('0 period');
  await undo();
  await expect(at(0, 'entity')).toHaveText(before);
  await at(0, 'entity').click();
  await page().keyboard.type('Nobody');
  await page().keyboard.press('Escape');
  await expect(at(0, 'entity')).toHaveText(before);
  expect(await focusedCell(page())).toBe('0 entity');
});

test('a value that cannot be read stays in its cell with the reason, and Esc takes it away', async () => {
  const before = await at(0, 'value').innerText();
  await at(0, 'value').click();
  await page().keyboard.type('about a lot');
  await page().keyboard.press('Enter');
  await expect(at(0, 'value')).toHaveText('about a lot');
  await page().keyboard.press('ArrowUp');
  await expect(page().getByRole('alert').filter({ hasText: 'is not a value' })).toBeVisible();
  await page().keyboard.press('F2');
  await expect(page().locator('.grid-editor')).toHaveValue('about a lot');
  await page().keyboard.press('Escape');
  await page().keyboard.press('Escape');
  await expect(at(0, 'value')).toHaveText(before);
});

test('Home and End go along the row, with Ctrl to the corners, with Shift they select', async () => {
  await at(2, 'entity').click();
  await page().keyboard.press('End');
  expect(await focusedCell(page())).toMatch(/^2 (?!entity)/);
  await page().keyboard.press('Home');
  expect(await focusedCell(page())).toBe('2 marks');
  await page().keyboard.press('Control+End');
  const total = Number((await page().locator('.bar .chip').first().innerText()).replace(/\D/g, ''));
  await expect.poll(() => focusedCell(page())).toMatch(new RegExp(`^${total - 1} `));
  await page().keyboard.press('Control+Home');
  await expect.poll(() => focusedCell(page())).toBe('0 marks');
  await page().keyboard.press('Shift+End');
  await expect(selection()).toContainText('1 rows by');
  await page().keyboard.press('Escape');
  await page().keyboard.press('Control+Home');
  await expect(at(0, 'metric')).toBeVisible();
});

test('values keep their qualifier as typed', async () => {
  const before = await at(0, 'value').innerText();
  for (const typed of ['~43.2', '60–70', '>15']) {
    await at(0, 'value').click();
    await page().keyboard.type(typed);
    await page().keyboard.press('Enter');
    await expect(at(0, 'value')).toHaveText(typed);
    await undo();
    await expect(at(0, 'value')).toHaveText(before);
  }
});

test('a range is copied, pasted, filled down, cleared, each as one step', async () => {
  const texts = (column: string) => Promise.all([0, 1, 2].map((row) => at(row, column).innerText()));
  const [metrics, entities] = [await texts('metric'), await texts('entity')];
  await at(0, 'metric').click();
  await page().keyboard.press('Shift+ArrowDown');
  await page().keyboard.press('Shift+ArrowRight');
  await expect(selection()).toHaveText('2 rows by 2 columns selected');
  await page().keyboard.press('Control+C');
  await expect.poll(() => clipboardText(get())).toBe(`${metrics[0]}\t${entities[0]}\r\n${metrics[1]}\t${entities[1]}`);

  await putOnClipboard(get(), 'Alpha\tFirst\r\nBeta\tSecond\r\n');
  await at(0, 'metric').click();
  await page().keyboard.press('Control+V');
  await expect(at(0, 'metric')).toHaveText('Alpha');
  await expect(at(1, 'entity')).toHaveText('Second');
  await undo();
  await expect(at(0, 'metric')).toHaveText(metrics[0] ?? '');
  await expect(at(1, 'entity')).toHaveText(entities[1] ?? '');

  await at(0, 'entity').click();
  await at(2, 'entity').click({ modifiers: ['Shift'] });
  await page().keyboard.press('Control+D');
  await expect(at(2, 'entity')).toHaveText(entities[0] ?? '');
  await page().keyboard.press('Delete');
  await expect(at(1, 'entity')).toHaveText('');
  await undo();
  await expect(at(1, 'entity')).toHaveText(entities[0] ?? '');
  if (new Set(entities).size > 1) await undo();
  await expect(at(2, 'entity')).toHaveText(entities[2] ?? '');
});

test('a paste with one bad value takes the good ones and keeps the bad one for correction', async () => {
  const before = await Promise.all([0, 1].map((row) => at(row, 'value').innerText()));
  await putOnClipboard(get(), '12.5\r\nnonsense');
  await at(0, 'value').click();
  await page().keyboard.press('Control+V');
  await expect(at(0, 'value')).toContainText('12.5');
  await expect(at(1, 'value')).toHaveText('nonsense');
  await expect(at(1, 'value')).toHaveClass(/grid-refused/);
  await page().keyboard.press('Escape');
  await expect(at(1, 'value')).toHaveText(before[1] ?? '');
  await undo();
  await expect(at(0, 'value')).toHaveText(before[0] ?? '');
});

test('Ctrl+A takes everything, copying rows that were never scrolled to as well', async () => {
  await at(0, 'metric').click();
  await page().keyboard.press('Control+A');
  const total = Number((await page().locator('.bar .chip').first().innerText()).replace(/\D/g, ''));
  await expect(selection()).toContainText(`${total} rows`);
  await page().keyboard.press('Control+C');
  await expect.poll(async () => (await clipboardText(get())).split('\r\n').length).toBeGreaterThanOrEqual(total);
  await page().keyboard.press('Escape');
});

/** Index of the first figure that has like ones for its class, so that an offer is due. */
function firstWithLikeOnes(): Promise<number> {
  return page().evaluate(async () => {
    const reply = await window.tieout['figure.page']({ filter: {}, sort: [], start: 0, end: 40 });
    const rows = reply.ok ? reply.value.rows : [];
    for (const [index, { id, provenance }] of rows.entries()) {
      if (provenance === 'inferred') continue;
      const like = await window.tieout['figure.suggest']({ id, field: 'provenance' });
      if (like.ok && like.value.length > 0) return index;
    }
    return -1;
  });
}

test('a class is picked by its letter, and like figures are offered the same, never silently', async () => {
  const row = await firstWithLikeOnes();
  expect(row).toBeGreaterThanOrEqual(0);
  await at(0, 'provenance').click();
  for (let press = 0; press < row; press += 1) await page().keyboard.press('ArrowDown');
  const before = await at(row, 'provenance').textContent();
  const inferred = page().locator('.figure-group').filter({ hasText: 'Inferred' });
  const count = await inferred.innerText();
  await page().keyboard.press('i');
  const list = page().getByRole('listbox', { name: 'Provenance' });
  await expect(list.getByRole('option', { name: 'Inferred' })).toHaveAttribute('aria-selected', 'true');
  await page().keyboard.press('Enter');
  await expect(at(row, 'provenance')).toContainText('Inferred');
  const offer = page().locator('.figure-offer');
  await expect(offer).toContainText(/Set class to Inferred on \d+ like figures? too/);
  await expect(inferred).not.toHaveText(count);
  await offer.getByRole('button', { name: 'Leave them as they are' }).click();
  await expect(offer).toHaveCount(0);
  await at(row, 'provenance').click();
  await undo();
  await expect.poll(() => at(row, 'provenance').textContent()).toBe(before);
  await expect(inferred).toHaveText(count, { useInnerText: true });
});

test('neither focus nor scroll moves when the notebook changes', async () => {
  await at(0, 'metric').click();
  for (let press = 0; press < 60; press += 1) await page().keyboard.press('ArrowDown');
  await expect.poll(() => focusedCell(page())).toBe('60 metric');
  const viewport = page().locator('.ag-grid-viewport, .ag-body-viewport').first();
  const top = () => viewport.evaluate((element) => element.scrollTop);
  const before = await top();
  expect(before).toBeGreaterThan(0);
  await page().evaluate(async () => {
    const reply = await window.tieout['figure.page']({ filter: {}, sort: [], start: 60, end: 61 });
    const id = reply.ok ? reply.value.rows[0]?.id : undefined;
    if (id) await window.tieout['figure.update']({ edits: [{ id, set: { note: 'changed elsewhere' } }] });
  });
  await page().locator('.ag-body-horizontal-scroll-viewport, .ag-grid-viewport').first().hover();
  await expect
    .poll(() =>
      page().evaluate(async () => {
        const reply = await window.tieout['history.list']({ limit: 1 });
        return reply.ok ? reply.value[0]?.changes : 0;
      }),
    )
    .toBeGreaterThan(0);
  expect(await top()).toBe(before);
  expect(await focusedCell(page())).toBe('60 metric');
  await undo();
  expect(await top()).toBe(before);
  await page().keyboard.press('Control+Home');
  await expect(at(0, 'metric')).toBeVisible();
});

test('sorting and filtering are done by the notebook', async () => {
  const chip = page().locator('.bar .chip').first();
  const all = await chip.innerText();
  await page().locator('.ag-header-cell[col-id="metric"]').click();
  await expect.poll(async () => (await at(0, 'metric').innerText()) <= (await at(5, 'metric').innerText())).toBe(true);
  await page().locator('.ag-header-cell[col-id="metric"]').click();
  await page().locator('.ag-header-cell[col-id="metric"]').click();
  await quick().fill('capex');
  await expect(chip).not.toHaveText(all);
  await quick().fill('no such words anywhere');
  await expect(page().getByText('No figure fits')).toBeVisible();
  await page().getByRole('button', { name: 'Show every figure' }).click();
  await expect(chip).toHaveText(all);
  await page()
    .getByRole('button', { name: /Does not tie out/ })
    .click();
  await expect(chip).not.toHaveText(all);
  await page().getByRole('button', { name: /^All/ }).click();
  await expect(chip).toHaveText(all);
});

test('columns are hidden and remembered, a view is saved in the notebook and applied', async () => {
  const head = (column: string) => page().locator(`.ag-header-cell[col-id="${column}"]`);
  await page().getByRole('button', { name: 'Columns' }).click();
  await page().getByRole('checkbox', { name: 'Unit' }).uncheck();
  await expect(head('unit')).toHaveCount(0);
  await page().keyboard.press('Escape');
  const chip = page().locator('.bar .chip').first();
  const all = await chip.innerText();
  await quick().fill('capex');
  await expect(chip).not.toHaveText(all);
  await page().getByRole('button', { name: 'Views' }).click();
  await page().getByRole('textbox', { name: 'Name of the view' }).fill('Capex only');
  await page().getByRole('button', { name: 'Save' }).click();
  await expect(page().getByRole('button', { name: 'Capex only', exact: true })).toBeVisible();
  await page().keyboard.press('Escape');
  await showView(page(), 'sources');
  await showView(page(), 'figures');
  await expect(head('unit')).toHaveCount(0);
  await page().getByRole('button', { name: /^All/ }).click();
  await page().getByRole('button', { name: 'Columns' }).click();
  await page().getByRole('button', { name: 'Reset columns' }).click();
  await page().keyboard.press('Escape');
  await expect(head('unit')).toHaveCount(1);
  await page().getByRole('button', { name: 'Views' }).click();
  await page().getByRole('button', { name: 'Capex only', exact: true }).click();
  await expect(head('unit')).toHaveCount(0);
  await expect(quick()).toHaveValue('capex');
  await page().getByRole('button', { name: /^All/ }).click();
  await page().getByRole('button', { name: 'Columns' }).click();
  await page().getByRole('button', { name: 'Reset columns' }).click();
  await page().keyboard.press('Escape');
});

test('a figure is typed by hand, deleted, and brought back', async () => {
  await page().getByRole('button', { name: 'New figure' }).click();
  const dialog = page().getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('Metric').fill('Own estimate');
  await dialog.getByRole('button', { name: 'Add figure' }).click();
  await expect(dialog.getByText('A figure needs a value')).toBeVisible();
  await dialog.getByLabel('Value').fill('60–70');
  await dialog.getByLabel('Unit').fill('%');
  await dialog.getByRole('button', { name: 'Add figure' }).click();
  await expect(dialog).toHaveCount(0);
  await quick().fill('Own estimate');
  await expect(at(0, 'value')).toHaveText('60–70');
  await at(0, 'metric').click();
  await page().keyboard.press('Control+-');
  await expect(page().getByText('No figure fits')).toBeVisible();
  await page().getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(at(0, 'value')).toHaveText('60–70');
  await page().getByRole('button', { name: /^All/ }).click();
});

test('Ctrl+Enter opens the quote in the Reader, and back returns to the row', async () => {
  await at(3, 'metric').click();
  await page().keyboard.press('Control+Enter');
  await expect(page().locator('[data-view="reader"]')).toBeVisible();
  await expect(page().locator('[data-figure][data-on]').first()).toBeVisible();
  await page().keyboard.press('Alt+ArrowLeft');
  await expect(page().locator('[data-view="figures"]')).toBeVisible();
});

test('a figure asked for elsewhere is shown even where the filter leaves it out', async () => {
  await quick().fill('no such words anywhere');
  await expect(page().getByText('No figure fits')).toBeVisible();
  await showView(page(), 'reader');
  const figure = page().locator('[data-figure]').nth(20);
  await figure.click();
  const id = await figure.getAttribute('data-figure');
  await page().locator('[data-inspector]').getByRole('button', { name: 'Show in Figures' }).click();
  await expect(page().locator('[data-view="figures"] [data-inspector]')).toHaveAttribute('data-inspector', id ?? '');
  await expect.poll(() => focusedCell(page())).toMatch(/^\d+ /);
  await expect(quick()).toHaveValue('');
  await page().keyboard.press('Control+Home');
});

test('figures by period: one entity or all, by arrow keys, edited and copied', async () => {
  await page().getByRole('button', { name: 'By period' }).click();
  const picker = page().getByRole('combobox', { name: 'Entity' });
  await expect(page().locator('.pivot-figure').first()).toBeVisible();
  await picker.selectOption({ index: 1 });
  const figures = page().locator('.pivot-figure');
  await expect(figures.first()).toBeVisible();
  await figures.first().focus();
  await page().keyboard.press('ArrowDown');
  await expect(figures.first()).not.toBeFocused();
  await expectAccessible(page());

  // A value is typed over; one that cannot be read stays with its reason.
  const first = figures.first();
  const before = await first.innerText();
  await first.focus();
  await page().keyboard.press('F2');
  const box = page().locator('.pivot-edit input');
  await box.fill('lots');
  await box.press('Enter');
  await expect(page().locator('.pivot-edit').getByRole('alert')).toBeVisible();
  await box.fill('123');
  await box.press('Enter');
  await expect(page().locator('.pivot-figure').filter({ hasText: '123' }).first()).toBeFocused();
  await page().keyboard.press('Control+C');
  const copied = await clipboardText(get());
  expect(copied.split('\r\n')[0]).toMatch(/^Metric\tUnit\t/);
  expect(copied).toContain('123');
  await page().keyboard.press('Control+Z');
  await expect(figures.first()).toHaveText(before.replaceAll('\n', ''));

  // All entities, each under its head; what has no period stands apart.
  await picker.selectOption({ label: 'All entities' });
  await expect(page().locator('.pivot-entity').nth(1)).toBeVisible();
  await expect(page().getByRole('rowheader', { name: 'Without a period' })).toHaveCount(1);
  await expectAccessible(page());
  await picker.selectOption({ index: 1 });
  await page().getByRole('button', { name: 'Grid', exact: true }).click();
  await page().getByRole('button', { name: /^All/ }).click();
  await rowsShown(page());
});

test('it is accessible and nothing is cut off', async () => {
  await at(0, 'metric').click();
  await expectAccessible(page());
  await expectNothingCutOff(page());
});
