/** A document printed to PDF by the app comes back with its figures and headings as they were. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { FigureRecord, ReaderDocument } from '../../src/contract/records';
import { showView } from './support/launch';
import { oneApp, pickFiles } from './support/window';

const { get, page } = oneApp();

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-print-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const SHARE = 0.98;

test('every sample, printed and imported again, has at least 98% of its figures read as before', async () => {
  await showView(page(), 'library');
  const samples = await documents(page());
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) {
    const before = await read(page(), sample);
    const file = join(folder, `${sample}.pdf`);
    await writeFile(file, Buffer.from(await printed(page(), sample), 'base64'));
    await pickFiles(get(), [file]);
    await page().keyboard.press('Control+I');
    await expect(page().locator('[data-import-plan]')).toContainText(`${sample}.pdf`);
    await page().keyboard.press('Enter');
    await expect(page().locator('[data-import-plan]')).toHaveCount(0);
    const added = (await documents(page())).find((id) => ![...samples, ...seen].includes(id)) ?? '';
    seen.push(added);
    const after = await read(page(), added);
    const kept = inCommon(before.figures.map(reading), after.figures.map(reading));
    expect(kept / before.figures.length, `figures of ${before.summary.title}`).toBeGreaterThanOrEqual(SHARE);
    const headings = before.sections.map(title).filter(Boolean);
    expect(after.sections.map(title), `headings of ${before.summary.title}`).toEqual(expect.arrayContaining(headings));
    await showView(page(), 'library');
  }
});

/** Documents that this test added. */
const seen: string[] = [];

const title = ({ title: words }: ReaderDocument['sections'][number]): string => words;

const reading = (figure: FigureRecord): string =>
  [
    figure.low,
    figure.high,
    figure.unit,
    figure.currency,
    figure.qualifier,
    figure.direction,
    figure.metric,
    figure.kind,
  ].join(' ');

async function documents(shown: Page): Promise<readonly string[]> {
  return shown.evaluate(async () => {
    const reply = await window.tieout['document.list']({});
    return reply.ok ? reply.value.map(({ id }) => id) : [];
  });
}

async function read(shown: Page, id: string): Promise<ReaderDocument> {
  const found = await shown.evaluate(async (document) => {
    const reply = await window.tieout['document.read']({ id: document });
    return reply.ok ? reply.value : null;
  }, id);
  if (!found) throw new Error(`There is no document ${id}`);
  return found;
}

/** Without the appendix, which says each figure once more; as base64, because bytes cross to the test as text. */
function printed(shown: Page, id: string): Promise<string> {
  return shown.evaluate(async (document) => {
    const reply = await window.tieout['export.preview']({ what: { document }, format: 'pdf', appendix: false });
    if (!reply.ok) throw new Error(reply.error.message);
    let text = '';
    for (const byte of reply.value.pdf) text += String.fromCharCode(byte);
    return btoa(text);
  }, id);
}

/** Length of the longest sequence that both have in this order. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let above = Array.from({ length: other.length + 1 }, () => 0);
  for (const item of one) {
    const row = [0];
    other.forEach((candidate, at) => {
      row.push(item === candidate ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}
