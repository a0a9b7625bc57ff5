// Starting the built app the way every script and every Electron test does it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime } from '../electron-runtime.mjs';
import { Problem } from './log.mjs';
import { root } from './paths.mjs';
import { electronSwitches, hasDisplay } from './system.mjs';

/** The rail's views, in its order. A view's root is `[data-view=NAME]` and has `data-ready="true"` once data is shown. */
export const VIEWS = ['library', 'reader', 'figures', 'sources', 'audit', 'thesis', 'report'];

const READY_WITHIN_MS = 30_000;

/** The arguments after the Electron program. Switches for Chromium come before the app's folder, the app's own after it. */
export function appArguments({ notebook, theme, userDataDir, args = [] } = {}) {
  return [
    ...electronSwitches(),
    ...(userDataDir ? [`--user-data-dir=${userDataDir}`] : []),
    root,
    ...(theme ? [`--theme=${theme}`] : []),
    ...args,
    ...(notebook ? [notebook] : []),
  ];
}

/** Path of the Electron program that the app runs in. */
export const electronProgram = async () => process.env.TIEOUT_ELECTRON ?? (await electronRuntime()).program;

/** Launches the app under Playwright with user data of its own, and waits for its first window. */
export async function launchApp(options = {}) {
  if (!hasDisplay())
    throw new Problem('There is no display', 'Run it through npm test or npm start, which bring one up');
  const { _electron } = await import('@playwright/test');
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'tieout-user-')));
  const app = await _electron.launch({
    executablePath: options.program ?? (await electronProgram()),
    args: appArguments({ ...options, userDataDir }),
    // Playwright turns the sandbox off by itself where it is not told otherwise.
    chromiumSandbox: !electronSwitches().includes('--no-sandbox'),
    cwd: root,
    env: { ...process.env, ...options.env },
  });
  const page = await app.firstWindow();
  const close = async () => {
    await app.close();
    if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true });
  };
  return { app, page, userDataDir, close };
}

/** Waits until any view shows its data. */
export async function waitForAnyView(page) {
  await page.locator('[data-view][data-ready="true"]').first().waitFor({ timeout: READY_WITHIN_MS });
}

/** Goes to a view by its rail button and waits until it shows its data. */
export async function showView(page, view) {
  const button = page.locator(`[data-view-button="${view}"]`);
  if ((await button.count()) === 0)
    throw new Problem(`The ${view} view has no button in the rail`, 'Add it, then run again');
  await button.first().click();
  const ready = page.locator(`[data-view="${view}"][data-ready="true"]`).first();
  await ready.waitFor({ timeout: READY_WITHIN_MS }).catch(() => {
    throw new Problem(`The ${view} view did not become ready in ${READY_WITHIN_MS / 1000} s`, 'See what it waits for');
  });
}
