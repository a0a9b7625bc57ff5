// Every failure of the file under a notebook has a way out in the window: restore, rescue, save as, read only.
import { chmod, copyFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, type Page } from '@playwright/test';
import { launchApp } from '../../scripts/lib/app.mjs';
import { ask } from '../security/support';
import type { LaunchedApp } from './support/launch';

/** Starts, rescues and restores take their time on a busy machine. */
test.describe.configure({ timeout: 180_000 });
const patient = expect.configure({ timeout: 60_000 });

let folder: string;
/** A closed notebook with a backup in which only the first of its two notes is. */
let whole = '';
let backup: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(join(tmpdir(), 'tieout-rescue-'));
  const launched = await start();
  await save(launched.page, 'before');
  backup = ((await ask(launched.page, 'backup.now', {})).value as { name: string }).name;
  await save(launched.page, 'after');
  await launched.app.close();
  whole = join(launched.userDataDir, 'Sample notebook.tieout');
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  if (whole) await rm(join(whole, '..'), { recursive: true, force: true });
});

/** Opens a notebook, or the sample, and waits until it is shown. */
async function start(notebook?: string): Promise<LaunchedApp> {
  const launched = await launchApp(notebook === undefined ? {} : { notebook });
  await launched.page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: 120_000 });
  return launched;
}

const save = (page: Page, body: string) => ask(page, 'note.save', { id: null, body, figure: null, document: null });
const notes = async (page: Page): Promise<readonly string[]> =>
  ((await ask(page, 'note.list', {})).value as { body: string }[]).map(({ body }) => body).sort();

/** A copy of the notebook with its backups, in a folder of its own. */
async function copied(): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'nb-')), 'Research.tieout');
  await copyFile(whole, path);
  await cp(`${whole}.backups`, `${path}.backups`, { recursive: true });
  return path;
}

const pagesOf = (path: string, name: string): number[] => {
  const db = new Database(path, { readonly: true });
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name);
  db.close();
  return pages.map(Number);
};

/** Ruins pages of the change log, so that something is lost and nothing repairs itself. */
async function ruinLog(path: string): Promise<void> {
  const bytes = await readFile(path);
  for (const page of pagesOf(path, 'change_row').slice(1, 4)) bytes.fill(0, (page - 1) * 4096, page * 4096);
  await writeFile(path, bytes);
}

const answerSave = (launched: LaunchedApp, path: string): Promise<void> =>
  launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

test('a damaged notebook is restored from the list of copies that stands where the failure is shown', async () => {
  const path = await copied();
  await ruinLog(path);
  const launched = await launchApp({ notebook: path });
  try {
    const { page } = launched;
    await page.locator('[data-notebook-failed="E_DAMAGED"]').waitFor();
    const lines = page.locator('.copy-line');
    await patient(lines.first()).toContainText('1 note');
    await page.getByRole('button', { name: 'Restore this backup…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await patient(page.locator('[data-notebook-failed]')).toHaveCount(0);
    expect(await notes(page)).toEqual(['before']);
    expect(await save(page, 'goes on')).toMatchObject({ ok: true });
    expect(backup).toMatch(/manual/);
  } finally {
    await launched.close();
  }
});

test('what can be read of a damaged notebook is rescued into a new one, and what is lost is listed', async () => {
  const path = await copied();
  await ruinLog(path);
  const before = await readFile(path);
  const launched = await launchApp({ notebook: path });
  try {
    const { page } = launched;
    await page.locator('[data-notebook-failed="E_DAMAGED"]').waitFor();
    await answerSave(launched, join(path, '..', 'Rescued.tieout'));
    await page.getByRole('button', { name: 'Rescue what can be read…' }).click();
    await patient(page.getByRole('dialog')).toContainText('The history of changes cannot be read whole');
    expect(await notes(page)).toEqual(['after', 'before']);
    expect((await readFile(path)).equals(before)).toBe(true);
  } finally {
    await launched.close();
  }
});

test('a file taken away under the open notebook is said at once, and saved under another name', async () => {
  const path = await copied();
  const launched = await start(path);
  try {
    const { page } = launched;
    await rename(path, `${path}.elsewhere`);
    const dialog = page.getByRole('dialog');
    await patient(dialog).toContainText('was moved or removed');
    await patient(page.locator('.title-bar')).toContainText('Not saved');
    expect(await save(page, 'late')).toMatchObject({ ok: false, error: { code: 'E_MOVED' } });
    const target = join(path, '..', 'Saved.tieout');
    await answerSave(launched, target);
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await patient(dialog).toHaveCount(0);
    expect(await ask(page, 'notebook.info', {})).toMatchObject({ value: { path: target } });
    expect(await save(page, 'goes on')).toMatchObject({ ok: true });
    expect(await notes(page)).toEqual(['after', 'before', 'goes on']);
  } finally {
    await launched.close();
  }
});

test('an export is not saved over a notebook', async () => {
  const path = await copied();
  const launched = await start(path);
  try {
    const { page } = launched;
    await answerSave(launched, path);
    expect(await ask(page, 'export.save', { what: { notebook: true }, format: 'csv' })).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT' },
    });
    expect(await save(page, 'goes on')).toMatchObject({ ok: true });
    expect(await notes(page)).toEqual(['after', 'before', 'goes on']);
  } finally {
    await launched.close();
  }
});

test('a read-only notebook is opened to be read', async () => {
  const path = await copied();
  await chmod(path, 0o444);
  const launched = await start(path);
  try {
    const { page } = launched;
    await patient(page.locator('.title-bar')).toContainText('Read only');
    expect(await notes(page)).toEqual(['after', 'before']);
    expect(await save(page, 'no')).toMatchObject({ ok: false, error: { code: 'E_READ_ONLY' } });
  } finally {
    await launched.close();
  }
});
