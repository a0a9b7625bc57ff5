/** What the window's tests share: one launched app a file, looking for what axe finds, and ways in for documents. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type LaunchedApp, type LaunchOptions, launchTieout } from './launch';

/** One app for all tests of a file, which run in order. */
export function oneApp(options: LaunchOptions = {}): { readonly get: () => LaunchedApp; readonly page: () => Page } {
  let launched: LaunchedApp | undefined;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    launched = await launchTieout(options);
    await resize(launched, 1280, 800);
  });
  test.afterAll(async () => {
    await launched?.close();
  });
  const get = () => {
    if (!launched) throw new Error('The app was not launched');
    return launched;
  };
  return { get, page: () => get().page };
}

export async function resize({ app, page }: LaunchedApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    {
      width,
      height,
    },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
}

/** Fails with what axe finds against WCAG 2.1 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}

/** Nothing of the window's own frame lies outside it. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('.title-bar button, .rail button, .status-bar > span, .bar > button')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < 0;
      })
      .map((element) => element.textContent),
  );
  expect(outside).toEqual([]);
}

/** The file dialog answers with these paths, as if the person had picked them. */
export async function pickFiles({ app }: LaunchedApp, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}

export const palette = (page: Page) => page.getByRole('dialog', { name: 'Search', exact: true });

/** Runs a command by its name in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await palette(page).getByRole('combobox').fill(`>${name}`);
  await palette(page).getByRole('option').first().click();
}

/** Where an element's top stands during the next frames: one number if nothing moves. */
export function topsOverFrames(page: Page, selector: string, frames: number): Promise<readonly number[]> {
  return page.evaluate(
    ([query, count]) =>
      new Promise<readonly number[]>((resolve) => {
        const tops: number[] = [];
        const look = () => {
          tops.push(Math.round(document.querySelector(query)?.getBoundingClientRect().top ?? -1));
          if (tops.length < count) requestAnimationFrame(look);
          else resolve([...new Set(tops)]);
        };
        look();
      }),
    [selector, frames] as const,
  );
}
