/** Many figures, one act: what lacks a source is one finding and one step, and a gap in a table is dated once. */
import { expect, test } from '@playwright/test';
import { cell } from './support/grid';
import { showView } from './support/launch';
import { oneApp } from './support/window';

const { page } = oneApp();

const NOTE = `Saltmarsh Dairy (SMD): a thicker churn

As of 2026-08-14.

The company reported revenue of $412 million in Q2 2026. It reported gross profit of $129 million in Q2 2026. It reported operating income of $38 million in Q2 2026. It reported net income of $27 million in Q2 2026.

| Creamery | Revenue | Capex |
|---|---|---|
| Northfield | $120 million | $9 million |
| Eastvale | $88 million | $7 million |
`;

const finding = () => page().locator('.finding');
const rows = () => page().locator('[role="row"] [role="gridcell"][col-id="message"]');
const uncited = () => rows().filter({ hasText: /figures of this document have no source/ });
const inspector = () => page().locator('[data-inspector]');
const period = () => inspector().getByRole('textbox', { name: 'Period' });
const figure = (quote: string) => page().locator('[data-figure]').filter({ hasText: quote }).first();

/** The periods of the pasted note's figures by their quotes, as the notebook holds them. */
const periods = () =>
  page().evaluate(async () => {
    const documents = await window.tieout['document.list']({});
    const note = documents.ok ? documents.value.find(({ title }) => title.includes('Saltmarsh')) : null;
    const figures = await window.tieout['figure.page']({
      filter: { document: note?.id ?? '' },
      sort: [],
      start: 0,
      end: 50,
    });
    return figures.ok ? Object.fromEntries(figures.value.rows.map(({ quote, period }) => [quote, period])) : {};
  });

test('a note that cites nothing is one finding', async () => {
  await page().evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, NOTE);
  await page().getByRole('dialog', { name: 'Paste text' }).getByRole('button', { name: 'Review…' }).click();
  await expect(page().locator('[data-import-plan]')).toBeVisible();
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-reader-text]')).toContainText('Saltmarsh Dairy');
  await showView(page(), 'audit');
  await page().getByRole('combobox', { name: 'Rule' }).selectOption('SRC01');
  await page().getByRole('searchbox', { name: 'Filter findings by words' }).fill('of this document');
  await expect(uncited()).toHaveCount(1);
});

test('one source is cited for all of them as one step, and one undo takes it back', async () => {
  await uncited().click();
  const all = finding().getByRole('button', { name: /^Cite one source for all \d+…$/ });
  const many = Number((await all.innerText()).replace(/\D/g, ''));
  expect(many).toBeGreaterThanOrEqual(4);
  await all.click();
  const dialog = page().getByRole('dialog', { name: `Cite a source for ${many} figures` });
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(uncited()).toHaveCount(0);
  await page().keyboard.press('Control+Z');
  await expect(uncited()).toHaveCount(1);
  await expect(cell(page(), 0, 'message')).toContainText(`${many} figures of this document`);
});

test('a period typed for one cell is offered to the undated others of its table', async () => {
  await showView(page(), 'reader');
  await figure('$120 million').click();
  await expect(period()).toHaveValue('');
  await period().fill('2026Q2');
  await period().press('Enter');
  await expect.poll(async () => (await periods())['$120 million']).toBe('2026Q2');
  const offer = page().getByRole('button', { name: 'Set 2026Q2 for all' });
  await offer.click();
  await expect.poll(periods).toMatchObject({
    '$9 million': '2026Q2',
    '$88 million': '2026Q2',
    '$7 million': '2026Q2',
  });
  await page().keyboard.press('Control+Z');
  await expect.poll(periods).toMatchObject({ '$120 million': '2026Q2', '$9 million': null, '$88 million': null });
});
