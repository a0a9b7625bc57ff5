/** Tables in the real app: looked over, read another way, committed as one step, brought up to date, taken back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import exceljs from 'exceljs';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const shot = async (name: string) => {
  const folder = process.env['TIEOUT_SHOTS'];
  if (folder) await page().screenshot({ path: join(folder, `${name}.png`) });
};

const MODEL = `Harbour Tools
"in USD millions, except per share"

Line,1Q26,2Q26,3Q26E
Revenue,412.0,430.5,445.0
Operating margin,12.1%,12.6%,13.0%
EPS,0.61,0.66,0.70
Capex,(38),(41),n.a.
Code,007,008,009
`;

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-table-'));
  await writeFile(join(folder, 'model.csv'), MODEL);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function look(name: string): Promise<void> {
  await showView(page(), 'library');
  await pickFiles(get(), [join(folder, name)]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toBeVisible();
}

test('a CSV is shown as the figures it gives, with doubtful cells marked', async () => {
  await look('model.csv');
  await expect(plan()).toHaveAttribute('data-plan-kind', 'table');
  const row = plan().getByRole('row', { name: /B5 Revenue/ });
  await expect(row).toContainText('412.0');
  await expect(row).toContainText('2026 Q1');
  await expect(row).toContainText('USD');
  await expect(plan()).toContainText('Leading zeros would be lost');
  await shot('plan-light');
  await expectAccessible(page());
});

test('a column is given another meaning, and the plan is made anew', async () => {
  const first = await plan().getAttribute('data-import-plan');
  await plan().getByRole('textbox', { name: 'Entity' }).fill('HRBT');
  await plan().getByRole('textbox', { name: 'Entity' }).press('Enter');
  await expect(plan().getByRole('row', { name: /B5 Revenue/ })).toContainText('HRBT');
  expect(await plan().getAttribute('data-import-plan')).not.toBe(first);
  await plan().getByLabel('Column D holds').selectOption('ignore');
  await expect(plan().getByRole('row', { name: /D5 / })).toHaveCount(0);
  await plan().getByLabel('Column D holds').selectOption('value');
  await expect(plan().getByRole('row', { name: /D5 Revenue/ })).toBeVisible();
  await plan().getByLabel('Doubtful cells').selectOption('leave');
  await expect(plan().getByRole('tab', { name: /Left out · 3/ })).toBeVisible();
  await plan()
    .getByRole('button', { name: /Column B says/ })
    .click();
  await shot('plan-says');
  await plan()
    .getByRole('button', { name: /Column B says/ })
    .click();
});

test('the import is one step; the figures stand in the grid', async () => {
  await page().getByRole('checkbox', { name: 'Keep this mapping' }).check();
  await page().locator('[data-commit-import]').click();
  await expect(plan()).toHaveCount(0);
  const grid = page().locator('[data-view="figures"]');
  await expect(grid).toContainText('HRBT');
  await expect(grid).toContainText('430.5');
  await shot('figures');
});

test('the next state of the file reads by the kept mapping and shows old and new; undo takes it back whole', async () => {
  await writeFile(join(folder, 'model.csv'), MODEL.replace('430.5', '433.0'));
  await look('model.csv');
  await expect(plan().getByRole('tab', { name: 'Changes · 1' })).toBeVisible();
  await plan().getByRole('tab', { name: 'Changes · 1' }).click();
  const change = plan().getByRole('row', { name: /C5 Revenue/ });
  await expect(change.locator('del')).toHaveText('430.5');
  await expect(change).toContainText('433.0');
  await shot('changes');
  await page().locator('[data-commit-import]').click();
  await expect(page().locator('[data-view="figures"]')).toContainText('433.0');
  await page().keyboard.press('Control+Z');
  await expect(page().locator('[data-view="figures"]')).toContainText('430.5');
  await page().keyboard.press('Control+Z');
  await expect(page().locator('[data-view="figures"]')).not.toContainText('HRBT');
});

test('a workbook is read sheet by sheet', async () => {
  const book = new exceljs.Workbook();
  const first = book.addWorksheet('P&L');
  first.addRows([
    ['EUR m', 'FY2025', 'FY2026E'],
    ['Revenue', 1200.5, 1350],
    ['Gross margin', 0.412, 0.42],
  ]);
  first.getRow(3).numFmt = '0.0%';
  book.addWorksheet('Segments').addRows([
    ['Segment', 'Metric', 'Period', 'Value'],
    ['Tools', 'Revenue', '2026Q1', 310],
  ]);
  await writeFile(join(folder, 'book.xlsx'), new Uint8Array(await book.xlsx.writeBuffer()));
  await look('book.xlsx');
  await expect(plan().getByRole('row', { name: /B3 Gross margin/ })).toContainText('41.2');
  await expect(plan().getByRole('row', { name: /C2 Revenue/ })).toContainText('EUR m');
  await page().evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await shot('workbook-dark');
  await expectAccessible(page());
  await page().evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  await plan().getByLabel('Sheet').selectOption('Segments');
  await expect(plan().getByRole('row', { name: /D2 Revenue/ })).toContainText('Tools');
  await page().locator('[data-commit-import]').click();
  await expect(page().locator('[data-view="figures"]')).toContainText('Tools');
});

test('cells copied from a spreadsheet are looked over like a file', async () => {
  await page().getByRole('button', { name: 'Paste cells…' }).click();
  const dialog = page().getByRole('dialog', { name: 'Paste cells' });
  await expect(dialog.getByRole('button', { name: 'Table of figures' })).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Metric\t2025\t2026\nRevenue ($m)\t10.5\t12.0\n');
  await shot('paste');
  await dialog.getByRole('button', { name: 'Review…' }).click();
  await expect(plan().getByRole('row', { name: /C2 Revenue/ })).toContainText('12.0');
  await page().keyboard.press('Escape');
  await expect(plan()).toHaveCount(0);
});
