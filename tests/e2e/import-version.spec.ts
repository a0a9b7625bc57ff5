/** A changed file imported again: proposed as a new version, its highlights found again, the older one kept below it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const rows = () => page().locator('[data-document]').filter({ hasText: 'Harbour Tools' });

const lines = Array.from(
  { length: 30 },
  (_, at) => `Region ${at} sold tools for $${at + 10} million in Q2 2026 [Results release].`,
);
const noteOf = (changed: readonly string[]): string =>
  `# Harbour Tools by region\n\nAs of 2026-08-01. Ticker: HRBT.\n\n${changed.join('\n\n')}\n`;
const FIRST = noteOf(lines);
const SECOND = noteOf([
  'A foreword that is new.',
  ...lines.map((line, at) => (at === 7 ? line.replace('$17', '$18') : line)),
]);

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-version-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function importNote(text: string): Promise<void> {
  await writeFile(join(folder, 'regions.md'), text);
  await showView(page(), 'library');
  await pickFiles(get(), [join(folder, 'regions.md')]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toHaveAttribute('data-plan-kind', 'document');
}

const tick = (ids: readonly string[]) =>
  page().evaluate(
    (figures) => window.tieout['figure.update']({ edits: figures.map((id) => ({ id, set: { review: 'ticked' } })) }),
    ids,
  );

test('ticks are carried over, the changed number is said to be lost', async () => {
  await importNote(FIRST);
  await expect(plan().getByText('This document is')).toHaveCount(0);
  await page().keyboard.press('Enter');
  const figures = page().locator('[data-view="reader"][data-ready="true"] [data-figure]');
  await expect(figures.filter({ hasText: '$17 million' })).toBeVisible();
  const ids = await figures
    .filter({ hasText: /^\s*\$1[678] million/ })
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-figure') ?? ''));
  expect(ids).toHaveLength(3);
  await tick(ids);
  await importNote(SECOND);
  await expect(plan().getByRole('radio', { name: /version 2 of/ })).toBeChecked();
  await plan().getByRole('tab', { name: 'Carried over · 2' }).click();
  await expect(plan().locator('[data-how="lost"]')).toContainText('now reads “$18 million”');
  await expect(plan().locator('[data-how="exact"]')).toHaveCount(2);
  await expectAccessible(page());
  await page().screenshot({ path: test.info().outputPath('version-light.png') });
  await page().locator('[data-commit-import]').click();
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toContainText('A foreword that is new.');
  await showView(page(), 'library');
  await expect(rows()).toHaveCount(2);
  await expect(rows().first()).toContainText('Version 2');
  await expect(rows().last()).toContainText('Superseded');
  await page().screenshot({ path: test.info().outputPath('library-light.png') });
  await page().keyboard.press('Control+Z');
  await expect(rows()).toHaveCount(1);
  await page().keyboard.press('Control+Y');
  await expect(rows()).toHaveCount(2);
});

test('the version before stands beside the new one, and what was changed is marked and stepped through', async () => {
  const beside = page().getByRole('region', { name: 'Document beside' });
  await rows().first().dblclick();
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toContainText('A foreword that is new.');
  await page().keyboard.press('b');
  await expect(beside.getByRole('region', { name: 'Text beside' })).not.toContainText('A foreword');
  await expect(beside.getByRole('status')).toHaveText('2 differences');
  await page().keyboard.press('F7');
  await expect(beside.getByRole('status')).toHaveText('1 of 2');
  await page().keyboard.press('F7');
  await expect(beside.getByRole('status')).toHaveText('2 of 2');
  await expect(beside.locator('[data-figure]').filter({ hasText: '$17 million' })).toBeInViewport();
  await page().keyboard.press('b');
  await expect(beside).toHaveCount(0);
});
