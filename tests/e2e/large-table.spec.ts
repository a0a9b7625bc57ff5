/** A table of 100,000 rows on its way in, and out again: the window is answered throughout, from the last commit. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../security/support';
import { showView } from './support/launch';
import { oneApp, pickFiles } from './support/window';

const ROWS = 100_000;
/** The bound is 100 ms on a machine of its own, which the bench measures; a crowded one is given room. Frozen, it was 12 s. */
const LONGEST_MS = 600;

const { get, page } = oneApp();
test.setTimeout(300_000);

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-large-'));
  const lines = ['Metric,Company,Period,Value,Unit'];
  for (let n = 0; n < ROWS; n += 1) lines.push(`Revenue,Company ${n},2026Q1,${(n * 7919) % 100_000},USD m`);
  await writeFile(join(folder, 'large.csv'), `${lines.join('\n')}\n`);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

interface Pings {
  readonly longest: number;
  readonly count: number;
}

/**
 * Asks the notebook over and over, until it says that it has changed: what the views ask of 100,000 figures then is their
 * own affair. What is given ends it and tells how long the longest answer took.
 */
async function startPings(of: Page): Promise<() => Promise<Pings>> {
  await of.evaluate(() => {
    interface Bridge {
      readonly onChanged: (listener: () => void) => () => void;
      readonly 'document.list': (request: unknown) => Promise<unknown>;
    }
    const bridge = (window as unknown as { tieout: Bridge }).tieout;
    const state = { on: true, longest: 0, count: 0 };
    const stop = bridge.onChanged(() => {
      state.on = false;
      stop();
    });
    Object.assign(window, { pings: state });
    const ping = async (): Promise<void> => {
      while (state.on) {
        const began = performance.now();
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await bridge['document.list']({});
        if (!state.on) break;
        state.longest = Math.max(state.longest, performance.now() - began);
        state.count += 1;
      }
    };
    Object.assign(window, { pinging: ping() });
  });
  return () =>
    of.evaluate(async () => {
      const held = window as unknown as { pings: { on: boolean } & Pings; pinging: Promise<void> };
      held.pings.on = false;
      await held.pinging;
      return { longest: held.pings.longest, count: held.pings.count };
    });
}

const figures = async (): Promise<number> =>
  ((await ask(page(), 'notebook.info', {})).value as { figures: number }).figures;

/** Once the audit of what came in is done, which asks the views anew. */
async function settled(): Promise<void> {
  const findings = async (): Promise<unknown> => (await ask(page(), 'audit.run', {})).ok;
  expect(await findings()).toBe(true);
  await showView(page(), 'library');
  await ask(page(), 'document.list', {});
}

/** `what` once, with the window asking meanwhile. */
async function answered(what: string, work: () => Promise<void>): Promise<void> {
  const stop = await startPings(page());
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  const { longest, count } = await stop();
  test.info().annotations.push({
    type: 'measured',
    description: `${what}: ${Math.round(took)} ms, ${count} answers, the slowest after ${Math.round(longest)} ms`,
  });
  expect(longest, what).toBeLessThan(LONGEST_MS);
  expect(count, what).toBeGreaterThan(5);
}

test('reading, planning, writing, auditing and undoing it keep nobody waiting', async () => {
  const before = await figures();
  await pickFiles(get(), [join(folder, 'large.csv')]);
  await answered('file to plan', async () => {
    await page().keyboard.press('Control+I');
    await expect(page().locator('[data-import-plan]')).toContainText('100,000', { timeout: 120_000 });
  });
  let during = -1;
  await answered('commit', async () => {
    await page().keyboard.press('Enter');
    await expect(page().locator('[data-commit-import]')).toContainText('Importing…');
    during = await figures();
    await expect.poll(figures, { timeout: 120_000 }).toBe(before + ROWS);
  });
  expect(during, 'nothing of it is seen before it is whole').toBe(before);
  await settled();
  // A command asked for while the undo is under way waits for it, and neither is lost.
  await answered('undo', async () => {
    const undone = ask(page(), 'history.undo', {});
    const saved = ask(page(), 'note.save', { id: null, body: 'behind', figure: null, document: null });
    expect(await undone).toMatchObject({ ok: true, value: { label: 'Import “large.csv”' } });
    expect(await saved).toMatchObject({ ok: true });
    expect(await figures()).toBe(before);
  });
  expect((await ask(page(), 'note.list', {})).value).toMatchObject([{ body: 'behind' }]);
});

test('stopped in the middle of it, nothing of it is there, and it can be asked for again', async () => {
  const standing = async (): Promise<object> => {
    const {
      revision,
      figures: there,
      documents,
      sources,
    } = (await ask(page(), 'notebook.info', {})).value as Record<string, number>;
    return { revision, there, documents, sources };
  };
  const before = await standing();
  await page().keyboard.press('Control+I');
  await expect(page().locator('[data-import-plan]')).toContainText('100,000', { timeout: 120_000 });
  await page().keyboard.press('Enter');
  const underWay = page().getByRole('dialog').locator('[data-work-under-way="import.commit"]');
  await expect(underWay).toContainText('large.csv');
  await underWay.getByRole('button', { name: 'Stop' }).click();
  await expect(page().locator('[data-commit-import]')).toHaveText(/^Import /, { timeout: 60_000 });
  await expect(underWay).toBeHidden();
  await expect(page().locator('[data-commit-import]')).toBeEnabled();
  expect(await standing()).toEqual(before);
  await page().keyboard.press('Escape');
  await expect(page().locator('[data-import-plan]')).toBeHidden();
});

test('a process killed in the middle of it leaves nothing of it, and all that was acknowledged', async () => {
  const before = await figures();
  expect(await ask(page(), 'note.save', { id: null, body: 'kept', figure: null, document: null })).toMatchObject({
    ok: true,
  });
  await page().keyboard.press('Control+I');
  await expect(page().locator('[data-import-plan]')).toContainText('100,000', { timeout: 120_000 });
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-commit-import]')).toContainText('Importing…');
  // Answered while the commit is under way: the command has begun.
  expect(await figures()).toBe(before);
  const pid = await get().app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Tieout notebook')?.pid ?? 0,
  );
  process.kill(pid, 'SIGKILL');
  await expect(page().getByRole('alert').filter({ hasText: 'being started again' })).toBeVisible();
  await expect.poll(figures).toBe(before);
  const notes = (await ask(page(), 'note.list', {})).value as { body: string }[];
  expect(notes.map(({ body }) => body).toSorted()).toEqual(['behind', 'kept']);
});
