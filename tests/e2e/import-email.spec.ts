/** E-mails, and pages and books in one file, in the real app: looked over, read with their letterhead, quotes and figures, and cited by sender and date. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { showView } from './support/launch';
import { expectAccessible, oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();
const plan = () => page().locator('[data-import-plan]');

const MESSAGE = [
  'From: Ada Brandt <ada.brandt@northbay-research.example>',
  'To: Desk <desk@harbour-funds.example>',
  'Subject: =?utf-8?Q?Harbour_Tools_=E2=80=93_after_the_quarter?=',
  'Date: Mon, 4 May 2026 09:15:00 +0200',
  'Message-ID: <1@northbay-research.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<h2>First quarter</h2><p>Harbour Tools reported revenue of $412 million for Q1 2026, up 6% year on year.</p>',
  '<p>Capital spending was =8058 million =96 a third of it for the new works.</p>',
  '<blockquote><p>Management said the order book exceeds $1.1 billion.</p></blockquote>',
  '<script>document.title=3D"ran"</script><img src=3D"https://track.example/p.gif">',
  '--b',
  'Content-Type: application/vnd.ms-excel; name="model.xlsx"',
  'Content-Disposition: attachment; filename="model.xlsx"',
  'Content-Transfer-Encoding: base64',
  '',
  'AAAA',
  '--b--',
  '',
].join('\r\n');

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-email-'));
  await writeFile(join(folder, 'message.eml'), MESSAGE);
  await writeFile(join(folder, 'deep.eml'), `${MESSAGE.split('\r\n\r\n')[0]}\r\n\r\n${'--b\r\n\r\n'.repeat(20_000)}`);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('the plan says what the message is, and that its attachment was not read', async () => {
  await pickFiles(get(), [join(folder, 'message.eml')]);
  await page().keyboard.press('Control+I');
  await expect(page().getByRole('dialog')).toContainText('Harbour Tools – after the quarter');
  await expect(plan()).toContainText('E-mail');
  await expect(plan()).toContainText('“model.xlsx” (3 bytes) is attached and was not read');
  await expectAccessible(page());
});

test('the Reader shows its letterhead, quotes and figures', async () => {
  await page().keyboard.press('Enter');
  const text = page().locator('[data-view="reader"][data-ready="true"] [data-reader-text]');
  await expect(text).toContainText('From: Ada Brandt <ada.brandt@northbay-research.example>');
  await expect(text).toContainText('Date: 4 May 2026, 09:15 +02:00');
  await expect(page().locator('[data-figure]', { hasText: '€58 million' })).toBeVisible();
  await expect(text.locator('blockquote').first()).toContainText('order book');
  await expect(page()).not.toHaveTitle(/ran/);
});

test('it is a source by its sender and date', async () => {
  const sources = await page().evaluate(() => window.tieout['source.list']({}));
  expect(JSON.stringify(sources)).toContain('personal_communication');
  await showView(page(), 'sources');
  await expect(page().getByText('Harbour Tools – after the quarter').first()).toBeVisible();
});

const SAVED = [
  'From: <Saved by a browser>',
  'Snapshot-Content-Location: https://news.example/harbour',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html',
  'Content-Location: https://news.example/harbour',
  '',
  '<title>Harbour Tools in the news</title><p>Harbour Tools orders were $430 million in Q1 2026.</p>',
  '--b--',
].join('\r\n');

const BOOK = zipSync({
  mimetype: strToU8('application/epub+zip'),
  'META-INF/container.xml': strToU8('<container><rootfile full-path="book.opf"/></container>'),
  'book.opf': strToU8(
    '<package><title>The tool makers of the coast</title><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/></package>',
  ),
  'a.xhtml': strToU8('<html><body><h1>Tools</h1><p>Harbour Tools sold $90 million of saws in 2019.</p></body></html>'),
});

for (const [file, bytes, title, words] of [
  ['page.mhtml', SAVED, 'Harbour Tools in the news', 'Web page'],
  ['book.epub', BOOK, 'The tool makers of the coast', 'E-book'],
] as const) {
  test(`${file} is looked over and imported`, async () => {
    await writeFile(join(folder, file), bytes);
    await pickFiles(get(), [join(folder, file)]);
    await page().keyboard.press('Control+I');
    await expect(page().getByRole('dialog', { name: title })).toContainText(words);
    await page().keyboard.press('Enter');
    await expect(page().locator('[data-reader-text]')).toContainText('Harbour Tools');
    await expect(page().locator('[data-figure]').first()).toBeVisible();
  });
}

test('a message with too many parts is refused with the limit', async () => {
  await pickFiles(get(), [join(folder, 'deep.eml')]);
  await showView(page(), 'library');
  await page().keyboard.press('Control+I');
  await expect(page().getByRole('alert').filter({ hasText: 'more than 10,000 parts' })).toBeVisible();
});
