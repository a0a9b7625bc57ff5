/** A bibliography brought in: what is new, the same and different is looked over, a field is chosen, one undo takes it back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { showView } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');

const FIRST = `@article{wheat, title={The wheat of small towns}, author={Lind, Ana}, journal={Journal of Grain}, year={2024}, doi={10.1000/wheat}}
@online{barley, title={Barley prices reach a new high}, author={Lind, Ana}, url={https://a.example/barley}, date={2026-05-13}}
`;
const SECOND = `@article{wheat, title={The Wheat of Small Towns}, author={Lind, Ana}, journal={Journal of Grain}, year={2024}, doi={10.1000/wheat}}
@online{barley, title={Barley prices reach a new high}, author={Other, Bo}, publisher={The Grain Ledger}, url={https://a.example/barley}, date={2026-05-13}}
@techreport{rye, title={Rye and its discontents}, institution={Office of Grain}, year={2025}}
@misc{broken}
`;

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-sources-'));
  await writeFile(join(folder, 'first.bib'), FIRST);
  await writeFile(join(folder, 'second.bib'), SECOND);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const importFile = async (name: string): Promise<void> => {
  await pickFiles(get(), [join(folder, name)]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toHaveAttribute('data-plan-kind', 'sources');
};
const source = (title: string) => page().locator('.ag-row').filter({ hasText: title });

test('new entries are added and shown among the sources', async () => {
  await showView(page(), 'library');
  await importFile('first.bib');
  await expect(plan().getByRole('tab', { name: 'New · 2' })).toHaveAttribute('aria-selected', 'true');
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="sources"]')).toBeVisible();
  await expect(source('The wheat of small towns')).toBeVisible();
  await expect(source('Barley prices')).toBeVisible();
});

test('one that differs is chosen field by field, one the same is left alone, one new is added; undo is one step', async () => {
  await importFile('second.bib');
  for (const name of ['Differ · 1', 'New · 1', 'Here already · 1'])
    await expect(plan().getByRole('tab', { name })).toBeVisible();
  await expect(plan()).toContainText('Line 4');
  const author = plan().locator('[data-field="author"]');
  await expect(author).toContainText('Lind, Ana');
  await expect(author.getByRole('radio').first()).toBeChecked();
  await expect(plan().locator('[data-field="publisher"]').getByRole('radio').last()).toBeChecked();
  await expectAccessible(page());
  await expectNothingCutOff(page());
  await page().screenshot({ path: test.info().outputPath('plan-light.png') });
  await author.getByRole('radio').last().check();
  await page().keyboard.press('Enter');
  await expect(source('Barley prices')).toContainText('Other, Bo');
  await expect(source('Barley prices')).toContainText('The Grain Ledger');
  await expect(source('The wheat of small towns')).toHaveCount(1);
  await expect(source('Rye and its discontents')).toBeVisible();
  await page().keyboard.press('Control+Z');
  await expect(source('Rye and its discontents')).toHaveCount(0);
  await expect(source('Barley prices')).toContainText('Lind, Ana');
});

test('the plan reads well in the dark', async () => {
  await page().emulateMedia({ colorScheme: 'dark' });
  await importFile('second.bib');
  await expectAccessible(page());
  await page().screenshot({ path: test.info().outputPath('plan-dark.png') });
  await page().keyboard.press('Escape');
  await expect(plan()).toHaveCount(0);
});
