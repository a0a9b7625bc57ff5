/** A metric over time, from the grid, the Reader and the inspector. */
import { expect, test } from '@playwright/test';
import { cell } from './support/grid';
import { showView } from './support/launch';
import { expectAccessible, oneApp } from './support/window';

const { page } = oneApp();
const dialog = () => page().getByRole('dialog');

test('two keys in the grid show the metric of the figure by period; a value leads to its place', async () => {
  const [made] = await page().evaluate(async () => {
    const reply = await window.tieout['figure.page']({ filter: {}, sort: [], start: 0, end: 200 });
    const one = reply.ok
      ? reply.value.rows.find((row) => row.period?.includes('Q') && row.entity && row.unit === 'money')
      : undefined;
    if (!one) return [];
    const { metric, entity, unit, currency, scale, provenance } = one;
    await window.tieout['figure.create']({
      place: null,
      set: { metric, entity, unit, currency, scale, provenance, period: '2025Q1', value: '29.3' },
    });
    return [one];
  });
  await showView(page(), 'figures');
  await page().getByRole('gridcell').first().click();
  await page()
    .getByPlaceholder(/filter/i)
    .first()
    .fill(made?.quote ?? '');
  await cell(page(), 0, 'value').click();
  await page().keyboard.press('Control+G');
  await expect(dialog()).toContainText(made?.entity ?? '');
  await expect(dialog().getByRole('row')).toHaveCount(3);
  await expect(dialog().locator('.series-bar').nth(1)).toBeVisible();
  await expectAccessible(page());
  await dialog().getByRole('button', { name: /29\.3/ }).first().click();
  await expect(dialog()).toHaveCount(0);
});

test('G in the Reader shows the metric of the selected figure', async () => {
  await showView(page(), 'reader');
  await page().keyboard.press('j');
  await page().keyboard.press('g');
  await expect(dialog()).toBeVisible();
  await page().keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});
