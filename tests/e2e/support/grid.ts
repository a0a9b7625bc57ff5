/** What tests of grids share: finding cells, reading them, and the clipboard as other programs see it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { LaunchedApp } from './launch';

export function cell(page: Page, row: number, column: string): Locator {
  return page.locator(`[role="row"][row-index="${row}"] [role="gridcell"][col-id="${column}"]`);
}

/** Where the keyboard stands: `row column`, or '' outside the grid. */
export function focusedCell(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inside = document.activeElement?.closest('[role="gridcell"]');
    const row = inside?.closest('[row-index]')?.getAttribute('row-index');
    return inside && row ? `${row} ${inside.getAttribute('col-id') ?? ''}` : '';
  });
}

export async function rowsShown(page: Page): Promise<void> {
  await expect(cell(page, 0, 'metric')).toBeVisible();
}

export function clipboardText({ app }: LaunchedApp): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

export function putOnClipboard({ app }: LaunchedApp, text: string): Promise<void> {
  return app.evaluate(({ clipboard }, written) => clipboard.writeText(written), text);
}
