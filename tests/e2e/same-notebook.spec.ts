// The window and the command line are two doors to one room: the same file imported through either gives the same notebook.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { commitPlan, startImport } from '../security/support';
import { launchTieout } from './support/launch';

const run = promisify(execFile);
const tieout = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, ['scripts/tieout.mjs', ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;

/** Ids are drawn by chance: each is replaced by its place in order of appearance, so that references still count. */
function withoutChance(json: string): string {
  const seen = new Map<string, string>();
  return json.replaceAll(/\b([a-z]{1,3})_[0-9a-z]{14,}\b/g, (id, kind: string) => {
    const known = seen.get(id) ?? `${kind}#${seen.size}`;
    seen.set(id, known);
    return known;
  });
}

const kept = process.env['TIEOUT_SHARED'];
const FILES = [
  ['the sample', 'resources/samples/amazon-q1-2026.md'],
  ['a note kept outside the project', kept ? join(kept, 'data/amzn-deep-dive.txt') : null],
] as const;

for (const [what, file] of FILES) {
  test(`window and command line make the same notebook of ${what}`, async () => {
    test.skip(file === null, 'TIEOUT_SHARED is not set');
    if (file !== null) await compare(file);
  });
}

async function compare(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tieout-same-'));
  const note = join(folder, basename(file));
  await copyFile(file, note);
  const [byWindow, byLine] = [join(folder, 'window.tieout'), join(folder, 'line.tieout')];
  await tieout('import', note, '--notebook', byLine);
  const { app, page, close } = await launchTieout();
  try {
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, byWindow);
    await page.keyboard.press('Control+Shift+N');
    await expect(page.getByText('0 figures')).toBeVisible();
    await startImport(app, page, note);
    await commitPlan(page);
    await page.locator('[data-view="reader"][data-ready="true"]').waitFor();
  } finally {
    await close();
  }
  const read = async (notebook: string): Promise<unknown> =>
    JSON.parse(withoutChance(await tieout('inspect', notebook, '--json')));
  expect(await read(byWindow)).toEqual(await read(byLine));
  await rm(folder, { recursive: true, force: true });
}
