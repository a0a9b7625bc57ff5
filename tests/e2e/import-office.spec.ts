/** Word documents, filings and company facts in the real app: looked over, read, and held against each other. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { cell as tableCell, docx, paragraph, row, run, styled } from '../main/imports/docx/build';
import { fact, filing } from '../main/imports/filing/build';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');
const text = () => page().locator('[data-view="reader"][data-ready="true"] [data-reader-text]');

const NOTE = docx({
  body:
    styled('H', 'Halden Grid: first look') +
    `<w:p>${run('Halden Grid operating income was ')}<w:commentRangeStart w:id="0"/>${run('$61.3 million')}<w:commentRangeEnd w:id="0"/>${run(' in Q1 2026.')}<w:r><w:footnoteReference w:id="1"/></w:r><w:del w:author="A">${run('Gone.')}</w:del></w:p>` +
    `<w:tbl>${row([tableCell('Metric'), tableCell('Q1 2026')], '<w:tblHeader/>')}${row([tableCell('Revenue ($m)'), tableCell('420.0')])}</w:tbl>`,
  styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
  footnotes: `<w:footnote w:id="1">${paragraph('By our count.')}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="Ada Brook" w:date="2026-05-02T10:00:00Z">${paragraph('Which basis?')}</w:comment>`,
});
const FILING = filing({
  body: `<h1>Halden Grid, Inc.</h1><table><tr><th></th><th>2026</th></tr><tr><td>Net sales</td><td>$${fact('us-gaap:Revenues', 'q1', 'usd', '420')}</td></tr><tr><td>Income from operations</td><td>${fact('us-gaap:OperatingIncomeLoss', 'q1', 'usd', '58')}</td></tr></table>`,
});

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-office-'));
  await writeFile(join(folder, 'note.docx'), NOTE);
  await writeFile(join(folder, 'hal-20260331.htm'), FILING);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function importFile(name: string): Promise<void> {
  await pickFiles(get(), [join(folder, name)]);
  await page().keyboard.press('Control+I');
  await expect(plan()).toBeVisible();
}

test('the plan of a Word document says what was taken as accepted', async () => {
  await importFile('note.docx');
  await expect(plan()).toContainText('Word');
  await expect(plan()).toContainText('Tracked changes are read as accepted');
  await expectAccessible(page());
});

test('its text, table, note and comment stand in the Reader', async () => {
  await page().keyboard.press('Enter');
  await expect(text()).toContainText('Halden Grid operating income was');
  await expect(text()).not.toContainText('Gone.');
  await expect(text().locator('table')).toContainText('Revenue ($m)');
  await expect(text()).toContainText('By our count.');
  const notes = await page().evaluate(async () => {
    const documents = await window.tieout['document.list']({});
    const id = documents.ok ? documents.value.find(({ format }) => format === 'docx')?.id : undefined;
    const read = await window.tieout['document.read']({ id: id ?? '' });
    return read.ok ? read.value.annotations.map(({ exact, body }) => `${exact}: ${body}`) : [];
  });
  expect(notes).toEqual(['$61.3 million: Ada Brook, 2026-05-02\nWhich basis?']);
});

test('a filing is read with its tags, and what the note says otherwise is a finding', async () => {
  await importFile('hal-20260331.htm');
  await expect(page().getByRole('dialog')).toContainText('Halden Grid, Inc. 10-Q');
  await page().keyboard.press('Enter');
  await expect(text()).toContainText('Income from operations');
  await page().keyboard.press('j');
  await expect(page().locator('[data-view="reader"]')).toContainText('the filing tags it as us-gaap:Revenues');
  await showView(page(), 'audit');
  await page().getByRole('combobox', { name: 'Rule' }).selectOption('SRC04');
  await expect(page().locator('[data-view="audit"]')).toContainText("the company's filing tags 58M USD");
});
