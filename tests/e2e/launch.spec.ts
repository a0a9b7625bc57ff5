// The app as `npm start` opens it: one window, sandboxed unless we are root, with a view that shows data.
import { expect, test } from '@playwright/test';
import { appArguments } from '../../scripts/lib/app.mjs';
import { launchTieout } from './support/launch';

test('opens one window on a ready view, in the profile it was given', async () => {
  const { app, page, userDataDir, close } = await launchTieout();
  try {
    await expect(page.locator('[data-view][data-ready="true"]').first()).toBeVisible();
    expect(app.windows()).toHaveLength(1);
    expect(await app.evaluate(({ app: main }) => main.getPath('userData'))).toBe(userDataDir);
    expect(await app.evaluate(({ app: main }) => main.getName())).toBe('Tieout');
  } finally {
    await close();
  }
});

test('the sandbox is off for root only', () => {
  expect(appArguments().includes('--no-sandbox')).toBe(process.platform === 'linux' && process.getuid?.() === 0);
});
